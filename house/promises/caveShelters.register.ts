import { choice, count, point, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/** Example of a register: cave shelters (岩洞避难所). */
export const caveShelters = defineRegister({
  id: 'caveShelters',
  label: { zh: '岩洞避难所', en: 'Cave shelters' },
  singular: { zh: '岩洞避难所', en: 'Cave shelter' },
  title: 'name',
  located: 'site',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, unique: true, maxLength: 60 }),
    kind: choice({
      label: { zh: '类型', en: 'Kind' },
      options: { natural: { zh: '天然', en: 'Natural' }, dug: { zh: '人工', en: 'Dug' } },
    }),
    capacity: count({ label: { zh: '容纳人数', en: 'Capacity' }, unit: { zh: '人', en: 'people' }, min: 0 }),
    site: point({ label: { zh: '位置', en: 'Place' } }),
  },
  access: { read: ['administrator', 'dutyOfficer', 'townshipOfficer'], write: ['administrator'] },
  empty: { zh: '还没有岩洞避难所。', en: 'No cave shelters yet.' },
});
