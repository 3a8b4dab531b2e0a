import { defineGradeRule } from './grade.ts';

// Grades of forest fires: 森林防火条例, article 40. Burnt forest area in hectares.

export const forestFireGrade = defineGradeRule({
  id: 'forestFireGrade',
  label: { zh: '森林火灾等级', en: 'Grade of a forest fire' },
  levels: {
    extraordinary: { zh: '特别重大', en: 'Extraordinary' },
    major: { zh: '重大', en: 'Major' },
    larger: { zh: '较大', en: 'Larger' },
    general: { zh: '一般', en: 'General' },
  },
  dimensions: {
    burntArea: { label: { zh: '受害森林面积', en: 'Burnt forest area' }, unit: '公顷' },
    dead: { label: { zh: '死亡', en: 'Dead' }, unit: '人' },
    seriouslyInjured: { label: { zh: '重伤', en: 'Seriously injured' }, unit: '人' },
  },
  versions: [
    {
      from: '2009-01-01',
      standard: '森林防火条例',
      clause: '第四十条',
      jurisdiction: '全国',
      source: 'text of the ordinance of 2008-12-01',
      verified: true,
      floor: 'general',
      rows: [
        { dimension: 'burntArea', ge: 1000, level: 'extraordinary' },
        { dimension: 'burntArea', ge: 100, lt: 1000, level: 'major' },
        { dimension: 'burntArea', ge: 1, lt: 100, level: 'larger' },
        { dimension: 'burntArea', ge: 0, lt: 1, level: 'general' },
        { dimension: 'dead', ge: 30, level: 'extraordinary' },
        { dimension: 'dead', ge: 10, lt: 30, level: 'major' },
        { dimension: 'dead', ge: 3, lt: 10, level: 'larger' },
        { dimension: 'dead', ge: 1, lt: 3, level: 'general' },
        { dimension: 'seriouslyInjured', ge: 100, level: 'extraordinary' },
        { dimension: 'seriouslyInjured', ge: 50, lt: 100, level: 'major' },
        { dimension: 'seriouslyInjured', ge: 10, lt: 50, level: 'larger' },
        { dimension: 'seriouslyInjured', ge: 1, lt: 10, level: 'general' },
      ],
    },
  ],
});
