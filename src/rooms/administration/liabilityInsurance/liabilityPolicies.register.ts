import { personalPhone } from '#kernel/register/contact.ts';
import { choice, count, date, longText, measure, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Work-safety liability policies (安全生产责任保险). The eight compulsory fields, the least limit a person and the insurer's duty
 * of prevention service: 应急〔2025〕27号; law: 安全生产法 art. 51. Policies of before that rule have a lower limit, so the figure
 * is told, not enforced.
 */
export const liabilityPolicies = defineRegister({
  id: 'liabilityPolicies',
  room: 'administration',
  label: { zh: '安责险保单', en: 'Liability policies' },
  singular: { zh: '保单', en: 'Policy' },
  title: 'policyNo',
  fields: {
    policyNo: text({ label: { zh: '保单号', en: 'Policy number' }, required: true, unique: true, maxLength: 60 }),
    enterprise: reference({ label: { zh: '投保企业', en: 'Enterprise' }, register: 'enterprises', required: true }),
    insurer: text({ label: { zh: '保险机构', en: 'Insurer' }, required: true, maxLength: 100 }),
    endsOn: date({ label: { zh: '保险止期', en: 'Ends on' }, required: true }),
    insuredPeople: count({
      label: { zh: '投保人数', en: 'People insured' },
      hint: { zh: '应覆盖全体从业人员', en: 'All employees alike' },
      unit: { zh: '人', en: 'people' },
      min: 0,
    }),
    limitPerPerson: measure({
      label: { zh: '每人死亡赔偿限额', en: 'Limit a person' },
      hint: {
        zh: '不低于 400000 元（应急〔2025〕27号）；此前的保单按保单填写',
        en: 'At least 400,000 yuan (应急〔2025〕27号); older policies as written',
      },
      unit: '¥',
      decimals: 0,
      min: 0,
    }),
    startsOn: date({ label: { zh: '保险起期', en: 'Starts on' }, required: true }),
    compulsoryField: choice({
      label: { zh: '强制投保领域', en: 'Compulsory field' },
      hint: { zh: '自愿投保则留空', en: 'Empty when insured by choice' },
      options: {
        mining: { zh: '矿山', en: 'Mining' },
        chemical: { zh: '危险化学品', en: 'Hazardous chemicals' },
        fireworks: { zh: '烟花爆竹', en: 'Fireworks' },
        transport: { zh: '交通运输', en: 'Transport' },
        construction: { zh: '建筑施工', en: 'Construction' },
        explosives: { zh: '民用爆炸物品', en: 'Civil explosives' },
        smelting: { zh: '金属冶炼', en: 'Metal smelting' },
        fishery: { zh: '渔业生产', en: 'Fishery' },
      },
    }),
    totalLimit: measure({
      label: { zh: '累计赔偿限额', en: 'Limit in all' },
      hint: { zh: '单位：元', en: 'In yuan' },
      unit: '¥',
      decimals: 0,
      min: 0,
    }),
    premium: measure({
      label: { zh: '保费', en: 'Premium' },
      hint: { zh: '单位：元；不得由从业人员分摊', en: 'In yuan; never paid by workers' },
      unit: '¥',
      decimals: 2,
      min: 0,
    }),
    serviceProvider: text({ label: { zh: '事故预防服务机构', en: 'Prevention service by' }, maxLength: 100 }),
    servedOn: date({ label: { zh: '最近服务日期', en: 'Served last on' } }),
    services: longText({
      label: { zh: '服务记录', en: 'Services' },
      hint: { zh: '每行一次：日期、内容、发现、整改', en: 'One a line: day, kind, finding, rectification' },
    }),
    contact: text({ label: { zh: '保险联系人', en: "Insurer's contact" }, maxLength: 40 }),
    phone: personalPhone({ label: { zh: '联系人电话', en: "Contact's phone" } }),
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
    zh: '还没有保单。向保险机构索取在保清单导入，先核对八个强制投保领域的企业。',
    en: 'No policies yet. Import the lists of the insurers; check the enterprises of the eight compulsory fields first.',
  },
});
