import { expect, test } from 'vitest';
import type { CaseLine } from '#kernel/casework/case.ts';
import { count, text } from '#kernel/register/field.ts';
import { readTimeline } from './timeline.ts';

const fields = {
  title: text({ label: { zh: '标题', en: 'Title' } }),
  injured: count({ label: { zh: '受伤', en: 'Injured' }, unit: { zh: '人', en: 'people' } }),
};

function aLine(at: string, data: Record<string, unknown>, action = 'update'): CaseLine {
  return {
    id: at,
    caseType: 'incident',
    caseId: 'i',
    at: `2026-07-01T${at}:00Z`,
    actorId: 'a',
    actor: '张三',
    action,
    note: '',
    data,
    state: null,
  };
}

test('an update tells the figure before and after', () => {
  const told = readTimeline([aLine('01:00', { title: '火情', injured: 1 }, 'open'), aLine('02:00', { injured: 3 })], fields);
  expect(told[1]?.changes).toEqual([{ name: 'injured', before: 1, after: 3 }]);
});

test('a field sent again unchanged is no change', () => {
  const told = readTimeline([aLine('01:00', { title: '火情' }, 'open'), aLine('02:00', { title: '火情', injured: 2 })], fields);
  expect(told[1]?.changes.map(({ name }) => name)).toEqual(['injured']);
});

test('lines that arrive in any order are read in order of time', () => {
  const told = readTimeline([aLine('02:00', { injured: 3 }), aLine('01:00', { injured: 1 }, 'open')], fields);
  expect(told.map(({ line, opens }) => [line.action, opens])).toEqual([
    ['open', true],
    ['update', false],
  ]);
});

test('what the declaration does not know is not shown', () => {
  expect(readTimeline([aLine('01:00', { secret: 1 }, 'open')], fields)[0]?.changes).toEqual([]);
});

test('two officers are named with every action, also when they are the same again', () => {
  const officers = {
    certificate: text({ label: { zh: '证号', en: 'Certificate' } }),
    second: text({ label: { zh: '第二人', en: 'Second' } }),
  };
  const visit = {
    label: { zh: '核查', en: 'Visit' },
    from: ['open'],
    by: [],
    gates: [{ kind: 'twoOfficers' as const, certificate: 'certificate', second: 'second', secondCertificate: 'certificate' }],
    emits: 'x.visited',
  };
  const data = { certificate: '皖1', second: '李四' };
  const told = readTimeline([aLine('01:00', data, 'visit'), aLine('02:00', data, 'visit')], officers, { visit });
  expect(told[1]?.changes).toEqual([
    { name: 'certificate', before: null, after: '皖1' },
    { name: 'second', before: null, after: '李四' },
  ]);
});
