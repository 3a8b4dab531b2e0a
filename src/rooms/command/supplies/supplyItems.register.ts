import { choice, count, longText, measure, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Kinds of emergency supplies (应急物资品种): what batches and reserves count. Classes and shape of the code: GB/T 38565-2020,
 * seven digits in four levels (1+2+2+2), 99 for the rest. The full code list is not in the program, so the code may stay
 * empty until the county has it. Shelf life and least stock are the county's figures.
 */
export const supplyItems = defineRegister({
  id: 'supplyItems',
  room: 'command',
  label: { zh: '应急物资品种', en: 'Supply items' },
  singular: { zh: '物资品种', en: 'Supply item' },
  title: 'name',
  shared: true,
  fields: {
    name: text({
      label: { zh: '名称', en: 'Name' },
      hint: { zh: '如 12 平方米救灾帐篷', en: 'E.g. relief tent, 12 m²' },
      required: true,
      unique: true,
      maxLength: 100,
    }),
    majorClass: choice({
      label: { zh: '大类', en: 'Class' },
      required: true,
      options: {
        living: { zh: '1 基本生活保障物资', en: '1 Basic living' },
        equipment: { zh: '2 应急装备及配套物资', en: '2 Emergency equipment' },
        engineering: { zh: '3 工程材料与机械加工设备', en: '3 Engineering materials and machinery' },
      },
    }),
    unit: text({
      label: { zh: '计量单位', en: 'Unit' },
      hint: { zh: '如 顶、床、件、台、吨', en: 'E.g. piece, bed, set, t' },
      required: true,
      maxLength: 20,
    }),
    standardCode: text({
      label: { zh: '分类编码', en: 'Classification code' },
      hint: {
        zh: 'GB/T 38565-2020 七位编码；没有标准文本时留空',
        en: 'Seven digits of GB/T 38565-2020; empty without the standard at hand',
      },
      maxLength: 7,
      pattern: {
        source: '^[123](0[1-9]|[1-9]\\d)\\d{4}$',
        rule: { zh: '须为七位，首位 1 至 3，第 2、3 位不为 00', en: 'must be seven digits, the first 1 to 3, the next two not 00' },
      },
    }),
    leastStock: measure({
      label: { zh: '最低储备量', en: 'Least stock' },
      hint: { zh: '按计量单位，由县里确定', en: 'In its unit; the county decides' },
      unit: '',
      decimals: 2,
      min: 0,
    }),
    shelfLifeMonths: count({
      label: { zh: '保质期', en: 'Shelf life' },
      hint: { zh: '按产品说明填写，用于推算到期', en: 'By the maker; used to work out expiry' },
      unit: { zh: '个月', en: 'months' },
      min: 1,
      max: 600,
    }),
    mostStock: measure({ label: { zh: '最高储备量', en: 'Most stock' }, unit: '', decimals: 2, min: 0 }),
    specification: text({ label: { zh: '规格', en: 'Specification' } }),
    importance: choice({
      label: { zh: '重要程度', en: 'Importance' },
      options: { key: { zh: '重要应急物资', en: 'Key item' }, ordinary: { zh: '一般物资', en: 'Ordinary' } },
    }),
    packing: text({
      label: { zh: '包装', en: 'Packing' },
      hint: { zh: '每箱数量、单件体积和重量', en: 'Pieces a box, volume and weight of one' },
    }),
    storage: longText({ label: { zh: '保管要求', en: 'How to keep' } }),
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
    zh: '还没有物资品种。先建帐篷、棉被、饮用水、编织袋等常用品种，再登记库存和各类储备。',
    en: 'No items yet. Enter tents, quilts, water, sandbags and the like first; stock and reserves refer to them.',
  },
});
