import { defineGradeRule } from './grade.ts';

// Grade of a hidden hazard (隐患分级): order 16, article 3, from memory; facts that make a hazard major. Criteria of single
// trades (重大事故隐患判定标准) are checklists: one item met is the fact `criterion`.

export const hazardGrade = defineGradeRule({
  id: 'hazardGrade',
  label: { zh: '事故隐患等级', en: 'Grade of a hidden hazard' },
  levels: {
    major: { zh: '重大', en: 'Major' },
    general: { zh: '一般', en: 'General' },
  },
  dimensions: {
    criterion: { label: { zh: '符合重大事故隐患判定标准', en: 'Meets a criterion of the trade' }, unit: '' },
    mustStop: { label: { zh: '须全部或者局部停产停业治理', en: 'All or part must stop' }, unit: '' },
    outsideCause: { label: { zh: '外部因素致单位自身难以排除', en: 'Outside causes the unit cannot remove' }, unit: '' },
  },
  versions: [
    {
      from: '2008-02-01',
      standard: '安全生产事故隐患排查治理暂行规定（总局令第16号）',
      clause: '第三条',
      jurisdiction: '全国',
      source: 'from memory, article not read',
      verified: false,
      floor: 'general',
      rows: [
        { dimension: 'criterion', is: 'true', level: 'major' },
        { dimension: 'mustStop', is: 'true', level: 'major' },
        { dimension: 'outsideCause', is: 'true', level: 'major' },
      ],
    },
  ],
});
