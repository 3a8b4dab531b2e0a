import { personalPhone } from '#kernel/register/contact.ts';
import { count, date, longText, measure, point, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/** Agreement reserves (协议储备): goods a supplier keeps on sale and has promised to hand over when called. */
export const agreementReserves = defineRegister({
  id: 'agreementReserves',
  room: 'command',
  label: { zh: '协议储备', en: 'Agreement reserves' },
  singular: { zh: '协议储备', en: 'Agreement reserve' },
  title: 'name',
  located: 'place',
  fields: {
    name: text({
      label: { zh: '名称', en: 'Name' },
      hint: { zh: '供应方加物资，便于查找', en: 'Supplier and goods, so it is found' },
      required: true,
      maxLength: 100,
    }),
    item: reference({ label: { zh: '物资品种', en: 'Item' }, register: 'supplyItems', required: true }),
    callableAmount: measure({
      label: { zh: '可调数量', en: 'Callable amount' },
      hint: { zh: '按该品种的计量单位', en: 'In the unit of the item' },
      unit: '',
      decimals: 2,
      min: 0,
      required: true,
    }),
    responseHours: measure({
      label: { zh: '响应时间', en: 'Response time' },
      hint: { zh: '从通知到装车', en: 'From the call to the loaded lorry' },
      unit: 'h',
      decimals: 1,
      min: 0,
      max: 720,
    }),
    expiresOn: date({ label: { zh: '协议到期', en: 'Agreement expires on' } }),
    phone: personalPhone({ label: { zh: '联系电话', en: 'Phone' }, required: true }),
    supplier: reference({ label: { zh: '供应企业', en: 'Supplier' }, register: 'enterprises' }),
    agreementNo: text({ label: { zh: '协议编号', en: 'Agreement number' }, maxLength: 60 }),
    signedOn: date({ label: { zh: '签订日期', en: 'Signed on' } }),
    place: point({ label: { zh: '提货位置', en: 'Where to fetch it' } }),
    contact: text({ label: { zh: '联系人', en: 'Contact' }, maxLength: 40 }),
    price: measure({
      label: { zh: '协议单价', en: 'Agreed unit price' },
      hint: { zh: '单位：元', en: 'In yuan' },
      unit: '¥',
      decimals: 2,
      min: 0,
    }),
    lorries: count({ label: { zh: '可用货车', en: 'Lorries at hand' }, unit: { zh: '辆', en: 'lorries' }, min: 0 }),
    checkedOn: date({ label: { zh: '核查日期', en: 'Checked on' } }),
    terms: longText({ label: { zh: '主要约定', en: 'Main terms' } }),
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
    zh: '还没有协议储备。与超市、粮油、建材企业签订协议后登记可调数量和响应时间。',
    en: 'No agreements yet. Sign with shops, food and building-material firms, then enter amount and response time.',
  },
});
