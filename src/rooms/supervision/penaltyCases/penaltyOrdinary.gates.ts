import type { Gate } from '#kernel/casework/case.ts';
import type { Condition } from '#kernel/casework/condition.ts';
import { largeFine } from '#statutes/largeFine.table.ts';

// Who handles a penalty case, and the gates that several of its actions share.

export const officers = ['administrator', 'enforcementOfficer'] as const;
export const leader = ['bureauLeader'] as const;
export const two = ['officerCertificate', 'secondOfficer', 'secondCertificate'] as const;

export const twoOfficers: Gate = {
  kind: 'twoOfficers',
  certificate: 'officerCertificate',
  second: 'secondOfficer',
  secondCertificate: 'secondCertificate',
  clause: '行政处罚法 第四十二条',
};

/** Penalties before which a hearing may be asked for: article 63; what "large" means is data of the province. */
const isHearingCase: Condition = {
  anyOf: [
    { field: 'penaltyKinds', is: ['confiscation', 'revokeLicence', 'stopProduction', 'close', 'bar'] },
    {
      allOf: [
        { field: 'partyKind', is: ['person'] },
        { field: 'fineYuan', atLeast: largeFine.personYuan },
      ],
    },
    {
      allOf: [
        { field: 'partyKind', is: ['organisation'] },
        { field: 'fineYuan', atLeast: largeFine.organisationYuan },
      ],
    },
  ],
};

export const hearingDue: Condition = { field: 'hearingDue', is: [true] };

export const proposalIsWhole: readonly Gate[] = [
  {
    kind: 'holds',
    when: isHearingCase,
    condition: hearingDue,
    text: { zh: '拟处罚属于听证范围，须告知听证权利', en: 'the intended penalty is one before which a hearing may be asked for' },
    clause: '行政处罚法 第六十三条',
  },
  {
    kind: 'holds',
    when: { field: 'penaltyKinds', is: ['fine'] },
    condition: { field: 'fineYuan', atLeast: 1 },
    text: { zh: '拟处罚款须填写数额', en: 'an intended fine needs its amount' },
    clause: '行政处罚法 第四十四条',
  },
  {
    kind: 'holds',
    when: { field: 'fineYuan', atLeast: 1 },
    condition: { field: 'penaltyKinds', is: ['fine'] },
    text: { zh: '填写了罚款数额，处罚种类须含罚款', en: 'an amount is given: the penalties must include a fine' },
  },
];

/** The party was heard: told of its rights, its statement taken or waived, its hearing held if it asked for one. */
export const partyHeard: readonly Gate[] = [
  { kind: 'done', action: 'notify', since: ['conclude'], clause: '行政处罚法 第四十四条、第六十二条' },
  {
    kind: 'done',
    action: ['recordStatement', 'waiveStatement'],
    since: 'notify',
    clause: '行政处罚法 第四十五条、第六十二条',
  },
  {
    kind: 'afterClock',
    clock: 'hearingApplication',
    when: { allOf: [hearingDue, { not: { done: ['applyHearing', 'waiveHearing'], since: ['notify'] } }] },
    clause: '行政处罚法 第六十四条第一项',
  },
  {
    kind: 'done',
    action: ['holdHearing', 'withdrawHearing'],
    since: ['applyHearing'],
    when: { done: ['applyHearing'], since: ['notify'] },
    clause: '行政处罚法 第六十三条至第六十五条',
  },
];

export const reviewDue: Condition = {
  anyOf: [{ field: 'isPublicInterest', is: [true] }, { field: 'isComplex', is: [true] }, { done: ['holdHearing'] }],
};

/** Before a penalty is decided: legal review passed where article 58 asks for it, discussion where article 57 does. */
export const reviewedAndDiscussed: readonly Gate[] = [
  { kind: 'done', action: 'passReview', since: ['notify', 'conclude'], when: reviewDue, clause: '行政处罚法 第五十八条' },
  {
    kind: 'done',
    action: 'discuss',
    since: ['notify', 'conclude'],
    when: { field: 'isComplex', is: [true] },
    clause: '行政处罚法 第五十七条第二款',
  },
];
