import { describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/access/access.ts';
import { choice, longText, text } from '#kernel/register/field.ts';
import { defineCase, type AnyCase, type CaseDeclaration, type CaseLine } from './case.ts';
import { decide } from './decide.ts';

const permit = defineCase({
  id: 'permit',
  version: 1,
  label: { zh: '许可', en: 'Permits' },
  singular: { zh: '许可', en: 'Permit' },
  title: 'subject',
  fields: {
    subject: text({ label: { zh: '事项', en: 'Subject' } }),
    reason: longText({ label: { zh: '理由', en: 'Reason' } }),
    kind: choice({ label: { zh: '类型', en: 'Kind' }, options: { hot: { zh: '动火', en: 'Hot work' } } }),
  },
  access: { read: ['dutyOfficer'], write: ['dutyOfficer'] },
  states: {
    draft: { label: { zh: '草稿', en: 'Draft' } },
    submitted: { label: { zh: '待批', en: 'Submitted' } },
    granted: { label: { zh: '已批', en: 'Granted' }, final: true },
  },
  actions: {
    draft: {
      label: { zh: '起草', en: 'Draft' },
      from: [],
      to: 'draft',
      by: ['dutyOfficer'],
      input: ['subject', 'reason', 'kind'],
      emits: 'permit.drafted',
    },
    submit: {
      label: { zh: '提交', en: 'Submit' },
      from: ['draft'],
      to: 'submitted',
      by: ['dutyOfficer'],
      requires: ['subject', 'kind'],
      starts: ['answer'],
      emits: 'permit.submitted',
    },
    grant: {
      label: { zh: '批准', en: 'Grant' },
      from: ['submitted'],
      to: 'granted',
      by: ['dutyLeader'],
      note: 'required',
      gates: [{ kind: 'differentPersonFrom', action: 'submit', clause: '内部规定' }],
      stops: ['answer'],
      emits: 'permit.granted',
    },
  },
  empty: { zh: '无', en: 'None' },
}) as unknown as CaseDeclaration;

const officer: Actor = { kind: 'person', accountId: 'a', name: '甲', roles: ['dutyOfficer'], areaCode: '341322101', posts: [], from: '' };
const leader: Actor = { ...officer, accountId: 'b', name: '乙', roles: ['dutyLeader'], areaCode: '341322' };

function aPermit(overrides: Record<string, unknown> = {}): AnyCase {
  return {
    id: '1',
    state: 'draft',
    areaCode: '341322101',
    version: 1,
    subject: '焊接',
    kind: 'hot',
    reason: null,
    ...overrides,
  } as unknown as AnyCase;
}

function aLine(action: string, actorId: string): CaseLine {
  return { id: 'l', caseType: 'permit', caseId: '1', at: '2026-07-01T00:00:00Z', actorId, actor: actorId, action, note: '', data: {} };
}

const ask = {
  declaration: permit,
  current: aPermit() as AnyCase | null,
  actor: officer,
  areaCode: '341322101',
  input: {},
  note: '',
  history: [] as CaseLine[],
};

describe('the casework engine', () => {
  test('moves a case along a declared action and starts its clocks', () => {
    expect(decide({ ...ask, action: 'submit' })).toMatchObject({
      ok: true,
      value: { state: 'submitted', final: false, starts: ['answer'], emits: 'permit.submitted' },
    });
  });

  test('opens a case with checked and trimmed input', () => {
    expect(decide({ ...ask, current: null, action: 'draft', input: { subject: ' 焊接 ' } })).toMatchObject({
      ok: true,
      value: { state: 'draft', changes: { subject: '焊接' } },
    });
  });

  test.each([
    ['an action nobody declared', { action: 'burn' }, 'case-action-unknown'],
    ['an action from another state', { action: 'submit', current: aPermit({ state: 'submitted' }) }, 'case-action-not-allowed'],
    ['an action on a finished case', { action: 'submit', current: aPermit({ state: 'granted' }) }, 'case-action-not-allowed'],
    ['an actor without the role', { action: 'grant', current: aPermit({ state: 'submitted' }) }, 'case-role-missing'],
    ['a case outside the area', { action: 'submit', areaCode: '341322102' }, 'area-outside'],
    ['a field the action does not take', { action: 'submit', input: { subject: 'x' } }, 'case-input-unknown'],
    ['a value outside the code list', { action: 'draft', current: null, input: { kind: 'cold' } }, 'fields-invalid'],
    ['a required field that is empty afterwards', { action: 'submit', current: aPermit({ kind: null }) }, 'case-fields-missing'],
    [
      'a note that is missing',
      { action: 'grant', actor: leader, current: aPermit({ state: 'submitted' }), note: '  ' },
      'case-fields-missing',
    ],
  ])('refuses %s', (_, change, code) => {
    const decided = decide({ ...ask, ...change });
    expect(decided).toMatchObject({ ok: false, code });
    expect(decided).toHaveProperty('text.zh', expect.stringMatching(/.{3,}/));
  });

  test('keeps four eyes: whoever submitted may not grant, another may', () => {
    const current = aPermit({ state: 'submitted' });
    const both: Actor = { ...leader, accountId: 'a' };
    expect(decide({ ...ask, action: 'grant', actor: both, current, note: '可', history: [aLine('submit', 'a')] })).toMatchObject({
      ok: false,
      code: 'four-eyes',
      clause: '内部规定',
    });
    expect(decide({ ...ask, action: 'grant', actor: leader, current, note: '可', history: [aLine('submit', 'a')] })).toMatchObject({
      ok: true,
      value: { final: true, stops: ['answer'] },
    });
  });
});
