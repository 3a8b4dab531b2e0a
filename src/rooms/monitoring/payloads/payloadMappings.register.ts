import { flag, longText, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/** How makers' own JSON on MQTT becomes readings (报文映射), by topic. */
export const payloadMappings = defineRegister({
  id: 'payloadMappings',
  room: 'monitoring',
  label: { zh: 'MQTT 报文映射', en: 'MQTT mappings' },
  singular: { zh: '报文映射', en: 'Mapping' },
  title: 'name',
  shared: true,
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, unique: true, maxLength: 60 }),
    topics: longText({
      label: { zh: '主题', en: 'Topics' },
      hint: {
        zh: '每行一个；{device} 为设备编号所在的一级，+ 为任意一级，# 为其后各级，例如 factory/{device}/data',
        en: 'One a line; {device} is the level with the name of the device, + any level, # all that follow: factory/{device}/data',
      },
      required: true,
      maxLength: 2_000,
    }),
    mapping: longText({
      label: { zh: '映射（JSON）', en: 'Mapping (JSON)' },
      hint: {
        zh: '例如 {"time":{"path":"$.ts","form":"epochMs"},"readings":[{"quantity":"waterLevel","value":"$.data.level","unit":"m"}]}',
        en: 'e.g. {"time":{"path":"$.ts","form":"epochMs"},"readings":[{"quantity":"waterLevel","value":"$.data.level","unit":"m"}]}',
      },
      required: true,
      maxLength: 20_000,
      listed: false,
    }),
    source: text({
      label: { zh: '依据', en: 'Document' },
      hint: { zh: '厂家文件名称、版本、页码', en: 'Name, version and page of the maker’s document' },
      required: true,
      maxLength: 200,
    }),
    active: flag({ label: { zh: '启用', en: 'Active' } }),
  },
  access: { read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer'], write: ['administrator', 'dutyOfficer'] },
  empty: {
    zh: '还没有映射。设备发的 JSON 与本程序约定不同时在此声明。',
    en: 'No mappings yet. Declare one for devices whose JSON differs from ours.',
  },
});
