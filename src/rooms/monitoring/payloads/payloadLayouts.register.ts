import { choice, flag, longText, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';
import { payloadCodecs } from '#protocols/lorawan/codecs.table.ts';

/** Which LoRaWAN devices speak which layout (载荷格式): one that the program knows, or one declared here. */
export const payloadLayouts = defineRegister({
  id: 'payloadLayouts',
  room: 'monitoring',
  label: { zh: 'LoRaWAN 载荷格式', en: 'LoRaWAN layouts' },
  singular: { zh: '载荷格式', en: 'Layout' },
  title: 'name',
  shared: true,
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, unique: true, maxLength: 60 }),
    topics: longText({
      label: { zh: '主题', en: 'Topics' },
      hint: {
        zh: '每行一个，例如 application/+/device/+/event/up（ChirpStack）、v3/+/devices/+/up（The Things Stack）',
        en: 'One a line, e.g. application/+/device/+/event/up (ChirpStack), v3/+/devices/+/up (The Things Stack)',
      },
      required: true,
      maxLength: 2_000,
    }),
    devices: longText({
      label: { zh: '设备 EUI', en: 'Device EUIs' },
      hint: {
        zh: '每行一个，可只写开头几位；留空则适用这些主题的全部设备',
        en: 'One a line, the first digits are enough; empty for every device on these topics',
      },
      maxLength: 4_000,
      listed: false,
    }),
    known: choice({
      label: { zh: '已有格式', en: 'Known layout' },
      options: Object.fromEntries(payloadCodecs.map(({ id, label }) => [id, label])),
    }),
    layout: longText({
      label: { zh: '自定格式（JSON）', en: 'Own layout (JSON)' },
      hint: {
        zh: '没有选已有格式时填写，例如 {"kind":"fixed","bytes":2,"fPorts":[2],"fields":[{"quantity":"waterLevel","unit":"m","at":0,"bytes":2,"form":"uint","endian":"big","scale":0.01}]}',
        en: 'Where no known layout is chosen, e.g. {"kind":"fixed","bytes":2,"fPorts":[2],"fields":[{"quantity":"waterLevel","unit":"m","at":0,"bytes":2,"form":"uint","endian":"big","scale":0.01}]}',
      },
      maxLength: 20_000,
      listed: false,
    }),
    source: text({ label: { zh: '依据', en: 'Document' }, required: true, maxLength: 200 }),
    active: flag({ label: { zh: '启用', en: 'Active' } }),
  },
  access: { read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer'], write: ['administrator', 'dutyOfficer'] },
  empty: {
    zh: '还没有载荷格式。LoRaWAN 网络服务器转发的上行按此解出读数。',
    en: 'No layouts yet. Uplinks that a LoRaWAN network server passes on are read by them.',
  },
});
