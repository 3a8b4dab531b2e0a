import type { Alarm } from '#kernel/alarm/alarm.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import { versionOn } from '#kernel/clock/deadline.ts';
import { localDate } from '#kernel/clock/localDate.ts';
import { startClock, stopClock } from '#kernel/clock/runningClock.ts';
import { lawInForce } from '#statutes/statutes.ts';
import type { Transaction } from '../storage/database.ts';
import { applyClockMoves, deadlinesOf } from '../storage/deadlines.ts';
import { writeJournal } from '../storage/journal.ts';
import { emit } from '../storage/outbox.ts';

// What becomes of an alarm that everybody was called for in vain: a deadline of supervision (督办), which the timekeeper lets climb,
// and which the first answer ends.

const ruleId = 'alarmUnanswered';

export async function startSupervision(tx: Transaction, clock: Clock, alarm: Alarm): Promise<void> {
  const subject = { kind: 'alarm', id: alarm.id };
  if ((await deadlinesOf(tx, subject)).some(({ doneAt }) => doneAt === null)) return;
  const rule = lawInForce.rule(ruleId);
  const now = clock.now();
  const version = rule && versionOn(rule, localDate(now));
  if (!rule || !version) throw new Error(`the clock rule ${ruleId} is not in force`);
  const title = `${alarm.stationName} ${alarm.text.zh}`;
  const { areaCode, demo } = alarm;
  const [deadline] = await applyClockMoves(tx, { subject: { ...subject, title }, areaCode, demo }, [
    { kind: 'started', clock: startClock(rule, version, now, lawInForce.calendar) },
  ]);
  if (!deadline) throw new Error('the clock of supervision did not start');
  const data = { ruleId, dueAt: deadline.dueAt, about: deadline.subject };
  await emit(tx, clock, [{ type: 'deadline.started', areaCode, subject: { kind: 'deadline', id: deadline.id }, demo, data }]);
  await writeJournal(tx, clock, [
    { act: 'unanswered', subjectKind: 'alarm', subjectId: alarm.id, areaCode, detail: { dueAt: deadline.dueAt } },
  ]);
}

/** Ends what startSupervision began: in time or late. */
export async function stopSupervision(tx: Transaction, clock: Clock, alarm: Alarm): Promise<void> {
  const open = (await deadlinesOf(tx, { kind: 'alarm', id: alarm.id })).filter(
    ({ doneAt, state }) => doneAt === null && state !== 'cancelled',
  );
  for (const deadline of open) {
    const stopped = stopClock(deadline, clock.now());
    await applyClockMoves(tx, { subject: deadline.subject, areaCode: deadline.areaCode, demo: deadline.demo }, [
      { kind: 'stopped', deadline: stopped },
    ]);
    await emit(tx, clock, [
      {
        type: 'deadline.met',
        areaCode: deadline.areaCode,
        subject: { kind: 'deadline', id: deadline.id },
        demo: deadline.demo,
        data: { ruleId, about: deadline.subject, state: stopped.state },
      },
    ]);
  }
}
