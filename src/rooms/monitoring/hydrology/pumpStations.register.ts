import { officePhone, personalPhone } from '#kernel/register/contact.ts';
import { choice, count, flag, measure, point, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/** Pump stations (排涝泵站): where water is lifted out of town or field, and at which level pumping begins. */
export const pumpStations = defineRegister({
  id: 'pumpStations',
  room: 'monitoring',
  label: { zh: '泵站', en: 'Pump stations' },
  singular: { zh: '泵站', en: 'Pump station' },
  title: 'name',
  located: 'place',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 60 }),
    kind: choice({
      label: { zh: '类别', en: 'Kind' },
      options: {
        town: { zh: '城镇排涝', en: 'Town drainage' },
        field: { zh: '农田排涝', en: 'Field drainage' },
        irrigation: { zh: '灌溉', en: 'Irrigation' },
        both: { zh: '灌排结合', en: 'Irrigation and drainage' },
      },
    }),
    flow: measure({ label: { zh: '设计流量', en: 'Design flow' }, unit: 'm³/s', decimals: 2, min: 0 }),
    condition: choice({
      label: { zh: '状态', en: 'Condition' },
      options: { ready: { zh: '可用', en: 'Ready' }, partly: { zh: '部分可用', en: 'Partly' }, broken: { zh: '停用', en: 'Out of use' } },
    }),
    dutyPhone: officePhone({ label: { zh: '值班电话', en: 'Duty phone' } }),
    startLevel: measure({ label: { zh: '起排水位', en: 'Pumping starts at' }, unit: 'm', decimals: 2 }),
    place: point({ label: { zh: '位置', en: 'Place' } }),
    stopLevel: measure({ label: { zh: '停排水位', en: 'Pumping stops at' }, unit: 'm', decimals: 2 }),
    pumps: count({ label: { zh: '机组', en: 'Pumps' }, unit: { zh: '台', en: 'pumps' }, min: 0, max: 100 }),
    power: measure({ label: { zh: '装机功率', en: 'Power' }, unit: 'kW', decimals: 0, min: 0 }),
    backupPower: flag({ label: { zh: '有备用电源', en: 'Backup power' } }),
    outlet: text({ label: { zh: '排入', en: 'Into' }, hint: { zh: '河流或沟渠名称', en: 'River or canal' }, maxLength: 60 }),
    drainedArea: measure({ label: { zh: '排水面积', en: 'Area drained' }, unit: 'km²', decimals: 2, min: 0 }),
    station: reference({ label: { zh: '水位站', en: 'Level station' }, register: 'stations' }),
    owner: text({ label: { zh: '管理单位', en: 'Operator' }, maxLength: 100 }),
    keeper: text({ label: { zh: '负责人', en: 'In charge' }, maxLength: 40 }),
    phone: personalPhone({ label: { zh: '负责人电话', en: 'Phone of who is in charge' } }),
  },
  access: {
    read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'viewer', 'townshipOfficer'],
    write: ['administrator', 'dutyLeader', 'dutyOfficer', 'townshipOfficer'],
  },
  empty: {
    zh: '还没有泵站。向水利、城管部门索取清单，先登记值班电话和起排水位。',
    en: 'No pump stations yet. Ask the water and town departments; enter duty phone and starting level first.',
  },
});
