import { accept, refuse } from '#kernel/problem/refusal.ts';
import { cases, registers } from '#rooms/rooms.ts';
import { counties } from '../../../../counties/counties.ts';
import { writeDemo } from '../../access/setup.ts';
import { removeDemo } from '../../storage/demo.ts';
import { writeJournal } from '../../storage/journal.ts';
import { emit } from '../../storage/outbox.ts';
import { readSetting, writeSetting } from '../../storage/settings.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';

/** The demo story: put in, take out. */
export function demoEndpoints(services: Services): Endpoint[] {
  const { context } = services;
  return [
    endpoint({
      method: 'POST',
      path: '/api/v1/demo',
      summary: 'Fill the county with its demo story, marked on every record',
      access: ['administrator'],
      handle: async ({ actor }) => {
        const pack = await counties.find(({ code }) => code === context.county)?.load();
        if (!pack) return refuse('county-unknown', 404, { zh: '没有县区数据包', en: 'There is no county pack' });
        if (await context.database.transaction(actor, (tx) => readSetting(tx, 'demo')))
          return refuse('demo-present', 409, { zh: '演示数据已经在用', en: 'The demo story is already there' });
        await context.database.transaction({ ...actor, kind: 'system' }, async (tx) => {
          await writeDemo(context, tx, pack);
          await emit(tx, context.clock, [
            { type: 'demo.loaded', areaCode: context.county, subject: { kind: 'demo', id: context.county }, demo: true, data: {} },
          ]);
          await writeJournal(tx, context.clock, [
            { act: 'loadDemo', subjectKind: 'demo', subjectId: context.county, areaCode: context.county },
          ]);
        });
        await afterDemoChange(services);
        return accept(null);
      },
    }),
    endpoint({
      method: 'DELETE',
      path: '/api/v1/demo',
      summary: 'Remove every record marked demo, in one action',
      access: ['administrator'],
      handle: async ({ actor }) => {
        await services.ingest.forgetDemo();
        const removed = await removeDemo(context.database.pool, [...registers, ...cases]);
        await context.database.transaction({ ...actor, kind: 'system' }, async (tx) => {
          await writeSetting(tx, 'demo', null);
          await emit(tx, context.clock, [
            { type: 'demo.removed', areaCode: context.county, subject: { kind: 'demo', id: context.county }, demo: true, data: {} },
          ]);
          await writeJournal(tx, context.clock, [
            { act: 'removeDemo', subjectKind: 'demo', subjectId: context.county, areaCode: context.county, detail: { removed } },
          ]);
        });
        await afterDemoChange(services);
        return accept({ removed });
      },
    }),
  ];
}

/** The alarm engine learns of points and rules that came or went. */
export async function afterDemoChange({ ingest }: Services): Promise<void> {
  await ingest.reloadRegistry();
}
