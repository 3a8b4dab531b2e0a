import { expect, test } from 'vitest';
import type { AnyRecord } from '#kernel/register/register.ts';
import { incident } from '#rooms/command/incidents/incident.case.ts';
import type { CaseDeclaration } from '#kernel/casework/case.ts';
import type { LocalWrite } from './offlineDatabase.ts';
import { caseWith, pageWith, recordWith } from './overlay.ts';

const aWrite = (change: Partial<LocalWrite>): LocalWrite => ({
  id: 'w',
  deviceId: 'd',
  sequence: 1,
  madeAt: '2026-07-01T00:00:00.000Z',
  kind: 'create',
  type: 'shelters',
  recordId: 'new',
  baseVersion: null,
  base: {},
  body: { name: '一中操场' },
  accountId: 'a',
  title: '',
  outcome: null,
  ...change,
});
const stored = { id: 'old', version: 3, name: '老小学', capacity: 40 } as unknown as AnyRecord;

test('a record made here is shown as it was written, an edit over it', () => {
  const writes = [aWrite({}), aWrite({ kind: 'change', body: { name: '一中体育场' } })];
  expect(recordWith(null, writes, '甲')).toMatchObject({ id: 'new', version: 0, name: '一中体育场', createdBy: '甲' });
});

test('a record of the server keeps its version under an edit made here', () => {
  expect(recordWith(stored, [aWrite({ kind: 'change', recordId: 'old', body: { capacity: 50 } })], '甲')).toMatchObject({
    version: 3,
    name: '老小学',
    capacity: 50,
  });
});

test('an edit of a record that was never seen here shows nothing', () => {
  expect(recordWith(null, [aWrite({ kind: 'change' })], '甲')).toBeNull();
});

test('a list shows what was made here on top, what was edited in place, and counts both', () => {
  const writes = [aWrite({}), aWrite({ kind: 'change', recordId: 'old', body: { name: '新小学' } })];
  const page = pageWith({ items: [stored], next: null, total: 1 }, writes, '甲', true);
  expect(page?.items.map((each) => each['name'])).toEqual(['一中操场', '新小学']);
  expect(page?.total).toBe(2);
  expect(pageWith(null, [], '甲', true)).toBeNull();
  expect(pageWith({ items: [stored], next: null, total: 1 }, writes, '甲', false)?.items).toHaveLength(1);
});

test('a case opened here shows its fields and timeline, and further actions at the end', () => {
  const declaration = incident as unknown as CaseDeclaration;
  const open = aWrite({ kind: 'caseOpen', type: 'incident', body: { action: 'open', title: '漫堤' } });
  const note = aWrite({ id: 'n', kind: 'caseAct', type: 'incident', body: { action: 'note', note: '已到场' } });
  const view = caseWith(null, declaration, [open, note], '甲');
  expect(view?.case).toMatchObject({ id: 'new', title: '漫堤', state: 'open' });
  expect(view?.lines.map(({ action, note: said }) => [action, said])).toEqual([
    ['open', ''],
    ['note', '已到场'],
  ]);
});
