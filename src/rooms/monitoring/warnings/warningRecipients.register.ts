import { choice, flag, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/** Who receives a published warning besides the public feed and the desks. */
export const warningRecipients = defineRegister({
  id: 'warningRecipients',
  room: 'monitoring',
  label: { zh: '预警接收方', en: 'Warning recipients' },
  singular: { zh: '接收方', en: 'Recipient' },
  title: 'name',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 60 }),
    channel: choice({
      label: { zh: '渠道', en: 'Channel' },
      required: true,
      options: { email: { zh: '电子邮件', en: 'E-mail' }, webhook: { zh: '网络回调', en: 'Webhook' } },
    }),
    address: text({
      label: { zh: '地址', en: 'Address' },
      hint: { zh: '邮箱，或以 http(s):// 开头的回调地址', en: 'E-mail address, or a callback URL beginning with http(s)://' },
      required: true,
      maxLength: 300,
      pattern: {
        source: '^(https?://\\S+|[^@\\s]+@[^@\\s]+)$',
        rule: { zh: '须为邮箱或 http(s) 地址', en: 'must be an e-mail address or an http(s) URL' },
      },
    }),
    active: flag({ label: { zh: '启用', en: 'Active' } }),
  },
  access: { read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer'], write: ['administrator', 'dutyLeader'] },
  empty: {
    zh: '还没有接收方。发布的预警只进入公开订阅源和值班台。',
    en: 'No recipients yet. Published warnings go to the public feed and the desks only.',
  },
});
