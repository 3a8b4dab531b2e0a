import { personalPhone } from '#kernel/register/contact.ts';
import { count, date, longText, measure, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/** Capacity reserves (生产能力储备): what an enterprise can make and how fast it can start, when stock does not last. */
export const capacityReserves = defineRegister({
  id: 'capacityReserves',
  room: 'command',
  label: { zh: '产能储备', en: 'Capacity reserves' },
  singular: { zh: '产能储备', en: 'Capacity reserve' },
  title: 'name',
  fields: {
    name: text({
      label: { zh: '名称', en: 'Name' },
      hint: { zh: '企业加产品，便于查找', en: 'Enterprise and product, so it is found' },
      required: true,
      maxLength: 100,
    }),
    item: reference({ label: { zh: '物资品种', en: 'Item' }, register: 'supplyItems', required: true }),
    enterprise: reference({ label: { zh: '生产企业', en: 'Maker' }, register: 'enterprises', required: true }),
    dailyOutput: measure({
      label: { zh: '日产能', en: 'Output a day' },
      hint: { zh: '按该品种的计量单位', en: 'In the unit of the item' },
      unit: '',
      decimals: 2,
      min: 0,
      required: true,
    }),
    startHours: measure({
      label: { zh: '启动时间', en: 'Time to start' },
      hint: { zh: '从通知到出第一批', en: 'From the call to the first goods' },
      unit: 'h',
      decimals: 1,
      min: 0,
      max: 720,
    }),
    phone: personalPhone({ label: { zh: '联系电话', en: 'Phone' }, required: true }),
    contact: text({ label: { zh: '联系人', en: 'Contact' }, maxLength: 40 }),
    surgeOutput: measure({
      label: { zh: '最大日产能', en: 'Most a day' },
      hint: { zh: '全部生产线三班运行', en: 'All lines, three shifts' },
      unit: '',
      decimals: 2,
      min: 0,
    }),
    materialDays: count({ label: { zh: '原料可用天数', en: 'Raw material lasts' }, unit: { zh: '天', en: 'days' }, min: 0, max: 3650 }),
    lines: count({ label: { zh: '生产线', en: 'Production lines' }, unit: { zh: '条', en: 'lines' }, min: 0, max: 1000 }),
    agreementNo: text({ label: { zh: '协议编号', en: 'Agreement number' }, maxLength: 60 }),
    expiresOn: date({ label: { zh: '协议到期', en: 'Agreement expires on' } }),
    checkedOn: date({ label: { zh: '核查日期', en: 'Checked on' } }),
    bottlenecks: longText({
      label: { zh: '制约因素', en: 'Bottlenecks' },
      hint: { zh: '如 原料、用电、用工', en: 'E.g. material, power, hands' },
    }),
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
    write: ['administrator', 'dutyLeader', 'dutyOfficer'],
  },
  empty: {
    zh: '还没有产能储备。摸排能生产编织袋、口罩、食品、饮用水等物资的企业后登记。',
    en: 'No capacity yet. Find out who can make sandbags, masks, food, water and the like, then enter it.',
  },
});
