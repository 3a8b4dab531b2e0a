import { choice, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/** Devices (接入设备): whatever sends signals, known by protocol and address. */
export const devices = defineRegister({
  id: 'devices',
  room: 'monitoring',
  label: { zh: '接入设备', en: 'Devices' },
  singular: { zh: '设备', en: 'Device' },
  title: 'name',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 60 }),
    station: reference({ label: { zh: '所属站点', en: 'Station' }, register: 'stations', required: true }),
    protocol: choice({
      label: { zh: '协议', en: 'Protocol' },
      required: true,
      options: {
        hj212: { zh: 'HJ 212 环境监测', en: 'HJ 212 environment' },
        gb26875: { zh: 'GB/T 26875.3 消防', en: 'GB/T 26875.3 fire' },
        mqtt: { zh: 'MQTT', en: 'MQTT' },
        http: { zh: 'HTTP', en: 'HTTP' },
      },
    }),
    deviceKey: text({
      label: { zh: '设备标识', en: 'Device key' },
      hint: { zh: '协议:地址，例如 hj212:Y80110010000010', en: 'protocol:address, e.g. hj212:Y80110010000010' },
      required: true,
      unique: true,
      maxLength: 120,
    }),
  },
  access: {
    read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'viewer', 'townshipOfficer'],
    write: ['administrator', 'dutyOfficer'],
  },
  empty: { zh: '还没有设备。', en: 'No devices yet.' },
});
