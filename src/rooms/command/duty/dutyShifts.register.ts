import { instant, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/** Duty shifts (值班班次): who answers now. */
export const dutyShifts = defineRegister({
  id: 'dutyShifts',
  room: 'command',
  label: { zh: '值班表', en: 'Duty roster' },
  singular: { zh: '班次', en: 'Shift' },
  title: 'officerName',
  fields: {
    startsAt: instant({ label: { zh: '开始', en: 'From' }, required: true }),
    endsAt: instant({ label: { zh: '结束', en: 'To' }, required: true }),
    leaderName: text({ label: { zh: '带班领导', en: 'Duty leader' }, required: true, maxLength: 40 }),
    leaderPhone: text({ label: { zh: '领导电话', en: "Leader's phone" }, maxLength: 40 }),
    leaderEmail: text({ label: { zh: '领导邮箱', en: "Leader's e-mail" }, maxLength: 120, listed: false }),
    officerName: text({ label: { zh: '值班员', en: 'Duty officer' }, required: true, maxLength: 40 }),
    officerPhone: text({ label: { zh: '值班电话', en: "Officer's phone" }, maxLength: 40 }),
    officerEmail: text({ label: { zh: '值班员邮箱', en: "Officer's e-mail" }, maxLength: 120, listed: false }),
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
    write: ['administrator', 'dutyLeader'],
  },
  empty: { zh: '还没有排班。排班后，值班台显示当班人员。', en: 'No shifts yet. Once there are, the desk shows who is on duty.' },
});
