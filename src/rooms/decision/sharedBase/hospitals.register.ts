import { officePhone, personalPhone } from '#kernel/register/contact.ts';
import { choice, count, flag, list, measure, point, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/** Hospitals and clinics (医疗机构): where the injured go, and places full of people who cannot walk out. */
export const hospitals = defineRegister({
  id: 'hospitals',
  room: 'decision',
  label: { zh: '医疗机构', en: 'Hospitals' },
  singular: { zh: '医疗机构', en: 'Hospital' },
  title: 'name',
  located: 'place',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 100 }),
    kind: choice({
      label: { zh: '类别', en: 'Kind' },
      required: true,
      options: {
        general: { zh: '综合医院', en: 'General hospital' },
        chinese: { zh: '中医医院', en: 'Hospital of Chinese medicine' },
        specialised: { zh: '专科医院', en: 'Specialised hospital' },
        maternity: { zh: '妇幼保健院', en: 'Maternity and child care' },
        township: { zh: '乡镇卫生院', en: 'Township hospital' },
        community: { zh: '社区卫生服务中心', en: 'Community health centre' },
        village: { zh: '村卫生室', en: 'Village clinic' },
        emergencyCentre: { zh: '急救中心（站）', en: 'Ambulance station' },
        bloodStation: { zh: '采供血机构', en: 'Blood station' },
      },
    }),
    grade: choice({
      label: { zh: '等级', en: 'Grade' },
      options: {
        third: { zh: '三级', en: 'Third' },
        second: { zh: '二级', en: 'Second' },
        first: { zh: '一级', en: 'First' },
        none: { zh: '未定级', en: 'Not graded' },
      },
    }),
    beds: count({ label: { zh: '床位数', en: 'Beds' }, unit: { zh: '张', en: 'beds' }, min: 0 }),
    ambulances: count({ label: { zh: '救护车', en: 'Ambulances' }, unit: { zh: '辆', en: 'ambulances' }, min: 0 }),
    dutyPhone: officePhone({
      label: { zh: '急诊电话', en: 'Emergency phone' },
      hint: { zh: '24 小时有人接听', en: 'Answered day and night' },
    }),
    place: point({ label: { zh: '位置', en: 'Place' } }),
    address: text({ label: { zh: '地址', en: 'Address' } }),
    icuBeds: count({ label: { zh: '重症床位', en: 'Intensive-care beds' }, unit: { zh: '张', en: 'beds' }, min: 0 }),
    inpatients: count({ label: { zh: '常住院人数', en: 'Usual inpatients' }, unit: { zh: '人', en: 'people' }, min: 0 }),
    abilities: list({
      label: { zh: '救治能力', en: 'Can treat' },
      options: {
        trauma: { zh: '创伤', en: 'Trauma' },
        burns: { zh: '烧伤', en: 'Burns' },
        poisoning: { zh: '中毒', en: 'Poisoning' },
        hyperbaric: { zh: '高压氧', en: 'Hyperbaric oxygen' },
        infectious: { zh: '传染病', en: 'Infectious disease' },
        chestPain: { zh: '胸痛', en: 'Chest pain' },
        stroke: { zh: '卒中', en: 'Stroke' },
        children: { zh: '儿科', en: 'Children' },
        dialysis: { zh: '血液透析', en: 'Dialysis' },
        decontamination: { zh: '洗消', en: 'Decontamination' },
      },
    }),
    helipad: flag({ label: { zh: '有停机坪', en: 'Helipad' } }),
    backupPowerHours: measure({ label: { zh: '备用电源时长', en: 'Backup power lasts' }, unit: 'h', decimals: 1, min: 0, max: 1000 }),
    liquidOxygen: flag({ label: { zh: '有液氧罐', en: 'Liquid oxygen tank' } }),
    contact: text({ label: { zh: '应急联系人', en: 'Emergency contact' }, maxLength: 40 }),
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
    zh: '还没有医疗机构。先登记有急诊的医院和各乡镇卫生院，填好急诊电话和救治能力。',
    en: 'No hospitals yet. Enter those with an emergency room and the township hospitals first, with phone and abilities.',
  },
});
