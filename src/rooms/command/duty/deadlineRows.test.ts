import { expect, test } from 'vitest';
import type { Deadline } from '#kernel/clock/deadline.ts';
import { deadlinesFile, isOverdue, shownDeadlines, type FileWords } from './deadlineRows.ts';

function aDeadline(id: string, change: Partial<Deadline> = {}): Deadline {
  const text = { zh: '县报市（电话）', en: 'County to city, by phone' };
  return {
    id,
    ruleId: 'countyToCityPhone',
    label: text,
    duty: text,
    clause: '第十条',
    verified: true,
    subject: { kind: 'incident', id: 'i', title: '储罐泄漏' },
    areaCode: '341322104',
    startedAt: '2026-07-01T00:00:00.000Z',
    dueAt: '2026-07-01T00:30:00.000Z',
    doneAt: null,
    state: 'running',
    within: { minutes: 30 },
    waits: false,
    extension: null,
    firstDueAt: '2026-07-01T00:30:00.000Z',
    pausedAt: null,
    pausedMs: 0,
    extendedTo: null,
    extensions: 0,
    calendarVerified: true,
    escalation: 0,
    demo: false,
    ...change,
  };
}

const words: FileWords = {
  columns: ['状态'],
  areaName: (code) => code,
  kindName: (kind) => kind,
  label: ({ label }) => label.zh,
  duty: ({ duty }) => duty.zh,
  moment: (instant) => instant.slice(11, 16),
  state: (isOverdue) => (isOverdue ? '超时' : '进行中'),
  verified: (isVerified) => (isVerified ? '' : '未核实'),
  demo: (isDemo) => (isDemo ? '演示' : ''),
};

test('what is overdue stands above what is still running', () => {
  const rows = shownDeadlines([aDeadline('later', { dueAt: '2026-07-01T05:00:00.000Z' }), aDeadline('overdue')], {});
  expect(rows.map(({ id }) => id)).toEqual(['overdue', 'later']);
});

test('a township filter leaves out its neighbour, a county filter keeps both', () => {
  const all = [aDeadline('a'), aDeadline('b', { areaCode: '341322105' })];
  expect(shownDeadlines(all, { areaCode: '341322104' })).toHaveLength(1);
  expect(shownDeadlines(all, { areaCode: '341322' })).toHaveLength(2);
});

test('the end of a period of notice is no lateness, and a paused clock is not late', () => {
  const nowMs = Date.parse('2026-07-01T01:00:00Z');
  expect(isOverdue(aDeadline('a'), nowMs)).toBe(true);
  expect(isOverdue(aDeadline('b', { waits: true }), nowMs)).toBe(false);
  expect(isOverdue(aDeadline('c', { pausedAt: '2026-07-01T00:10:00.000Z' }), nowMs)).toBe(false);
});

test('the file has one line a row shown, overdue said in words', () => {
  const nowMs = Date.parse('2026-07-01T01:00:00Z');
  const rows = [aDeadline('a'), aDeadline('b', { dueAt: '2026-07-01T02:00:00.000Z', verified: false })];
  const lines = deadlinesFile(rows, nowMs, words).trim().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toBe('超时,00:30,县报市（电话）,县报市（电话）,储罐泄漏,incident,341322104,00:00,第十条,,');
  expect(lines[2]).toContain('进行中,02:00');
  expect(lines[2]).toContain('未核实');
});
