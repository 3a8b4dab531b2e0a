import { z } from 'zod';
import { isInReach } from '#kernel/access/access.ts';
import type { EdgeChange } from '#kernel/alarm/edge.ts';
import { endpointProtocols } from '#kernel/observation/reading.ts';
import { accept, refuse, RefusalError } from '#kernel/problem/refusal.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';

const keepers = ['administrator', 'dutyLeader', 'dutyOfficer'] as const;
const position = z.int().min(0);
const params = z.object({ id: z.string().regex(/^[\w.-]{1,40}$/) });
const qualities = ['good', 'device', 'outOfRange', 'clockAhead', 'clockUnset', 'late'] as const;

const reading = z.object({
  channel: z.string().max(200),
  quantity: z.string().max(200),
  value: z.number(),
  unit: z.string().max(40).nullable(),
  atMs: z.number(),
  quality: z.enum(qualities),
  deviceAtMs: z.number().optional(),
});
const signal = z.object({
  protocol: z.enum(endpointProtocols),
  deviceKey: z.string().max(200),
  receivedAtMs: z.number(),
  remote: z.string().max(200),
  readings: z.array(reading),
  raw: z.string().max(20_000),
});
const alarm = z.looseObject({
  id: z.uuid(),
  ruleId: z.uuid(),
  pointId: z.uuid(),
  stationId: z.uuid(),
  areaCode: z.string().regex(/^\d{6,12}$/),
  priority: z.enum(['critical', 'high', 'medium', 'low']),
  raisedAt: z.iso.datetime(),
  text: z.object({ zh: z.string(), en: z.string() }),
});
const change = z.looseObject({ kind: z.string(), alarm, atMs: z.number(), pointKey: z.string().nullable() });

/** Town and plant nodes: what they hand up, and how far they are. */
export function edgeEndpoints({ ingest }: Services): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/edges',
      summary: 'Nodes that hand their readings and alarms up to this server, and this server’s own way up if it is such a node',
      handle: async () => accept({ items: ingest.edges.list().map(shown), up: ingest.linkState() }),
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/edge/{id}/progress',
      summary: 'How much of a node’s log is here; the node says where its log ends',
      access: keepers,
      params,
      query: z.object({ last: z.coerce.number().int().min(0) }),
      handle: async ({ params: { id }, query: { last } }) => accept({ position: ingest.edges.greet(id, last) }),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/edge/{id}/entries',
      summary: 'A stretch of a node’s log, beginning after a position; answered with the position that is on disk here',
      access: keepers,
      params,
      body: z.object({ after: position, through: position, last: position, signals: z.array(signal), changes: z.array(change) }),
      bodyLimit: 32 * 1024 * 1024,
      handle: async ({ actor, params: { id }, body }) => {
        const { signals, ...stretch } = body;
        // What the schema names is checked; the rest of an alarm is the node's to say and is only shown.
        const changes = stretch.changes as unknown as EdgeChange[];
        const foreign = changes.find((one) => !isInReach(actor, one.alarm.areaCode));
        if (foreign)
          return refuse('edge-area', 403, {
            zh: `节点 ${id} 的报警属于 ${foreign.alarm.areaCode}，不在其令牌的辖区内。`,
            en: `An alarm of node ${id} belongs to ${foreign.alarm.areaCode}, outside the area of its token.`,
          });
        try {
          return accept({ position: await ingest.edges.take({ ...stretch, edgeId: id, signals, changes }) });
        } catch (error) {
          if (error instanceof RefusalError) return error.refusal;
          throw error;
        }
      },
    }),
  ];
}

function shown({ lastContactMs, ...rest }: ReturnType<Services['ingest']['edges']['list']>[number]) {
  return { ...rest, lastContactAt: new Date(lastContactMs).toISOString() };
}
