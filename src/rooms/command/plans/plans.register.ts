import { personalPhone } from '#kernel/register/contact.ts';
import { choice, date, dictionaryChoice, flag, longText, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Emergency plans (应急预案) and where each stands: issued, filed, drilled, due for evaluation. Government kinds: 国办发〔2024〕5号
 * (unverified but for art. 26, filing); enterprise kinds: 应急管理部令第2号. Text versions and how a plan becomes tasks are not
 * here.
 */
export const plans = defineRegister({
  id: 'plans',
  room: 'command',
  label: { zh: '应急预案', en: 'Emergency plans' },
  singular: { zh: '预案', en: 'Plan' },
  title: 'name',
  shared: true,
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 120 }),
    kind: choice({
      label: { zh: '类别', en: 'Kind' },
      required: true,
      options: {
        overall: { zh: '总体预案', en: 'Overall' },
        special: { zh: '专项预案', en: 'Special' },
        departmental: { zh: '部门预案', en: 'Departmental' },
        joint: { zh: '联合预案', en: 'Joint' },
        majorEvent: { zh: '重大活动保障预案', en: 'For a major event' },
        township: { zh: '乡镇（街道）预案', en: 'Township' },
        village: { zh: '村（社区）预案', en: 'Village' },
        enterpriseOverall: { zh: '企业综合预案', en: 'Enterprise, comprehensive' },
        enterpriseSpecial: { zh: '企业专项预案', en: 'Enterprise, special' },
        onSite: { zh: '现场处置方案', en: 'Enterprise, on-site' },
        handbook: { zh: '工作手册', en: 'Handbook' },
        actionPlan: { zh: '行动方案', en: 'Action plan' },
      },
    }),
    compiler: text({ label: { zh: '编制单位', en: 'Compiled by' }, required: true, maxLength: 100 }),
    edition: text({ label: { zh: '版本', en: 'Edition' }, hint: { zh: '如 2024 年修订', en: 'E.g. revision of 2024' }, maxLength: 60 }),
    issuedOn: date({ label: { zh: '印发日期', en: 'Issued on' } }),
    nextEvaluationOn: date({
      label: { zh: '下次评估日期', en: 'Next evaluation on' },
      hint: { zh: '约每三年一次（未核验）', en: 'About every three years (unverified)' },
    }),
    eventCode: dictionaryChoice({
      label: { zh: '适用事件类型', en: 'Kind of event' },
      hint: {
        zh: '五位事件代码，如 11A01 洪水；总体预案留空',
        en: 'Five-character event code, e.g. 11A01 flood; empty for the overall plan',
      },
      dictionary: 'eventCodes',
    }),
    enterprise: reference({
      label: { zh: '企业', en: 'Enterprise' },
      register: 'enterprises',
      when: { field: 'kind', is: ['enterpriseOverall', 'enterpriseSpecial', 'onSite'] },
    }),
    issueNo: text({ label: { zh: '文号', en: 'Issue number' }, maxLength: 60 }),
    reviewedOn: date({ label: { zh: '评审日期', en: 'Reviewed on' } }),
    publishedOn: date({ label: { zh: '公布日期', en: 'Published on' } }),
    filedOn: date({
      label: { zh: '备案日期', en: 'Filed on' },
      hint: {
        zh: '政府预案印发后 20 个工作日内（国办发〔2024〕5号第26条）',
        en: 'Government plans within 20 working days after issue (国办发〔2024〕5号 art. 26)',
      },
    }),
    filedWith: text({ label: { zh: '备案机关', en: 'Filed with' }, maxLength: 100 }),
    filingNo: text({ label: { zh: '备案编号', en: 'Filing number' }, maxLength: 60 }),
    drilledOn: date({ label: { zh: '演练日期', en: 'Drilled on' } }),
    nextDrillOn: date({
      label: { zh: '下次演练日期', en: 'Next drill on' },
      hint: {
        zh: '政府及乡镇至少两年一次，高危和人员密集单位至少半年一次（国务院令第708号第8条）',
        en: 'Government and townships every two years, high-risk and crowded units every half-year (State Council order 708 art. 8)',
      },
    }),
    owner: text({ label: { zh: '责任人', en: 'Owner' }, maxLength: 40 }),
    phone: personalPhone({ label: { zh: '责任人电话', en: "Owner's phone" } }),
    isPublic: flag({ label: { zh: '已向社会公布', en: 'Open to the public' } }),
    startConditions: longText({
      label: { zh: '响应启动条件', en: 'Conditions of activation' },
      hint: { zh: '照预案原文摘录，注明条款', en: 'As in the plan, with its clauses' },
    }),
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
    write: ['administrator', 'dutyLeader', 'townshipOfficer'],
  },
  empty: {
    zh: '还没有预案。先登记县总体预案和专项预案，再登记乡镇、村和企业的。',
    en: "No plans yet. Enter the county's overall and special plans first, then those of townships, villages and enterprises.",
  },
});
