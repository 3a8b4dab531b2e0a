import { personalPhone } from '#kernel/register/contact.ts';
import { choice, count, geometry, longText, measure, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Dikes (堤防) as lines, with the levels of their river: 设防, 警戒, 保证 (水情预警发布管理办法 uses the last two). Stretches known to
 * be weak are written down, because patrols begin there.
 */
export const dikes = defineRegister({
  id: 'dikes',
  room: 'monitoring',
  label: { zh: '堤防', en: 'Dikes' },
  singular: { zh: '堤防', en: 'Dike' },
  title: 'name',
  located: 'line',
  fields: {
    name: text({
      label: { zh: '名称', en: 'Name' },
      hint: { zh: '河流、岸别和起止，便于查找', en: 'River, bank and stretch, so it is found' },
      required: true,
      maxLength: 100,
    }),
    river: text({ label: { zh: '河流', en: 'River' }, required: true, maxLength: 60 }),
    grade: choice({
      label: { zh: '级别', en: 'Grade' },
      options: {
        grade1: { zh: '1 级', en: 'Grade 1' },
        grade2: { zh: '2 级', en: 'Grade 2' },
        grade3: { zh: '3 级', en: 'Grade 3' },
        grade4: { zh: '4 级', en: 'Grade 4' },
        grade5: { zh: '5 级', en: 'Grade 5' },
        none: { zh: '不达标准', en: 'Below grade' },
      },
    }),
    length: measure({ label: { zh: '长度', en: 'Length' }, unit: 'km', decimals: 2, min: 0 }),
    warningLevel: measure({ label: { zh: '警戒水位', en: 'Warning level' }, unit: 'm', decimals: 2 }),
    guaranteeLevel: measure({ label: { zh: '保证水位', en: 'Guarantee level' }, unit: 'm', decimals: 2 }),
    line: geometry({ label: { zh: '走向', en: 'Line' }, allow: ['LineString'] }),
    bank: choice({
      label: { zh: '岸别', en: 'Bank' },
      hint: { zh: '面向下游', en: 'Looking downstream' },
      options: { left: { zh: '左岸', en: 'Left' }, right: { zh: '右岸', en: 'Right' } },
    }),
    alertLevel: measure({ label: { zh: '设防水位', en: 'Alert level' }, unit: 'm', decimals: 2 }),
    crestLevel: measure({
      label: { zh: '堤顶高程', en: 'Crest' },
      hint: { zh: '取最低处', en: 'At the lowest place' },
      unit: 'm',
      decimals: 2,
    }),
    highestLevel: measure({ label: { zh: '历史最高水位', en: 'Highest ever' }, unit: 'm', decimals: 2 }),
    datum: choice({
      label: { zh: '高程基准', en: 'Datum' },
      options: {
        national1985: { zh: '1985 国家高程', en: 'National 1985' },
        oldYellowRiver: { zh: '废黄河口', en: 'Old Yellow River mouth' },
        wusong: { zh: '吴淞', en: 'Wusong' },
      },
    }),
    station: reference({ label: { zh: '水位站', en: 'Level station' }, register: 'stations' }),
    protectedPeople: count({ label: { zh: '保护人口', en: 'People protected' }, unit: { zh: '人', en: 'people' }, min: 0 }),
    protectedArea: measure({ label: { zh: '保护面积', en: 'Area protected' }, unit: 'km²', decimals: 2, min: 0 }),
    weakPlaces: longText({
      label: { zh: '险工险段', en: 'Weak places' },
      hint: { zh: '每行一处：桩号、险情、措施', en: 'One a line: mark, danger, measure' },
    }),
    responsible: text({ label: { zh: '防汛责任人', en: 'Person responsible' }, maxLength: 40 }),
    phone: personalPhone({ label: { zh: '防汛责任人电话', en: "Responsible person's phone" } }),
    patrolHead: text({ label: { zh: '巡堤责任人', en: 'Patrol head' }, maxLength: 40 }),
    patrolPhone: personalPhone({ label: { zh: '巡堤责任人电话', en: "Patrol head's phone" } }),
  },
  access: {
    read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'viewer', 'townshipOfficer'],
    write: ['administrator', 'dutyLeader', 'dutyOfficer'],
  },
  empty: {
    zh: '还没有堤防。向水利部门索取堤防走向和险工险段清单，先登记巡堤责任人。',
    en: 'No dikes yet. Ask the water department for lines and weak places; enter the patrol heads first.',
  },
});
