import type { Actor } from '#kernel/access/access.ts';
import { alarmPriorities, isMuted, type Alarm } from '#kernel/alarm/alarm.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import { localDate } from '#kernel/clock/localDate.ts';
import type { Language } from '#kernel/language/text.ts';
import { callTargets, plannedCalls, type PlannedCall } from '#kernel/message/calling.ts';
import { usualEscalationOn } from '#rooms/monitoring/escalation/usualEscalation.table.ts';
import {
  alarmsBeingCalled,
  dropAlarmCall,
  escalationStepsOf,
  lockAlarmCall,
  lockDueCalls,
  nextAlarmCallAt,
  putAlarmCall,
  type AlarmCall,
} from '../storage/alarmCalls.ts';
import { alarmById } from '../storage/alarms.ts';
import type { Database, Transaction } from '../storage/database.ts';
import { fileDelivery, wakePostman, withdrawDeliveries } from '../storage/deliveries.ts';
import { emit } from '../storage/outbox.ts';
import { Rounds } from './rounds.ts';
import { startSupervision, stopSupervision } from './supervision.ts';
import { addressFor, peopleCalled } from './targets.ts';

// Calls people for an alarm until somebody answers. The alarms come from the engine's memory, which is ahead of PostgreSQL; how
// far the calling is lies in PostgreSQL, and a step advances in the transaction that files its messages. So each step is called
// once, whatever is restarted in between, and an answer withdraws what has not left yet.

const caller: Actor = { kind: 'system', accountId: null, name: '报警呼叫', roles: [], areaCode: '', posts: [], from: 'internal' };
const atOnce = 50;
/** After the last call, before the matter goes to supervision. */
const graceMs = 60_000;

export interface AlarmSource {
  openAlarms(): Alarm[];
  alarm(id: string): Alarm | undefined;
}

interface Heard {
  alarm: Alarm;
  isRemoved: boolean;
}

export class AlarmCaller {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #source: AlarmSource;
  readonly #language: Language;
  readonly #rounds: Rounds;
  /** Alarms that changed and were not looked at since, by id. */
  #heard = new Map<string, Heard>();
  #isFirst = true;

  constructor(database: Database, clock: Clock, source: AlarmSource, language: Language, report: (error: Error) => void) {
    this.#database = database;
    this.#clock = clock;
    this.#source = source;
    this.#language = language;
    this.#rounds = new Rounds(clock, () => this.#round(), report);
  }

  /** An alarm was raised, answered, shelved, … or removed with demo data. */
  hear(alarm: Alarm, isRemoved: boolean): void {
    this.#heard.set(alarm.id, { alarm, isRemoved });
    this.#rounds.wake();
  }

  wake(): void {
    this.#rounds.wake();
  }

  settled(): Promise<void> {
    return this.#rounds.settled();
  }

  stop(): Promise<void> {
    return this.#rounds.stop();
  }

  async #round(): Promise<Date | null> {
    if (this.#isFirst) await this.#catchUp();
    await this.#takeHeard();
    return this.#database.transaction(caller, async (tx) => {
      for (const call of await lockDueCalls(tx, this.#clock.now(), atOnce)) await this.#callDue(tx, call);
      return nextAlarmCallAt(tx);
    });
  }

  /** After a start: every open alarm, and every calling whose alarm was answered meanwhile. */
  async #catchUp(): Promise<void> {
    const open = this.#source.openAlarms();
    const known = new Set(open.map(({ id }) => id));
    const rest = await this.#database.transaction(caller, async (tx) => {
      const ids = (await alarmsBeingCalled(tx)).filter((id) => !known.has(id));
      const alarms: Alarm[] = [];
      for (const id of ids) {
        const alarm = await alarmById(tx, id);
        if (alarm) alarms.push(alarm);
        else await dropAlarmCall(tx, id);
      }
      return alarms;
    });
    for (const alarm of [...open, ...rest]) if (!this.#heard.has(alarm.id)) this.#heard.set(alarm.id, { alarm, isRemoved: false });
    this.#isFirst = false;
  }

  async #takeHeard(): Promise<void> {
    for (const heard of this.#heard.values()) {
      await this.#database.transaction(caller, (tx) => this.#follow(tx, heard));
      // What changed while it was written stays for the next look.
      if (this.#heard.get(heard.alarm.id) === heard) this.#heard.delete(heard.alarm.id);
    }
  }

  async #follow(tx: Transaction, { alarm, isRemoved }: Heard): Promise<void> {
    const call = await lockAlarmCall(tx, alarm.id);
    if (isRemoved) return dropAlarmCall(tx, alarm.id);
    if (!isUnanswered(alarm)) {
      if (call && call.state !== 'stopped') await this.#stop(tx, alarm, call);
      return;
    }
    if (call === null) return this.#begin(tx, alarm, new Date(alarm.raisedAt));
    if (call.state === 'stopped' || hasRisen(call, alarm)) return this.#begin(tx, alarm, this.#clock.now());
  }

  async #begin(tx: Transaction, alarm: Alarm, baseAt: Date): Promise<void> {
    const { priority, areaCode, demo } = alarm;
    const own = await escalationStepsOf(tx, priority);
    const steps = own.length > 0 ? own : usualEscalationOn(localDate(this.#clock.now())).steps[priority];
    const plan = plannedCalls(steps);
    const [first] = plan;
    const nextAt = first ? timeOf(baseAt, first) : null;
    const state = first ? 'calling' : 'unanswered';
    await putAlarmCall(tx, {
      alarmId: alarm.id,
      areaCode,
      priority,
      plan,
      baseAt,
      next: 0,
      nextAt,
      state,
      stoppedAt: null,
      stoppedBy: null,
      demo,
    });
  }

  async #stop(tx: Transaction, alarm: Alarm, call: AlarmCall): Promise<void> {
    const now = this.#clock.now();
    const last = alarm.lines.findLast(({ actor }) => actor !== '');
    const stoppedBy = alarm.acknowledgedBy ?? last?.actor ?? null;
    await putAlarmCall(tx, { ...call, state: 'stopped', nextAt: null, stoppedAt: now, stoppedBy });
    await withdrawDeliveries(tx, { kind: 'alarm', id: alarm.id });
    await stopSupervision(tx, this.#clock, alarm);
  }

  async #callDue(tx: Transaction, call: AlarmCall): Promise<void> {
    const alarm = this.#source.alarm(call.alarmId) ?? (await alarmById(tx, call.alarmId));
    if (!alarm) return dropAlarmCall(tx, call.alarmId);
    const nowMs = this.#clock.nowMs();
    if (call.next >= call.plan.length) {
      await putAlarmCall(tx, { ...call, state: 'unanswered', nextAt: null });
      return startSupervision(tx, this.#clock, alarm);
    }
    const rest = call.plan.slice(call.next);
    const due = rest.filter((planned) => timeOf(call.baseAt, planned).getTime() <= nowMs);
    for (const planned of lastOfEach(due)) await this.#callFor(tx, alarm, planned);
    const next = call.next + due.length;
    const following = call.plan[next];
    await putAlarmCall(tx, { ...call, next, nextAt: following ? timeOf(call.baseAt, following) : new Date(nowMs + graceMs) });
    await wakePostman(tx);
  }

  async #callFor(tx: Transaction, alarm: Alarm, planned: PlannedCall): Promise<void> {
    const people = await peopleCalled(tx, planned, this.#clock.now(), alarm.demo);
    const target = callTargets[planned.whom][this.#language];
    const { channel } = planned;
    const words = callWords(alarm, this.#language);
    const message = { channel, ...words, about: { kind: 'alarm', id: alarm.id }, areaCode: alarm.areaCode, demo: alarm.demo };
    if (people.length === 0)
      await fileDelivery(tx, this.#clock, { ...message, address: '', recipientName: target }, nobody[this.#language]);
    for (const person of people) {
      const address = addressFor(channel, person);
      const recipientName = `${target} ${person.name}`;
      await fileDelivery(tx, this.#clock, { ...message, address, recipientName }, address === '' ? noAddress[this.#language] : null);
    }
    await emit(tx, this.#clock, [
      {
        type: 'alarm.called',
        areaCode: alarm.areaCode,
        subject: { kind: 'alarm', id: alarm.id },
        demo: alarm.demo,
        data: {
          channel,
          whom: planned.whom,
          names: people.map(({ name }) => name),
          step: planned.step,
          round: planned.round,
          text: words.text,
        },
      },
    ]);
  }
}

const nobody = { zh: '值班表上没有人', en: 'the roster names nobody' };
const noAddress = { zh: '值班表上没有号码或邮箱', en: 'the roster has no number or address' };

/** Nobody has taken it: neither acknowledged, nor shelved, nor turned into an incident, nor spoken for by another alarm. */
function isUnanswered(alarm: Alarm): boolean {
  return (alarm.state === 'unacknowledged' || alarm.state === 'returnedUnacknowledged') && !isMuted(alarm) && alarm.incidentId === null;
}

const ranks = { critical: 4, high: 3, medium: 2, low: 1 };

function hasRisen(call: AlarmCall, alarm: Alarm): boolean {
  return ranks[alarm.priority] > ranks[call.priority];
}

function timeOf(baseAt: Date, { atSeconds }: PlannedCall): Date {
  return new Date(baseAt.getTime() + atSeconds * 1000);
}

/** After a pause of the program several rounds to one person may be due at once: one call is enough. */
function lastOfEach(due: readonly PlannedCall[]): PlannedCall[] {
  return [...new Map(due.map((planned) => [`${planned.step} ${planned.channel}`, planned])).values()];
}

function callWords(alarm: Alarm, language: Language): { subject: string; text: string } {
  const priority = alarmPriorities[alarm.priority][language];
  const at = new Date(Date.parse(alarm.raisedAt) + 8 * 3_600_000).toISOString().slice(11, 16);
  const value = alarm.value === null ? '' : ` ${alarm.value} ${alarm.unit}`;
  const what = `${alarm.stationName} ${alarm.pointName}${value}`;
  return language === 'zh'
    ? {
        subject: `${priority}报警：${alarm.stationName} ${alarm.text.zh}`,
        text: `【${priority}报警】${at} ${what}，${alarm.text.zh}。尚无人应答，请立即确认。`,
      }
    : {
        subject: `${priority} alarm: ${alarm.stationName} ${alarm.text.en}`,
        text: `[${priority} alarm] ${at} ${what}: ${alarm.text.en}. Nobody has answered; please acknowledge at once.`,
      };
}
