import type { Alarm, AlarmRule } from './alarm.ts';
import type { AlarmBook, Holder } from './alarmBook.ts';
import type { AlarmLife } from './alarmLife.ts';
import type { EngineMemory } from './entry.ts';
import { mark, qualityOf } from './pointColumns.ts';
import { deviceOf, type PointSlot, type PointTable } from './pointTable.ts';
import { phase } from './ruleSlot.ts';
import { raised, raisedAgain, suppressed } from './transition.ts';

// A device that fails takes all its points with it: many of them silent or out of range are one alarm about the device. Alarms about
// the silence of its points are kept under it and counted; when the device is heard again they are history with it.

/** From when on a device counts as failing: so many of its points, and so large a share of them. */
export interface DeviceLimit {
  points: number;
  /** Above 0, up to 1. */
  share: number;
}

/** Alarms about a device come from no rule of the register; they carry this id in its place. */
export const deviceRuleId = '00000000-0000-8000-8000-000000000002';

interface Fault extends Holder {
  /** Its alarm was dismissed as false: silent until the device is well. */
  isDismissed: boolean;
}

const text = { zh: '设备故障：多个测点无数据或超量程', en: 'Device fault: many points silent or out of range' };
const heardAgain = '设备已恢复 / device heard again';

export class DeviceFaults {
  readonly #table: PointTable;
  readonly #book: AlarmBook;
  readonly #life: AlarmLife;
  /** By device key: devices that fail, and those whose alarm is open or shelved. */
  readonly #faults = new Map<string, Fault>();
  /** Devices one of whose points began or ceased to fail with the entry being applied. */
  readonly #touched = new Set<string>();

  constructor(table: PointTable, book: AlarmBook, life: AlarmLife) {
    this.#table = table;
    this.#book = book;
    this.#life = life;
  }

  touch(owner: PointSlot): void {
    this.#touched.add(deviceOf(owner.point.key));
  }

  /** To be called at the end of every entry: a message is taken as a whole, whatever the order of its readings. */
  review(atMs: number): void {
    if (this.#touched.size === 0) return;
    for (const device of this.#touched) this.#reviewOne(device, atMs, new Set());
    this.#touched.clear();
  }

  /** Some points are about to be found silent: whichever device fails with that is to speak before they do. */
  expect(due: readonly PointSlot[], atMs: number): void {
    const points = new Set(due);
    for (const device of new Set(due.map(({ point }) => deviceOf(point.key)))) this.#reviewOne(device, atMs, points);
  }

  #reviewOne(device: string, atMs: number, due: ReadonlySet<PointSlot>): void {
    const owners = [...(this.#table.byDevice.get(device) ?? [])];
    const failing = owners.filter((owner) => due.has(owner) || this.#isFailing(owner));
    const rule = worst(failing.flatMap(({ limits, silences }) => [...silences, ...limits].map((slot) => slot.rule)));
    const limit = rule?.device;
    const fault = this.#faults.get(device);
    if (rule && limit && failing.length >= limit.points && failing.length >= limit.share * owners.length) {
      this.#fail(device, fault ?? faultOf(rule, owners), owners, atMs);
    } else if (fault) this.#settle(device, fault, atMs);
  }

  #isFailing({ index, silences }: PointSlot): boolean {
    const marks = this.#table.columns.marks[index] ?? 0;
    return (marks & mark.isSilent) !== 0 ? silences.some((slot) => slot.phase !== phase.clear) : qualityOf(marks) === 'outOfRange';
  }

  #fail(device: string, fault: Fault, owners: readonly PointSlot[], atMs: number): void {
    this.#faults.set(device, fault);
    const owner = owners.find(({ point }) => point.id === fault.rule.pointId);
    if (owner === undefined || fault.isDismissed || isSpeaking(fault.alarm)) return;
    const before = fault.alarm;
    const fresh = before
      ? raisedAgain(before, fault.rule, null, 1, atMs)
      : { ...raised(fault.rule, owner.point, null, 1, atMs, this.#book.position), pointName: device, unit: '' };
    this.#book.put(fault, { ...fresh, shelf: fault.shelf }, before ? 'raisedAgain' : 'raised', atMs);
    for (const slot of owners.flatMap(({ silences }) => silences)) {
      if (!isSpeaking(slot.alarm) || slot.alarm.suppressedBy !== null) continue;
      this.#book.put(slot, suppressed(slot.alarm, fresh.id, atMs), 'suppressed', atMs);
      this.#count(fault, atMs);
    }
  }

  #count(fault: Fault, atMs: number): void {
    if (fault.alarm) this.#book.put(fault, { ...fault.alarm, suppressedCount: fault.alarm.suppressedCount + 1 }, 'peak', atMs);
  }

  #settle(device: string, fault: Fault, atMs: number): void {
    const { alarm } = fault;
    fault.isDismissed = false;
    this.#life.return(fault, heardAgain, atMs);
    if (alarm) this.#life.releaseOf(alarm.id, atMs);
    if (fault.alarm === null && fault.shelf === null) this.#faults.delete(device);
  }

  /** The alarm about the device that speaks for a rule's, counting it; null when the rule's speaks for itself. */
  speakFor(owner: PointSlot, rule: AlarmRule, atMs: number): string | null {
    if (rule.condition.kind !== 'noData') return null;
    const fault = this.#faults.get(deviceOf(owner.point.key));
    if (!fault || !isSpeaking(fault.alarm)) return null;
    this.#count(fault, atMs);
    return fault.alarm.id;
  }

  /** @param pointId of the point that stands for its device */
  faultOfPoint(pointId: string): Fault | undefined {
    for (const fault of this.#faults.values()) if (fault.rule.pointId === pointId) return fault;
    return undefined;
  }

  dismissed(alarm: Alarm, atMs: number): void {
    const fault = this.faultOfPoint(alarm.pointId);
    if (fault) fault.isDismissed = true;
    this.#life.releaseOf(alarm.id, atMs);
  }

  /** A point went away: its device is looked at again without it; when the point stood for the device, another one will. */
  forgetPoint(owner: PointSlot, atMs: number): void {
    const device = deviceOf(owner.point.key);
    const fault = this.#faults.get(device);
    this.#touched.add(device);
    if (fault?.rule.pointId !== owner.point.id) return;
    this.#life.forget(fault);
    this.#faults.delete(device);
    if (fault.alarm) this.#life.releaseOf(fault.alarm.id, atMs);
  }

  memory(): NonNullable<EngineMemory['devices']> {
    return [...this.#faults].map(([device, { isDismissed, rule, shelf }]) => [device, { isDismissed, rule, shelf }]);
  }

  restore(memory: NonNullable<EngineMemory['devices']>): void {
    const open = this.#book.open();
    for (const [device, { isDismissed, rule, shelf }] of memory) {
      const alarm = open.find((each) => each.ruleId === deviceRuleId && each.pointId === rule.pointId) ?? null;
      const fault: Fault = { rule, alarm, shelf: null, isDismissed };
      this.#faults.set(device, fault);
      if (shelf) this.#life.shelve(fault, shelf);
    }
  }
}

function isSpeaking(alarm: Alarm | null): alarm is Alarm {
  return alarm !== null && alarm.returnedAt === null;
}

const ranks = { critical: 4, high: 3, medium: 2, low: 1 };

/** Of the rules that say when a device fails, the first of the most urgent. */
function worst(rules: readonly AlarmRule[]): AlarmRule | undefined {
  let found: AlarmRule | undefined;
  for (const rule of rules) if (rule.device && (!found || ranks[rule.priority] > ranks[found.priority])) found = rule;
  return found;
}

function faultOf(rule: AlarmRule, owners: readonly PointSlot[]): Fault {
  const pointId = owners.map(({ point }) => point.id).reduce((least, id) => (id < least ? id : least));
  const own: AlarmRule = {
    id: `${deviceRuleId}|${pointId}`,
    recordId: deviceRuleId,
    version: rule.version,
    pointId,
    priority: rule.priority,
    text,
    condition: { kind: 'levels', side: 'above', levels: [], hysteresis: 0, delayMs: 0 },
  };
  return { rule: own, alarm: null, shelf: null, isDismissed: false };
}
