import { alarmPriorities } from '#kernel/alarm/alarm.ts';
import { choice, count, flag, list, longText, measure, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

// What a rule is made of is asked only where its kind needs it. From a record to what the engine runs: compileRule.ts.

const side = { above: { zh: '高于', en: 'Above' }, below: { zh: '低于', en: 'Below' } };
const kind = (...is: string[]) => ({ field: 'kind', is });
const seconds = { zh: '秒', en: 's' };
const minutes = { zh: '分钟', en: 'min' };
const times = { zh: '次', en: 'times' };
const level = (n: number, ...kinds: string[]) => ({
  limit: measure({ label: { zh: `第 ${n} 级限值`, en: `Limit of level ${n}` }, unit: '', decimals: 3, when: kind(...kinds) }),
  priority: choice({ label: { zh: `第 ${n} 级优先级`, en: `Priority of level ${n}` }, options: alarmPriorities, when: kind(...kinds) }),
});
const [second, third, fourth] = [level(2, 'levels', 'sum', 'waterLevel'), level(3, 'levels', 'sum'), level(4, 'levels', 'sum')];
const otherPoint = (letter: string, ...kinds: string[]) =>
  reference({ label: { zh: `测点 ${letter}`, en: `Point ${letter}` }, register: 'points', when: kind(...kinds) });
const otherSide = (letter: string) =>
  choice({ label: { zh: `测点 ${letter} 须`, en: `Point ${letter} must be` }, options: side, when: kind('combination') });
const otherLimit = (letter: string) =>
  measure({ label: { zh: `测点 ${letter} 的限值`, en: `Limit of point ${letter}` }, unit: '', decimals: 3, when: kind('combination') });
const scheduled = { field: 'scheduled', is: [true] };
const timeOfDay = { source: '^([01]\\d|2[0-3]):[0-5]\\d$', rule: { zh: '时刻写作 08:30', en: 'A time is written 08:30' } };

/** Alarm rules (报警规则): when a point demands attention. Thresholds are data of the county, never of the program. */
export const alarmRules = defineRegister({
  id: 'alarmRules',
  room: 'monitoring',
  label: { zh: '报警规则', en: 'Alarm rules' },
  singular: { zh: '规则', en: 'Rule' },
  title: 'textZh',
  fields: {
    textZh: text({ label: { zh: '报警文字（中文）', en: 'Alarm text (Chinese)' }, required: true, maxLength: 100 }),
    textEn: text({ label: { zh: '报警文字（英文）', en: 'Alarm text (English)' }, maxLength: 100 }),
    wide: flag({
      label: { zh: '用于一个区域的全部同类测点', en: 'For every such point of an area' },
      hint: { zh: '区域即本规则的行政区', en: 'The area is the division of this rule' },
      listed: false,
    }),
    point: reference({
      label: { zh: '测点', en: 'Point' },
      hint: { zh: '算式中记作 a', en: 'Called a in a formula' },
      register: 'points',
      required: true,
      when: { field: 'wide', is: [true], not: true },
    }),
    quantity: text({
      label: { zh: '监测量代码', en: 'Quantity code' },
      required: true,
      maxLength: 60,
      when: { field: 'wide', is: [true] },
      listed: false,
    }),
    kind: choice({
      label: { zh: '条件', en: 'Condition' },
      required: true,
      options: {
        above: { zh: '高于限值', en: 'Above the limit' },
        below: { zh: '低于限值', en: 'Below the limit' },
        levels: { zh: '分级限值', en: 'Several levels' },
        waterLevel: { zh: '水位超警戒、保证水位', en: 'Water above warning or guarantee level' },
        sum: { zh: '累计量（雨量）', en: 'Total over a time (rain)' },
        rate: { zh: '变化率', en: 'Rate of change' },
        stuck: { zh: '数值不动', en: 'Stuck value' },
        noData: { zh: '超时无数据', en: 'No data' },
        deviation: { zh: '两测点偏差', en: 'Two points disagree' },
        combination: { zh: '多测点组合', en: 'Combination of points' },
        expression: { zh: '算式', en: 'Formula' },
      },
    }),
    priority: choice({ label: { zh: '优先级', en: 'Priority' }, required: true, options: alarmPriorities }),
    side: choice({
      label: { zh: '报警方向', en: 'Alarms when' },
      options: side,
      when: kind('levels', 'rate', 'expression', 'combination'),
    }),
    limit: measure({
      label: { zh: '限值', en: 'Limit' },
      hint: { zh: '变化率按每小时；是非算式不填', en: 'A rate is per hour; empty for a yes-or-no formula' },
      unit: '',
      decimals: 3,
      when: kind('above', 'below', 'levels', 'sum', 'rate', 'deviation', 'combination', 'expression'),
    }),
    limit2: second.limit,
    priority2: second.priority,
    limit3: third.limit,
    priority3: third.priority,
    limit4: fourth.limit,
    priority4: fourth.priority,
    hysteresis: measure({
      label: { zh: '回差', en: 'Hysteresis' },
      hint: { zh: '恢复时须越过限值的量，避免反复报警', en: 'How far the value must come back past the limit before the alarm returns' },
      unit: '',
      decimals: 3,
      min: 0,
      when: kind('above', 'below', 'levels', 'waterLevel', 'sum', 'rate', 'deviation', 'expression'),
    }),
    delaySeconds: count({
      label: { zh: '持续时间', en: 'Delay' },
      unit: seconds,
      min: 0,
      max: 86400,
      when: { ...kind('noData', 'stuck'), not: true },
    }),
    silentSeconds: count({
      label: { zh: '无数据时长', en: 'Silent for' },
      unit: seconds,
      min: 10,
      max: 2592000,
      required: true,
      when: kind('noData'),
    }),
    windowMinutes: count({
      label: { zh: '时间窗', en: 'Window' },
      hint: { zh: '雨量常用 60、180、360、720、1440', en: 'For rain usually 60, 180, 360, 720 or 1440' },
      unit: minutes,
      min: 1,
      max: 10080,
      required: true,
      when: kind('sum', 'rate'),
    }),
    gauge: choice({
      label: { zh: '读数含义', en: 'A reading is' },
      options: { increment: { zh: '时段量', en: 'What came since the last one' }, counter: { zh: '累计计数', en: 'A running counter' } },
      required: true,
      when: kind('sum'),
    }),
    band: measure({ label: { zh: '视为不动的范围', en: 'Counts as unmoved within' }, unit: '', decimals: 3, min: 0, when: kind('stuck') }),
    stuckMinutes: count({
      label: { zh: '不动时长', en: 'Unmoved for' },
      unit: minutes,
      min: 1,
      max: 43200,
      required: true,
      when: kind('stuck'),
    }),
    pointB: otherPoint('b', 'deviation', 'combination', 'expression'),
    sideB: otherSide('b'),
    limitB: otherLimit('b'),
    pointC: otherPoint('c', 'combination', 'expression'),
    sideC: otherSide('c'),
    limitC: otherLimit('c'),
    pointD: otherPoint('d', 'combination', 'expression'),
    sideD: otherSide('d'),
    limitD: otherLimit('d'),
    atLeast: count({
      label: { zh: '至少成立', en: 'At least' },
      hint: { zh: '留空为全部；填 1 为任一', en: 'Empty: all of them; 1: any of them' },
      unit: { zh: '项', en: 'of them' },
      min: 1,
      max: 4,
      when: kind('combination'),
    }),
    maxAgeMinutes: count({
      label: { zh: '读数有效期', en: 'A reading counts for' },
      hint: { zh: '超过此时长未更新的测点不作判断；留空为不限', en: 'A point not heard of for longer is unknown; empty: no end' },
      unit: minutes,
      min: 1,
      max: 43200,
      when: kind('combination'),
    }),
    expression: longText({
      label: { zh: '算式', en: 'Formula' },
      hint: {
        zh: '如 a - b > 0.5 且 avg(a, 1h) > 30。函数：abs、min、max、avg、sum、rate（每小时）；时间窗 30s、10min、1h、2d',
        en: 'Such as a - b > 0.5 and avg(a, 1h) > 30. Functions: abs, min, max, avg, sum, rate (per hour); windows 30s, 10min, 1h, 2d',
      },
      maxLength: 1000,
      required: true,
      when: kind('expression'),
    }),
    scheduled: flag({ label: { zh: '只在部分时间适用', en: 'Applies only at times' }, listed: false }),
    fromTime: text({ label: { zh: '每天从', en: 'Each day from' }, maxLength: 5, pattern: timeOfDay, when: scheduled, listed: false }),
    toTime: text({
      label: { zh: '每天到', en: 'Each day to' },
      hint: { zh: '早于开始时刻即跨过午夜', en: 'Earlier than the start: over midnight' },
      maxLength: 5,
      pattern: timeOfDay,
      when: scheduled,
      listed: false,
    }),
    weekdays: list({
      label: { zh: '星期', en: 'Days of the week' },
      options: {
        '1': { zh: '周一', en: 'Mon' },
        '2': { zh: '周二', en: 'Tue' },
        '3': { zh: '周三', en: 'Wed' },
        '4': { zh: '周四', en: 'Thu' },
        '5': { zh: '周五', en: 'Fri' },
        '6': { zh: '周六', en: 'Sat' },
        '7': { zh: '周日', en: 'Sun' },
      },
      when: scheduled,
      listed: false,
    }),
    months: list({
      label: { zh: '月份', en: 'Months' },
      options: Object.fromEntries(Array.from({ length: 12 }, (_, n) => [String(n + 1), { zh: `${n + 1} 月`, en: String(n + 1) }])),
      when: scheduled,
      listed: false,
    }),
    workdays: choice({
      label: { zh: '工作日', en: 'Working days' },
      options: { working: { zh: '仅工作日', en: 'Working days only' }, off: { zh: '仅休息日', en: 'Days off only' } },
      when: scheduled,
      listed: false,
    }),
    chatterTimes: count({
      label: { zh: '抖动判定次数', en: 'Chatters from' },
      hint: {
        zh: '达到次数后合并为一条信号源报警；留空用默认值，0 为不合并',
        en: 'From then on one alarm about the source; empty: the default, 0: never',
      },
      unit: times,
      min: 0,
      max: 60,
      listed: false,
    }),
    chatterMinutes: count({ label: { zh: '抖动判定时间', en: 'Chatters within' }, unit: minutes, min: 1, max: 1440, listed: false }),
    confirmedAlarms: count({
      label: { zh: '已确认的试算报警数', en: 'Alarms of the dry run, confirmed' },
      hint: {
        zh: '试算超过上限时，填写试算结果的条数表示确认',
        en: 'When the dry run passes the limit, its figure here confirms the rule',
      },
      unit: { zh: '条', en: 'alarms' },
      min: 0,
      listed: false,
    }),
    active: flag({ label: { zh: '启用', en: 'Active' } }),
  },
  access: {
    read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'viewer'],
    write: ['administrator', 'dutyLeader', 'dutyOfficer'],
  },
  empty: { zh: '还没有规则。没有规则的测点只记录，不报警。', en: 'No rules yet. A point without a rule is recorded but never alarms.' },
});
