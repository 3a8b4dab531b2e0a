import { hasRole, mayTouch, type Actor } from '#kernel/access/access.ts';
import { atVersion, type AnyCase, type CaseDeclaration, type CaseLine } from '#kernel/casework/case.ts';
import { decide, mayDo, whyNot, whyNotThem, type CaseStep } from '#kernel/casework/decide.ts';
import type { Situation, Subcase } from '#kernel/casework/situation.ts';
import type { Deadline } from '#kernel/clock/deadline.ts';
import type { Text } from '#kernel/language/text.ts';
import type { Delivery } from '#kernel/message/message.ts';
import { refuse, RefusalError, type Outcome } from '#kernel/problem/refusal.ts';
import { caseById, registerById } from '#rooms/rooms.ts';
import { lawInForce } from '#statutes/statutes.ts';
import { addLine, linesOf } from '../storage/caseLines.ts';
import type { Transaction } from '../storage/database.ts';
import { applyClockMoves, deadlinesOf, lockDeadlinesOf } from '../storage/deadlines.ts';
import { standingDocuments } from '../storage/documents.ts';
import { deliveriesAbout } from '../storage/deliveries.ts';
import { writeJournal } from '../storage/journal.ts';
import { emit, type NewEvent } from '../storage/outbox.ts';
import { findRecord, insertRecord, lockRecord, updateRecord } from '../storage/records.ts';
import type { Context } from './context.ts';
import { documentsOf, type CaseDocument } from './caseDocuments.ts';
import { followUps, type ActOnOther } from './followUps.ts';
import { checkOfficers } from './officerChecks.ts';
import { checkReferences, chooseArea, inTransaction } from './registerOperations.ts';
import { openSubcase, subcasesOf } from './subcases.ts';

export interface CaseView {
  case: AnyCase;
  actions: {
    id: string;
    label: Text;
    tone: 'primary' | 'danger' | null;
    input: readonly string[];
    requires: readonly string[];
    note: 'optional' | 'required' | null;
    makes: readonly string[];
    /** It takes the case to another state. */
    moves: boolean;
    /** Input that must be typed anew each time: who acts, with which certificate. */
    fresh: readonly string[];
    allowed: boolean;
    why: Text | null;
    clause: string | null;
  }[];
  lines: CaseLine[];
  deadlines: Deadline[];
  deliveries: Delivery[];
  /** Official documents made so far, oldest first. */
  documents: CaseDocument[];
  /** Child cases. */
  subcases: Subcase[];
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
    if (!found || !mayTouch(actor, declaration.access.read, found.areaCode)) throw new RefusalError(missing(declaration));
    const subject = { kind: declaration.id, id };
    const situation = await situationOf(context, tx, declaration, found, await deadlinesOf(tx, subject));
    const lines = [...situation.history];
    return {
      case: found,
      actions: actionsFor(situation, found),
      lines,
      deadlines: [...situation.deadlines],
      deliveries: await deliveriesAbout(tx, subject),
      documents: documentsOf(declaration, found, lines),
      subcases: [...situation.subcases],
    };
  });
}

/** Everything an action on a case is decided by. */
async function situationOf(
  context: Context,
  tx: Transaction,
  declaration: CaseDeclaration,
  current: AnyCase,
  deadlines: readonly Deadline[],
): Promise<Situation> {
  return {
    declaration,
    current,
    actor: tx.actor,
    areaCode: current.areaCode,
    at: context.clock.now(),
    history: await linesOf(tx, declaration.id, current.id),
    deadlines,
    subcases: await subcasesOf(tx, declaration, current),
    documents: await standingDocuments(tx, declaration.id, current.id),
    law: lawInForce,
  };
}

function actionsFor(situation: Situation, found: AnyCase): CaseView['actions'] {
  const { declaration, actor } = situation;
  const rules = atVersion(declaration, found.caseVersion) ?? declaration;
  return Object.entries(rules.actions)
    .filter(([, action]) => action.from.includes(found.state) && mayDo(actor, action))
    .map(([id, action]) => {
      const bar = whyNot(situation, id);
      return {
        id,
        label: action.label,
        tone: action.tone ?? null,
        input: action.input ?? [],
        requires: action.requires ?? [],
        note: action.note ?? null,
        makes: action.makes ?? [],
        moves: action.to !== undefined,
        fresh: (action.gates ?? []).flatMap((gate) =>
          gate.kind === 'twoOfficers' ? [gate.certificate, gate.second, gate.secondCertificate] : [],
        ),
        allowed: bar === null,
        why: bar?.text ?? null,
        clause: bar?.clause ?? null,
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
  const at = context.clock.now();
  const step = mustDecide(
    decide({
      ...ask,
      declaration,
      current: null,
      actor: tx.actor,
      areaCode,
      at,
      history: [],
      deadlines: [],
      subcases: [],
      documents: [],
      law: lawInForce,
    }),
  );
  await checkReferences(tx, declaration, step.changes);
  const opened = await insertRecord(tx, declaration, {
    id,
    areaCode,
    demo: ask.demo ?? (await demoOrigin(tx, declaration, step.changes)),
    at,
    values: step.changes,
    extra: { state: step.state, case_version: declaration.version, opened_at: at, closed_at: step.final ? at : null },
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
  const situation = await situationOf(context, tx, declaration, current, await lockDeadlinesOf(tx, { kind: declaration.id, id }));
  const known = declaration.actions[ask.action];
  const barred = known ? whyNotThem(tx.actor, known, current.areaCode) : null;
  // Who may not act at all is told so, and not who acted before them.
  if (barred) throw new RefusalError(barred);
  if (ask.version !== null && current.version !== ask.version) throw new RefusalError(changedMeanwhile(declaration, situation.history));
  const step = mustDecide(decide({ ...situation, action: ask.action, input: ask.input, note: ask.note }));
  await checkOfficers(tx, context.clock, declaration, ask.action, ask.input);
  await checkReferences(tx, declaration, step.changes);
  const { at } = situation;
  const after = (await updateRecord(tx, declaration, id, {
    at,
    values: step.changes,
    extra: { state: step.state, closed_at: step.final ? (current.closedAt ?? at) : null },
  })) as AnyCase;
  return conclude(context, tx, declaration, after, step, current);
}

/** Timeline, clocks, child case, follow-ups, event and journal of a step, in that order. */
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
  const { action, note, state, changes: data } = step;
  await addLine(tx, { caseType: declaration.id, caseId: id, areaCode, at, action, note, data, state, demo });
  const actOnOther: ActOnOther = (its, other, otherId, otherAction, why) =>
    actIn(context, its, other, otherId, { action: otherAction, note: why, input: {}, version: null });
  const clockEvents = await moveClocks(tx, declaration, after, step);
  if (step.opens) await openSubcase(context, tx, after, step.opens, openCaseIn);
  const last = (await followUps(context, tx, declaration, after, step, actOnOther)) ?? after;
  const event: NewEvent = {
    type: step.emits,
    areaCode,
    subject: { kind: declaration.id, id },
    demo,
    data: { action, state: last.state, version: last.version, title: titleOf(declaration, last), documents: step.documents },
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

const clockEvent = {
  stopped: '',
  cancelled: 'cancelled',
  paused: 'paused',
  resumed: 'resumed',
  extended: 'extended',
  started: 'started',
} as const;

async function moveClocks(tx: Transaction, declaration: CaseDeclaration, after: AnyCase, step: CaseStep): Promise<NewEvent[]> {
  const subject = { kind: declaration.id, id: after.id, title: titleOf(declaration, after) };
  const { areaCode, demo } = after;
  const moved = await applyClockMoves(tx, { subject, areaCode, demo }, step.clocks);
  return moved.map((deadline, index) => {
    const kind = clockEvent[step.clocks[index]?.kind ?? 'started'] || (deadline.state === 'met' ? 'met' : 'breached');
    const data = { ruleId: deadline.ruleId, dueAt: deadline.dueAt, about: deadline.subject };
    return { type: `deadline.${kind}`, areaCode, subject: { kind: 'deadline', id: deadline.id }, demo, data };
  });
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
