import { z } from 'zod';
import { accept, refuse } from '#kernel/problem/refusal.ts';
import { writeJournal } from '../../storage/journal.ts';
import { findAnchor, latestAnchors } from '../../storage/journalAnchors.ts';
import { listJournal } from '../../storage/journalReading.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';

const keepers = ['administrator'] as const;
const anchorsShown = 400;

const filter = z.object({
  actorId: z.uuid().optional(),
  act: z.string().max(100).optional(),
  subjectKind: z.string().max(100).optional(),
  subjectId: z.string().max(100).optional(),
  areaCode: z
    .string()
    .regex(/^\d{6,12}$/)
    .optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  q: z.string().max(100).optional(),
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** The journal: reading it, its signed anchors, its verification. */
export function journalEndpoints({ context, anchors, verification }: Services): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/journal',
      summary: "Journal entries of one's area, newest first; `before` is the position to go on from",
      access: keepers,
      query: filter,
      handle: async ({ actor, query: { before, limit, ...asked } }) => {
        const items = await context.database.transaction(actor, (tx) => listJournal(tx, asked, before ?? null, limit + 1));
        const shown = items.slice(0, limit);
        return accept({ items: shown, next: items.length > limit ? String(shown.at(-1)?.position) : null });
      },
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/journal/anchors',
      summary: 'Signed anchors, newest first, and the public key that checks them',
      access: keepers,
      handle: async ({ actor }) =>
        accept({
          items: await context.database.transaction(actor, (tx) => latestAnchors(tx, anchorsShown)),
          publicKey: anchors.publicKey,
        }),
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/journal/anchors/{number}',
      summary: 'One anchor, and the public key that checks it',
      access: keepers,
      params: z.object({ number: z.coerce.number().int().positive() }),
      handle: async ({ actor, params: { number } }) => {
        const anchor = await context.database.transaction(actor, (tx) => findAnchor(tx, number));
        return anchor
          ? accept({ anchor, publicKey: anchors.publicKey })
          : refuse('anchor-missing', 404, { zh: '没有这个锚定', en: 'There is no such anchor' });
      },
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/journal/anchors',
      summary: 'Sign where the journal stands now',
      access: keepers,
      status: 201,
      handle: async ({ actor }) => {
        await context.database.transaction(actor, (tx) =>
          writeJournal(tx, context.clock, [{ act: 'anchor', subjectKind: 'journal', subjectId: 'journal', areaCode: actor.areaCode }]),
        );
        return accept(await anchors.anchorNow());
      },
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/journal/verification',
      summary: 'How far the verification of the journal has come, and its result',
      access: keepers,
      handle: async () => accept(verification.state),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/journal/verification',
      summary: 'Start verifying the whole journal, unless that is under way',
      access: keepers,
      status: 202,
      handle: async () => accept(verification.start()),
    }),
    endpoint({
      method: 'DELETE',
      path: '/api/v1/journal/verification',
      summary: 'Stop the verification under way',
      access: keepers,
      handle: async () => {
        await verification.stop();
        return accept(verification.state);
      },
    }),
  ];
}
