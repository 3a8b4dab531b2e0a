import { hasRole, type Actor } from '#kernel/access/access.ts';
import type { AnyCase, CaseDeclaration, CaseLine } from '#kernel/casework/case.ts';
import { decide, whyNot, type CaseStep } from '#kernel/casework/decide.ts';
import { versionOn, type Deadline } from '#kernel/clock/deadline.ts';
import { dueAt, localDate } from '#kernel/clock/dueAt.ts';
import type { Text } from '#kernel/language/text.ts';
import type { Delivery } from '#kernel/message/message.ts';
import { refuse, RefusalError, type Outcome } from '#kernel/problem/refusal.ts';
import { caseById, registerById } from '#rooms/rooms.ts';
import { clockRules } from '#statutes/statutes.ts';
import { isWorkingDay } from '#statutes/workingDays.table.ts';
import { addLine, linesOf } from '../storage/caseLines.ts';
import type { Transaction } from '../storage/database.ts';
import { deadlinesOf, startDeadline, stopDeadlines } from '../storage/deadlines.ts';
import { deliveriesAbout } from '../storage/deliveries.ts';
import { writeJournal } from '../storage/journal.ts';
import { emit, type NewEvent } from '../storage/outbox.ts';
import { findRecord, insertRecord, lockRecord, updateRecord } from '../storage/records.ts';
import type { Context } from './context.ts';
import { followUps, type ActOnOther } from './followUps.ts';
import { checkReferences, chooseArea, inTransaction } from './registerOperations.ts';

export interface CaseView {
  case: AnyCase;
  actions: {
    id: string;
    label: Text;
    tone: 'primary' | 'danger' | null;
    input: readonly string[];
    requires: readonly string[];
    note: 'optional' | 'required' | null;
    allowed: boolean;
    why: Text | null;
  }[];
  lines: CaseLine[];
  deadlines: Deadline[];
  deliveries: Delivery[];
}

/** A case with what may be done next, its timeline, clocks and receipts. */
export async function viewCase(context: Context, actor: Actor, declaration: CaseDeclaration, id: string): Promise<Outcome<CaseView>> {
  if (!hasRole(actor, declaration.access.read))
    return refuse('role-missing', 403, {
      zh: `您的角色不能查看${declaration.label.zh}`,
      en: `Your role may not see ${declaration.label.en.toLowerCase()}`,
    });
  return inTransaction(context, actor, async (tx) => {
    const found = (await findRecord(tx, declaration, id)) as AnyCase | null;
    if (!found) throw new RefusalError(missing(declaration));
    const lines = await linesOf(tx, declaration.id, id);
    const subject = { kind: declaration.id, id };
    return {
      case: found,
      actions: actionsFor(declaration, found, actor, lines),
      lines,
      deadlines: await deadlinesOf(tx, subject),
      deliveries: await deliveriesAbout(tx, subject),
    };
  });
}

function actionsFor(declaration: CaseDeclaration, found: AnyCase, actor: Actor, lines: readonly CaseLine[]): CaseView['actions'] {
  return Object.entries(declaration.actions)
    .filter(([, action]) => action.from.includes(found.state) && hasRole(actor, action.by))
    .map(([id, action]) => {
      const bar = whyNot(declaration, found, id, actor, found.areaCode, lines);
      return {
        id,
        label: action.label,
        tone: action.tone ?? null,
        input: action.input ?? [],
        requires: action.requires ?? [],
        note: action.note ?? null,
        allowed: bar === null,
        why: bar?.text ?? null,
      };
    });
}

export interface ActionInput {
  action: string;
  input: Record<string, unknown>;
  note: string;
  /** Version the actor saw; null opens a new case. */
  version: number | null;
  areaCode?: string | undefined;
  demo?: boolean;
}

/** Opens a case under the id the client made; sending it again returns the one that exists. */
export async function openCase(
  context: Context,
  actor: Actor,
  declaration: CaseDeclaration,
  id: string,
  ask: ActionInput,
): Promise<Outcome<AnyCase>> {
  return inTransaction(context, actor, (tx) => openCaseIn(context, tx, declaration, id, ask));
}

/** The same inside a transaction that does more. Throws RefusalError. */
export async function openCaseIn(
  context: Context,
  tx: Transaction,
  declaration: CaseDeclaration,
  id: string,
  ask: ActionInput,
): Promise<AnyCase> {
  const existing = await findRecord(tx, declaration, id);
  if (existing) return existing as AnyCase;
  const areaCode = await chooseArea(tx, context, declaration, ask.areaCode, ask.input);
  const step = mustDecide(
    decide({ declaration, current: null, action: ask.action, actor: tx.actor, areaCode, input: ask.input, note: ask.note, history: [] }),
  );
  await checkReferences(tx, declaration, step.changes);
  const at = context.clock.now();
  const opened = await insertRecord(tx, declaration, {
    id,
    areaCode,
    demo: ask.demo ?? (await demoOrigin(tx, declaration, step.changes)),
    at,
    values: step.changes,
    extra: { state: step.state, case_version: declaration.version, opened_at: at, closed_at: null },
  });
  if (!opened) throw new RefusalError(refuse('record-id-taken', 409, { zh: '该编号已被使用', en: 'The id is already taken' }));
  return conclude(context, tx, declaration, opened as AnyCase, step, null);
}

/** Does one declared action on a case. */
export async function act(
  context: Context,
  actor: Actor,
  declaration: CaseDeclaration,
  id: string,
  ask: ActionInput,
): Promise<Outcome<AnyCase>> {
  return inTransaction(context, actor, (tx) => actIn(context, tx, declaration, id, ask));
}

export async function actIn(
  context: Context,
  tx: Transaction,
  declaration: CaseDeclaration,
  id: string,
  ask: ActionInput,
): Promise<AnyCase> {
  const current = (await lockRecord(tx, declaration, id)) as AnyCase | null;
  if (!current) throw new RefusalError(missing(declaration));
  const history = await linesOf(tx, declaration.id, id);
  if (ask.version !== null && current.version !== ask.version) throw new RefusalError(changedMeanwhile(declaration, history));
  const step = mustDecide(
    decide({
      declaration,
      current,
      action: ask.action,
      actor: tx.actor,
      areaCode: current.areaCode,
      input: ask.input,
      note: ask.note,
      history,
    }),
  );
  await checkReferences(tx, declaration, step.changes);
  const at = context.clock.now();
  const after = (await updateRecord(tx, declaration, id, {
    at,
    values: step.changes,
    extra: { state: step.state, closed_at: step.final ? at : null },
  })) as AnyCase;
  return conclude(context, tx, declaration, after, step, current);
}

/** Timeline, clocks, follow-ups, event and journal of a step, in that order. */
async function conclude(
  context: Context,
  tx: Transaction,
  declaration: CaseDeclaration,
  after: AnyCase,
  step: CaseStep,
  before: AnyCase | null,
): Promise<AnyCase> {
  const at = context.clock.now();
  const { areaCode, demo, id } = after;
  await addLine(tx, { caseType: declaration.id, caseId: id, areaCode, at, action: step.action, note: step.note, data: step.changes, demo });
  const actOnOther: ActOnOther = (its, other, otherId, action, note) =>
    actIn(context, its, other, otherId, { action, note, input: {}, version: null });
  const clockEvents = await moveClocks(context, tx, declaration, after, step);
  const last = (await followUps(context, tx, declaration, after, step, actOnOther)) ?? after;
  const event: NewEvent = {
    type: step.emits,
    areaCode,
    subject: { kind: declaration.id, id },
    demo,
    data: { action: step.action, state: last.state, version: last.version, title: titleOf(declaration, last) },
  };
  await emit(tx, context.clock, [event, ...clockEvents]);
  const was = before && Object.fromEntries(Object.keys(step.changes).map((name) => [name, before[name]]));
  await writeJournal(tx, context.clock, [
    {
      act: `act:${step.action}`,
      subjectKind: declaration.id,
      subjectId: id,
      areaCode,
      why: step.note,
      detail: { from: before?.state ?? null, to: after.state, before: was, after: step.changes },
    },
  ]);
  return last;
}

async function moveClocks(
  context: Context,
  tx: Transaction,
  declaration: CaseDeclaration,
  after: AnyCase,
  step: CaseStep,
): Promise<NewEvent[]> {
  const at = context.clock.now();
  const subject = { kind: declaration.id, id: after.id, title: titleOf(declaration, after) };
  const events: NewEvent[] = [];
  const tell = (type: string, deadline: Deadline) =>
    events.push({
      type,
      areaCode: after.areaCode,
      subject: { kind: 'deadline', id: deadline.id },
      demo: after.demo,
      data: { ruleId: deadline.ruleId, dueAt: deadline.dueAt, about: deadline.subject },
    });
  for (const ruleId of step.starts) {
    const rule = clockRules.find((candidate) => candidate.id === ruleId);
    const version = rule && versionOn(rule, localDate(at));
    if (!rule || !version) throw new Error(`clock rule ${ruleId} of ${declaration.id} has no version in force`);
    tell(
      'deadline.started',
      await startDeadline(tx, {
        rule,
        version,
        subject,
        areaCode: after.areaCode,
        startedAt: at,
        dueAt: dueAt(version, at, isWorkingDay),
        demo: after.demo,
      }),
    );
  }
  if (step.stops.length > 0) {
    for (const deadline of await stopDeadlines(tx, subject, step.stops, at))
      tell(deadline.state === 'met' ? 'deadline.met' : 'deadline.breached', deadline);
  }
  return events;
}

/** A case that grows out of a demo record is a demo case: it must never reach the public as real. */
async function demoOrigin(tx: Transaction, declaration: CaseDeclaration, values: Record<string, unknown>): Promise<boolean> {
  for (const [name, field] of Object.entries(declaration.fields)) {
    const value = values[name];
    if (field.kind !== 'reference' || typeof value !== 'string') continue;
    const target = caseById(field.register) ?? registerById(field.register);
    if (target && (await findRecord(tx, target, value))?.demo) return true;
  }
  return false;
}

/** What a case is called in lists and messages. */
function titleOf(declaration: CaseDeclaration, found: AnyCase): string {
  const title = found[declaration.title];
  return typeof title === 'string' ? title : '';
}

function mustDecide(decision: Outcome<CaseStep>): CaseStep {
  if (decision.ok) return decision.value;
  throw new RefusalError(decision);
}

function missing(declaration: CaseDeclaration) {
  return refuse('record-missing', 404, {
    zh: `没有这个${declaration.singular.zh}，或您无权查看`,
    en: `No such ${declaration.singular.en.toLowerCase()}, or you may not see it`,
  });
}

function changedMeanwhile(declaration: CaseDeclaration, history: readonly CaseLine[]) {
  const last = history.at(-1);
  const label = last ? (declaration.actions[last.action]?.label ?? { zh: last.action, en: last.action }) : null;
  return refuse('case-changed', 409, {
    zh: last && label ? `${last.actor} 刚刚已“${label.zh}”，请看过最新情况再操作` : '内容已变化，请重新载入',
    en: last && label ? `${last.actor} has just done "${label.en}"; look at the latest state first` : 'It has changed; reload it',
  });
}
