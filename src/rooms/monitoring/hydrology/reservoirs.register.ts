import { personalPhone } from '#kernel/register/contact.ts';
import { choice, count, flag, longText, measure, point, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Reservoirs (水库) with the levels a watch compares: flood limit, design, check and crest. Levels without their datum are
 * worthless, so it stands beside them. All figures are the county's; none is known to the program.
 */
export const reservoirs = defineRegister({
  id: 'reservoirs',
  room: 'monitoring',
  label: { zh: '水库', en: 'Reservoirs' },
  singular: { zh: '水库', en: 'Reservoir' },
  title: 'name',
  located: 'place',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 60 }),
    scale: choice({
      label: { zh: '规模', en: 'Size' },
      options: {
        large1: { zh: '大（1）型', en: 'Large (1)' },
        large2: { zh: '大（2）型', en: 'Large (2)' },
        medium: { zh: '中型', en: 'Medium' },
        small1: { zh: '小（1）型', en: 'Small (1)' },
        small2: { zh: '小（2）型', en: 'Small (2)' },
        pond: { zh: '塘坝', en: 'Pond' },
      },
    }),
    storage: measure({
      label: { zh: '总库容', en: 'Total storage' },
      hint: { zh: '万立方米', en: 'In ten thousand cubic metres' },
      unit: '10⁴ m³',
      decimals: 2,
      min: 0,
    }),
    floodLimitLevel: measure({ label: { zh: '汛限水位', en: 'Flood-limit level' }, unit: 'm', decimals: 2 }),
    defective: flag({ label: { zh: '病险水库', en: 'Defective' } }),
    downstreamPeople: count({ label: { zh: '下游影响人口', en: 'People downstream' }, unit: { zh: '人', en: 'people' }, min: 0 }),
    place: point({ label: { zh: '坝址', en: 'Dam' } }),
    river: text({ label: { zh: '所在河流', en: 'River' }, maxLength: 60 }),
    datum: choice({
      label: { zh: '高程基准', en: 'Datum' },
      options: {
        national1985: { zh: '1985 国家高程', en: 'National 1985' },
        oldYellowRiver: { zh: '废黄河口', en: 'Old Yellow River mouth' },
        wusong: { zh: '吴淞', en: 'Wusong' },
      },
    }),
    normalLevel: measure({ label: { zh: '正常蓄水位', en: 'Normal level' }, unit: 'm', decimals: 2 }),
    designFloodLevel: measure({ label: { zh: '设计洪水位', en: 'Design flood level' }, unit: 'm', decimals: 2 }),
    checkFloodLevel: measure({ label: { zh: '校核洪水位', en: 'Check flood level' }, unit: 'm', decimals: 2 }),
    crestLevel: measure({ label: { zh: '坝顶高程', en: 'Crest' }, unit: 'm', decimals: 2 }),
    highestLevel: measure({ label: { zh: '历史最高水位', en: 'Highest ever' }, unit: 'm', decimals: 2 }),
    damKind: text({ label: { zh: '坝型', en: 'Kind of dam' }, maxLength: 60 }),
    damHeight: measure({ label: { zh: '坝高', en: 'Height of dam' }, unit: 'm', decimals: 1, min: 0, max: 300 }),
    station: reference({ label: { zh: '水位站', en: 'Level station' }, register: 'stations' }),
    administrativeHead: text({ label: { zh: '行政责任人', en: 'Administrative head' }, maxLength: 40 }),
    administrativePhone: personalPhone({ label: { zh: '行政责任人电话', en: "Administrative head's phone" } }),
    technicalHead: text({ label: { zh: '技术责任人', en: 'Technical head' }, maxLength: 40 }),
    technicalPhone: personalPhone({ label: { zh: '技术责任人电话', en: "Technical head's phone" } }),
    patrolHead: text({ label: { zh: '巡查责任人', en: 'Patrol head' }, maxLength: 40 }),
    patrolPhone: personalPhone({ label: { zh: '巡查责任人电话', en: "Patrol head's phone" } }),
    downstream: longText({
      label: { zh: '下游影响范围', en: 'What lies downstream' },
      hint: { zh: '村庄、学校、企业和道路', en: 'Villages, schools, enterprises, roads' },
    }),
  },
  access: {
    read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'viewer', 'townshipOfficer'],
    write: ['administrator', 'dutyLeader', 'dutyOfficer'],
  },
  empty: {
    zh: '还没有水库。向水利部门索取特征水位和三个责任人名单后登记。',
    en: 'No reservoirs yet. Ask the water department for levels and the three heads of each, then enter them.',
  },
});
