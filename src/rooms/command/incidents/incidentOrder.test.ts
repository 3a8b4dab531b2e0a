import { expect, test } from 'vitest';
import type { Deadline } from '#kernel/clock/deadline.ts';
import { inOrder, nextClocks, type Incident } from './incidentOrder.ts';

const anIncident = (id: string, state: string, openedAt: string) => ({ id, state, openedAt }) as Incident;
const aClock = (subject: string, dueAt: string) => ({ subject: { id: subject }, dueAt }) as Deadline;

test('the incident whose clock runs out first stands on top, and a closed one below all open ones', () => {
  const incidents = [
    anIncident('closed', 'closed', '2026-07-01T05:00:00Z'),
    anIncident('calm', 'open', '2026-07-01T01:00:00Z'),
    anIncident('late', 'open', '2026-07-01T02:00:00Z'),
    anIncident('soon', 'open', '2026-07-01T03:00:00Z'),
  ];
  const clocks = nextClocks([aClock('soon', '2026-07-01T04:00:00Z'), aClock('late', '2026-07-01T02:30:00Z')]);
  expect(inOrder(incidents, clocks).map(({ id }) => id)).toEqual(['late', 'soon', 'calm', 'closed']);
});

test('of several clocks of one incident the first due counts', () => {
  const next = nextClocks([aClock('a', '2026-07-01T05:00:00Z'), aClock('a', '2026-07-01T04:00:00Z')]);
  expect(next.get('a')?.dueAt).toBe('2026-07-01T04:00:00Z');
});

test('without clocks the newest report comes first', () => {
  const incidents = [anIncident('old', 'open', '2026-07-01T01:00:00Z'), anIncident('new', 'open', '2026-07-01T02:00:00Z')];
  expect(inOrder(incidents, new Map()).map(({ id }) => id)).toEqual(['new', 'old']);
});
