import { alarmPriorities } from '#kernel/alarm/alarm.ts';
import { callTargets } from '#kernel/message/calling.ts';
import { channels } from '#kernel/message/message.ts';
import { choice, count, flag, list, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

const seconds = { zh: '秒', en: 's' };
const { desk, push, sms, voice, email } = channels;

/**
 * Steps of calling for an unanswered alarm (逐级呼叫). The active steps of a priority together are its policy; a priority without
 * any follows usualEscalation.table.ts. An alarm keeps the policy it was raised under.
 */
export const escalationSteps = defineRegister({
  id: 'escalationSteps',
  room: 'monitoring',
  label: { zh: '报警呼叫步骤', en: 'Escalation steps' },
  singular: { zh: '呼叫步骤', en: 'Escalation step' },
  title: 'name',
  shared: true,
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 60 }),
    priority: choice({ label: { zh: '报警优先级', en: 'Alarm priority' }, required: true, options: alarmPriorities }),
    afterSeconds: count({ label: { zh: '报警后', en: 'After' }, unit: seconds, required: true, max: 86_400 }),
    whom: choice({ label: { zh: '呼叫谁', en: 'Whom' }, required: true, options: callTargets }),
    post: reference({
      label: { zh: '指定岗位', en: 'Named post' },
      hint: { zh: '仅“指定岗位”时填写', en: 'Only when a named post is called' },
      register: 'posts',
      when: { field: 'whom', is: ['postA', 'postB'] },
    }),
    channels: list({
      label: { zh: '渠道', en: 'Channels' },
      hint: { zh: '按所列次序逐个呼叫', en: 'Tried in the order given' },
      required: true,
      options: { desk, push, sms, voice, email },
    }),
    gapSeconds: count({ label: { zh: '渠道间隔', en: 'Between channels' }, unit: seconds, max: 3_600 }),
    repeatEverySeconds: count({ label: { zh: '每隔多久重呼', en: 'Repeat every' }, unit: seconds, max: 86_400 }),
    repeatTimes: count({ label: { zh: '重呼次数', en: 'Repetitions' }, unit: { zh: '次', en: 'times' }, max: 50 }),
    active: flag({ label: { zh: '启用', en: 'Active' } }),
  },
  access: { read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer'], write: ['administrator', 'dutyLeader'] },
  empty: {
    zh: '还没有自定步骤，各优先级按出厂默认呼叫（默认值未核实）。为某一优先级登记步骤后，以登记的为准。',
    en: 'No steps of your own: each priority follows the unverified standard. Once a priority has steps here, these count.',
  },
});
