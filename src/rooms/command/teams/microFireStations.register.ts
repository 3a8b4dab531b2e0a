import { officePhone, personalPhone } from '#kernel/register/contact.ts';
import { choice, count, date, longText, point, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Micro fire stations (微型消防站): the first people with an extinguisher, before the brigade arrives. How many people and what
 * equipment a station must have is the fire brigade's rule and not set here.
 */
export const microFireStations = defineRegister({
  id: 'microFireStations',
  room: 'command',
  label: { zh: '微型消防站', en: 'Micro fire stations' },
  singular: { zh: '微型消防站', en: 'Micro fire station' },
  title: 'name',
  located: 'place',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 100 }),
    kind: choice({
      label: { zh: '类别', en: 'Kind' },
      options: {
        keyUnit: { zh: '重点单位', en: 'Of a fire key unit' },
        community: { zh: '社区', en: 'Of a community' },
        village: { zh: '乡村', en: 'Of a village' },
        park: { zh: '园区', en: 'Of an industrial park' },
      },
    }),
    members: count({ label: { zh: '队员数', en: 'Members' }, unit: { zh: '人', en: 'people' }, min: 0 }),
    dutyPhone: officePhone({ label: { zh: '值守电话', en: 'Duty phone' }, hint: { zh: '24 小时有人接听', en: 'Answered day and night' } }),
    leader: text({ label: { zh: '站长', en: 'Head' }, maxLength: 40 }),
    phone: personalPhone({ label: { zh: '站长电话', en: "Head's phone" } }),
    place: point({ label: { zh: '位置', en: 'Place' } }),
    host: text({ label: { zh: '依托单位', en: 'Host' }, maxLength: 100 }),
    fireKeyUnit: reference({ label: { zh: '所属重点单位', en: 'Fire key unit' }, register: 'fireKeyUnits' }),
    coverage: text({ label: { zh: '覆盖范围', en: 'Covers' } }),
    vehicles: count({ label: { zh: '消防车', en: 'Fire vehicles' }, unit: { zh: '辆', en: 'vehicles' }, min: 0 }),
    equipment: longText({ label: { zh: '器材', en: 'Equipment' }, hint: { zh: '每行一种，连同数量', en: 'One a line, with its number' } }),
    drilledOn: date({ label: { zh: '演练日期', en: 'Drilled on' } }),
    trainedOn: date({ label: { zh: '培训日期', en: 'Trained on' } }),
  },
  access: {
    read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'viewer', 'townshipOfficer'],
    write: ['administrator', 'dutyLeader', 'townshipOfficer'],
  },
  empty: {
    zh: '还没有微型消防站。由乡镇登记，先填位置和值守电话，事发时才能就近调派。',
    en: 'No micro fire stations yet. Townships enter them, place and duty phone first, so the nearest can be called.',
  },
});
