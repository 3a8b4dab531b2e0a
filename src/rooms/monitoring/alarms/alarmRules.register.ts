import { alarmPriorities } from '#kernel/alarm/alarm.ts';
import { choice, count, flag, measure, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/** Alarm rules (报警规则): when a point demands attention. Thresholds are data of the county, never of the program. */
export const alarmRules = defineRegister({
  id: 'alarmRules',
  room: 'monitoring',
  label: { zh: '报警规则', en: 'Alarm rules' },
  singular: { zh: '规则', en: 'Rule' },
  title: 'textZh',
  fields: {
    textZh: text({ label: { zh: '报警文字（中文）', en: 'Alarm text (Chinese)' }, required: true, maxLength: 100 }),
    textEn: text({ label: { zh: '报警文字（英文）', en: 'Alarm text (English)' }, maxLength: 100 }),
    point: reference({ label: { zh: '测点', en: 'Point' }, register: 'points', required: true }),
    kind: choice({
      label: { zh: '条件', en: 'Condition' },
      required: true,
      options: {
        above: { zh: '高于限值', en: 'Above the limit' },
        below: { zh: '低于限值', en: 'Below the limit' },
        noData: { zh: '超时无数据', en: 'No data' },
      },
    }),
    priority: choice({ label: { zh: '优先级', en: 'Priority' }, required: true, options: alarmPriorities }),
    limit: measure({ label: { zh: '限值', en: 'Limit' }, unit: '', decimals: 3 }),
    hysteresis: measure({
      label: { zh: '回差', en: 'Hysteresis' },
      hint: { zh: '恢复时须越过限值的量，避免反复报警', en: 'How far the value must come back past the limit before the alarm returns' },
      unit: '',
      decimals: 3,
      min: 0,
    }),
    delaySeconds: count({ label: { zh: '持续时间', en: 'Delay' }, unit: { zh: '秒', en: 's' }, min: 0, max: 86400 }),
    silentSeconds: count({ label: { zh: '无数据时长', en: 'Silent for' }, unit: { zh: '秒', en: 's' }, min: 10, max: 2592000 }),
    active: flag({ label: { zh: '启用', en: 'Active' } }),
  },
  access: {
    read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'viewer'],
    write: ['administrator', 'dutyLeader', 'dutyOfficer'],
  },
  empty: { zh: '还没有规则。没有规则的测点只记录，不报警。', en: 'No rules yet. A point without a rule is recorded but never alarms.' },
});
