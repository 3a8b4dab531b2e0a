import { describe, expect, test } from 'vitest';
import type { Deadline } from '#kernel/clock/deadline.ts';
import type { Outcome } from '#kernel/problem/refusal.ts';
import { aLaw, aLine, anAsk, aPermit, leader, officer, permit } from './caseBuilders.ts';
import { decide, whyNot, type CaseStep } from './decide.ts';
import { applyMoves } from './randomHistory.ts';

const submitted = aPermit({ state: 'submitted' });

describe('the casework engine', () => {
  test('moves a case along a declared action and starts its clocks', () => {
    const decided = decide(anAsk());
    expect(decided).toMatchObject({
      ok: true,
      value: { state: 'submitted', final: false, documents: ['application'], emits: 'permit.submitted' },
    });
    expect(movesOf(decided)).toEqual(['started answer', 'started objection']);
  });

  test('opens a case with checked and trimmed input', () => {
    expect(decide(anAsk({ current: null, action: 'draft', input: { subject: ' 焊接 ' } }))).toMatchObject({
      ok: true,
      value: { state: 'draft', changes: { subject: '焊接' } },
    });
  });

  test.each([
    ['an action nobody declared', { action: 'burn' }, 'case-action-unknown'],
    ['an action from another state', { current: submitted }, 'case-action-not-allowed'],
    ['an action on a finished case', { current: aPermit({ state: 'granted' }) }, 'case-action-not-allowed'],
    ['an actor without the role', { action: 'grant', current: submitted }, 'case-role-missing'],
    ['a case outside the area', { areaCode: '341322102' }, 'area-outside'],
    ['a field the action does not take', { input: { subject: 'x' } }, 'case-input-unknown'],
    ['a value outside the code list', { action: 'draft', current: null, input: { kind: 'cold' } }, 'fields-invalid'],
    ['a required field that is empty afterwards', { current: aPermit({ kind: null }) }, 'case-fields-missing'],
    ['a note that is missing', { action: 'grant', actor: leader, current: submitted, note: '  ' }, 'case-fields-missing'],
    ['a version of the rules that nobody kept', { current: aPermit({ caseVersion: 7 }) }, 'case-version-unknown'],
    ['a clock rule that does not exist', { law: { ...aLaw, rule: () => undefined } }, 'clock-rule-missing'],
  ])('refuses %s', (_, change, code) => {
    const decided = decide(anAsk(change));
    expect(decided).toMatchObject({ ok: false, code });
    expect(decided).toHaveProperty('text.zh', expect.stringMatching(/[\u4e00-\u9fff]{3,}/));
    expect(decided).toHaveProperty('text.en', expect.stringMatching(/[a-z]{3,}/));
  });

  test('lets the holder of a named post act, in the areas of that person', () => {
    const clerk = { ...officer, roles: ['viewer' as const], posts: ['clerk'] };
    expect(decide(anAsk({ actor: clerk }))).toMatchObject({ ok: true });
    expect(decide(anAsk({ actor: { ...clerk, posts: [] } }))).toMatchObject({ ok: false, code: 'case-role-missing' });
    expect(decide(anAsk({ actor: clerk, areaCode: '341322102' }))).toMatchObject({ ok: false, code: 'area-outside' });
  });

  test('keeps four eyes: whoever submitted may not grant, another may', () => {
    const ask = anAsk({ action: 'grant', current: submitted, note: '可', history: [aLine('submit', 'a')] });
    expect(decide({ ...ask, actor: { ...leader, accountId: 'a' } })).toMatchObject({ ok: false, code: 'four-eyes', clause: '内部规定' });
    expect(decide({ ...ask, actor: leader })).toMatchObject({ ok: true, value: { final: true } });
  });

  test('goes back after a suspension to the state before it', () => {
    const history = [
      aLine('draft', 'a', { state: 'draft' }),
      aLine('submit', 'a', { state: 'submitted' }),
      aLine('suspend', 'b', { state: 'suspended' }),
    ];
    const ask = anAsk({ action: 'resume', actor: leader, current: aPermit({ state: 'suspended' }) });
    expect(decide({ ...ask, history })).toMatchObject({ ok: true, value: { state: 'submitted' } });
    expect(decide({ ...ask, history: [] })).toMatchObject({ ok: false, code: 'case-state-unknown' });
  });

  test('opens a child case with the fields it takes over', () => {
    expect(decide(anAsk({ action: 'appeal', current: submitted }))).toMatchObject({
      ok: true,
      value: { opens: { type: 'appeal', action: 'open', by: 'permit', input: { title: '焊接' } } },
    });
  });
});

describe('versions of the rules', () => {
  test('a case begun under the old rules follows them to its end, a new one does not', () => {
    const old = aPermit({ caseVersion: 1 });
    expect(decide(anAsk({ action: 'grant', current: old }))).toMatchObject({ ok: true, value: { state: 'granted', final: true } });
    expect(decide(anAsk({ action: 'submit', current: old }))).toMatchObject({ ok: false, code: 'case-action-unknown' });
    expect(decide(anAsk({ action: 'grant', current: aPermit() }))).toMatchObject({ ok: false });
  });

  test('buttons are those of the version too', () => {
    const old = anAsk({ current: aPermit({ caseVersion: 1 }) });
    expect(whyNot(old, 'grant')).toBeNull();
    expect(whyNot(anAsk(), 'grant')).toMatchObject({ ok: false });
    expect(permit.earlier?.map(({ version }) => version)).toEqual([1]);
  });
});

describe('clocks of a case', () => {
  const started = stepOf(decide(anAsk()));
  const running = applyMoves([], started.clocks);
  const later = new Date('2026-07-10T09:00:00+08:00');

  test('stand still while it is suspended and go on afterwards', () => {
    const paused = stepOf(decide(anAsk({ action: 'suspend', actor: leader, current: submitted, deadlines: running, at: later })));
    expect(paused.clocks.map((move) => move.kind)).toEqual(['paused']);
    const deadlines = applyMoves(running, paused.clocks);
    const resumed = decide(
      anAsk({
        action: 'resume',
        actor: leader,
        current: aPermit({ state: 'suspended' }),
        deadlines,
        history: [aLine('submit', 'a', { state: 'submitted' }), aLine('suspend', 'b', { state: 'suspended' })],
        at: new Date('2026-08-10T09:00:00+08:00'),
      }),
    );
    const answer = applyMoves(deadlines, stepOf(resumed).clocks).find(({ ruleId }) => ruleId === 'answer');
    expect(answer).toMatchObject({ state: 'running', dueAt: new Date('2026-08-22T00:00:00+08:00').toISOString() });
  });

  test('are extended to a date within the law, and no further', () => {
    const ask = anAsk({ action: 'extend', actor: leader, current: submitted, deadlines: running, at: later });
    const extended = stepOf(decide({ ...ask, input: { until: '2026-07-28' } }));
    expect(extended.clocks[0]).toMatchObject({
      kind: 'extended',
      deadline: { extensions: 1, extendedTo: new Date('2026-07-29T00:00:00+08:00').toISOString() },
    });
    expect(decide({ ...ask, input: { until: '2026-08-15' } })).toMatchObject({
      ok: false,
      code: 'clock-not-extended',
      clause: '第三条',
      text: { zh: '“答复”不能延长：最迟只能延到 2026-07-31' },
    });
    expect(decide({ ...ask, input: { until: '2026-07-28' }, deadlines: [] })).toMatchObject({ ok: false, code: 'clock-not-extended' });
  });

  test('end with the case: what its last action does not stop is cancelled', () => {
    const granted = decide(
      anAsk({
        action: 'grant',
        actor: leader,
        current: submitted,
        note: '可',
        deadlines: running,
        at: new Date('2026-07-03T09:00:00+08:00'),
      }),
    );
    expect(movesOf(granted)).toEqual(['stopped answer', 'cancelled objection']);
  });

  test('that start again take the place of those that still run', () => {
    expect(movesOf(decide(anAsk({ deadlines: running })))).toEqual([
      'cancelled answer',
      'cancelled objection',
      'started answer',
      'started objection',
    ]);
  });
});

function stepOf(decided: Outcome<CaseStep>): CaseStep {
  if (!decided.ok) throw new Error(decided.text.en);
  return decided.value;
}

function movesOf(decided: Outcome<CaseStep>): string[] {
  return stepOf(decided).clocks.map(
    (move) => `${move.kind} ${move.kind === 'started' ? move.clock.rule.id : (move.deadline satisfies Deadline).ruleId}`,
  );
}
