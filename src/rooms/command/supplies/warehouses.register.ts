import { officePhone, personalPhone } from '#kernel/register/contact.ts';
import { choice, flag, measure, point, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Warehouses and storage points (储备库、储备点) of emergency supplies, from the county's warehouse to a community's kit. What
 * lies in them are stockBatches.
 */
export const warehouses = defineRegister({
  id: 'warehouses',
  room: 'command',
  label: { zh: '储备库（点）', en: 'Warehouses' },
  singular: { zh: '储备库', en: 'Warehouse' },
  title: 'name',
  located: 'place',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 100 }),
    level: choice({
      label: { zh: '级别', en: 'Level' },
      required: true,
      options: {
        central: { zh: '中央（区域）', en: 'Central (regional)' },
        province: { zh: '省', en: 'Province' },
        city: { zh: '市', en: 'City' },
        county: { zh: '县', en: 'County' },
        township: { zh: '乡', en: 'Township' },
        village: { zh: '村（社区）', en: 'Village or community' },
      },
    }),
    kind: choice({
      label: { zh: '类别', en: 'Kind' },
      options: {
        rescue: { zh: '抢险救援', en: 'Emergency repair and rescue' },
        force: { zh: '应急救援力量', en: 'For rescue forces' },
        living: { zh: '基本生活', en: 'Basic living' },
        mixed: { zh: '综合', en: 'Mixed' },
      },
    }),
    dutyPhone: officePhone({
      label: { zh: '值班电话', en: 'Duty phone' },
      hint: { zh: '夜间也能开库', en: 'So that it opens at night too' },
    }),
    keeper: text({ label: { zh: '保管员', en: 'Keeper' }, maxLength: 40 }),
    phone: personalPhone({ label: { zh: '保管员电话', en: "Keeper's phone" } }),
    place: point({ label: { zh: '位置', en: 'Place' } }),
    address: text({ label: { zh: '地址', en: 'Address' } }),
    operator: text({ label: { zh: '管理单位', en: 'Operator' }, maxLength: 100 }),
    deputy: text({ label: { zh: '保管员（B 岗）', en: 'Keeper, post B' }, maxLength: 40 }),
    deputyPhone: personalPhone({ label: { zh: 'B 岗电话', en: 'Phone, post B' } }),
    area: measure({ label: { zh: '库房面积', en: 'Floor area' }, unit: 'm²', decimals: 0, min: 0 }),
    volume: measure({ label: { zh: '可用容积', en: 'Usable volume' }, unit: 'm³', decimals: 0, min: 0 }),
    lorryAccess: text({
      label: { zh: '进出车辆', en: 'Access for lorries' },
      hint: { zh: '最大车长、限高和限重', en: 'Longest lorry, height and weight limits' },
    }),
    loading: text({ label: { zh: '装卸设备', en: 'Loading gear' } }),
    floodSafe: flag({ label: { zh: '不受洪水淹没', en: 'Above floods' } }),
    backupPower: flag({ label: { zh: '有备用电源', en: 'Backup power' } }),
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
    zh: '还没有储备库。先登记县级储备库和各乡镇储备点的位置、保管员和值班电话。',
    en: "No warehouses yet. Enter the county's warehouse and the townships' points with place, keeper and duty phone.",
  },
});
