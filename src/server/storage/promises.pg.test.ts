import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addCaseType, addRegister, changeLaw, scratchCopy, type ScratchCopy } from '../../../house/promises.ts';

// What PostgreSQL and the running server make of a register, a case type and a change of law that were added to a scratch
// copy (house/promises.ts). The server there is a whole one, asked by HTTP; its clock stands one minute before the change.

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

interface Saw {
  register: Record<'created' | 'twice' | 'wrong' | 'listed' | 'map' | 'neighbour', Answer>;
  sheet: { exported: unknown[][]; preview: unknown[] } & Record<'applied' | 'listed' | 'history', Answer>;
  case: Record<'nowhere' | 'opened' | 'early' | 'closed' | 'view', Answer>;
  law: Record<'before' | 'after', { clause: string; minutes: number }>;
  policies: { table: string; secured: boolean; policies: string[] }[];
  faults: string[];
}

let scratch: ScratchCopy;
let saw: Saw;

beforeAll(() => {
  scratch = scratchCopy();
  addRegister(scratch);
  addCaseType(scratch);
  changeLaw(scratch);
  scratch.add('probe.ts', 'probe.ts');
  mustRun(['src/server/storage/migrations.ts', 'cave_shelters']);
  saw = JSON.parse(mustRun(['probe.ts'])) as Saw;
}, 180_000);
afterAll(() => scratch.remove());

function mustRun(args: readonly string[]): string {
  const { code, output } = scratch.run(args);
  if (code !== 0) throw new Error(output);
  return output;
}

describe('a register added by one file and one entry', () => {
  test('takes records, refuses what its fields forbid, lists, filters and lies on the map', () => {
    const { created, twice, wrong, listed, map } = saw.register;
    expect(created).toMatchObject({ status: 201, body: { name: '一号洞', capacity: 40, version: 1, demo: false } });
    expect(twice).toMatchObject({ status: 409, body: { code: 'value-taken' } });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'fields-invalid', fields: [{ field: 'capacity', rule: 'min' }] } });
    expect(listed).toMatchObject({ status: 200, body: { total: 1, items: [{ name: '一号洞' }] } });
    expect(map).toMatchObject({
      body: { type: 'FeatureCollection', features: [{ geometry: { type: 'Point', coordinates: [116.9, 34.2] } }] },
    });
  });

  test('goes out to Excel and comes in again, cell by cell, into list and history', () => {
    const { exported, preview, applied, listed, history } = saw.sheet;
    expect(exported[0]).toEqual(['行政区', '名称', '类型', '容纳人数（人）', '经度', '纬度']);
    expect(exported[1]?.slice(1)).toEqual(['一号洞', '天然', 40, 116.9, 34.2]);
    expect(preview).toEqual([['changed'], ['new'], ['faulty', ['容纳人数（人）', 'type']]]);
    expect(applied).toMatchObject({ status: 200, body: { added: 1, changed: 1, file: 'caves.xlsx' } });
    expect(listed.body['items']).toMatchObject([
      { name: '一号洞', capacity: 60, version: 2 },
      { name: '二号洞', kind: 'dug', version: 1 },
    ]);
    expect(history.body['items']).toMatchObject([{ act: 'create' }, { act: 'update', why: 'caves.xlsx' }]);
  });

  test('is invisible to another division, by a policy of its own table', () => {
    expect(saw.register.neighbour).toMatchObject({ status: 200, body: { total: 0, items: [] } });
    expect(saw.policies).toEqual([
      { table: 'cave_opening', secured: true, policies: ['cave_opening_by_area'] },
      { table: 'cave_shelters', secured: true, policies: ['cave_shelters_by_area'] },
    ]);
  });
});

describe('a case type added by one file and one entry', () => {
  test('opens, refuses and acts, with timeline and clock', () => {
    const { nowhere, opened, early, closed, view } = saw.case;
    expect(nowhere).toMatchObject({ status: 422, body: { fields: [{ field: 'shelter', rule: 'reference' }] } });
    expect(opened).toMatchObject({ status: 201, body: { state: 'open', caseVersion: 1 } });
    expect(early).toMatchObject({ status: 422, body: { code: 'case-fields-missing' } });
    expect(closed).toMatchObject({ status: 200, body: { state: 'closed' } });
    expect(view.body['lines']).toMatchObject([{ action: 'open' }, { action: 'close', note: '雨停' }]);
    expect(view.body['deadlines']).toMatchObject([{ ruleId: 'countyToCityPhone', state: 'met' }]);
  });
});

describe('a deadline changed by law with one dated row', () => {
  test('counts for what begins from that day on, and leaves a case from before its own', () => {
    expect(saw.law.before.minutes).toBe(30);
    expect(saw.law.after).toEqual({ minutes: 20, clause: '突发事件信息报送惯例 电话 20 分钟' });
  });

  test('and nothing failed on the way', () => {
    expect(saw.faults).toEqual([]);
  });
});
