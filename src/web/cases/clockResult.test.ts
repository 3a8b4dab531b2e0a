import { expect, test } from 'vitest';
import type { CaseDeclaration, CaseLine } from '#kernel/casework/case.ts';
import { clockResult } from './clockResult.ts';

const declaration = { actions: { reportByPhone: { stops: ['phone'] }, note: {} } } as unknown as CaseDeclaration;
const aLine = (at: string, action: string, actor: string) => ({ at, action, actor }) as CaseLine;
const clock = { ruleId: 'phone', dueAt: '2026-07-01T00:30:00.000Z', doneAt: '2026-07-01T00:20:00.010Z' };

test('a clock met in time names who reported, not who wrote a note at the same moment', () => {
  const lines = [aLine('2026-07-01T00:20:00.000Z', 'note', '李带班'), aLine('2026-07-01T00:20:00.002Z', 'reportByPhone', '张值班')];
  expect(clockResult(declaration, clock, lines)).toEqual({ at: clock.doneAt, lateMs: 0, by: '张值班' });
});

test('a duty done five minutes late says so', () => {
  expect(clockResult(declaration, { ...clock, doneAt: '2026-07-01T00:35:00.000Z' }, [])).toMatchObject({ lateMs: 300_000, by: null });
});

test('a clock that still runs has no result', () => {
  expect(clockResult(declaration, { ...clock, doneAt: null }, [])).toBeNull();
});
