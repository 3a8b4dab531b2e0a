import { personalPhone } from '#kernel/register/contact.ts';
import { count, flag, list, longText, measure, point, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Evacuation points (临时疏散点): where the people of a village or a block gather first, and the shelter they go on to. The way
 * is described in words; as lines on the map, routes are base data.
 */
export const evacuationPoints = defineRegister({
  id: 'evacuationPoints',
  room: 'command',
  label: { zh: '临时疏散点', en: 'Evacuation points' },
  singular: { zh: '疏散点', en: 'Evacuation point' },
  title: 'name',
  located: 'place',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 100 }),
    serviceArea: text({
      label: { zh: '服务范围', en: 'Serves' },
      hint: { zh: '村民组、小区或楼栋', en: 'Groups, blocks or buildings' },
      maxLength: 200,
    }),
    capacity: count({ label: { zh: '容纳人数', en: 'Capacity' }, unit: { zh: '人', en: 'people' }, min: 0 }),
    shelter: reference({ label: { zh: '转往避难场所', en: 'Leads to shelter' }, register: 'shelters' }),
    keeper: text({ label: { zh: '责任人', en: 'Person responsible' }, maxLength: 40 }),
    phone: personalPhone({ label: { zh: '电话', en: 'Phone' } }),
    place: point({ label: { zh: '位置', en: 'Place' } }),
    area: measure({ label: { zh: '面积', en: 'Area' }, unit: 'm²', decimals: 0, min: 0 }),
    hazards: list({
      label: { zh: '适用灾害', en: 'For' },
      options: {
        earthquake: { zh: '地震', en: 'Earthquake' },
        flood: { zh: '洪涝', en: 'Flood' },
        geology: { zh: '地质灾害', en: 'Geological' },
        chemical: { zh: '危化品泄漏', en: 'Chemical release' },
        fire: { zh: '火灾', en: 'Fire' },
      },
    }),
    floodSafe: flag({ label: { zh: '不受洪水淹没', en: 'Above floods' } }),
    signed: flag({ label: { zh: '已设标识', en: 'Signs are up' } }),
    mapPosted: flag({ label: { zh: '已张贴避险地图', en: 'Evacuation map posted' } }),
    route: longText({
      label: { zh: '疏散通道', en: 'Way out' },
      hint: { zh: '沿途路名、禁行路段和需要搀扶的人家数', en: 'Roads, closed stretches, homes that need help' },
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
    write: ['administrator', 'townshipOfficer'],
  },
  empty: {
    zh: '还没有疏散点。由村（社区）提出，乡镇登记，并选定转往的避难场所。',
    en: 'No evacuation points yet. Villages propose them, townships enter them and choose the shelter they lead to.',
  },
});
