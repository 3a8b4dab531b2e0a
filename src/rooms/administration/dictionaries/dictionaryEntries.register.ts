import { date, longText, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Code lists of the county as dated data (数据字典): one record an entry. A code that ends is given its last day and never
 * deleted, so a record written under it still says what it meant. Lists that come from a law stand in src/statutes and are
 * not repeated here; an entry of the same code adds to them or ends them.
 */
export const dictionaryEntries = defineRegister({
  id: 'dictionaryEntries',
  room: 'administration',
  label: { zh: '数据字典', en: 'Dictionary entries' },
  singular: { zh: '字典项', en: 'Dictionary entry' },
  title: 'zh',
  shared: true,
  fields: {
    dictionary: text({
      label: { zh: '字典', en: 'Dictionary' },
      hint: { zh: '字典的英文名，如 eventCodes', en: 'Name of the code list, e.g. eventCodes' },
      required: true,
      maxLength: 60,
      pattern: {
        source: '^[a-z][a-zA-Z0-9]*$',
        rule: { zh: '须以小写字母开头，只含字母和数字', en: 'must begin with a small letter and hold letters and digits only' },
      },
    }),
    code: text({ label: { zh: '代码', en: 'Code' }, required: true, maxLength: 60 }),
    zh: text({ label: { zh: '中文名称', en: 'Chinese name' }, required: true, maxLength: 100 }),
    en: text({ label: { zh: '英文名称', en: 'English name' }, required: true, maxLength: 200 }),
    parent: text({ label: { zh: '上级代码', en: 'Code above' }, maxLength: 60 }),
    validFrom: date({ label: { zh: '生效日期', en: 'Valid from' } }),
    validTo: date({
      label: { zh: '失效日期', en: 'Valid until' },
      hint: { zh: '当天不再可选，旧记录照常显示', en: 'No longer offered from that day; old records still show it' },
    }),
    source: longText({ label: { zh: '依据', en: 'Source' }, maxLength: 500 }),
  },
  access: {
    read: [
      'administrator',
      'commander',
      'dutyLeader',
      'dutyOfficer',
      'bureauLeader',
      'enforcementOfficer',
      'legalReviewer',
      'viewer',
      'townshipOfficer',
    ],
    write: ['administrator'],
  },
  empty: {
    zh: '还没有字典项。把本县自定的分类代码录在这里，表单的下拉选项随之更新。',
    en: 'No entries yet. Enter code lists of the county’s own here; the choices of forms follow.',
  },
});
