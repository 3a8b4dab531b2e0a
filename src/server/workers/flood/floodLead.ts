import { parentPort, workerData } from 'node:worker_threads';
import { flood } from '#models/flood/flood.ts';
import { shareFlood, sharingOf } from '#models/flood/inertial/sharedFlood.ts';
import type { Layout } from '#models/flood/layout.ts';
import { refineFlood } from '#models/flood/refine.ts';
import type { FloodInput } from '#models/flood/scenario.ts';
import { refineModel } from '#models/runModel.ts';
import type { LeadMessage } from './floodTeam.ts';

// Thread entry: runs a refined flood, and asks for helpers once it is known that and how it can be shared.

const { raw, workers } = workerData as { raw: unknown; workers: number };
const tell = (message: LeadMessage) => parentPort?.postMessage(message);

function share(layout: Layout, precision: 'single' | 'double') {
  const memory = shareFlood(layout, precision, workers);
  tell({ kind: 'share', memory });
  return sharingOf(memory, 0);
}

const steps = refineModel({ ...flood, refine: (input: FloodInput) => refineFlood(input, workers > 1 ? share : null) }, raw);
let next = steps.next();
for (; !next.done; next = steps.next()) tell({ kind: 'progress', progress: next.value });
tell({ kind: 'answer', answer: next.value });
