import { choice, date, list, longText, measure, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Entries of the hazardous-waste ledger (危险废物台账): one movement of one waste in one link, from production to disposal.
 * What comes in must equal what goes out; that balance is computed from these entries and is not written here. Codes are
 * those of the national list of hazardous wastes: the shape of a code is checked, the list itself is not in the program.
 */
export const wasteEntries = defineRegister({
  id: 'wasteEntries',
  room: 'supervision',
  label: { zh: '危险废物台账', en: 'Hazardous-waste ledger' },
  singular: { zh: '危废记录', en: 'Ledger entry' },
  title: 'entryNo',
  fields: {
    entryNo: text({ label: { zh: '记录编号', en: 'Entry number' }, required: true, maxLength: 60 }),
    enterprise: reference({ label: { zh: '单位', en: 'Enterprise' }, register: 'enterprises', required: true }),
    stage: choice({
      label: { zh: '环节', en: 'Link' },
      required: true,
      options: {
        produced: { zh: '产生', en: 'Produced' },
        collected: { zh: '收集', en: 'Collected' },
        stored: { zh: '贮存', en: 'Stored' },
        transferred: { zh: '转移', en: 'Transferred' },
        transported: { zh: '运输', en: 'Transported' },
        used: { zh: '利用', en: 'Used' },
        disposed: { zh: '处置', en: 'Disposed' },
      },
    }),
    happenedOn: date({ label: { zh: '日期', en: 'Date' }, required: true }),
    wasteName: text({ label: { zh: '废物名称', en: 'Waste' }, required: true, maxLength: 100 }),
    amount: measure({ label: { zh: '数量', en: 'Amount' }, unit: 't', decimals: 3, min: 0, required: true }),
    wasteCode: text({
      label: { zh: '废物代码', en: 'Waste code' },
      hint: {
        zh: '国家危险废物名录八位代码，如 900-214-08（格式未核验）',
        en: 'Eight digits of the national list, e.g. 900-214-08 (shape unverified)',
      },
      maxLength: 10,
      pattern: { source: '^\\d{3}-\\d{3}-\\d{2}$', rule: { zh: '须形如 900-214-08', en: 'must look like 900-214-08' } },
    }),
    hazards: list({
      label: { zh: '危险特性', en: 'Hazards' },
      options: {
        toxic: { zh: '毒性', en: 'Toxic' },
        corrosive: { zh: '腐蚀性', en: 'Corrosive' },
        ignitable: { zh: '易燃性', en: 'Ignitable' },
        reactive: { zh: '反应性', en: 'Reactive' },
        infectious: { zh: '感染性', en: 'Infectious' },
      },
    }),
    identification: choice({
      label: { zh: '属性鉴别', en: 'Identification' },
      options: {
        listed: { zh: '名录内', en: 'On the list' },
        identified: { zh: '经鉴别属危废', en: 'Identified as hazardous' },
        pending: { zh: '属性不明待鉴别', en: 'Unknown, to be identified' },
      },
    }),
    container: text({ label: { zh: '包装', en: 'Container' }, maxLength: 60 }),
    storage: text({ label: { zh: '贮存场所', en: 'Store' }, maxLength: 100 }),
    counterparty: text({
      label: { zh: '对方单位', en: 'Other side' },
      hint: { zh: '移出填接收单位，移入填移出单位', en: 'Who takes it, or who gave it' },
      maxLength: 100,
    }),
    counterpartyPermit: text({ label: { zh: '对方许可证号', en: "Other side's permit" }, maxLength: 60 }),
    manifestNo: text({ label: { zh: '转移联单编号', en: 'Transfer manifest' }, maxLength: 60 }),
    vehicle: reference({ label: { zh: '运输车辆', en: 'Vehicle' }, register: 'chemicalsVehicles' }),
    handler: text({ label: { zh: '经办人', en: 'Handled by' }, maxLength: 40 }),
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
    write: ['administrator', 'townshipOfficer'],
  },
  empty: {
    zh: '还没有台账记录。请产废单位按产生、贮存、转移等环节逐笔登记，属性不明的先登记再鉴别。',
    en: 'No entries yet. Enter each movement of each link; waste of unknown kind is entered first and identified later.',
  },
});
