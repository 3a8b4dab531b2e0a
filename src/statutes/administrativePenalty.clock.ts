import { defineClockRule, type ClockRule } from '#kernel/clock/deadline.ts';

// Clocks of the Administrative Penalty Law of 2021 (行政处罚法). Its periods of two, three, five and seven days are working
// days (article 85). Rules that `wait` are periods of the party's right or of notice: when they end, nobody is late.

const law = {
  standard: '行政处罚法（2021年修订）',
  jurisdiction: '全国',
  source: 'text of the law of 2021-01-22',
  verified: true,
};

const oldOrder = {
  standard: '安全生产违法行为行政处罚办法（原总局令第77号）',
  jurisdiction: '全国',
  source: 'the order before 2026; clauses of order 18 of 2025 were not read',
  verified: false,
};

export const administrativePenaltyClocks: readonly ClockRule[] = [
  defineClockRule({
    id: 'caseOpening',
    label: { zh: '审批立案', en: 'Opening a case' },
    duty: { zh: '对符合立案标准的线索审批立案', en: 'Decide whether to open a case on the clue' },
    versions: [{ from: '2015-05-01', within: { workingDays: 5 }, clause: '立案审批（旧令 5 日）', ...oldOrder }],
  }),
  defineClockRule({
    id: 'evidencePreservation',
    label: { zh: '先行登记保存处理', en: 'Decision on preserved evidence' },
    duty: { zh: '对先行登记保存的证据作出处理决定', en: 'Decide what happens to the preserved evidence' },
    versions: [{ from: '2021-07-15', within: { workingDays: 7 }, clause: '第五十六条、第八十五条', ...law }],
  }),
  defineClockRule({
    id: 'hearingApplication',
    label: { zh: '申请听证', en: 'Application for a hearing' },
    duty: { zh: '当事人可以在此期间要求听证', en: 'The party may ask for a hearing' },
    waits: true,
    versions: [{ from: '2021-07-15', within: { workingDays: 5 }, clause: '第六十四条第一项、第八十五条', ...law }],
  }),
  defineClockRule({
    id: 'hearingNotice',
    label: { zh: '听证通知', en: 'Notice of a hearing' },
    duty: { zh: '听证通知送达后满此期间方可举行听证', en: 'The hearing may be held only so long after its notice' },
    waits: true,
    versions: [{ from: '2021-07-15', within: { workingDays: 7 }, clause: '第六十四条第二项、第八十五条', ...law }],
  }),
  defineClockRule({
    id: 'penaltyDecision',
    label: { zh: '作出处罚决定', en: 'Penalty decision' },
    duty: { zh: '自立案之日起作出行政处罚决定', en: 'Decide the case, counted from its opening' },
    versions: [
      {
        from: '2021-07-15',
        within: { days: 90 },
        clause: '第六十条',
        extension: { within: null, times: 1, clause: '第六十条“另有规定的，从其规定”' },
        ...law,
      },
    ],
  }),
  defineClockRule({
    id: 'penaltyService',
    label: { zh: '送达处罚决定书', en: 'Service of the decision' },
    duty: { zh: '将行政处罚决定书送达当事人', en: 'Serve the decision on the party' },
    versions: [{ from: '2021-07-15', within: { workingDays: 7 }, clause: '第六十一条、第八十五条', ...law }],
  }),
  defineClockRule({
    id: 'penaltyPayment',
    label: { zh: '缴纳罚款', en: 'Payment of the fine' },
    duty: { zh: '当事人到指定银行或者通过电子支付系统缴纳罚款', en: 'The party pays at the bank or by electronic payment' },
    versions: [
      {
        from: '2021-07-15',
        within: { days: 15 },
        clause: '第六十七条',
        extension: { within: null, times: 2, clause: '第六十六条第二款' },
        ...law,
      },
    ],
  }),
  defineClockRule({
    id: 'penaltyLimitation',
    label: { zh: '处罚时效', en: 'Limitation of penalties' },
    duty: { zh: '违法行为终了超过此期间未被发现的，不再处罚', en: 'An act found later than this is not punished any more' },
    waits: true,
    versions: [{ from: '2021-07-15', within: { years: 2 }, clause: '第三十六条第一款', ...law }],
  }),
  defineClockRule({
    id: 'penaltyLimitationLife',
    label: { zh: '处罚时效（生命健康）', en: 'Limitation where life or health is harmed' },
    duty: { zh: '涉及公民生命健康安全且有危害后果的时效', en: 'The longer period where life or health was harmed' },
    waits: true,
    versions: [{ from: '2021-07-15', within: { years: 5 }, clause: '第三十六条第一款', ...law }],
  }),
  defineClockRule({
    id: 'publicDecisionWithdrawal',
    label: { zh: '撤回公开的处罚信息', en: 'Withdrawal of a published decision' },
    duty: {
      zh: '决定被变更、撤销的，撤回公开信息并说明理由',
      en: 'Withdraw the published decision that was changed or revoked, and say why',
    },
    versions: [{ from: '2021-07-15', within: { workingDays: 3 }, clause: '第四十八条第二款、第八十五条', ...law }],
  }),
];
