import { choice, date, flag, list, longText, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Laws, rules and standards in force (法律法规和标准): what officers cite and study. A new edition is a new record that says
 * which one it replaces, so an old case still finds the text it was decided by. Clocks and thresholds the program applies are
 * dated rules of its own and do not follow from these texts by themselves.
 */
export const lawTexts = defineRegister({
  id: 'lawTexts',
  room: 'administration',
  label: { zh: '法律法规和标准', en: 'Laws and standards' },
  singular: { zh: '文本', en: 'Text' },
  title: 'name',
  shared: true,
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 200 }),
    kind: choice({
      label: { zh: '类别', en: 'Kind' },
      required: true,
      options: {
        law: { zh: '法律', en: 'Law' },
        regulation: { zh: '行政法规', en: 'Administrative regulation' },
        localRegulation: { zh: '地方性法规', en: 'Local regulation' },
        departmentRule: { zh: '部门规章', en: 'Departmental rule' },
        governmentRule: { zh: '地方政府规章', en: 'Local government rule' },
        normative: { zh: '规范性文件', en: 'Normative document' },
        nationalStandard: { zh: '国家标准', en: 'National standard' },
        industryStandard: { zh: '行业标准', en: 'Industry standard' },
        localStandard: { zh: '地方标准', en: 'Local standard' },
      },
    }),
    number: text({ label: { zh: '文号或标准号', en: 'Number' }, maxLength: 100 }),
    effectiveOn: date({ label: { zh: '施行日期', en: 'In force from' } }),
    repealedOn: date({ label: { zh: '废止日期', en: 'Repealed on' } }),
    issuer: text({ label: { zh: '发布机关', en: 'Issued by' }, maxLength: 100 }),
    adoptedOn: date({ label: { zh: '公布日期', en: 'Published on' } }),
    predecessor: reference({ label: { zh: '代替', en: 'Replaces' }, register: 'lawTexts' }),
    topics: list({
      label: { zh: '领域', en: 'Topics' },
      options: {
        emergency: { zh: '应急管理', en: 'Emergency management' },
        workSafety: { zh: '安全生产', en: 'Work safety' },
        chemical: { zh: '危险化学品', en: 'Hazardous chemicals' },
        mining: { zh: '矿山', en: 'Mining' },
        fire: { zh: '消防', en: 'Fire' },
        construction: { zh: '建筑施工', en: 'Construction' },
        gas: { zh: '燃气', en: 'Gas' },
        transport: { zh: '交通运输', en: 'Transport' },
        specialEquipment: { zh: '特种设备', en: 'Special equipment' },
        disaster: { zh: '自然灾害', en: 'Natural disasters' },
        supplies: { zh: '物资和避难', en: 'Supplies and shelters' },
        enforcement: { zh: '行政执法', en: 'Enforcement' },
        information: { zh: '信息和数据', en: 'Information and data' },
      },
    }),
    verified: flag({ label: { zh: '已与正式文本核对', en: 'Compared with the official text' } }),
    source: text({
      label: { zh: '来源', en: 'Source' },
      hint: { zh: '官方网址或出版物', en: 'Official address or publication' },
      maxLength: 300,
    }),
    keyClauses: longText({ label: { zh: '常用条款', en: 'Clauses often cited' }, hint: { zh: '条号和要点', en: 'Number and gist' } }),
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
    write: ['administrator', 'dutyLeader', 'dutyOfficer'],
  },
  empty: {
    zh: '还没有文本。先录入突发事件应对法、安全生产法和本地规定，注明来源并与正式文本核对。',
    en: 'No texts yet. Enter the emergency response and work safety laws and local rules first, with source, compared with the official text.',
  },
});
