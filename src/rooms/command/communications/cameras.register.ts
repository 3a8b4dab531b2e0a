import { officePhone } from '#kernel/register/contact.ts';
import { choice, count, flag, measure, point, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Cameras (视频监控) the county may look through, known by their GB/T 28181 number: 8 digits centre, 2 industry, 3 type
 * (131 camera, 132 network camera), 1 network, 6 in order. Video itself comes from an existing platform; whether a camera
 * answers now is not written here.
 */
export const cameras = defineRegister({
  id: 'cameras',
  room: 'command',
  label: { zh: '视频监控', en: 'Cameras' },
  singular: { zh: '摄像机', en: 'Camera' },
  title: 'name',
  located: 'place',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 100 }),
    gbCode: text({
      label: { zh: '国标编码', en: 'GB/T 28181 number' },
      hint: {
        zh: '20 位；第 11 至 13 位为类型，131 摄像机、132 网络摄像机',
        en: '20 digits; the eleventh to thirteenth are the type, 131 camera, 132 network camera',
      },
      unique: true,
      maxLength: 20,
      pattern: { source: '^\\d{20}$', rule: { zh: '须为 20 位数字（GB/T 28181）', en: 'must be 20 digits (GB/T 28181)' } },
    }),
    scene: choice({
      label: { zh: '看护对象', en: 'Looks at' },
      options: {
        chemical: { zh: '危化企业', en: 'Chemical plant' },
        mine: { zh: '矿山', en: 'Mine' },
        river: { zh: '河道水库', en: 'River or reservoir' },
        waterlogging: { zh: '易涝点', en: 'Waterlogging spot' },
        forest: { zh: '林区', en: 'Forest' },
        road: { zh: '道路', en: 'Road' },
        construction: { zh: '工地', en: 'Building site' },
        crowd: { zh: '人员密集场所', en: 'Crowded place' },
        shelter: { zh: '避难场所', en: 'Shelter' },
        warehouse: { zh: '储备库', en: 'Warehouse' },
        other: { zh: '其他', en: 'Other' },
      },
    }),
    platform: text({
      label: { zh: '所在平台', en: 'Platform' },
      hint: { zh: '级联的视频平台名称', en: 'The video platform it is reached through' },
      maxLength: 100,
    }),
    controllable: flag({ label: { zh: '可云台控制', en: 'Can be steered' } }),
    owner: text({ label: { zh: '建设单位', en: 'Owner' }, maxLength: 100 }),
    place: point({ label: { zh: '位置', en: 'Place' } }),
    azimuth: count({
      label: { zh: '朝向', en: 'Bearing' },
      hint: { zh: '正北为 0，顺时针', en: 'North is 0, clockwise' },
      unit: { zh: '度', en: '°' },
      min: 0,
      max: 359,
    }),
    mountHeight: measure({ label: { zh: '安装高度', en: 'Height above ground' }, unit: 'm', decimals: 1, min: 0, max: 500 }),
    viewDistance: measure({ label: { zh: '可视距离', en: 'Sees as far as' }, unit: 'm', decimals: 0, min: 0, max: 20000 }),
    infrared: flag({ label: { zh: '有红外或热成像', en: 'Infrared or thermal' } }),
    station: reference({ label: { zh: '所属站点', en: 'Station' }, register: 'stations' }),
    enterprise: reference({ label: { zh: '所属企业', en: 'Enterprise' }, register: 'enterprises' }),
    maintainer: text({ label: { zh: '维护单位', en: 'Kept by' }, maxLength: 100 }),
    maintainerPhone: officePhone({ label: { zh: '报修电话', en: 'Repair phone' } }),
  },
  access: {
    read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'viewer', 'townshipOfficer'],
    write: ['administrator', 'dutyOfficer'],
  },
  empty: {
    zh: '还没有摄像机。向视频平台索取国标目录导入，并标注位置和朝向。',
    en: 'No cameras yet. Import the catalogue of the video platform, then mark place and bearing.',
  },
});
