import { choice, date, longText, measure, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Safety expenses of enterprises (安全生产费用): what was set aside and what was spent, one record each. Rates by industry and
 * the list of allowed uses are those of the ministry's rules, not in the program: the basis is written down instead. What is
 * left is computed.
 */
export const safetyExpenses = defineRegister({
  id: 'safetyExpenses',
  room: 'administration',
  label: { zh: '安全生产费用', en: 'Safety expenses' },
  singular: { zh: '安全费用', en: 'Safety expense' },
  title: 'purpose',
  fields: {
    purpose: text({
      label: { zh: '事项', en: 'Purpose' },
      hint: { zh: '如 按月提取、更换可燃气体探测器', en: 'E.g. monthly sum, new gas detectors' },
      required: true,
      maxLength: 120,
    }),
    enterprise: reference({ label: { zh: '企业', en: 'Enterprise' }, register: 'enterprises', required: true }),
    kind: choice({
      label: { zh: '类别', en: 'Kind' },
      required: true,
      options: { setAside: { zh: '提取', en: 'Set aside' }, spent: { zh: '使用', en: 'Spent' } },
    }),
    amount: measure({
      label: { zh: '金额', en: 'Amount' },
      hint: { zh: '单位：元', en: 'In yuan' },
      unit: '¥',
      decimals: 2,
      min: 0,
      required: true,
    }),
    bookedOn: date({ label: { zh: '入账日期', en: 'Booked on' }, required: true }),
    year: text({
      label: { zh: '所属年度', en: 'Year' },
      required: true,
      maxLength: 4,
      pattern: { source: '^20\\d{2}$', rule: { zh: '须为四位年份', en: 'must be a year of four digits' } },
    }),
    basis: text({
      label: { zh: '提取依据或使用范围', en: 'Basis' },
      hint: { zh: '文件条款和计提基数', en: 'Clause, and the base it is worked out from' },
    }),
    voucherNo: text({ label: { zh: '凭证号', en: 'Voucher' }, maxLength: 60 }),
    checkedOn: date({ label: { zh: '核查日期', en: 'Checked on' } }),
    finding: longText({ label: { zh: '核查意见', en: 'Finding' } }),
  },
  access: {
    read: [
      'administrator',
      'bureauLeader',
      'commander',
      'dutyLeader',
      'dutyOfficer',
      'enforcementOfficer',
      'legalReviewer',
      'viewer',
      'townshipOfficer',
    ],
    write: ['administrator', 'dutyOfficer', 'townshipOfficer'],
  },
  empty: {
    zh: '还没有费用记录。先请高危行业企业报送本年度提取数，再逐笔登记使用情况。',
    en: 'No expenses yet. Ask high-risk enterprises what they set aside this year, then enter what was spent.',
  },
});
