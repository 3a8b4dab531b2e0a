import { officePhone, personalPhone } from '#kernel/register/contact.ts';
import { choice, count, date, list, longText, measure, point, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Scenic sites (旅游景区) and how many people each may hold. Capacities are those the site has published; a crowd alarm
 * compares with them.
 */
export const scenicSites = defineRegister({
  id: 'scenicSites',
  room: 'decision',
  label: { zh: '旅游景区', en: 'Scenic sites' },
  singular: { zh: '景区', en: 'Scenic site' },
  title: 'name',
  located: 'place',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 100 }),
    grade: choice({
      label: { zh: '等级', en: 'Grade' },
      options: {
        a5: { zh: '5A', en: '5A' },
        a4: { zh: '4A', en: '4A' },
        a3: { zh: '3A', en: '3A' },
        a2: { zh: '2A', en: '2A' },
        a1: { zh: 'A', en: 'A' },
        none: { zh: '未评级', en: 'Not graded' },
      },
    }),
    capacityAtOnce: count({
      label: { zh: '瞬时最大承载量', en: 'Most at one time' },
      hint: { zh: '按景区公布的数字', en: 'As the site has published' },
      unit: { zh: '人', en: 'people' },
      min: 0,
    }),
    capacityPerDay: count({ label: { zh: '日最大承载量', en: 'Most in a day' }, unit: { zh: '人', en: 'people' }, min: 0 }),
    dutyPhone: officePhone({ label: { zh: '值班电话', en: 'Duty phone' } }),
    operation: choice({
      label: { zh: '开放状态', en: 'Open' },
      options: { running: { zh: '开放', en: 'Open' }, seasonal: { zh: '季节开放', en: 'In season' }, closed: { zh: '关闭', en: 'Closed' } },
    }),
    place: point({ label: { zh: '位置', en: 'Place' } }),
    area: measure({ label: { zh: '面积', en: 'Area' }, unit: 'km²', decimals: 2, min: 0 }),
    dangers: list({
      label: { zh: '主要风险', en: 'Main dangers' },
      options: {
        crowd: { zh: '人流密集', en: 'Crowds' },
        water: { zh: '涉水', en: 'Water' },
        cliff: { zh: '山体和高处', en: 'Cliffs and heights' },
        ropeway: { zh: '索道', en: 'Ropeway' },
        ride: { zh: '游乐设施', en: 'Rides' },
        forestFire: { zh: '森林火灾', en: 'Forest fire' },
        flashFlood: { zh: '山洪', en: 'Flash flood' },
        lightning: { zh: '雷电', en: 'Lightning' },
        heritage: { zh: '古建筑火灾', en: 'Fire in old buildings' },
      },
    }),
    enterprise: reference({ label: { zh: '经营企业', en: 'Operator' }, register: 'enterprises' }),
    shelter: reference({ label: { zh: '就近避难场所', en: 'Nearest shelter' }, register: 'shelters' }),
    contact: text({ label: { zh: '负责人', en: 'In charge' }, maxLength: 40 }),
    phone: personalPhone({ label: { zh: '负责人电话', en: 'Phone of who is in charge' } }),
    drilledOn: date({ label: { zh: '演练日期', en: 'Drilled on' } }),
    exits: longText({ label: { zh: '出入口和疏散路线', en: 'Exits and ways out' } }),
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
    zh: '还没有景区。向文旅部门索取名单，登记承载量和值班电话，节前核对一次。',
    en: 'No scenic sites yet. Ask the tourism department; enter capacities and duty phones and check them before holidays.',
  },
});
