import { defineClockRule } from '#kernel/clock/deadline.ts';

// Reporting clocks of emergency incidents (突发事件信息报送). Practice values that no published text of this county
// confirms carry `verified: false`; the county edits them when it binds its own plan.

const practice = {
  standard: '突发事件信息报送惯例',
  jurisdiction: '县',
  source: 'widespread practice, no official text read',
  verified: false,
};

export const countyToCityPhone = defineClockRule({
  id: 'countyToCityPhone',
  label: { zh: '县报市（电话）', en: 'County to city, by phone' },
  duty: { zh: '电话报告市委市政府值班室', en: 'Report to the city duty office by phone' },
  versions: [{ from: '2020-01-01', within: { minutes: 30 }, clause: '电话 30 分钟', ...practice }],
});

export const countyToCityText = defineClockRule({
  id: 'countyToCityText',
  label: { zh: '县报市（书面）', en: 'County to city, in writing' },
  duty: { zh: '书面报告市委市政府值班室', en: 'Report to the city duty office in writing' },
  versions: [{ from: '2020-01-01', within: { hours: 1 }, clause: '书面 1 小时', ...practice }],
});

export const departmentUpward = defineClockRule({
  id: 'departmentUpward',
  label: { zh: '应急部门逐级上报', en: 'Department to the next level' },
  duty: {
    zh: '向上一级应急管理部门报告，同时报告本级人民政府',
    en: 'Report to the next level of the department and to the own government',
  },
  versions: [
    {
      from: '2007-06-01',
      within: { hours: 2 },
      standard: '生产安全事故报告和调查处理条例（国务院令第493号）',
      clause: '第十条、第十一条',
      jurisdiction: '全国',
      source: 'State Council order 493, articles 10 and 11',
      verified: true,
    },
  ],
});

export const provinceDirect = defineClockRule({
  id: 'provinceDirect',
  label: { zh: '直报省政府', en: 'Direct report to the province' },
  duty: { zh: '较大及以上突发事件报告省政府总值班室', en: 'Report a larger incident to the provincial duty office' },
  versions: [
    {
      from: '2010-01-01',
      within: { hours: 2 },
      standard: '皖政办秘〔2010〕10号',
      clause: '较大及以上不迟于 2 小时',
      jurisdiction: '安徽省',
      source: "provincial office's circular on direct reporting",
      verified: false,
    },
  ],
});

export const townToCountyPhone = defineClockRule({
  id: 'townToCountyPhone',
  label: { zh: '乡镇报县（电话）', en: 'Township to county, by phone' },
  duty: { zh: '电话报告县值班室', en: 'Report to the county duty room by phone' },
  versions: [{ from: '2020-01-01', within: { minutes: 30 }, clause: '电话 20 至 30 分钟', ...practice }],
});

export const townToCountyText = defineClockRule({
  id: 'townToCountyText',
  label: { zh: '乡镇报县（书面）', en: 'Township to county, in writing' },
  duty: { zh: '书面报告县值班室', en: 'Report to the county duty room in writing' },
  versions: [{ from: '2020-01-01', within: { minutes: 60 }, clause: '书面 40 至 60 分钟', ...practice }],
});
