import { personalPhone } from '#kernel/register/contact.ts';
import { count, date, longText, measure, point, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/** Entrusted reserves (企业代储): goods the county owns and an enterprise stores and rotates for it. */
export const entrustedReserves = defineRegister({
  id: 'entrustedReserves',
  room: 'command',
  label: { zh: '企业代储', en: 'Entrusted reserves' },
  singular: { zh: '代储', en: 'Entrusted reserve' },
  title: 'name',
  located: 'place',
  fields: {
    name: text({
      label: { zh: '名称', en: 'Name' },
      hint: { zh: '代储企业加物资，便于查找', en: 'Enterprise and goods, so it is found' },
      required: true,
      maxLength: 100,
    }),
    item: reference({ label: { zh: '物资品种', en: 'Item' }, register: 'supplyItems', required: true }),
    amount: measure({
      label: { zh: '代储数量', en: 'Amount kept' },
      hint: { zh: '按该品种的计量单位', en: 'In the unit of the item' },
      unit: '',
      decimals: 2,
      min: 0,
      required: true,
    }),
    enterprise: reference({ label: { zh: '代储企业', en: 'Kept by' }, register: 'enterprises', required: true }),
    nextRotationOn: date({ label: { zh: '下次轮换', en: 'Next rotation on' } }),
    phone: personalPhone({ label: { zh: '联系电话', en: 'Phone' }, required: true }),
    contact: text({ label: { zh: '联系人', en: 'Contact' }, maxLength: 40 }),
    place: point({ label: { zh: '存放位置', en: 'Where kept' } }),
    responseHours: measure({
      label: { zh: '响应时间', en: 'Response time' },
      hint: { zh: '从通知到装车', en: 'From the call to the loaded lorry' },
      unit: 'h',
      decimals: 1,
      min: 0,
      max: 720,
    }),
    rotationMonths: count({ label: { zh: '轮换周期', en: 'Rotation every' }, unit: { zh: '个月', en: 'months' }, min: 1, max: 600 }),
    contractNo: text({ label: { zh: '合同编号', en: 'Contract number' }, maxLength: 60 }),
    startsOn: date({ label: { zh: '代储开始', en: 'From' } }),
    expiresOn: date({ label: { zh: '代储到期', en: 'Until' } }),
    yearlyFee: measure({
      label: { zh: '年代储费', en: 'Fee a year' },
      hint: { zh: '单位：元', en: 'In yuan' },
      unit: '¥',
      decimals: 2,
      min: 0,
    }),
    checkedOn: date({ label: { zh: '核查日期', en: 'Checked on' } }),
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
    write: ['administrator', 'dutyLeader', 'dutyOfficer'],
  },
  empty: {
    zh: '还没有企业代储。不宜久存或有特殊保管要求的物资可委托企业代储，签约后在此登记。',
    en: 'No entrusted reserves yet. Goods that do not keep or need special storage can be entrusted; enter the contract here.',
  },
});
