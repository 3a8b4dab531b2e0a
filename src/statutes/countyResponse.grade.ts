import { defineGradeRule } from './grade.ts';

// Response levels of a county (县级应急响应) as templates: who leads follows from the level. The county binds them to the
// clauses of its own plan; until then they are unverified.

export const countyResponseTemplate = defineGradeRule({
  id: 'countyResponseTemplate',
  label: { zh: '县级响应级别（样例）', en: 'County response level, template' },
  levels: {
    I: { zh: '一级', en: 'Level I' },
    II: { zh: '二级', en: 'Level II' },
    III: { zh: '三级', en: 'Level III' },
    IV: { zh: '四级', en: 'Level IV' },
  },
  dimensions: {
    incidentGrade: { label: { zh: '事件等级', en: 'Grade of the incident' }, unit: '' },
    warningLevel: { label: { zh: '预警级别', en: 'Warning level' }, unit: '' },
    dead: { label: { zh: '死亡', en: 'Dead' }, unit: '人' },
    townshipAsks: { label: { zh: '乡镇请求支援', en: 'Township asks for help' }, unit: '' },
  },
  versions: [
    {
      from: '2020-01-01',
      standard: '县级预案通行做法',
      clause: '启动条件（样例）',
      jurisdiction: '县',
      source: 'practice of county plans, no text of this county',
      verified: false,
      rows: [
        { dimension: 'incidentGrade', is: 'extraordinary', level: 'I' },
        { dimension: 'incidentGrade', is: 'major', level: 'I' },
        { dimension: 'incidentGrade', is: 'larger', level: 'II' },
        { dimension: 'incidentGrade', is: 'general', level: 'IV' },
        { dimension: 'warningLevel', is: 'red', level: 'I' },
        { dimension: 'warningLevel', is: 'orange', level: 'II' },
        { dimension: 'warningLevel', is: 'yellow', level: 'III' },
        { dimension: 'warningLevel', is: 'blue', level: 'IV' },
        { dimension: 'dead', ge: 1, level: 'III' },
        { dimension: 'townshipAsks', is: 'true', level: 'IV' },
      ],
    },
  ],
});
