import { defineGradeRule } from './grade.ts';

// Grades of earthquakes: 国家地震应急预案, from memory. Loss as a share of the province's product of the year before, in
// per cent; magnitude in a densely populated area.

export const earthquakeGrade = defineGradeRule({
  id: 'earthquakeGrade',
  label: { zh: '地震灾害等级', en: 'Grade of an earthquake disaster' },
  levels: {
    extraordinary: { zh: '特别重大', en: 'Extraordinary' },
    major: { zh: '重大', en: 'Major' },
    larger: { zh: '较大', en: 'Larger' },
    general: { zh: '一般', en: 'General' },
  },
  dimensions: {
    dead: { label: { zh: '死亡（含失踪）', en: 'Dead and missing' }, unit: '人' },
    lossShare: { label: { zh: '直接经济损失占上年国内生产总值', en: 'Loss as a share of the product' }, unit: '%' },
    magnitude: { label: { zh: '人口较密集地区震级', en: 'Magnitude in a populated area' }, unit: 'M' },
  },
  versions: [
    {
      from: '2012-08-28',
      standard: '国家地震应急预案',
      clause: '地震灾害分级',
      jurisdiction: '全国',
      source: 'from memory, text not read',
      verified: false,
      rows: [
        { dimension: 'dead', ge: 300, level: 'extraordinary' },
        { dimension: 'dead', ge: 50, lt: 300, level: 'major' },
        { dimension: 'dead', ge: 10, lt: 50, level: 'larger' },
        { dimension: 'dead', ge: 1, lt: 10, level: 'general' },
        { dimension: 'lossShare', ge: 1, level: 'extraordinary' },
        { dimension: 'magnitude', ge: 7, level: 'extraordinary' },
        { dimension: 'magnitude', ge: 6, lt: 7, level: 'major' },
        { dimension: 'magnitude', ge: 5, lt: 6, level: 'larger' },
        { dimension: 'magnitude', ge: 4, lt: 5, level: 'general' },
      ],
    },
  ],
});
