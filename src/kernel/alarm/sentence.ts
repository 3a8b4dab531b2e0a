import type { Text } from '#kernel/language/text.ts';
import { alarmPriorities, type AlarmRule } from './alarm.ts';
import { levelsOf, type RuleCondition } from './condition.ts';
import type { Schedule } from './schedule.ts';

// A rule in one sentence of each language, so that whoever reads an alarm knows what raised it.

/** "5 分钟" / "5 min"; whole units only where they are whole. */
export function spanText(ms: number): Text {
  const units: [number, string, string][] = [
    [86_400_000, '天', 'd'],
    [3_600_000, '小时', 'h'],
    [60_000, '分钟', 'min'],
    [1_000, '秒', 's'],
  ];
  const [length, zh, en] = units.find(([each]) => ms >= each && ms % each === 0) ?? [1_000, '秒', 's'];
  return { zh: `${ms / length} ${zh}`, en: `${ms / length} ${en}` };
}

const sides = { above: { zh: '高于', en: 'above' }, below: { zh: '低于', en: 'below' } };

/**
 * @param nameOf station and point as people know them
 * @param unit of the rule's own point
 */
export function ruleSentence(rule: AlarmRule, nameOf: (pointId: string) => string, unit: string): Text {
  const { condition } = rule;
  const core = coreOf(rule, nameOf, unit);
  const delayMs = 'delayMs' in condition ? condition.delayMs : 0;
  const hysteresis = 'hysteresis' in condition ? condition.hysteresis : 0;
  const span = spanText(delayMs);
  const zh = [core.zh, delayMs > 0 && `持续 ${span.zh}`, hysteresis > 0 && `回差 ${hysteresis}`].filter(Boolean).join('，');
  const en = [core.en, delayMs > 0 && `for ${span.en}`, hysteresis > 0 && `hysteresis ${hysteresis}`].filter(Boolean).join(', ');
  const times = rule.schedule ? scheduleText(rule.schedule) : null;
  return { zh: `${zh}${times ? `；适用：${times.zh}` : ''}。`, en: `${en}${times ? `; applies ${times.en}` : ''}.` };
}

function coreOf(rule: AlarmRule, nameOf: (pointId: string) => string, unit: string): Text {
  const { condition, pointId } = rule;
  const name = nameOf(pointId);
  switch (condition.kind) {
    case 'above':
    case 'below':
      return {
        zh: `${name}${sides[condition.kind].zh} ${condition.limit} ${unit}`.trim(),
        en: `${name} ${sides[condition.kind].en} ${condition.limit} ${unit}`.trim(),
      };
    case 'noData':
      return {
        zh: `${name}超过 ${spanText(condition.silentMs).zh}无数据`,
        en: `${name} silent for more than ${spanText(condition.silentMs).en}`,
      };
    case 'levels': {
      const levels = levelTexts(rule, unit);
      return { zh: `${name}${sides[condition.side].zh} ${levels.zh}`, en: `${name} ${sides[condition.side].en} ${levels.en}` };
    }
    case 'sum': {
      const [levels, span] = [levelTexts(rule, unit), spanText(condition.windowMs)];
      return { zh: `${name} ${span.zh}累计超过 ${levels.zh}`, en: `${name} total over ${span.en} above ${levels.en}` };
    }
    case 'rate': {
      const span = spanText(condition.windowMs);
      const limit = `${condition.limit} ${unit}/h`;
      return {
        zh: `${name} ${span.zh}内变化率${sides[condition.side].zh} ${limit}`,
        en: `${name} changes by ${sides[condition.side].en} ${limit} over ${span.en}`,
      };
    }
    case 'stuck': {
      const span = spanText(condition.stuckMs);
      return {
        zh: `${name}超过 ${span.zh}变化不大于 ${condition.band} ${unit}`.trim(),
        en: `${name} moves by no more than ${condition.band} ${unit} for over ${span.en}`,
      };
    }
    case 'deviation': {
      const other = nameOf(condition.other);
      return {
        zh: `${name}与${other}相差超过 ${condition.limit} ${unit}`.trim(),
        en: `${name} and ${other} differ by more than ${condition.limit} ${unit}`.trim(),
      };
    }
    default:
      return severalText(condition, nameOf);
  }
}

function severalText(condition: Extract<RuleCondition, { kind: 'combination' | 'expression' }>, nameOf: (pointId: string) => string): Text {
  if (condition.kind === 'combination') {
    const { atLeast, parts } = condition;
    const each = (language: 'zh' | 'en') => parts.map(({ pointId, side, limit }) => `${nameOf(pointId)} ${sides[side][language]} ${limit}`);
    const isAll = atLeast === parts.length;
    return {
      zh: `${each('zh').join('、')}${isAll ? '同时成立' : `中至少 ${atLeast} 项成立`}`,
      en: `${isAll ? 'all' : `at least ${atLeast}`} of: ${each('en').join('; ')}`,
    };
  }
  const { limit, names, side, source } = condition;
  const where = Object.entries(names).map(([letter, id]) => `${letter} = ${nameOf(id)}`);
  const over = limit === null ? { zh: '', en: '' } : { zh: ` ${sides[side].zh} ${limit}`, en: ` ${sides[side].en} ${limit}` };
  return { zh: `算式 ${source}${over.zh}（${where.join('，')}）`, en: `formula ${source}${over.en} (${where.join(', ')})` };
}

function levelTexts(rule: AlarmRule, unit: string): Text {
  const levels = levelsOf(rule);
  if (levels.length === 1) return { zh: `${levels[0]?.limit} ${unit}`.trim(), en: `${levels[0]?.limit} ${unit}`.trim() };
  const each = (language: 'zh' | 'en') => levels.map(({ limit, priority }) => `${limit} ${unit} (${alarmPriorities[priority][language]})`);
  return { zh: each('zh').join('、'), en: each('en').join(', ') };
}

const weekdayNames: Text[] = [
  { zh: '周一', en: 'Mon' },
  { zh: '周二', en: 'Tue' },
  { zh: '周三', en: 'Wed' },
  { zh: '周四', en: 'Thu' },
  { zh: '周五', en: 'Fri' },
  { zh: '周六', en: 'Sat' },
  { zh: '周日', en: 'Sun' },
];

function scheduleText({ days, hours, months, weekdays }: Schedule): Text {
  const parts: Text[] = [];
  if (months) parts.push({ zh: `${months.join('、')} 月`, en: `months ${months.join(', ')}` });
  if (weekdays) {
    const named = weekdays.flatMap((day) => weekdayNames[day - 1] ?? []);
    parts.push({ zh: named.map(({ zh }) => zh).join('、'), en: named.map(({ en }) => en).join(', ') });
  }
  if (days) parts.push(days.only === 'working' ? { zh: '工作日', en: 'working days' } : { zh: '休息日', en: 'days off' });
  if (hours) {
    const span = `${clock(hours.fromMinute)}–${clock(hours.toMinute)}`;
    parts.push({ zh: span, en: span });
  }
  return { zh: parts.map(({ zh }) => zh).join(' '), en: parts.map(({ en }) => en).join(' ') };
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
