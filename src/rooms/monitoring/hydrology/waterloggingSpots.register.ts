import { personalPhone } from '#kernel/register/contact.ts';
import { choice, count, date, flag, longText, measure, point, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Waterlogging spots (易涝点): underpasses, low roads and yards that fill when it rains. The depth at which a road is closed is
 * the county's decision and has no default.
 */
export const waterloggingSpots = defineRegister({
  id: 'waterloggingSpots',
  room: 'monitoring',
  label: { zh: '易涝点', en: 'Waterlogging spots' },
  singular: { zh: '易涝点', en: 'Waterlogging spot' },
  title: 'name',
  located: 'place',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 100 }),
    kind: choice({
      label: { zh: '类别', en: 'Kind' },
      options: {
        underpass: { zh: '下穿立交和涵洞', en: 'Underpass or culvert' },
        road: { zh: '低洼路段', en: 'Low road' },
        residential: { zh: '居民小区', en: 'Housing' },
        underground: { zh: '地下空间', en: 'Underground space' },
        village: { zh: '低洼村庄', en: 'Low village' },
        field: { zh: '农田', en: 'Field' },
      },
    }),
    closureDepth: measure({
      label: { zh: '封控水深', en: 'Closed at depth' },
      hint: { zh: '由县里确定', en: 'The county decides' },
      unit: 'm',
      decimals: 2,
      min: 0,
      max: 10,
    }),
    responsible: text({ label: { zh: '责任人', en: 'Person responsible' }, maxLength: 40 }),
    phone: personalPhone({ label: { zh: '责任人电话', en: "Responsible person's phone" } }),
    treated: choice({
      label: { zh: '整治情况', en: 'Works' },
      options: { none: { zh: '未整治', en: 'None' }, working: { zh: '整治中', en: 'Being done' }, done: { zh: '已整治', en: 'Done' } },
    }),
    place: point({ label: { zh: '位置', en: 'Place' } }),
    deepest: measure({ label: { zh: '历史最大积水深', en: 'Deepest ever' }, unit: 'm', decimals: 2, min: 0, max: 20 }),
    floodedOn: date({ label: { zh: '最近积水日期', en: 'Flooded last on' } }),
    affectedPeople: count({ label: { zh: '影响人口', en: 'People affected' }, unit: { zh: '人', en: 'people' }, min: 0 }),
    cause: text({ label: { zh: '成因', en: 'Cause' } }),
    station: reference({ label: { zh: '积水监测站', en: 'Depth station' }, register: 'stations' }),
    pumpStation: reference({ label: { zh: '排水泵站', en: 'Pump station' }, register: 'pumpStations' }),
    camera: reference({ label: { zh: '看护摄像机', en: 'Camera' }, register: 'cameras' }),
    barrierFitted: flag({ label: { zh: '已设阻车设施', en: 'Barrier fitted' } }),
    depthMarked: flag({ label: { zh: '已设水深标尺', en: 'Depth marked' } }),
    measures: longText({
      label: { zh: '应急措施', en: 'What to do' },
      hint: { zh: '封控、引导、抽排的人员和装备', en: 'Who closes, guides and pumps, with what' },
    }),
  },
  access: {
    read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'viewer', 'townshipOfficer'],
    write: ['administrator', 'dutyLeader', 'dutyOfficer', 'townshipOfficer'],
  },
  empty: {
    zh: '还没有易涝点。先登记下穿立交、地下车库和低洼村庄，明确封控责任人。',
    en: 'No spots yet. Enter underpasses, underground car parks and low villages first, with who closes them.',
  },
});
