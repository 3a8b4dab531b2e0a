import { defineCase } from '#kernel/casework/case.ts';
import { count, reference, text } from '#kernel/register/field.ts';

/** Example of a case type: a cave shelter is opened for people and closed again (岩洞避难所启用). */
export const caveOpening = defineCase({
  id: 'caveOpening',
  version: 1,
  label: { zh: '岩洞避难所启用', en: 'Cave shelter openings' },
  singular: { zh: '启用', en: 'Opening' },
  title: 'reason',
  fields: {
    reason: text({ label: { zh: '启用原因', en: 'Reason' }, required: true, maxLength: 100 }),
    shelter: reference({ label: { zh: '避难所', en: 'Shelter' }, register: 'caveShelters', required: true }),
    people: count({ label: { zh: '安置人数', en: 'People inside' }, unit: { zh: '人', en: 'people' }, min: 0 }),
  },
  access: { read: ['administrator', 'dutyOfficer'], write: ['administrator', 'dutyOfficer'] },
  states: {
    open: { label: { zh: '启用中', en: 'Open' } },
    closed: { label: { zh: '已关闭', en: 'Closed' }, final: true },
  },
  actions: {
    open: {
      label: { zh: '启用', en: 'Open' },
      from: [],
      to: 'open',
      by: ['administrator', 'dutyOfficer'],
      input: ['reason', 'shelter', 'people'],
      requires: ['reason', 'shelter'],
      starts: ['countyToCityPhone'],
      emits: 'caveOpening.opened',
    },
    close: {
      label: { zh: '关闭', en: 'Close' },
      from: ['open'],
      to: 'closed',
      by: ['administrator', 'dutyOfficer'],
      note: 'required',
      stops: ['countyToCityPhone'],
      emits: 'caveOpening.closed',
      tone: 'danger',
    },
  },
  empty: { zh: '没有启用中的避难所。', en: 'No shelter is open.' },
});
