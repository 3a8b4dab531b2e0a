import { officePhone, personalPhone } from '#kernel/register/contact.ts';
import { choice, date, list, longText, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Posts (岗位): a seat with duties and its holders A and B, so that duty survives when people move. An account belongs to a
 * person and is not written here; who is on duty now is the duty roster's.
 */
export const posts = defineRegister({
  id: 'posts',
  room: 'administration',
  label: { zh: '岗位', en: 'Posts' },
  singular: { zh: '岗位', en: 'Post' },
  title: 'name',
  shared: true,
  fields: {
    name: text({ label: { zh: '岗位名称', en: 'Post' }, required: true, maxLength: 60 }),
    organisation: text({ label: { zh: '单位', en: 'Organisation' }, required: true, maxLength: 100 }),
    level: choice({
      label: { zh: '层级', en: 'Level' },
      required: true,
      options: {
        county: { zh: '县', en: 'County' },
        department: { zh: '县直部门', en: 'County department' },
        township: { zh: '乡镇（街道）', en: 'Township' },
        village: { zh: '村（社区）', en: 'Village' },
      },
    }),
    holderA: text({ label: { zh: 'A 岗', en: 'Post A' }, maxLength: 40 }),
    phoneA: personalPhone({ label: { zh: 'A 岗电话', en: 'Phone, post A' } }),
    holderB: text({ label: { zh: 'B 岗', en: 'Post B' }, maxLength: 40 }),
    phoneB: personalPhone({ label: { zh: 'B 岗电话', en: 'Phone, post B' } }),
    officePhone: officePhone({ label: { zh: '办公电话', en: 'Office phone' } }),
    domains: list({
      label: { zh: '负责领域', en: 'Answers for' },
      options: {
        workSafety: { zh: '安全生产', en: 'Work safety' },
        prevention: { zh: '防灾减灾', en: 'Disaster prevention' },
        rescue: { zh: '应急救援', en: 'Rescue' },
        flood: { zh: '防汛抗旱', en: 'Floods and drought' },
        forestFire: { zh: '森林防火', en: 'Forest fire' },
        earthquake: { zh: '地震地质', en: 'Earthquakes and geology' },
        fire: { zh: '消防', en: 'Fire' },
        supplies: { zh: '物资保障', en: 'Supplies' },
        relief: { zh: '救助', en: 'Relief' },
        information: { zh: '信息报送', en: 'Reports' },
        enforcement: { zh: '执法', en: 'Enforcement' },
      },
    }),
    heldSince: date({ label: { zh: 'A 岗任职日期', en: 'Post A held since' } }),
    duties: longText({ label: { zh: '职责', en: 'Duties' }, hint: { zh: '每行一项，注明依据', en: 'One a line, with its basis' } }),
  },
  access: {
    read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'viewer', 'townshipOfficer'],
    write: ['administrator', 'dutyLeader', 'townshipOfficer'],
  },
  empty: {
    zh: '还没有岗位。先登记县应急局各股室、乡镇应急办和村应急管理员，每岗写明 A、B 岗。',
    en: "No posts yet. Enter the bureau's sections, township offices and village officers first, each with holders A and B.",
  },
});
