import { officePhone, personalPhone } from '#kernel/register/contact.ts';
import { choice, count, flag, longText, point, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Care homes (民政服务机构): people who need others to get out. Residents are counted, never named; how many cannot walk decides
 * how many helpers and vehicles an evacuation takes.
 */
export const careHomes = defineRegister({
  id: 'careHomes',
  room: 'decision',
  label: { zh: '民政服务机构', en: 'Care homes' },
  singular: { zh: '服务机构', en: 'Care home' },
  title: 'name',
  located: 'place',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 100 }),
    kind: choice({
      label: { zh: '类别', en: 'Kind' },
      required: true,
      options: {
        elderly: { zh: '养老院', en: 'Home for the elderly' },
        destitute: { zh: '敬老院（特困供养）', en: 'Home for the destitute' },
        children: { zh: '儿童福利机构', en: "Children's home" },
        disabled: { zh: '残疾人服务机构', en: 'Home for disabled people' },
        mental: { zh: '精神卫生福利机构', en: 'Psychiatric home' },
        relief: { zh: '救助站', en: 'Relief station' },
        dayCare: { zh: '日间照料中心', en: 'Day care' },
      },
    }),
    residents: count({ label: { zh: '在住人数', en: 'Residents' }, unit: { zh: '人', en: 'people' }, min: 0 }),
    immobile: count({ label: { zh: '不能自主行动人数', en: 'Who cannot walk out' }, unit: { zh: '人', en: 'people' }, min: 0 }),
    nightStaff: count({ label: { zh: '夜间值守人数', en: 'Staff at night' }, unit: { zh: '人', en: 'people' }, min: 0 }),
    dutyPhone: officePhone({ label: { zh: '值班电话', en: 'Duty phone' }, hint: { zh: '24 小时有人接听', en: 'Answered day and night' } }),
    place: point({ label: { zh: '位置', en: 'Place' } }),
    address: text({ label: { zh: '地址', en: 'Address' } }),
    beds: count({ label: { zh: '床位数', en: 'Beds' }, unit: { zh: '张', en: 'beds' }, min: 0 }),
    staff: count({ label: { zh: '工作人员数', en: 'Staff' }, unit: { zh: '人', en: 'people' }, min: 0 }),
    floors: count({ label: { zh: '楼层数', en: 'Floors' }, unit: { zh: '层', en: 'floors' }, min: 1, max: 60 }),
    fireAlarmFitted: flag({ label: { zh: '已装火灾报警', en: 'Fire alarm fitted' } }),
    fireAlarmOnline: flag({ label: { zh: '火灾报警联网', en: 'Fire alarm online' } }),
    backupPower: flag({ label: { zh: '有备用电源', en: 'Backup power' } }),
    fireKeyUnit: reference({ label: { zh: '消防重点单位', en: 'Fire key unit' }, register: 'fireKeyUnits' }),
    shelter: reference({ label: { zh: '转移去向', en: 'Moves to' }, register: 'shelters' }),
    contact: text({ label: { zh: '负责人', en: 'In charge' }, maxLength: 40 }),
    phone: personalPhone({ label: { zh: '负责人电话', en: 'Phone of who is in charge' } }),
    note: longText({ label: { zh: '备注', en: 'Note' } }),
  },
  access: {
    read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'viewer', 'townshipOfficer'],
    write: ['administrator', 'townshipOfficer'],
  },
  empty: {
    zh: '还没有民政服务机构。向民政部门索取名单导入，核实不能自主行动的人数和转移去向。',
    en: 'No care homes yet. Import the list of civil affairs, then confirm who cannot walk out and where they move to.',
  },
});
