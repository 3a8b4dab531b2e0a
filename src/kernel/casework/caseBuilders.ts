import type { Actor } from '#kernel/access/access.ts';
import type { ClockRule } from '#kernel/clock/deadline.ts';
import { choice, date, flag, longText, text } from '#kernel/register/field.ts';
import { defineCase, type AnyCase, type CaseDeclaration, type CaseLine } from './case.ts';
import type { Ask } from './decide.ts';

// For tests only: a small case type with everything a declaration can say, and builders around it.

export const permit = defineCase({
  id: 'permit',
  version: 2,
  label: { zh: '许可', en: 'Permits' },
  singular: { zh: '许可', en: 'Permit' },
  title: 'subject',
  fields: {
    subject: text({ label: { zh: '事项', en: 'Subject' } }),
    reason: longText({ label: { zh: '理由', en: 'Reason' } }),
    kind: choice({
      label: { zh: '类型', en: 'Kind' },
      options: { hot: { zh: '动火', en: 'Hot work' }, other: { zh: '其他', en: 'Other' } },
    }),
    until: date({ label: { zh: '延至', en: 'Until' } }),
    isGrave: flag({ label: { zh: '重大', en: 'Grave' } }),
    certificate: text({ label: { zh: '证号', en: 'Certificate' } }),
    second: text({ label: { zh: '第二人', en: 'Second' } }),
    secondCertificate: text({ label: { zh: '第二人证号', en: "Second's certificate" } }),
  },
  access: { read: ['dutyOfficer'], write: ['dutyOfficer'] },
  states: {
    draft: { label: { zh: '草稿', en: 'Draft' } },
    submitted: { label: { zh: '待批', en: 'Submitted' } },
    suspended: { label: { zh: '中止', en: 'Suspended' } },
    granted: { label: { zh: '已批', en: 'Granted' }, final: true },
  },
  subcases: { appeal: { label: { zh: '申诉', en: 'Appeals' }, type: 'appeal', by: 'permit' } },
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
      posts: ['clerk'],
      requires: ['subject', 'kind'],
      starts: ['answer', 'objection'],
      makes: ['application'],
      emits: 'permit.submitted',
    },
    object: {
      label: { zh: '异议', en: 'Object' },
      from: ['submitted'],
      by: ['dutyOfficer'],
      gates: [{ kind: 'within', clock: 'objection' }],
      emits: 'permit.objected',
    },
    hear: { label: { zh: '听取异议', en: 'Hear' }, from: ['submitted'], by: ['dutyOfficer'], emits: 'permit.heard' },
    visit: {
      label: { zh: '现场核查', en: 'Visit' },
      from: ['submitted'],
      by: ['dutyOfficer'],
      input: ['isGrave', 'certificate', 'second', 'secondCertificate'],
      gates: [
        { kind: 'twoOfficers', certificate: 'certificate', second: 'second', secondCertificate: 'secondCertificate', clause: '第四十二条' },
      ],
      makes: ['visitRecord'],
      emits: 'permit.visited',
    },
    extend: {
      label: { zh: '延期', en: 'Extend' },
      from: ['submitted'],
      by: ['dutyLeader'],
      input: ['until'],
      requires: ['until'],
      extends: [{ clock: 'answer', until: 'until' }],
      emits: 'permit.extended',
    },
    suspend: {
      label: { zh: '中止', en: 'Suspend' },
      from: ['draft', 'submitted'],
      to: 'suspended',
      by: ['dutyLeader'],
      pauses: ['answer'],
      emits: 'permit.suspended',
    },
    resume: {
      label: { zh: '恢复', en: 'Resume' },
      from: ['suspended'],
      to: { stateBefore: 'suspended' },
      by: ['dutyLeader'],
      resumes: ['answer'],
      emits: 'permit.resumed',
    },
    grant: {
      label: { zh: '批准', en: 'Grant' },
      from: ['submitted'],
      to: 'granted',
      by: ['dutyLeader'],
      note: 'required',
      gates: [
        { kind: 'differentPersonFrom', action: 'submit', clause: '内部规定' },
        { kind: 'answered', action: 'object', by: ['hear'] },
        { kind: 'document', document: 'visitRecord', when: { field: 'kind', is: ['hot'] } },
        { kind: 'afterAction', action: 'submit', clock: 'objection', when: { field: 'isGrave', is: [true] } },
        { kind: 'subcasesClosed', subcase: 'appeal' },
      ],
      stops: ['answer'],
      emits: 'permit.granted',
    },
    appeal: {
      label: { zh: '申诉', en: 'Appeal' },
      from: ['submitted'],
      by: ['dutyOfficer'],
      opens: { subcase: 'appeal', action: 'open', carry: { title: 'subject', reason: 'reason' } },
      emits: 'permit.appealed',
    },
  },
  earlier: [
    {
      version: 1,
      states: { draft: { label: { zh: '草稿', en: 'Draft' } }, granted: { label: { zh: '已批', en: 'Granted' }, final: true } },
      actions: {
        draft: {
          label: { zh: '起草', en: 'Draft' },
          from: [],
          to: 'draft',
          by: ['dutyOfficer'],
          input: ['subject'],
          emits: 'permit.drafted',
        },
        grant: { label: { zh: '批准', en: 'Grant' }, from: ['draft'], to: 'granted', by: ['dutyOfficer'], emits: 'permit.granted' },
      },
    },
  ],
  empty: { zh: '无', en: 'None' },
}) as unknown as CaseDeclaration;

const basis = { standard: '某法', jurisdiction: '全国', source: 'a test', verified: true };
const rules: readonly ClockRule[] = [
  {
    id: 'answer',
    label: { zh: '答复', en: 'Answer' },
    duty: { zh: '答复申请人', en: 'Answer the applicant' },
    versions: [
      {
        from: '2020-01-01',
        within: { days: 20 },
        clause: '第二条',
        extension: { within: { days: 10 }, times: 1, clause: '第三条' },
        ...basis,
      },
    ],
  },
  {
    id: 'objection',
    label: { zh: '异议期', en: 'Objection' },
    duty: { zh: '可提异议', en: 'May object' },
    waits: true,
    versions: [{ from: '2020-01-01', within: { days: 5 }, clause: '第一条', ...basis }],
  },
];

export const aLaw: Ask['law'] = {
  rule: (id) => rules.find((each) => each.id === id),
  document: (id) => ({ visitRecord: { zh: '核查记录', en: 'Record of the visit' } })[id],
  calendar: { isWorkingDay: () => true, isListed: () => true },
};

export const officer: Actor = {
  kind: 'person',
  accountId: 'a',
  name: '甲',
  roles: ['dutyOfficer'],
  posts: [],
  areaCode: '341322101',
  from: '',
};
export const leader: Actor = { ...officer, accountId: 'b', name: '乙', roles: ['dutyLeader'], areaCode: '341322' };

export function aPermit(overrides: Record<string, unknown> = {}): AnyCase {
  return {
    id: '1',
    state: 'draft',
    caseVersion: 2,
    areaCode: '341322101',
    version: 1,
    subject: '焊接',
    kind: 'other',
    reason: null,
    ...overrides,
  } as unknown as AnyCase;
}

export function aLine(action: string, actorId: string, more: Partial<CaseLine> = {}): CaseLine {
  return {
    id: 'l',
    caseType: 'permit',
    caseId: '1',
    at: '2026-07-01T00:00:00.000Z',
    actorId,
    actor: actorId,
    action,
    note: '',
    data: {},
    state: null,
    ...more,
  };
}

/** A question to the engine: submitting a drafted permit on 1 July 2026, unless told otherwise. */
export function anAsk(change: Partial<Ask> = {}): Ask {
  return {
    declaration: permit,
    current: aPermit(),
    action: 'submit',
    actor: officer,
    areaCode: '341322101',
    at: new Date('2026-07-01T09:00:00+08:00'),
    input: {},
    note: '',
    history: [],
    deadlines: [],
    subcases: [],
    documents: [],
    law: aLaw,
    ...change,
  };
}
