import { choice, date, longText, measure, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Batches in stock (库存批次): one item, one warehouse, one day of making. First in, first out goes by the expiry date. Donated
 * goods keep their giver apart: source, amount and use must be published (自然灾害救助条例 art. 26). Amounts change by movements
 * of stock, which are cases; the amount here is the one counted last.
 */
export const stockBatches = defineRegister({
  id: 'stockBatches',
  room: 'command',
  label: { zh: '库存批次', en: 'Stock batches' },
  singular: { zh: '批次', en: 'Batch' },
  title: 'batchNo',
  fields: {
    batchNo: text({ label: { zh: '批次号', en: 'Batch number' }, required: true, maxLength: 60 }),
    item: reference({ label: { zh: '物资品种', en: 'Item' }, register: 'supplyItems', required: true }),
    warehouse: reference({ label: { zh: '储备库', en: 'Warehouse' }, register: 'warehouses', required: true }),
    amount: measure({
      label: { zh: '数量', en: 'Amount' },
      hint: { zh: '按该品种的计量单位', en: 'In the unit of the item' },
      unit: '',
      decimals: 2,
      min: 0,
      required: true,
    }),
    expiresOn: date({ label: { zh: '到期日期', en: 'Expires on' } }),
    condition: choice({
      label: { zh: '状态', en: 'Condition' },
      options: {
        good: { zh: '完好', en: 'Good' },
        reserved: { zh: '已预留', en: 'Reserved' },
        repair: { zh: '待修', en: 'To be repaired' },
        rotate: { zh: '待轮换', en: 'To be rotated' },
        scrap: { zh: '待报废', en: 'To be scrapped' },
      },
    }),
    position: text({ label: { zh: '库位', en: 'Shelf' }, maxLength: 60 }),
    madeOn: date({ label: { zh: '生产日期', en: 'Made on' } }),
    receivedOn: date({ label: { zh: '入库日期', en: 'Received on' } }),
    source: choice({
      label: { zh: '来源', en: 'Source' },
      options: {
        purchase: { zh: '采购', en: 'Purchase' },
        transfer: { zh: '上级调拨', en: 'Transfer from above' },
        donation: { zh: '捐赠', en: 'Donation' },
        returned: { zh: '回收', en: 'Returned' },
      },
    }),
    supplier: text({ label: { zh: '供应商或捐赠方', en: 'Supplier or donor' }, maxLength: 100 }),
    orderNo: text({ label: { zh: '入库单或调拨单号', en: 'Receipt or transfer order' }, maxLength: 60 }),
    unitPrice: measure({
      label: { zh: '单价', en: 'Unit price' },
      hint: { zh: '单位：元', en: 'In yuan' },
      unit: '¥',
      decimals: 2,
      min: 0,
    }),
    countedOn: date({ label: { zh: '盘点日期', en: 'Counted on' } }),
    checkedOn: date({ label: { zh: '质量检查日期', en: 'Quality checked on' } }),
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
    write: ['administrator', 'dutyLeader', 'dutyOfficer', 'townshipOfficer'],
  },
  empty: {
    zh: '还没有库存。先建物资品种和储备库，再按批次录入数量和到期日期。',
    en: 'No stock yet. Enter items and warehouses first, then each batch with amount and expiry.',
  },
});
