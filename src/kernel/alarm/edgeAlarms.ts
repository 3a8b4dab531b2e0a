import { isMuted, type Alarm, type AlarmRule, type Point } from './alarm.ts';
import type { AlarmBook, Holder } from './alarmBook.ts';
import { alarmId } from './alarmId.ts';
import { checkCommand } from './command.ts';
import type { EdgeChange, EdgeProgress, EdgeStretch } from './edge.ts';
import { acted, climbed, fell, lineKinds, raised, raisedAgain, returned } from './transition.ts';

// Alarms of edges at their parent. The edge's alarm is the condition of the parent's: it is raised once while that is open, and
// returns when that has returned, is shelved or is spoken for by another. Answering is a matter of each level: an officer at the
// parent answers the parent's alarm; what an officer at the edge did counts here too.

export class EdgeAlarms {
  readonly #book: AlarmBook;
  readonly #progress = new Map<string, EdgeProgress>();
  /** By edge and the edge's alarm id; while the parent's alarm is open. */
  readonly #holders = new Map<string, Holder>();

  constructor(book: AlarmBook, progress: readonly [string, EdgeProgress][]) {
    this.#book = book;
    for (const [edgeId, known] of progress) this.#progress.set(edgeId, known);
  }

  /** What an open alarm belongs to; null when it is none of an edge. */
  holderOf(alarm: Alarm): Holder | null {
    if (!alarm.origin) return null;
    const key = keyOf(alarm.origin.edgeId, alarm.origin.alarmId);
    const known = this.#holders.get(key);
    if (known) return known;
    const made: Holder = { rule: ruleOf(alarm, alarm), alarm: null, shelf: alarm.shelf };
    this.#holders.set(key, made);
    return made;
  }

  progress(): [string, EdgeProgress][] {
    return [...this.#progress];
  }

  /** Whether this is the edge's next stretch; then it counts from now on. A repeated one, or one that leaves a gap, does not. */
  isNext({ edgeId, after, through, last }: EdgeStretch, atMs: number): boolean {
    if ((this.#progress.get(edgeId)?.position ?? 0) !== after || through <= after) return false;
    this.#progress.set(edgeId, { position: through, last, atMs });
    return true;
  }

  /** @param own the parent's point of that key, if it has one */
  take(edgeId: string, change: EdgeChange, own: Point | undefined): void {
    const { alarm, atMs, command, kind } = change;
    const key = keyOf(edgeId, alarm.id);
    const holder = this.#holders.get(key) ?? { rule: ruleOf(alarm, alarm), alarm: null, shelf: null };
    this.#holders.set(key, holder);
    const holds = alarm.returnedAt === null && alarm.dismissedReason === null && !isMuted(alarm) && kind !== 'removed';
    const before = holder.alarm;
    const isUp = before !== null && before.returnedAt === null;
    if (holds && !isUp && raising.has(kind)) this.#raise(edgeId, holder, change, own);
    else if (isUp && holds) this.#follow(holder, before, alarm, atMs);
    if (command && holder.alarm) this.#act(holder, holder.alarm, { ...command, version: holder.alarm.version });
    if (!holds && holder.alarm?.returnedAt === null) this.#book.put(holder, returned(holder.alarm, atMs, ''), 'returned', atMs);
    if (holder.alarm === null) this.#holders.delete(key);
  }

  #raise(edgeId: string, holder: Holder, { alarm, atMs }: EdgeChange, own: Point | undefined): void {
    const place = own ? { pointId: own.id, stationId: own.stationId, areaCode: own.areaCode } : {};
    const shown = { ...alarm, ...place };
    holder.rule = ruleOf(alarm, shown);
    const level = alarm.limit === null ? 0 : 1;
    if (holder.alarm) {
      this.#book.put(holder, raisedAgain(holder.alarm, holder.rule, alarm.value, level, atMs), 'raisedAgain', atMs);
      return;
    }
    const fresh = raised(holder.rule, pointOf(shown), alarm.value, level, Date.parse(alarm.raisedAt), this.#book.position);
    // Of the edge's alarm, as several of one rule may come in one stretch, that is at one position.
    const id = alarmId(keyOf(edgeId, alarm.id), fresh.pointId, this.#book.position);
    this.#book.put(holder, { ...fresh, id, origin: { edgeId, alarmId: alarm.id } }, 'raised', atMs);
  }

  #follow(holder: Holder, before: Alarm, alarm: Alarm, atMs: number): void {
    if (alarm.priority !== before.priority) {
      holder.rule = ruleOf(alarm, before);
      const isWorse = ranks[alarm.priority] > ranks[before.priority];
      const value = alarm.peak ?? 0;
      const next = (isWorse ? climbed : fell)(before, holder.rule, value, alarm.limit === null ? 0 : 1, atMs);
      this.#book.put(holder, { ...next, peak: alarm.peak }, isWorse ? 'climbed' : 'fell', atMs);
    } else if (alarm.peak !== before.peak) this.#book.put(holder, { ...before, peak: alarm.peak }, 'peak', atMs);
  }

  #act(holder: Holder, alarm: Alarm, command: NonNullable<EdgeChange['command']>): void {
    // An incident, and a place out of sight, belong to the level that made them.
    if (command.action !== 'acknowledge' && command.action !== 'note' && command.action !== 'dismiss') return;
    if (!checkCommand(alarm, command).ok) return;
    this.#book.put(holder, acted(alarm, command), lineKinds[command.action], command.atMs);
  }
}

/** Kinds that may raise: not a new extreme of something that was dismissed here. */
const raising = new Set<EdgeChange['kind']>(['raised', 'raisedAgain', 'climbed', 'released', 'unshelved']);
const ranks = { critical: 4, high: 3, medium: 2, low: 1 };
const keyOf = (edgeId: string, alarmId: string) => `${edgeId}|${alarmId}`;

/** A rule that stands for the edge's; the edge's own id, version and words are kept. */
function ruleOf(alarm: Alarm, shown: Pick<Alarm, 'pointId'>): AlarmRule {
  const levels = alarm.limit === null ? [] : [{ limit: alarm.limit, priority: alarm.priority }];
  return {
    id: `edge|${alarm.id}`,
    recordId: alarm.ruleId,
    version: alarm.ruleVersion,
    pointId: shown.pointId,
    priority: alarm.priority,
    text: alarm.text,
    ...(alarm.ruleSentence && { sentence: alarm.ruleSentence }),
    condition: { kind: 'levels', side: 'above', levels, hysteresis: 0, delayMs: 0 },
  };
}

function pointOf(alarm: Alarm): Point {
  const { pointId: id, stationId, stationName, pointName: name, unit, areaCode, lon, lat, demo } = alarm;
  return { id, key: '', stationId, stationName, name, unit, areaCode, lon, lat, rangeMin: null, rangeMax: null, demo };
}
