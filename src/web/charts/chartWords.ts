import { defineWords } from '#kernel/language/text.ts';

export const chartWords = defineWords({
  loading: { zh: '曲线载入中…', en: 'Loading chart…' },
  range: { zh: '时间范围', en: 'Time range' },
  hours: { zh: '{n} 小时', en: '{n} h' },
  days: { zh: '{n} 天', en: '{n} d' },
  chart: { zh: '曲线', en: 'Chart' },
  table: { zh: '数据表', en: 'Table' },
  none: { zh: '这段时间没有数据。可选更长的时间范围。', en: 'No readings in this time. Try a longer range.' },
  silent: { zh: '无数据', en: 'No data' },
  upper: { zh: '上限', en: 'Upper' },
  lower: { zh: '下限', en: 'Lower' },
  alarm: { zh: '报警', en: 'Alarm' },
  time: { zh: '时间', en: 'Time' },
  value: { zh: '数值', en: 'Value' },
  quality: { zh: '质量', en: 'Quality' },
  shown: { zh: '共 {total} 条，显示最近 {shown} 条', en: '{total} readings, the latest {shown} shown' },
  summary: {
    zh: '{name} 曲线：{total} 条读数，最新 {latest}，最小 {min}，最大 {max}',
    en: 'Chart of {name}: {total} readings, latest {latest}, lowest {min}, highest {max}',
  },
  good: { zh: '正常', en: 'Good' },
  device: { zh: '设备自报异常', en: 'Device says fault' },
  outOfRange: { zh: '超量程', en: 'Out of range' },
  clockAhead: { zh: '设备时钟超前', en: 'Device clock ahead' },
  clockUnset: { zh: '设备时钟未设置', en: 'Device clock not set' },
  late: { zh: '补传', en: 'Late' },
});
