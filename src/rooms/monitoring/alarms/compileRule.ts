import type { AlarmPriority, AlarmRule, Point } from '#kernel/alarm/alarm.ts';
import type { Level, Part, RuleCondition, Side } from '#kernel/alarm/condition.ts';
import { formula } from '#kernel/alarm/expression/formula.ts';
import { ruleSentence } from '#kernel/alarm/sentence.ts';
import type { Text } from '#kernel/language/text.ts';
import { accept, refuse, RefusalError, type Outcome, type Refusal } from '#kernel/problem/refusal.ts';
import type { RecordOf } from '#kernel/register/register.ts';
import type { alarmRules } from './alarmRules.register.ts';
import { chatterDefault, deviceDefault } from './flood.table.ts';
import { scheduleOf } from './ruleSchedule.ts';

// A record of the rule register → what the alarm engine runs: one rule for its point, or one for each point of its area.

/** A point with what rules may refer to. */
export interface RulePoint extends Point {
  quantity: string;
  deviceName: string;
  warningLevel: number | null;
  guaranteeLevel: number | null;
}

export type RuleRecord = Partial<RecordOf<typeof alarmRules>> & { id: string; version: number; areaCode: string };

export interface PointBook {
  byId(id: string): RulePoint | undefined;
  /** Points of a quantity in a division and the divisions inside it. */
  inArea(quantity: string, areaCode: string): RulePoint[];
}

export function pointBook(points: readonly RulePoint[]): PointBook {
  const byId = new Map(points.map((point) => [point.id, point]));
  return {
    byId: (id) => byId.get(id),
    inArea: (quantity, areaCode) => points.filter((point) => point.quantity === quantity && point.areaCode.startsWith(areaCode)),
  };
}

/**
 * Refuses `rule-invalid` 422 with the field that is missing or wrong. A rule for an area leaves out points it cannot judge (a water
 * level rule where no warning level is on file).
 */
export function compileRule(record: RuleRecord, book: PointBook): Outcome<AlarmRule[]> {
  try {
    if (record.wide) return accept(compileWide(record, book));
    const point = book.byId(known('point', record.point ?? null));
    if (!point) return gone('point');
    return accept([compileFor(record, point, book)]);
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    throw error;
  }
}

function compileWide(record: RuleRecord, book: PointBook): AlarmRule[] {
  const points = book.inArea(known('quantity', record.quantity ?? null), record.areaCode);
  const isUsable = (point: RulePoint) => record.kind !== 'waterLevel' || point.warningLevel !== null || point.guaranteeLevel !== null;
  return points
    .filter(isUsable)
    .map((point) => ({ ...compileFor(record, point, book), id: `${record.id}|${point.id}`, recordId: record.id }));
}

function compileFor(record: RuleRecord, point: RulePoint, book: PointBook): AlarmRule {
  const priority = (record.priority ?? 'medium') as AlarmPriority;
  const schedule = scheduleOf(record);
  const zh = known('textZh', record.textZh ?? null);
  const times = record.chatterTimes ?? chatterDefault.times;
  const withinMs = (record.chatterMinutes ?? chatterDefault.withinMs / 60_000) * 60_000;
  const rule: AlarmRule = {
    id: record.id,
    version: record.version,
    pointId: point.id,
    priority,
    text: { zh, en: record.textEn ?? zh },
    condition: conditionOf(record, point, priority, book),
    device: { points: deviceDefault.points, share: deviceDefault.share },
    ...(schedule && { schedule }),
    ...(times > 0 && { chatter: { times, withinMs, quietMs: Math.max(withinMs, chatterDefault.quietMs) } }),
  };
  const nameOf = (id: string) => {
    const other = book.byId(id);
    return other ? `${other.stationName}·${other.name}` : id;
  };
  return { ...rule, sentence: ruleSentence(rule, nameOf, point.unit) };
}

function conditionOf(record: RuleRecord, point: RulePoint, priority: AlarmPriority, book: PointBook): RuleCondition {
  const held = { hysteresis: record.hysteresis ?? 0, delayMs: (record.delaySeconds ?? 0) * 1000 };
  const side = (record.side ?? 'above') as Side;
  const limit = () => known('limit', record.limit ?? null);
  const windowMs = () => known('windowMinutes', record.windowMinutes ?? null) * 60_000;
  switch (record.kind) {
    case 'above':
    case 'below':
      return { kind: record.kind, limit: limit(), ...held };
    case 'noData':
      return { kind: 'noData', silentMs: known('silentSeconds', record.silentSeconds ?? null) * 1000 };
    case 'levels':
      return { kind: 'levels', side, levels: levelsOf(record, priority, side), ...held };
    case 'waterLevel':
      return { kind: 'levels', side: 'above', levels: waterLevels(record, point, priority), ...held };
    case 'sum':
      return {
        kind: 'sum',
        gauge: record.gauge === 'counter' ? 'counter' : 'increment',
        windowMs: windowMs(),
        levels: levelsOf(record, priority, 'above'),
        ...held,
      };
    case 'rate':
      return { kind: 'rate', side, limit: limit(), windowMs: windowMs(), ...held };
    case 'stuck':
      return { kind: 'stuck', band: record.band ?? 0, stuckMs: known('stuckMinutes', record.stuckMinutes ?? null) * 60_000 };
    case 'deviation':
      return { kind: 'deviation', other: otherPoint('pointB', record.pointB, point, book).id, limit: limit(), ...held };
    case 'combination':
      return combinationOf(record, point, book);
    case 'expression':
      return expressionOf(record, point, book);
    default:
      throw new RefusalError(wrong('kind', { zh: '没有这种条件', en: 'there is no such condition' }));
  }
}

function levelsOf(record: RuleRecord, priority: AlarmPriority, side: Side): Level[] {
  const given: [field: string, limit: number | null | undefined, priority: string | null | undefined][] = [
    ['limit', record.limit, priority],
    ['limit2', record.limit2, record.priority2],
    ['limit3', record.limit3, record.priority3],
    ['limit4', record.limit4, record.priority4],
  ];
  const levels = given.flatMap(([field, limit, own]): (Level & { field: string })[] =>
    limit === null || limit === undefined ? [] : [{ field, limit, priority: (own ?? priority) as AlarmPriority }],
  );
  if (levels.length === 0) known('limit', null);
  levels.forEach(({ field, limit }, at) => {
    const before = levels[at - 1];
    if (before && (side === 'above' ? limit <= before.limit : limit >= before.limit))
      throw new RefusalError(wrong(field, { zh: '各级限值须一级比一级严重', en: 'each level must be worse than the one before' }));
  });
  return levels.map(({ limit, priority: own }) => ({ limit, priority: own }));
}

function waterLevels(record: RuleRecord, point: RulePoint, priority: AlarmPriority): Level[] {
  const { guaranteeLevel, warningLevel } = point;
  if (warningLevel === null && guaranteeLevel === null)
    throw new RefusalError(
      wrong('point', {
        zh: '该测点未填警戒水位、保证水位，请先在测点台账填写',
        en: 'this point has no warning or guarantee level on file; enter them first',
      }),
    );
  if (warningLevel !== null && guaranteeLevel !== null && guaranteeLevel <= warningLevel)
    throw new RefusalError(
      wrong('point', { zh: '该测点的保证水位不高于警戒水位', en: 'the guarantee level of this point is not above its warning level' }),
    );
  return [
    ...(warningLevel === null ? [] : [{ limit: warningLevel, priority }]),
    ...(guaranteeLevel === null ? [] : [{ limit: guaranteeLevel, priority: (record.priority2 ?? priority) as AlarmPriority }]),
  ];
}

function combinationOf(record: RuleRecord, point: RulePoint, book: PointBook): RuleCondition {
  const parts: Part[] = [{ pointId: point.id, side: (record.side ?? 'above') as Side, limit: known('limit', record.limit ?? null) }];
  const others = [
    ['B', record.pointB, record.sideB, record.limitB],
    ['C', record.pointC, record.sideC, record.limitC],
    ['D', record.pointD, record.sideD, record.limitD],
  ] as const;
  for (const [letter, id, side, limit] of others) {
    if (!id) continue;
    const other = book.byId(id);
    if (!other) throw new RefusalError(gone(`point${letter}`));
    parts.push({ pointId: id, side: (side ?? 'above') as Side, limit: known(`limit${letter}`, limit ?? null) });
  }
  if (parts.length < 2) known('pointB', null);
  const atLeast = record.atLeast ?? parts.length;
  if (atLeast > parts.length)
    throw new RefusalError(wrong('atLeast', { zh: `只有 ${parts.length} 项条件`, en: `there are only ${parts.length} conditions` }));
  const maxAgeMs = record.maxAgeMinutes ? record.maxAgeMinutes * 60_000 : null;
  return { kind: 'combination', parts, atLeast, maxAgeMs, delayMs: (record.delaySeconds ?? 0) * 1000 };
}

function expressionOf(record: RuleRecord, point: RulePoint, book: PointBook): RuleCondition {
  const points = new Map<string, RulePoint>([['a', point]]);
  for (const [letter, id] of [
    ['b', record.pointB],
    ['c', record.pointC],
    ['d', record.pointD],
  ] as const) {
    const other = id ? book.byId(id) : undefined;
    if (id && !other) throw new RefusalError(gone(`point${letter.toUpperCase()}`));
    if (other) points.set(letter, other);
  }
  const source = known('expression', record.expression ?? null);
  const read = formula(source, Object.fromEntries([...points].map(([letter, { unit }]) => [letter, unit])));
  if (!read.ok) throw new RefusalError(read);
  const names = Object.fromEntries(
    read.value.names.flatMap((letter) => (points.has(letter) ? [[letter, points.get(letter)?.id ?? '']] : [])),
  );
  const limit = read.value.isYesOrNo ? null : known('limit', record.limit ?? null);
  const held = { hysteresis: limit === null ? 0 : (record.hysteresis ?? 0), delayMs: (record.delaySeconds ?? 0) * 1000 };
  return { kind: 'expression', source, names, side: limit === null ? 'above' : ((record.side ?? 'above') as Side), limit, ...held };
}

function otherPoint(field: string, id: string | null | undefined, own: RulePoint, book: PointBook): RulePoint {
  const other = book.byId(known(field, id ?? null));
  if (!other) throw new RefusalError(gone(field));
  if (other.id === own.id) throw new RefusalError(wrong(field, { zh: '须是另一个测点', en: 'must be another point' }));
  if (other.unit !== own.unit && other.unit !== '' && own.unit !== '')
    throw new RefusalError(
      wrong(field, { zh: `单位不同：${own.unit} 与 ${other.unit}`, en: `units differ: ${own.unit} and ${other.unit}` }),
    );
  return other;
}

function known<T>(field: string, value: T | null): T {
  if (value !== null && value !== '') return value;
  throw new RefusalError(wrong(field, { zh: '这种条件须填写此项', en: 'needed for this condition' }));
}

function gone(field: string): Refusal {
  return wrong(field, { zh: '所选测点不存在或已删除', en: 'the point does not exist or was removed' });
}

function wrong(field: string, text: Text): Refusal {
  return refuse(
    'rule-invalid',
    422,
    { zh: `规则不完整：${text.zh}`, en: `The rule is not complete: ${text.en}` },
    {
      fields: [{ field, value: null, rule: 'rule', text }],
    },
  );
}
