import { officePhone } from '#kernel/register/contact.ts';
import { choice, date, list, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Enforcement officers (执法人员) and the certificate each shows: law is enforced by at least two who hold one (Penalty Law,
 * article 42). Their accounts and posts are the administration's; what an officer did stands in the cases.
 */
export const enforcementOfficers = defineRegister({
  id: 'enforcementOfficers',
  room: 'supervision',
  label: { zh: '执法人员', en: 'Enforcement officers' },
  singular: { zh: '执法人员', en: 'Officer' },
  title: 'name',
  shared: true,
  fields: {
    name: text({ label: { zh: '姓名', en: 'Name' }, required: true, maxLength: 40 }),
    certificateNo: text({ label: { zh: '执法证号', en: 'Certificate number' }, required: true, unique: true, maxLength: 30 }),
    organisation: text({ label: { zh: '执法机构', en: 'Agency' }, required: true, maxLength: 100 }),
    certificateFrom: date({ label: { zh: '发证日期', en: 'Certificate since' } }),
    certificateUntil: date({
      label: { zh: '有效期至', en: 'Valid until' },
      hint: { zh: '照证件填写', en: 'As on the certificate' },
      required: true,
    }),
    issuer: text({ label: { zh: '发证机关', en: 'Issued by' }, maxLength: 100 }),
    fields: list({
      label: { zh: '执法领域', en: 'Fields' },
      options: {
        workSafety: { zh: '安全生产', en: 'Work safety' },
        chemicals: { zh: '危险化学品', en: 'Hazardous chemicals' },
        mines: { zh: '矿山', en: 'Mines' },
        industry: { zh: '工贸', en: 'Industry and trade' },
        fire: { zh: '消防', en: 'Fire' },
        relief: { zh: '防灾减灾', en: 'Disaster prevention' },
      },
    }),
    status: choice({
      label: { zh: '状态', en: 'Status' },
      required: true,
      options: {
        active: { zh: '在岗', en: 'In service' },
        suspended: { zh: '暂扣证件', en: 'Certificate withheld' },
        left: { zh: '离岗', en: 'Left' },
      },
    }),
    phone: officePhone({ label: { zh: '办公电话', en: 'Office phone' } }),
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
    write: ['administrator', 'legalReviewer'],
  },
  empty: {
    zh: '还没有执法人员。请登记每名持证人员的姓名、执法证号和有效期，检查和办案时从中选取第二名执法人员。',
    en: 'No officers yet. Enter name, certificate number and validity of each holder; inspections and cases choose the second officer from them.',
  },
});
