import { defineGradeRule } from './grade.ts';

// Grades of production accidents: order 493, article 3. Loss in 10,000 yuan; serious injuries include acute poisoning.

export const accidentGrade = defineGradeRule({
  id: 'accidentGrade',
  label: { zh: '生产安全事故等级', en: 'Grade of a production accident' },
  levels: {
    extraordinary: { zh: '特别重大', en: 'Extraordinary' },
    major: { zh: '重大', en: 'Major' },
    larger: { zh: '较大', en: 'Larger' },
    general: { zh: '一般', en: 'General' },
  },
  dimensions: {
    dead: { label: { zh: '死亡', en: 'Dead' }, unit: '人' },
    seriouslyInjured: { label: { zh: '重伤（含急性工业中毒）', en: 'Seriously injured, acute poisoning included' }, unit: '人' },
    loss: { label: { zh: '直接经济损失', en: 'Direct loss' }, unit: '万元' },
  },
  versions: [
    {
      from: '2007-06-01',
      standard: '生产安全事故报告和调查处理条例（国务院令第493号）',
      clause: '第三条',
      jurisdiction: '全国',
      source: 'text of the ordinance of 2007-04-09',
      verified: true,
      floor: 'general',
      rows: [
        { dimension: 'dead', ge: 30, level: 'extraordinary' },
        { dimension: 'dead', ge: 10, lt: 30, level: 'major' },
        { dimension: 'dead', ge: 3, lt: 10, level: 'larger' },
        { dimension: 'dead', ge: 1, lt: 3, level: 'general' },
        { dimension: 'seriouslyInjured', ge: 100, level: 'extraordinary' },
        { dimension: 'seriouslyInjured', ge: 50, lt: 100, level: 'major' },
        { dimension: 'seriouslyInjured', ge: 10, lt: 50, level: 'larger' },
        { dimension: 'seriouslyInjured', ge: 1, lt: 10, level: 'general' },
        { dimension: 'loss', ge: 10000, level: 'extraordinary' },
        { dimension: 'loss', ge: 5000, lt: 10000, level: 'major' },
        { dimension: 'loss', ge: 1000, lt: 5000, level: 'larger' },
        { dimension: 'loss', ge: 0, lt: 1000, level: 'general' },
      ],
    },
  ],
});
