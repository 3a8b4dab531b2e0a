import { personalPhone } from '#kernel/register/contact.ts';
import { choice, flag, instant, longText, point, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Hazardous operations (危险作业) as enterprises announce them. 安全生产法 art. 43 names blasting, lifting, hot work and temporary
 * power; the rest are the special operations of GB 30871. Grades belong to the kind (hot work has special, first and second)
 * and are unverified. Who approves a permit, and in what order, is a case and not written here.
 */
export const hazardousOperations = defineRegister({
  id: 'hazardousOperations',
  room: 'supervision',
  label: { zh: '危险作业', en: 'Hazardous operations' },
  singular: { zh: '危险作业', en: 'Hazardous operation' },
  title: 'name',
  located: 'place',
  fields: {
    name: text({
      label: { zh: '作业内容', en: 'Work' },
      hint: { zh: '如 3 号罐人孔补焊', en: 'E.g. welding at the manhole of tank 3' },
      required: true,
      maxLength: 100,
    }),
    enterprise: reference({ label: { zh: '企业', en: 'Enterprise' }, register: 'enterprises', required: true }),
    kind: choice({
      label: { zh: '作业种类', en: 'Kind' },
      required: true,
      options: {
        hotWork: { zh: '动火', en: 'Hot work' },
        confinedSpace: { zh: '受限空间', en: 'Confined space' },
        blindPlate: { zh: '盲板抽堵', en: 'Blind plates' },
        workAtHeight: { zh: '高处', en: 'Work at height' },
        lifting: { zh: '吊装', en: 'Lifting' },
        temporaryPower: { zh: '临时用电', en: 'Temporary power' },
        excavation: { zh: '动土', en: 'Excavation' },
        blasting: { zh: '爆破', en: 'Blasting' },
        roadClosure: { zh: '断路', en: 'Road closure' },
        other: { zh: '其他', en: 'Other' },
      },
    }),
    permitGrade: choice({
      label: { zh: '作业等级', en: 'Permit grade' },
      hint: { zh: '按作业票填写；各种类的分级未核验', en: 'As on the permit; the grades of each kind are unverified' },
      options: {
        special: { zh: '特级', en: 'Special' },
        first: { zh: '一级', en: 'First' },
        second: { zh: '二级', en: 'Second' },
        third: { zh: '三级', en: 'Third' },
        fourth: { zh: '四级', en: 'Fourth' },
        ungraded: { zh: '不分级', en: 'Not graded' },
      },
    }),
    startsAt: instant({ label: { zh: '开始', en: 'From' }, required: true }),
    endsAt: instant({ label: { zh: '结束', en: 'To' } }),
    permitNo: text({ label: { zh: '作业票号', en: 'Permit number' }, maxLength: 60 }),
    part: text({ label: { zh: '部位', en: 'Part of the site' }, maxLength: 100 }),
    place: point({ label: { zh: '位置', en: 'Place' } }),
    majorHazard: reference({ label: { zh: '涉及重大危险源', en: 'Major hazard concerned' }, register: 'majorHazards' }),
    leader: text({ label: { zh: '作业负责人', en: 'Leader of the work' }, maxLength: 40 }),
    leaderPhone: personalPhone({ label: { zh: '作业负责人电话', en: "Leader's phone" } }),
    guardian: text({ label: { zh: '监护人', en: 'Attendant' }, maxLength: 40 }),
    guardianPhone: personalPhone({ label: { zh: '监护人电话', en: "Attendant's phone" } }),
    contracted: flag({ label: { zh: '外包作业', en: 'Contracted out' } }),
    contractor: text({ label: { zh: '作业单位', en: 'Contractor' }, maxLength: 100 }),
    analysedAt: instant({ label: { zh: '气体分析时间', en: 'Gas analysed at' } }),
    analysisResult: text({ label: { zh: '气体分析结果', en: 'Gas analysis' }, hint: { zh: '连同单位填写', en: 'With its unit' } }),
    approver: text({ label: { zh: '审批人', en: 'Approved by' }, maxLength: 40 }),
    measures: longText({ label: { zh: '安全措施', en: 'Safety measures' } }),
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
    zh: '还没有危险作业。请企业在作业前报备，由乡镇或值班员登记。',
    en: 'No hazardous operations yet. Enterprises announce them beforehand; the township or the duty officer enters them.',
  },
});
