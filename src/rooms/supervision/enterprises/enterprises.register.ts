import { choice, count, point, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/** Production and business units (生产经营单位). */
export const enterprises = defineRegister({
  id: 'enterprises',
  label: { zh: '企业', en: 'Enterprises' },
  singular: { zh: '企业', en: 'Enterprise' },
  title: 'name',
  located: 'place',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 100 }),
    creditCode: text({
      label: { zh: '统一社会信用代码', en: 'Unified social credit code' },
      unique: true,
      maxLength: 18,
      pattern: { source: '^[0-9A-HJ-NPQRTUWXY]{18}$', rule: { zh: '18 位，GB 32100', en: '18 characters, GB 32100' } },
    }),
    industry: choice({
      label: { zh: '行业', en: 'Industry' },
      required: true,
      options: {
        chemical: { zh: '危险化学品', en: 'Hazardous chemicals' },
        gas: { zh: '燃气', en: 'Gas' },
        mining: { zh: '矿山', en: 'Mining' },
        wood: { zh: '木材家具', en: 'Wood and furniture' },
        food: { zh: '食品', en: 'Food' },
        metal: { zh: '冶金机械', en: 'Metal and machinery' },
        textile: { zh: '纺织', en: 'Textiles' },
        other: { zh: '其他', en: 'Other' },
      },
    }),
    place: point({ label: { zh: '位置', en: 'Place' } }),
    staff: count({ label: { zh: '从业人数', en: 'Staff' }, unit: { zh: '人', en: 'people' }, min: 0 }),
    principal: text({ label: { zh: '主要负责人', en: 'Principal' }, maxLength: 40 }),
    phone: text({ label: { zh: '电话', en: 'Phone' }, maxLength: 40 }),
  },
  access: {
    read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'viewer', 'townshipOfficer'],
    write: ['administrator', 'townshipOfficer'],
  },
  empty: { zh: '还没有企业。', en: 'No enterprises yet.' },
});
