import type { Gate } from '#kernel/casework/case.ts';
import type { Condition } from '#kernel/casework/condition.ts';

// Who handles a hidden hazard, and the gates that several of its actions share.

export const finders = ['administrator', 'dutyLeader', 'enforcementOfficer', 'townshipOfficer'] as const;
export const officers = ['administrator', 'enforcementOfficer'] as const;
export const leaders = ['bureauLeader', 'dutyLeader'] as const;
export const inWork = ['registered', 'rectifying', 'extending', 'awaitingAcceptance'] as const;

export const two = ['officerCertificate', 'secondOfficer', 'secondCertificate'] as const;
export const twoOfficers: Gate = {
  kind: 'twoOfficers',
  certificate: 'officerCertificate',
  second: 'secondOfficer',
  secondCertificate: 'secondCertificate',
  clause: '行政处罚法 第四十二条；安全生产法 第六十五条',
};
export const isMajor: Condition = { field: 'grade', is: ['major'] };
export const factsOfMajor: Condition = {
  anyOf: [
    { field: 'criterion', is: [true] },
    { field: 'mustStop', is: [true] },
    { field: 'outsideCause', is: [true] },
  ],
};
/** A fact that makes a hazard major cannot stand beside the grade "general"; a major one says cause and harm. */
export const gradedRightly: readonly Gate[] = [
  {
    kind: 'holds',
    when: factsOfMajor,
    condition: isMajor,
    text: { zh: '符合重大事故隐患情形的须定为重大', en: 'facts of a major hazard are present: it must be graded major' },
    clause: '安全生产事故隐患排查治理暂行规定 第三条',
  },
  {
    kind: 'holds',
    when: isMajor,
    condition: {
      allOf: [
        { field: 'cause', filled: true },
        { field: 'harm', filled: true },
      ],
    },
    text: { zh: '重大隐患须写明现状及原因、危害程度和整改难易', en: 'a major hazard needs state and cause, harm and difficulty' },
    clause: '安全生产事故隐患排查治理暂行规定 第十四条',
  },
];
