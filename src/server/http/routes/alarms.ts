import { z } from 'zod';
import { isInReach, type Actor } from '#kernel/access/access.ts';
import type { Alarm } from '#kernel/alarm/alarm.ts';
import type { CaseDeclaration } from '#kernel/casework/case.ts';
import { accept, refuse, RefusalError, type Outcome } from '#kernel/problem/refusal.ts';
import { caseById } from '#rooms/rooms.ts';
import { openCaseIn } from '../../operations/caseOperations.ts';
import { inTransaction } from '../../operations/registerOperations.ts';
import { alarmById, pastAlarms, type KeptBack } from '../../storage/alarms.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';

const watchers = ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'viewer', 'townshipOfficer'] as const;
const answerers = ['administrator', 'commander', 'dutyLeader', 'dutyOfficer'] as const;
const params = z.object({ id: z.uuid() });
const actionBody = z.strictObject({
  version: z.int().nonnegative(),
  text: z.string().max(2000).default(''),
  /** Only for shelve: when the alarm comes back by itself. */
  until: z.iso.datetime({ offset: true }).optional(),
});
const summaries = {
  acknowledge: 'Take an alarm',
  note: 'Write what was found',
  dismiss: 'Dismiss as false, with a reason',
  shelve: 'Shelve: out of sight until a stated time, with a reason',
  unshelve: 'Take off the shelf',
} as const;

/** Alarms: open ones from memory (they do not wait for PostgreSQL), past ones from the database; acts of officers. */
export function alarmEndpoints({ context, ingest }: Services): Endpoint[] {
  const missing = refuse('alarm-unknown', 404, {
    zh: '没有这条报警，或不在您的辖区',
    en: 'There is no such alarm, or it is outside your area',
  });
  const visible = (actor: Actor, alarm: Alarm | null | undefined): alarm is Alarm => !!alarm && isInReach(actor, alarm.areaCode);

  const find = async (actor: Actor, id: string): Promise<Outcome<Alarm>> => {
    const open = ingest.alarm(id);
    if (open) return visible(actor, open) ? accept(open) : missing;
    const past = await context.database.transaction(actor, (tx) => alarmById(tx, id));
    return past ? accept(past) : missing;
  };

  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/alarms',
      summary: 'Alarms: open ones (default), or all, newest first',
      access: watchers,
      query: z.object({
        state: z.enum(['open', 'all']).default('open'),
        limit: z.coerce.number().int().min(1).max(1000).default(200),
        before: z.iso.datetime({ offset: true }).optional(),
        /** Only alarms that were ever kept back so. */
        kept: z.enum(['shelved', 'suppressed']).optional(),
      }),
      handle: async ({ actor, query }) => {
        const { kept } = query;
        const open = ingest.openAlarms().filter((alarm) => isInReach(actor, alarm.areaCode) && (!kept || wasKept(alarm, kept)));
        const position = String(ingest.position());
        if (query.state === 'open') return accept({ items: open.sort(newestFirst), position });
        const page = await context.database.transaction(actor, (tx) => pastAlarms(tx, query.before ?? null, query.limit, kept));
        const stored = new Set(page.map(({ id }) => id));
        // The database is a little behind: what is open is taken from memory, and what it lacks yet stands first.
        const unstored = query.before
          ? []
          : open.filter(({ id }) => !stored.has(id) && page.every((alarm) => alarm.raisedAt <= (ingest.alarm(id)?.raisedAt ?? '')));
        return accept({ items: [...unstored.sort(newestFirst), ...page.map((alarm) => ingest.alarm(alarm.id) ?? alarm)], position });
      },
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/alarms/{id}',
      summary: 'One alarm',
      access: watchers,
      params,
      handle: ({ actor, params: { id } }) => find(actor, id),
    }),
    ...(['acknowledge', 'note', 'dismiss', 'shelve', 'unshelve'] as const).map((action) =>
      endpoint({
        method: 'POST',
        path: `/api/v1/alarms/{id}/actions/${action}`,
        summary: summaries[action],
        access: answerers,
        params,
        body: actionBody,
        handle: async ({ actor, params: { id }, body: { until, version, text } }) => {
          const found = await find(actor, id);
          if (!found.ok) return found;
          return ingest.command({
            action,
            alarmId: id,
            version,
            text: text.trim(),
            ...(until !== undefined && { untilMs: Date.parse(until) }),
            actor: { id: actor.accountId, name: actor.name, from: actor.from },
            incidentId: null,
          });
        },
      }),
    ),
    endpoint({
      method: 'POST',
      path: '/api/v1/alarms/{id}/actions/openIncident',
      summary: 'Open an incident from an alarm; the client makes the id of the incident',
      access: answerers,
      params,
      body: z.strictObject({
        version: z.int().nonnegative(),
        incidentId: z.uuid(),
        kind: z.string(),
        title: z.string(),
        facts: z.string(),
        place: z.tuple([z.number(), z.number()]),
        areaCode: z.string().optional(),
      }),
      handle: async ({ actor, params: { id }, body }) => {
        const found = await find(actor, id);
        if (!found.ok) return found;
        const alarm = found.value;
        if (alarm.incidentId && alarm.incidentId !== body.incidentId)
          return refuse('alarm-has-incident', 409, { zh: '这条报警已转为事件', en: 'An incident has been opened from this alarm already' });
        const incident = caseById('incident') as CaseDeclaration;
        const input = { title: body.title, eventCode: body.kind, facts: body.facts, place: body.place, alarmId: id };
        return inTransaction(context, actor, async (tx) => {
          const opened = await openCaseIn(context, tx, incident, body.incidentId, {
            action: 'open',
            input,
            note: '',
            version: null,
            areaCode: body.areaCode ?? alarm.areaCode,
            demo: alarm.demo,
          });
          // Before the commit: when another officer was quicker, nothing of the incident stays.
          const linked =
            alarm.incidentId === body.incidentId
              ? accept(alarm)
              : await ingest.command({
                  action: 'incidentOpened',
                  alarmId: id,
                  version: body.version,
                  text: body.title,
                  actor: { id: actor.accountId, name: actor.name, from: actor.from },
                  incidentId: body.incidentId,
                });
          if (!linked.ok) throw new RefusalError(linked);
          return { alarm: linked.value, incident: opened };
        });
      },
    }),
  ];
}

function newestFirst(a: Alarm, b: Alarm): number {
  return a.raisedAt < b.raisedAt ? 1 : a.raisedAt > b.raisedAt ? -1 : 0;
}

/** As `pastAlarms` asks the database. */
function wasKept(alarm: Alarm, kept: KeptBack): boolean {
  return alarm.lines.some(({ kind }) => kind === kept) || (kept === 'suppressed' && alarm.suppressedBy !== null);
}
