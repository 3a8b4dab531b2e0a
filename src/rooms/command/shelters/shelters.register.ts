import { choice, count, point, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/** Emergency shelters (应急避难场所). */
export const shelters = defineRegister({
  id: 'shelters',
  label: { zh: '应急避难场所', en: 'Emergency shelters' },
  singular: { zh: '避难场所', en: 'Shelter' },
  title: 'name',
  located: 'place',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 100 }),
    kind: choice({
      label: { zh: '类型', en: 'Kind' },
      options: { indoor: { zh: '室内', en: 'Indoor' }, outdoor: { zh: '室外', en: 'Outdoor' } },
    }),
    place: point({ label: { zh: '位置', en: 'Place' } }),
    capacity: count({ label: { zh: '容纳人数', en: 'Capacity' }, unit: { zh: '人', en: 'people' }, min: 0 }),
    keeper: text({ label: { zh: '管理人', en: 'Keeper' }, maxLength: 40 }),
    phone: text({ label: { zh: '电话', en: 'Phone' }, maxLength: 40 }),
  },
  access: {
    read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'viewer', 'townshipOfficer'],
    write: ['administrator', 'townshipOfficer'],
  },
  empty: { zh: '还没有避难场所。', en: 'No shelters yet.' },
});
