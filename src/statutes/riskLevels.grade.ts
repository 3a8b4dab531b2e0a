import { defineGradeRule } from './grade.ts';

// Risk levels (风险等级) by the two usual methods: D = L·E·C, and the matrix R = L·S. Low is blue, never green.

export const riskLevelByLec = defineGradeRule({
  id: 'riskLevelByLec',
  label: { zh: '风险等级（LEC）', en: 'Risk level by LEC' },
  levels: {
    red: { zh: '重大（红）', en: 'Major (red)' },
    orange: { zh: '较大（橙）', en: 'Larger (orange)' },
    yellow: { zh: '一般（黄）', en: 'General (yellow)' },
    blue: { zh: '低（蓝）', en: 'Low (blue)' },
  },
  dimensions: {
    d: { label: { zh: 'D = L·E·C', en: 'D = L·E·C' }, unit: '' },
  },
  versions: [
    {
      from: '2016-10-09',
      standard: '作业条件危险性评价法（LEC）',
      clause: 'D 值分级',
      jurisdiction: '全国',
      source: 'public risk-grading tools, read',
      verified: false,
      rows: [
        { dimension: 'd', ge: 320, level: 'red' },
        { dimension: 'd', ge: 160, lt: 320, level: 'orange' },
        { dimension: 'd', ge: 70, lt: 160, level: 'yellow' },
        { dimension: 'd', lt: 70, level: 'blue' },
      ],
    },
  ],
});

export const riskLevelByLs = defineGradeRule({
  id: 'riskLevelByLs',
  label: { zh: '风险等级（LS）', en: 'Risk level by matrix' },
  levels: {
    red: { zh: '重大（红）', en: 'Major (red)' },
    orange: { zh: '较大（橙）', en: 'Larger (orange)' },
    yellow: { zh: '一般（黄）', en: 'General (yellow)' },
    blue: { zh: '低（蓝）', en: 'Low (blue)' },
  },
  dimensions: {
    r: { label: { zh: 'R = L·S', en: 'R = L·S' }, unit: '' },
  },
  versions: [
    {
      from: '2016-10-09',
      standard: '风险矩阵法（LS）',
      clause: 'R 值分级',
      jurisdiction: '全国',
      source: 'public risk-grading tools, read',
      verified: false,
      rows: [
        { dimension: 'r', ge: 20, level: 'red' },
        { dimension: 'r', ge: 15, lt: 20, level: 'orange' },
        { dimension: 'r', ge: 9, lt: 15, level: 'yellow' },
        { dimension: 'r', lt: 9, level: 'blue' },
      ],
    },
  ],
});
