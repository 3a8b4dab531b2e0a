import { idNumber, personalPhone } from '#kernel/register/contact.ts';
import { choice, date, flag, list, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Village disaster reporters (灾害信息员): two in each village or community, posts A and B. The village is the record's
 * division. Name, identity number, phone and day of training are what the national reporter system keeps.
 */
export const disasterReporters = defineRegister({
  id: 'disasterReporters',
  room: 'command',
  label: { zh: '灾害信息员', en: 'Disaster reporters' },
  singular: { zh: '灾害信息员', en: 'Disaster reporter' },
  title: 'name',
  fields: {
    name: text({ label: { zh: '姓名', en: 'Name' }, required: true, maxLength: 40 }),
    post: choice({
      label: { zh: '岗位', en: 'Post' },
      hint: { zh: '每村（社区）A、B 岗各一人，行政区选到村', en: 'One of each in a village or community; choose the village as division' },
      required: true,
      options: { postA: { zh: 'A 岗', en: 'Post A' }, postB: { zh: 'B 岗', en: 'Post B' } },
    }),
    phone: personalPhone({ label: { zh: '电话', en: 'Phone' }, required: true }),
    active: flag({ label: { zh: '在岗', en: 'In post' } }),
    trainedOn: date({ label: { zh: '培训日期', en: 'Trained on' } }),
    position: text({ label: { zh: '村内职务', en: 'Position in the village' }, maxLength: 60 }),
    otherRoles: list({
      label: { zh: '兼任', en: 'Also serves as' },
      options: {
        safetyAssistant: { zh: '安全生产协管员', en: 'Safety assistant' },
        villageOfficer: { zh: '应急管理员', en: 'Village emergency officer' },
        gridWorker: { zh: '网格员', en: 'Grid worker' },
        forestRanger: { zh: '护林员', en: 'Forest ranger' },
      },
    }),
    idNumber: idNumber({
      label: { zh: '身份证号', en: 'Identity number' },
      hint: { zh: '仅在上报国家系统时需要', en: 'Needed only for the national system' },
      listed: false,
    }),
    certificateNo: text({ label: { zh: '证书编号', en: 'Certificate number' }, maxLength: 60 }),
    appointedOn: date({ label: { zh: '任职日期', en: 'In post since' } }),
  },
  access: {
    read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'townshipOfficer'],
    write: ['administrator', 'dutyLeader', 'townshipOfficer'],
  },
  empty: {
    zh: '还没有灾害信息员。由乡镇按每村 A、B 岗各一人登记，缺岗的村接不到叫应电话。',
    en: 'No reporters yet. Townships enter one for post A and one for post B of each village; a village without them cannot be called.',
  },
});
