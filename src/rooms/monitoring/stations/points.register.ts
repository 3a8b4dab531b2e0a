import { count, measure, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/** Measuring points (测点): one quantity of one device. */
export const points = defineRegister({
  id: 'points',
  room: 'monitoring',
  label: { zh: '测点', en: 'Measuring points' },
  singular: { zh: '测点', en: 'Point' },
  title: 'name',
  choices: '/points/choices',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 60 }),
    device: reference({ label: { zh: '设备', en: 'Device' }, register: 'devices', required: true }),
    channel: text({
      label: { zh: '通道', en: 'Channel' },
      hint: { zh: '设备内的部位，单一测量的设备留空', en: 'Part of the device; empty for a device that measures one place' },
      maxLength: 60,
    }),
    quantity: text({ label: { zh: '监测量代码', en: 'Quantity code' }, required: true, maxLength: 60 }),
    unit: text({ label: { zh: '单位', en: 'Unit' }, maxLength: 20 }),
    decimals: count({ label: { zh: '小数位', en: 'Decimals' }, unit: { zh: '位', en: 'digits' }, min: 0, max: 6 }),
    rangeMin: measure({
      label: { zh: '量程下限', en: 'Range from' },
      hint: { zh: '低于此值按异常值保存，不参与报警', en: 'Values below are stored as implausible and raise no alarm' },
      unit: '',
      decimals: 3,
    }),
    rangeMax: measure({ label: { zh: '量程上限', en: 'Range to' }, unit: '', decimals: 3 }),
    warningLevel: measure({
      label: { zh: '警戒水位', en: 'Warning level' },
      hint: {
        zh: '水利部门核定，同测点单位；供水位报警规则引用',
        en: 'Set by the water authority, in the unit of the point; rules on water level refer to it',
      },
      unit: '',
      decimals: 3,
      listed: false,
    }),
    guaranteeLevel: measure({
      label: { zh: '保证水位', en: 'Guarantee level' },
      hint: { zh: '水利部门核定，同测点单位', en: 'Set by the water authority, in the unit of the point' },
      unit: '',
      decimals: 3,
      listed: false,
    }),
  },
  access: {
    read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'viewer', 'townshipOfficer'],
    write: ['administrator', 'dutyOfficer'],
  },
  empty: {
    zh: '还没有测点。登记设备时按其上报的监测量自动生成。',
    en: 'No points yet. They are created from what a device sends when it is registered.',
  },
});
