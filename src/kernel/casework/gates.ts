import { versionOn, type Deadline } from '#kernel/clock/deadline.ts';
import { dueAt, localDate } from '#kernel/clock/dueAt.ts';
import type { Text } from '#kernel/language/text.ts';
import { refuse, type Refusal } from '#kernel/problem/refusal.ts';
import type { CaseAction } from './case.ts';
import { fieldsOf, holds, isEmpty, wasDone } from './condition.ts';
import { listed, type Gate } from './gate.ts';
import { actionLabel, gateWords } from './gateWords.ts';
import type { Law, Situation } from './situation.ts';

/** What the action brings with it; null while only the button is asked about. */
export type Input = Record<string, unknown> | null;

/**
 * The first gate of an action that is closed, as a refusal; null when all are open. Without input, gates that turn on what
 * will be typed are left out: they are asked again when the action is done.
 */
export function closedGate(situation: Situation, action: CaseAction, input: Input): Refusal | null {
  for (const gate of action.gates ?? []) {
    if (input === null && turnsOnInput(gate, action)) continue;
    const values = { ...situation.current, ...input };
    if (gate.when && !holds(gate.when, { values, history: situation.history })) continue;
    if (!isOpen(gate, situation, values, input)) return closed(situation, action, gate);
  }
  return null;
}

function turnsOnInput(gate: Gate, action: CaseAction): boolean {
  if (gate.kind === 'twoOfficers') return true;
  const asked = [
    ...(gate.kind === 'notOlder' ? [gate.field] : []),
    ...(gate.when ? fieldsOf(gate.when) : []),
    ...(gate.kind === 'holds' ? fieldsOf(gate.condition) : []),
  ];
  return asked.some((name) => action.input?.includes(name));
}

function isOpen(gate: Gate, situation: Situation, values: Record<string, unknown>, input: Input): boolean {
  const { history, actor } = situation;
  switch (gate.kind) {
    case 'differentPersonFrom': {
      const last = history.findLast((line) => line.action === gate.action);
      return !last || last.actorId !== actor.accountId;
    }
    case 'twoOfficers':
      return areTwo(gate, actor.name, input ?? {});
    case 'done':
      return wasDone(history, listed(gate.action), listed(gate.since));
    case 'notDone':
      return !wasDone(history, listed(gate.action), listed(gate.since));
    case 'answered':
      return !wasDone(history, [gate.action]) || wasDone(history, gate.by, [gate.action]);
    case 'document':
      return isOnFile(gate, situation);
    case 'within':
    case 'afterClock':
      return hasTime(gate, situation);
    case 'afterAction': {
      const end = endOfWait(gate, situation);
      return end !== null && situation.at >= end;
    }
    case 'notOlder':
      return isRecent(gate, values[gate.field], situation);
    case 'holds':
      return holds(gate.condition, { values, history });
    case 'subcasesClosed':
      return situation.subcases.every((child) => child.subcase !== gate.subcase || child.final);
  }
}

function areTwo(gate: Extract<Gate, { kind: 'twoOfficers' }>, actorName: string, input: Record<string, unknown>): boolean {
  const [own, second, others] = [gate.certificate, gate.second, gate.secondCertificate].map((name) => input[name]);
  if ([own, second, others].some(isEmpty)) return false;
  return String(second).trim() !== actorName.trim() && String(own).trim() !== String(others).trim();
}

function isOnFile(gate: Extract<Gate, { kind: 'document' }>, { declaration, history, documents }: Situation): boolean {
  const makers = Object.entries(declaration.actions).filter(([, action]) => action.makes?.includes(gate.document));
  const since = listed(gate.since);
  if (
    wasDone(
      history,
      makers.map(([id]) => id),
      since,
    )
  )
    return true;
  const from = history.findLast((line) => since.includes(line.action))?.at ?? '';
  return documents.some((each) => each.document === gate.document && each.at >= from);
}

function hasTime(gate: Extract<Gate, { kind: 'within' | 'afterClock' }>, { deadlines, at }: Situation): boolean {
  const clock = latest(deadlines, gate.clock);
  if (!clock) return false;
  const isOver = clock.pausedAt === null && at.getTime() >= Date.parse(clock.dueAt);
  return gate.kind === 'afterClock' ? isOver : !isOver;
}

/** When the time that must pass after an action is over; null when the action was not done or no rule is in force. */
function endOfWait(gate: Extract<Gate, { kind: 'afterAction' }>, { history, law }: Situation): Date | null {
  const line = history.findLast((each) => each.action === gate.action);
  return line ? endOfRule(gate.clock, new Date(line.at), law) : null;
}

/** A date too far back for its rule closes the gate; one that is missing is for `requires` to find. */
function isRecent(gate: Extract<Gate, { kind: 'notOlder' }>, value: unknown, { at, law }: Situation): boolean {
  if (typeof value !== 'string') return true;
  const end = endOfRule(gate.clock, new Date(`${value.slice(0, 10)}T12:00:00+08:00`), law, at);
  return end === null || at < end;
}

/** @param on day whose version of the rule counts; that of the start when absent */
function endOfRule(ruleId: string, start: Date, law: Law, on: Date = start): Date | null {
  const rule = law.rule(ruleId);
  const version = rule && versionOn(rule, localDate(on));
  return version ? dueAt(version, start, law.calendar) : null;
}

/** The clock of a rule that counts: the one started last, unless it was cancelled. */
export function latest(deadlines: readonly Deadline[], ruleId: string): Deadline | undefined {
  return deadlines
    .filter((each) => each.ruleId === ruleId && each.state !== 'cancelled')
    .sort((a, b) => a.startedAt.localeCompare(b.startedAt))
    .at(-1);
}

/** Codes that callers test; whatever is not in the list is a plain closed gate. */
const codes: Partial<Record<Gate['kind'], { code: string; status: 403 | 409 | 422 }>> = {
  differentPersonFrom: { code: 'four-eyes', status: 403 },
  twoOfficers: { code: 'two-officers', status: 422 },
  within: { code: 'case-too-late', status: 409 },
  afterClock: { code: 'case-too-early', status: 409 },
  afterAction: { code: 'case-too-early', status: 409 },
  notOlder: { code: 'case-too-late', status: 409 },
  document: { code: 'case-document-missing', status: 409 },
  subcasesClosed: { code: 'case-subcase-open', status: 409 },
};

function closed(situation: Situation, action: CaseAction, gate: Gate): Refusal {
  const { code, status } = codes[gate.kind] ?? { code: 'case-gate-closed', status: 409 };
  const what = gateWords(situation.declaration, gate, {
    clock: (id) => situation.law.rule(id)?.label ?? { zh: id, en: id },
    document: (id) => situation.law.document(id) ?? { zh: id, en: id },
  });
  const until = whenOpen(gate, situation);
  const text =
    gate.kind === 'differentPersonFrom'
      ? ownDoing(actionLabel(situation.declaration, gate.action), action.label)
      : {
          zh: `${what.zh}${until ? `（${until.zh}）` : ''}`,
          en: `${what.en.charAt(0).toUpperCase()}${what.en.slice(1)}${until ? ` (${until.en})` : ''}`,
        };
  const field = gate.kind === 'twoOfficers' ? { fields: [{ field: gate.second, value: null, rule: 'twoOfficers', text: what }] } : {};
  return refuse(code, status, text, { ...(gate.clause !== undefined && { clause: gate.clause }), ...field });
}

function ownDoing(done: Text, next: Text): Text {
  return {
    zh: `“${done.zh}”是您本人所做，须由另一人“${next.zh}”`,
    en: `You did "${done.en}" yourself; another person must "${next.en}"`,
  };
}

/** Dates that make a refusal of time plain. */
function whenOpen(gate: Gate, situation: Situation) {
  const { deadlines } = situation;
  if (gate.kind === 'within' || gate.kind === 'afterClock') {
    const clock = latest(deadlines, gate.clock);
    if (!clock) return { zh: '该期限尚未开始', en: 'that clock has not started' };
    const day = dayBefore(clock.dueAt);
    return { zh: `期限至 ${day}`, en: `its last day is ${day}` };
  }
  if (gate.kind !== 'afterAction') return null;
  const end = endOfWait(gate, situation);
  if (!end) return { zh: '该操作尚未进行', en: 'that has not been done' };
  const day = dayBefore(end.toISOString());
  return { zh: `${day} 之后`, en: `after ${day}` };
}

const dayBefore = (due: string) => localDate(new Date(Date.parse(due) - 1));
