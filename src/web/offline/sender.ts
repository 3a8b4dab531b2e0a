import type { WriteOutcome } from '#kernel/offline/offlineWrite.ts';
import { ApiProblem } from '#web/api/problem.ts';
import type { LocalWrite } from './offlineDatabase.ts';
import type { Outbox } from './outbox.ts';

// Sends the outbox in order, in parts. A broken connection leaves everything as it was: what had arrived is answered with
// its first outcome the next time.

const part = 50;

export interface DeliveryAnswer {
  nextSequence: number;
  outcomes: (WriteOutcome & { id: string; sequence: number })[];
  numberTaken: string | null;
}

export type Deliver = (
  deviceId: string,
  writes: readonly Omit<LocalWrite, 'accountId' | 'title' | 'outcome' | 'deviceId'>[],
) => Promise<DeliveryAnswer>;

/** Sends all there is; answers with what is settled and left the device. Throws NetworkFailure or ApiProblem. */
export async function sendAll(outbox: Outbox, deliver: Deliver): Promise<LocalWrite[]> {
  const left: LocalWrite[] = [];
  let renumbered = false;
  for (;;) {
    const [first, ...more] = await outbox.unsent();
    if (!first) return left;
    const batch = [first, ...more].filter(({ deviceId }) => deviceId === first.deviceId).slice(0, part);
    let answer: DeliveryAnswer;
    try {
      answer = await deliver(
        first.deviceId,
        batch.map(({ id, sequence, madeAt, kind, type, recordId, baseVersion, base, body }) => ({
          id,
          sequence,
          madeAt,
          kind,
          type,
          recordId,
          baseVersion: baseVersion === 0 ? null : baseVersion,
          base,
          body,
        })),
      );
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'device-foreign' || renumbered) throw error;
      answer = { nextSequence: 1, outcomes: [], numberTaken: first.id };
    }
    left.push(...(await outbox.note(answer.outcomes)));
    if (answer.numberTaken !== null) {
      if (renumbered) return left;
      renumbered = true;
      await outbox.renumber();
      continue;
    }
    const heard = new Set(answer.outcomes.filter(({ state }) => state !== 'waiting').map(({ id }) => id));
    // Without any progress another round would send the same again.
    if (!batch.some(({ id }) => heard.has(id))) return left;
  }
}
