import { officePhone, personalPhone } from '#kernel/register/contact.ts';
import { choice, count, date, flag, list, longText, measure, point, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/** Education and training sites (科普教育基地、体验馆、安全实训基地): where the public and workers learn what to do. */
export const educationSites = defineRegister({
  id: 'educationSites',
  room: 'administration',
  label: { zh: '教育实训基地', en: 'Education and training sites' },
  singular: { zh: '教育实训基地', en: 'Education site' },
  title: 'name',
  located: 'place',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 100 }),
    kind: choice({
      label: { zh: '类别', en: 'Kind' },
      required: true,
      options: {
        training: { zh: '安全实训基地', en: 'Safety training base' },
        experience: { zh: '安全体验馆', en: 'Safety experience hall' },
        fire: { zh: '消防科普教育基地', en: 'Fire education base' },
        disaster: { zh: '防灾减灾科普基地', en: 'Disaster education base' },
        square: { zh: '主题公园和广场', en: 'Theme park or square' },
      },
    }),
    functions: list({
      label: { zh: '功能', en: 'Functions' },
      options: {
        accidentLessons: { zh: '事故警示', en: 'Lessons of accidents' },
        injuryExperience: { zh: '伤害体验', en: 'Injury experience' },
        equipmentTraining: { zh: '设备操作与检维修实训', en: 'Operating and repairing equipment' },
        specialWork: { zh: '特殊作业实训', en: 'Special operations' },
        process: { zh: '化工工艺安全实训', en: 'Chemical process safety' },
        publicSafety: { zh: '公共安全', en: 'Public safety' },
        sheltering: { zh: '应急避险', en: 'Taking shelter' },
        escape: { zh: '逃生自救', en: 'Escape and self-rescue' },
        earthquake: { zh: '防震减灾', en: 'Earthquakes' },
        rescueTraining: { zh: '应急救援培训', en: 'Rescue training' },
      },
    }),
    visitorsPerDay: count({ label: { zh: '日接待能力', en: 'Visitors a day' }, unit: { zh: '人', en: 'people' }, min: 0 }),
    openingHours: text({ label: { zh: '开放时间', en: 'Opening hours' }, maxLength: 100 }),
    bookingPhone: officePhone({ label: { zh: '预约电话', en: 'Booking phone' } }),
    place: point({ label: { zh: '位置', en: 'Place' } }),
    address: text({ label: { zh: '地址', en: 'Address' } }),
    operator: text({ label: { zh: '运营单位', en: 'Operator' }, maxLength: 100 }),
    area: measure({ label: { zh: '面积', en: 'Area' }, unit: 'm²', decimals: 0, min: 0 }),
    openedOn: date({ label: { zh: '建成日期', en: 'Opened on' } }),
    freeOfCharge: flag({ label: { zh: '免费开放', en: 'Free of charge' } }),
    contact: text({ label: { zh: '联系人', en: 'Contact' }, maxLength: 40 }),
    phone: personalPhone({ label: { zh: '联系人电话', en: "Contact's phone" } }),
    note: longText({ label: { zh: '备注', en: 'Note' } }),
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
    zh: '还没有基地。登记已建和在建的场馆，便于学校、企业和村里预约。',
    en: 'No sites yet. Enter those open and those being built, so schools, enterprises and villages can book.',
  },
});
