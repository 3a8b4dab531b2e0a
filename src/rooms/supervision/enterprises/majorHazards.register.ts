import { personalPhone } from '#kernel/register/contact.ts';
import { choice, count, date, flag, longText, measure, point, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Major hazard installations of hazardous chemicals (危险化学品重大危险源), as graded and filed. Units, R and α: GB 18218-2018
 * clauses 4.2–4.3, table 5. Three guarantors (包保责任人): 应急厅〔2021〕12号. Filing and assessment: 总局令第40号. The grade is
 * what the filing says; working it out from quantities is a model's business.
 */
export const majorHazards = defineRegister({
  id: 'majorHazards',
  room: 'supervision',
  label: { zh: '重大危险源', en: 'Major hazard installations' },
  singular: { zh: '重大危险源', en: 'Major hazard' },
  title: 'name',
  located: 'place',
  fields: {
    name: text({
      label: { zh: '名称', en: 'Name' },
      hint: { zh: '如 液氨罐区', en: 'E.g. ammonia tank farm' },
      required: true,
      maxLength: 100,
    }),
    enterprise: reference({ label: { zh: '企业', en: 'Enterprise' }, register: 'enterprises', required: true }),
    grade: choice({
      label: { zh: '等级', en: 'Grade' },
      hint: {
        zh: '一级 R≥100；二级 50≤R<100；三级 10≤R<50；四级 R<10（GB 18218-2018）',
        en: 'First R≥100; second 50≤R<100; third 10≤R<50; fourth R<10 (GB 18218-2018)',
      },
      required: true,
      options: {
        first: { zh: '一级', en: 'First' },
        second: { zh: '二级', en: 'Second' },
        third: { zh: '三级', en: 'Third' },
        fourth: { zh: '四级', en: 'Fourth' },
      },
    }),
    rValue: measure({
      label: { zh: 'R 值', en: 'R value' },
      hint: { zh: 'R = α·Σ(β·q/Q)', en: 'R = α·Σ(β·q/Q)' },
      unit: '',
      decimals: 2,
      min: 0,
    }),
    unitKind: choice({
      label: { zh: '单元类别', en: 'Kind of unit' },
      hint: {
        zh: '生产单元以切断阀划分；储存单元以防火堤或独立库房划分',
        en: 'Production units are split by stop valves, storage units by dike or warehouse',
      },
      options: { production: { zh: '生产单元', en: 'Production' }, storage: { zh: '储存单元', en: 'Storage' } },
    }),
    registrationCode: text({
      label: { zh: '登记编码', en: 'Registration code' },
      hint: { zh: '登记系统中的编码，数据交换用', en: 'Its code in the registration system, used in data exchange' },
      unique: true,
      maxLength: 60,
    }),
    place: point({ label: { zh: '位置', en: 'Place' } }),
    alpha: choice({
      label: { zh: 'α 系数', en: 'Factor α' },
      hint: { zh: '按厂界外 500 米范围常住人数（表 5）', en: 'By people usually present within 500 m outside the boundary (table 5)' },
      options: {
        '0.5': { zh: '0.5（0 人）', en: '0.5 (nobody)' },
        '1.0': { zh: '1.0（1–29 人）', en: '1.0 (1–29 people)' },
        '1.2': { zh: '1.2（30–49 人）', en: '1.2 (30–49 people)' },
        '1.5': { zh: '1.5（50–99 人）', en: '1.5 (50–99 people)' },
        '2.0': { zh: '2.0（100 人以上）', en: '2.0 (100 people or more)' },
      },
    }),
    exposedPeople: count({
      label: { zh: '厂外暴露人数', en: 'People exposed outside' },
      hint: { zh: '厂界外 500 米范围内', en: 'Within 500 m outside the boundary' },
      unit: { zh: '人', en: 'people' },
      min: 0,
    }),
    chemicals: longText({
      label: { zh: '化学品', en: 'Chemicals' },
      hint: {
        zh: '每行一种：品名，CAS 号，设计最大量 q（吨），临界量 Q（吨）',
        en: 'One a line: name, CAS number, design maximum q (t), threshold Q (t)',
      },
    }),
    principalGuarantor: text({ label: { zh: '主要负责人', en: 'Principal guarantor' }, maxLength: 40 }),
    principalPhone: personalPhone({ label: { zh: '主要负责人电话', en: "Principal guarantor's phone" } }),
    technicalGuarantor: text({
      label: { zh: '技术负责人', en: 'Technical guarantor' },
      hint: { zh: '每季度至少组织一次针对性隐患排查', en: 'Organises a targeted hazard inspection at least once a quarter' },
      maxLength: 40,
    }),
    technicalPhone: personalPhone({ label: { zh: '技术负责人电话', en: "Technical guarantor's phone" } }),
    operationGuarantor: text({
      label: { zh: '操作负责人', en: 'Operation guarantor' },
      hint: { zh: '每周至少组织一次隐患排查（未核验）', en: 'Organises a hazard inspection at least once a week (unverified)' },
      maxLength: 40,
    }),
    operationPhone: personalPhone({ label: { zh: '操作负责人电话', en: "Operation guarantor's phone" } }),
    assessedOn: date({ label: { zh: '安全评估日期', en: 'Assessed on' } }),
    nextAssessmentOn: date({
      label: { zh: '下次评估日期', en: 'Next assessment on' },
      hint: { zh: '每三年一次，变更或事故后另评（未核验）', en: 'Every three years, and after a change or an accident (unverified)' },
    }),
    filingNo: text({ label: { zh: '备案编号', en: 'Filing number' }, maxLength: 60 }),
    filedOn: date({ label: { zh: '备案日期', en: 'Filed on' } }),
    monitored: flag({
      label: { zh: '已接入监测', en: 'Monitored remotely' },
      hint: { zh: '温度、压力、液位、流量、组分和泄漏检测', en: 'Temperature, pressure, level, flow, composition, leaks' },
    }),
    videoFitted: flag({ label: { zh: '已接入视频', en: 'Video connected' } }),
    emergencyShutdown: flag({ label: { zh: '有紧急停车', en: 'Emergency shut-down fitted' } }),
    safetyInstrumented: flag({ label: { zh: '有独立安全仪表系统', en: 'Independent safety instrumented system' } }),
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
    write: ['administrator', 'townshipOfficer'],
  },
  empty: {
    zh: '还没有重大危险源。照企业的备案材料登记，再到监测站点接入其测点。',
    en: 'No major hazards yet. Enter them from the filing papers, then connect their points under monitoring stations.',
  },
});
