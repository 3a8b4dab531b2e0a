import { defineGradeRule } from './grade.ts';

// Relief response (自然灾害救助应急响应): the national thresholds for one disaster in one province, and a county's as a
// template to be bound to the county's own plan.

export const nationalReliefResponse = defineGradeRule({
  id: 'nationalReliefResponse',
  label: { zh: '国家救助响应级别', en: 'National relief response' },
  levels: {
    I: { zh: '一级', en: 'Level I' },
    II: { zh: '二级', en: 'Level II' },
    III: { zh: '三级', en: 'Level III' },
    IV: { zh: '四级', en: 'Level IV' },
  },
  dimensions: {
    deadOrMissing: { label: { zh: '死亡和失踪', en: 'Dead and missing' }, unit: '人' },
    movedOrHelped: { label: { zh: '紧急转移安置和需紧急生活救助', en: 'Moved or in urgent need' }, unit: '万人' },
    roomsDestroyed: { label: { zh: '倒塌和严重损坏房屋', en: 'Rooms destroyed' }, unit: '万间' },
    householdsDestroyed: { label: { zh: '倒塌和严重损坏房屋', en: 'Households without a house' }, unit: '万户' },
    droughtShare: { label: { zh: '干旱需救助占农牧业人口', en: 'Share in need by drought' }, unit: '%' },
    droughtPersons: { label: { zh: '干旱需救助', en: 'In need by drought' }, unit: '万人' },
  },
  versions: [
    {
      from: '2024-01-20',
      standard: '国家自然灾害救助应急预案（国办函〔2024〕11号）',
      clause: '响应启动条件',
      jurisdiction: '全国',
      source: 'level I read in the text of 2024; II and III in that of 2016; IV from memory',
      verified: false,
      rows: [
        { dimension: 'deadOrMissing', ge: 200, level: 'I' },
        { dimension: 'deadOrMissing', ge: 100, lt: 200, level: 'II' },
        { dimension: 'deadOrMissing', ge: 50, lt: 100, level: 'III' },
        { dimension: 'deadOrMissing', ge: 20, lt: 50, level: 'IV' },
        { dimension: 'movedOrHelped', ge: 200, level: 'I' },
        { dimension: 'movedOrHelped', ge: 100, lt: 200, level: 'II' },
        { dimension: 'movedOrHelped', ge: 50, lt: 100, level: 'III' },
        { dimension: 'movedOrHelped', ge: 10, lt: 50, level: 'IV' },
        { dimension: 'roomsDestroyed', ge: 30, level: 'I' },
        { dimension: 'roomsDestroyed', ge: 20, lt: 30, level: 'II' },
        { dimension: 'roomsDestroyed', ge: 10, lt: 20, level: 'III' },
        { dimension: 'roomsDestroyed', ge: 1, lt: 10, level: 'IV' },
        { dimension: 'householdsDestroyed', ge: 10, level: 'I' },
        { dimension: 'householdsDestroyed', ge: 7, lt: 10, level: 'II' },
        { dimension: 'householdsDestroyed', ge: 3, lt: 7, level: 'III' },
        { dimension: 'householdsDestroyed', ge: 0.3, lt: 3, level: 'IV' },
        { dimension: 'droughtShare', ge: 30, level: 'I' },
        { dimension: 'droughtShare', ge: 25, lt: 30, level: 'II' },
        { dimension: 'droughtShare', ge: 20, lt: 25, level: 'III' },
        { dimension: 'droughtShare', ge: 15, lt: 20, level: 'IV' },
        { dimension: 'droughtPersons', ge: 400, level: 'I' },
        { dimension: 'droughtPersons', ge: 300, lt: 400, level: 'II' },
        { dimension: 'droughtPersons', ge: 200, lt: 300, level: 'III' },
        { dimension: 'droughtPersons', ge: 100, lt: 200, level: 'IV' },
      ],
    },
  ],
});

export const countyReliefTemplate = defineGradeRule({
  id: 'countyReliefTemplate',
  label: { zh: '县救助响应级别（样例）', en: 'County relief response, template' },
  levels: {
    I: { zh: '一级', en: 'Level I' },
    II: { zh: '二级', en: 'Level II' },
    III: { zh: '三级', en: 'Level III' },
    IV: { zh: '四级', en: 'Level IV' },
  },
  dimensions: {
    deadOrMissing: { label: { zh: '死亡', en: 'Dead' }, unit: '人' },
    moved: { label: { zh: '紧急转移安置', en: 'Moved' }, unit: '人' },
    roomsCollapsed: { label: { zh: '倒塌房屋', en: 'Rooms collapsed' }, unit: '间' },
    roomsDamaged: { label: { zh: '严重损坏房屋', en: 'Rooms badly damaged' }, unit: '间' },
    withoutWater: { label: { zh: '干旱饮水困难', en: 'Without drinking water' }, unit: '人' },
  },
  versions: [
    {
      from: '2020-01-01',
      standard: '外县自然灾害救助应急预案（样例）',
      clause: '四级响应条件',
      jurisdiction: '县',
      source: 'plan of another county, to be replaced by the own plan',
      verified: false,
      rows: [
        { dimension: 'deadOrMissing', ge: 1, lt: 3, level: 'IV' },
        { dimension: 'moved', ge: 300, lt: 1000, level: 'IV' },
        { dimension: 'roomsCollapsed', ge: 30, lt: 150, level: 'IV' },
        { dimension: 'roomsDamaged', ge: 100, lt: 500, level: 'IV' },
        { dimension: 'withoutWater', ge: 300, lt: 1000, level: 'IV' },
      ],
    },
  ],
});
