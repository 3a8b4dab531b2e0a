import { personalPhone } from '#kernel/register/contact.ts';
import { choice, date, longText, measure, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Contracts for services the government buys (政府购买服务): inspections by a third party, assessments, training. What was
 * delivered and accepted, time after time, is a case; here stands the contract and how it ended.
 */
export const serviceContracts = defineRegister({
  id: 'serviceContracts',
  room: 'administration',
  label: { zh: '购买服务合同', en: 'Service contracts' },
  singular: { zh: '合同', en: 'Contract' },
  title: 'name',
  fields: {
    name: text({ label: { zh: '项目名称', en: 'Project' }, required: true, maxLength: 120 }),
    kind: choice({
      label: { zh: '服务类别', en: 'Kind of service' },
      required: true,
      options: {
        inspection: { zh: '第三方协助检查', en: 'Inspection by a third party' },
        assessment: { zh: '安全评估', en: 'Safety assessment' },
        hazardSurvey: { zh: '隐患排查', en: 'Survey of hidden hazards' },
        training: { zh: '培训考核', en: 'Training' },
        publicity: { zh: '宣传教育', en: 'Publicity' },
        planning: { zh: '预案和规划编制', en: 'Plans' },
        exercise: { zh: '演练', en: 'Exercises' },
        operation: { zh: '系统和设备运维', en: 'Systems and equipment' },
        reserve: { zh: '物资储备', en: 'Reserves' },
        rescue: { zh: '救援服务', en: 'Rescue' },
        relief: { zh: '救灾服务', en: 'Relief' },
        other: { zh: '其他', en: 'Other' },
      },
    }),
    provider: text({ label: { zh: '承接单位', en: 'Provider' }, required: true, maxLength: 100 }),
    amount: measure({ label: { zh: '合同金额', en: 'Amount' }, hint: { zh: '单位：元', en: 'In yuan' }, unit: '¥', decimals: 2, min: 0 }),
    endsOn: date({ label: { zh: '服务止期', en: 'Ends on' } }),
    acceptance: choice({
      label: { zh: '验收', en: 'Acceptance' },
      options: {
        pending: { zh: '未验收', en: 'Pending' },
        passed: { zh: '通过', en: 'Passed' },
        failed: { zh: '未通过', en: 'Failed' },
      },
    }),
    contractNo: text({ label: { zh: '合同编号', en: 'Contract number' }, maxLength: 60 }),
    buyer: text({ label: { zh: '购买单位', en: 'Buyer' }, maxLength: 100 }),
    enterprise: reference({ label: { zh: '承接企业档案', en: 'Provider on file' }, register: 'enterprises' }),
    procurement: text({
      label: { zh: '采购方式', en: 'Procurement' },
      hint: { zh: '方式和编号', en: 'Method and number' },
      maxLength: 100,
    }),
    signedOn: date({ label: { zh: '签订日期', en: 'Signed on' } }),
    startsOn: date({ label: { zh: '服务起期', en: 'Starts on' } }),
    acceptedOn: date({ label: { zh: '验收日期', en: 'Accepted on' } }),
    qualification: text({ label: { zh: '服务资质', en: 'Qualification' } }),
    scope: longText({ label: { zh: '服务内容和标准', en: 'Scope and standard' } }),
    contact: text({ label: { zh: '承接方联系人', en: "Provider's contact" }, maxLength: 40 }),
    phone: personalPhone({ label: { zh: '联系人电话', en: "Contact's phone" } }),
  },
  access: { read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'viewer'], write: ['administrator', 'dutyLeader'] },
  empty: {
    zh: '还没有合同。登记本年度购买的检查、评估和培训服务，写明内容、止期和验收。',
    en: "No contracts yet. Enter this year's inspections, assessments and training with scope, end and acceptance.",
  },
});
