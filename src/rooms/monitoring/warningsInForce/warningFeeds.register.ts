import { count, flag, instant, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/** Where warnings of observatories and of the national platform are fetched from: an alert, or a list that links to alerts. */
export const warningFeeds = defineRegister({
  id: 'warningFeeds',
  room: 'monitoring',
  label: { zh: '预警来源', en: 'Warning feeds' },
  singular: { zh: '预警来源', en: 'Warning feed' },
  title: 'name',
  shared: true,
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 60 }),
    url: text({
      label: { zh: '地址', en: 'Address' },
      hint: {
        zh: '单个预警文件（CAP 或 12379 格式），或列出预警文件的 Atom/RSS',
        en: 'One alert (CAP or the 12379 dialect), or an Atom/RSS list of alerts',
      },
      required: true,
      maxLength: 500,
      pattern: { source: '^https?://\\S+$', rule: { zh: '须为 http(s) 地址', en: 'must be an http(s) URL' } },
    }),
    everySeconds: count({ label: { zh: '读取间隔', en: 'Read every' }, unit: { zh: '秒', en: 's' }, required: true, min: 30, max: 86_400 }),
    active: flag({ label: { zh: '启用', en: 'Active' } }),
    readAt: instant({ label: { zh: '最近读取', en: 'Last read' }, computed: true }),
    problem: text({ label: { zh: '读取问题', en: 'Trouble' }, maxLength: 500, computed: true }),
  },
  access: { read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer'], write: ['administrator', 'dutyLeader'] },
  empty: {
    zh: '还没有预警来源。登记县气象台或 12379 平台的文件地址；也可由对方推送到 /api/v1/warnings-in-force，或把文件放进数据文件夹下的 warnings-in。',
    en: 'No feeds yet. Enter the address of the observatory or the 12379 platform; alerts may also be posted to /api/v1/warnings-in-force or dropped into the folder warnings-in of the data folder.',
  },
});
