import { z } from 'zod';
import { accept, refuse } from '#kernel/problem/refusal.ts';
import { checkFields } from '#kernel/register/check.ts';
import { derived } from '#kernel/register/conditions.ts';
import { alarmRules } from '#rooms/monitoring/alarms/alarmRules.register.ts';
import { registerById } from '#rooms/rooms.ts';
import { planRule } from '../../operations/dryRuns.ts';
import { findRecord } from '../../storage/records.ts';
import { enginePoints } from '../../storage/stations.ts';
import { timesWithoutVerdict } from '../../storage/ruleMemory.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';

const params = z.object({ id: z.uuid() });
const noId = '00000000-0000-0000-0000-000000000000';

/** What alarm rules offer beyond their register: the rule as a sentence, dry runs, and points to choose from. */
export function alarmRuleEndpoints(services: Services): Endpoint[] {
  const { context } = services;
  const desk = services.dryRuns;
  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/points/choices',
      summary: 'Points by station, device and quantity, for choosing one',
      query: z.object({ q: z.string().max(100).default(''), id: z.uuid().optional() }),
      handle: async ({ actor, query: { id, q } }) => {
        const points = await context.database.transaction(actor, (tx) => enginePoints(tx));
        const items = points.map((point) => ({
          id: point.id,
          title: `${point.stationName} · ${point.name}`,
          detail: [point.deviceName, point.quantity, point.unit].filter(Boolean).join(' · '),
        }));
        const sought = q.toLowerCase();
        const found = items.filter((item) => item.id === id || `${item.title} ${item.detail}`.toLowerCase().includes(sought));
        // What is called so comes before what only measures it.
        const rank = (item: { id: string; title: string }) =>
          item.id === id ? 2 : sought !== '' && item.title.toLowerCase().includes(sought) ? 1 : 0;
        return accept({
          items: found.sort((a, b) => rank(b) - rank(a) || a.title.localeCompare(b.title, 'zh')).slice(0, 100),
        });
      },
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/alarm-rules/{id}/sentence',
      summary: 'A rule in one sentence, for how many points, or why it judges nothing',
      access: alarmRules.access.read,
      params,
      handle: async ({ actor, params: { id } }) =>
        context.database.transaction(actor, async (tx) => {
          const declaration = registerById('alarmRules');
          const record = declaration && (await findRecord(tx, declaration, id));
          if (!record) return refuse('record-missing', 404, { zh: '没有这条规则', en: 'There is no such rule' });
          const planned = await planRule(tx, record);
          const noVerdicts = await timesWithoutVerdict(tx, id);
          if (!planned.ok) return accept({ sentence: null, points: 0, problem: planned.text, noVerdicts });
          const { rules } = planned.value;
          return accept({ sentence: rules[0]?.sentence ?? null, points: rules.length, problem: null, noVerdicts });
        }),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/alarm-rules/dry-runs',
      summary: 'Try a rule (the fields of alarmRules, saved or not) on the last 30 days',
      access: alarmRules.access.write,
      body: z.record(z.string(), z.unknown()),
      handle: async ({ actor, body: { areaCode, id, ...given } }) => {
        const names = Object.keys(alarmRules.fields);
        const checked = checkFields(alarmRules.fields, Object.fromEntries(Object.entries(given).filter(([name]) => names.includes(name))), {
          partial: false,
        });
        if (!checked.ok) return checked;
        const values = { ...checked.value, ...derived(alarmRules.fields, checked.value) };
        const area = typeof areaCode === 'string' && areaCode !== '' ? areaCode : actor.areaCode;
        return desk.start(actor, { ...values, id: typeof id === 'string' ? id : noId, version: 0, areaCode: area });
      },
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/alarm-rules/dry-runs/{id}',
      summary: 'How far a dry run has come and what it found',
      access: alarmRules.access.write,
      params,
      handle: async ({ actor, params: { id } }) => desk.find(actor, id),
    }),
    endpoint({
      method: 'DELETE',
      path: '/api/v1/alarm-rules/dry-runs/{id}',
      summary: 'Cancel a dry run',
      access: alarmRules.access.write,
      params,
      handle: async ({ actor, params: { id } }) => desk.cancel(actor, id),
    }),
  ];
}
