import type { AlarmPriority } from '#kernel/alarm/alarm.ts';
import type { CallStep, CallTarget, PlannedCall } from '#kernel/message/calling.ts';
import type { Channel } from '#kernel/message/message.ts';
import type { Transaction } from './database.ts';

// How far the calling for each alarm is, and the steps a county entered.

/** `calling` while calls are to come; `unanswered` when all were made; `stopped` when somebody answered. */
export type CallingState = 'calling' | 'unanswered' | 'stopped';

export interface AlarmCall {
  alarmId: string;
  areaCode: string;
  priority: AlarmPriority;
  plan: PlannedCall[];
  baseAt: Date;
  next: number;
  nextAt: Date | null;
  state: CallingState;
  stoppedAt: Date | null;
  stoppedBy: string | null;
  demo: boolean;
}

interface AlarmCallRow {
  alarm_id: string;
  area_code: string;
  priority: AlarmPriority;
  plan: PlannedCall[];
  base_at: Date;
  next: number;
  next_at: Date | null;
  state: CallingState;
  stopped_at: Date | null;
  stopped_by: string | null;
  demo: boolean;
}

function toAlarmCall(row: AlarmCallRow): AlarmCall {
  return {
    alarmId: row.alarm_id,
    areaCode: row.area_code,
    priority: row.priority,
    plan: row.plan,
    baseAt: row.base_at,
    next: row.next,
    nextAt: row.next_at,
    state: row.state,
    stoppedAt: row.stopped_at,
    stoppedBy: row.stopped_by,
    demo: row.demo,
  };
}

export async function alarmCall(tx: Transaction, alarmId: string): Promise<AlarmCall | null> {
  const found = await tx.query<AlarmCallRow>('select * from alarm_call where alarm_id = $1', [alarmId]);
  return found.rows[0] ? toAlarmCall(found.rows[0]) : null;
}

/** The same, locked until the transaction ends. */
export async function lockAlarmCall(tx: Transaction, alarmId: string): Promise<AlarmCall | null> {
  const found = await tx.query<AlarmCallRow>('select * from alarm_call where alarm_id = $1 for update', [alarmId]);
  return found.rows[0] ? toAlarmCall(found.rows[0]) : null;
}

/** Callings with something due, locked; those another server holds are left to it. */
export async function lockDueCalls(tx: Transaction, now: Date, limit: number): Promise<AlarmCall[]> {
  const found = await tx.query<AlarmCallRow>(
    'select * from alarm_call where next_at <= $1 order by next_at limit $2 for update skip locked',
    [now, limit],
  );
  return found.rows.map(toAlarmCall);
}

export async function nextAlarmCallAt(tx: Transaction): Promise<Date | null> {
  const found = await tx.query<{ at: Date | null }>('select min(next_at) as at from alarm_call');
  return found.rows[0]?.at ?? null;
}

/** Alarms that are being called for, or were called for in vain. */
export async function alarmsBeingCalled(tx: Transaction): Promise<string[]> {
  const found = await tx.query<{ alarm_id: string }>("select alarm_id from alarm_call where state <> 'stopped'");
  return found.rows.map((row) => row.alarm_id);
}

export async function putAlarmCall(tx: Transaction, call: AlarmCall): Promise<void> {
  await tx.query(
    `insert into alarm_call (alarm_id, area_code, priority, plan, base_at, next, next_at, state, stopped_at, stopped_by, demo)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (alarm_id) do update set priority = excluded.priority, plan = excluded.plan, base_at = excluded.base_at, next = excluded.next,
       next_at = excluded.next_at, state = excluded.state, stopped_at = excluded.stopped_at, stopped_by = excluded.stopped_by`,
    [
      call.alarmId,
      call.areaCode,
      call.priority,
      JSON.stringify(call.plan),
      call.baseAt,
      call.next,
      call.nextAt,
      call.state,
      call.stoppedAt,
      call.stoppedBy,
      call.demo,
    ],
  );
}

export async function dropAlarmCall(tx: Transaction, alarmId: string): Promise<void> {
  await tx.query('delete from alarm_call where alarm_id = $1', [alarmId]);
}

interface StepRow {
  after_seconds: number;
  whom: CallTarget;
  post: string | null;
  channels: Channel[];
  gap_seconds: number | null;
  repeat_every_seconds: number | null;
  repeat_times: number | null;
}

/** Active steps that the county entered for a priority; none = it follows the usual ones. */
export async function escalationStepsOf(tx: Transaction, priority: AlarmPriority): Promise<CallStep[]> {
  const found = await tx.query<StepRow>(
    'select * from escalation_steps where removed_at is null and active and priority = $1 order by after_seconds, name, id',
    [priority],
  );
  return found.rows.map((row) => ({
    afterSeconds: row.after_seconds,
    whom: row.whom,
    postId: row.post,
    channels: row.channels,
    gapSeconds: row.gap_seconds ?? 0,
    repeatEverySeconds: row.repeat_every_seconds ?? 0,
    repeatTimes: row.repeat_times ?? 0,
  }));
}
