import { expect, test } from 'vitest';
import type { Actor } from './access.ts';
import { mayOpen, openingEntry } from './sensitive.ts';

const reader: Actor = { kind: 'person', accountId: 'a', name: '甲', roles: ['dutyLeader'], areaCode: '341322101', posts: [], from: '' };

test('a sensitive field opens for its roles inside their division only', () => {
  const phone = { sensitive: ['dutyLeader'] } as const;
  expect(mayOpen(reader, phone, '341322101005')).toBe(true);
  expect(mayOpen(reader, phone, '341322102')).toBe(false);
  expect(mayOpen({ ...reader, roles: ['viewer'] }, phone, '341322101')).toBe(false);
  expect(mayOpen({ ...reader, roles: ['viewer'] }, {}, '341322101')).toBe(true);
});

test('the journal keeps which fields were opened and why, never what they hold', () => {
  const entry = openingEntry({ kind: 'disasterReporters', id: '1', areaCode: '341322101' }, ['phone', 'idNumber'], '核实转移名单');
  expect(entry).toEqual({
    act: 'open',
    subjectKind: 'disasterReporters',
    subjectId: '1',
    areaCode: '341322101',
    why: '核实转移名单',
    detail: { fields: ['idNumber', 'phone'] },
  });
});
