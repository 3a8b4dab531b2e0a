import { choice, point, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/** Monitoring stations (监测站点): a place with devices. */
export const stations = defineRegister({
  id: 'stations',
  room: 'monitoring',
  label: { zh: '监测站点', en: 'Monitoring stations' },
  singular: { zh: '站点', en: 'Station' },
  title: 'name',
  located: 'place',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 60 }),
    kind: choice({
      label: { zh: '类别', en: 'Kind' },
      required: true,
      options: {
        water: { zh: '水位', en: 'Water level' },
        rain: { zh: '雨量', en: 'Rain' },
        gas: { zh: '气体', en: 'Gas' },
        fire: { zh: '消防', en: 'Fire' },
        environment: { zh: '环境', en: 'Environment' },
        weather: { zh: '气象', en: 'Weather' },
        other: { zh: '其他', en: 'Other' },
      },
    }),
    place: point({ label: { zh: '位置', en: 'Place' } }),
    owner: text({ label: { zh: '管理单位', en: 'Operator' }, maxLength: 100 }),
    contact: text({
      label: { zh: '联系电话', en: 'Contact phone' },
      maxLength: 40,
      hint: { zh: '值班员点击即可拨打', en: 'The duty officer calls it with one click' },
    }),
  },
  access: {
    read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'viewer', 'townshipOfficer'],
    write: ['administrator', 'dutyOfficer'],
  },
  empty: {
    zh: '还没有站点。接入一台设备后，在“未知设备”页一键登记即可生成站点。',
    en: 'No stations yet. Connect a device, then register it from “Unknown devices”: the station is created with it.',
  },
});
