import { hasRole, isInReach, mayTouch, type Actor } from '#kernel/access/access.ts';
import { accept, refuse, type FieldError, type Outcome, type Refusal } from '#kernel/problem/refusal.ts';
import { checkFields } from '#kernel/register/check.ts';
import { atVersion, type AnyCase, type CaseAction, type CaseDeclaration } from './case.ts';
import { clockMoves, type ClockMove } from './clockMoves.ts';
import { isEmpty } from './condition.ts';
import { closedGate } from './gates.ts';
import { actionLabel } from './gateWords.ts';
import type { Situation } from './situation.ts';

// The casework engine. It decides, nothing else: storage applies what it returns in one transaction.

/** What an action does to a case. */
export interface CaseStep {
  action: string;
  state: string;
  final: boolean;
  /** Fields that take new values. */
  changes: Record<string, unknown>;
  note: string;
  clocks: readonly ClockMove[];
  /** Official documents made by it. */
  documents: readonly string[];
  /** A child case to open, with the fields it takes over. */
  opens: { type: string; action: string; input: Record<string, unknown>; by: string } | null;
  emits: string;
}

export interface Ask extends Situation {
  action: string;
  input: Record<string, unknown>;
  note: string;
}

/** Decides one action: the step to apply, or the refusal in words. */
export function decide(ask: Ask): Outcome<CaseStep> {
  const barred = whyNot(ask, ask.action);
  if (barred) return barred;
  const { declaration, current } = ask;
  const rules = rulesOf(declaration, current) as CaseDeclaration;
  const action = rules.actions[ask.action] as CaseAction;

  const changes = readInput(rules, action, ask);
  if (!changes.ok) return changes;
  const note = ask.note.trim();
  const situation = { ...ask, declaration: rules };
  const closed = closedGate(situation, action, changes.value);
  if (closed) return closed;

  const state = nextState(situation, action);
  if (!state.ok) return state;
  const final = rules.states[state.value]?.final ?? false;
  const values = { ...current, ...changes.value };
  const clocks = clockMoves(situation, action, values, final);
  if (!clocks.ok) return clocks;
  return accept({
    action: ask.action,
    state: state.value,
    final,
    changes: changes.value,
    note,
    clocks: clocks.value,
    documents: action.makes ?? [],
    opens: opening(rules, action, values),
    emits: action.emits,
  });
}

/** Why an actor may not do an action now, or null when nothing bars it. Also answers for buttons. */
export function whyNot(situation: Situation, actionId: string): Refusal | null {
  const { current, actor, areaCode } = situation;
  const declaration = rulesOf(situation.declaration, current);
  if (!declaration)
    return refuse('case-version-unknown', 409, {
      zh: `这个${situation.declaration.singular.zh}按第 ${current?.caseVersion} 版规则办理，本程序没有该版本`,
      en: `This ${situation.declaration.singular.en.toLowerCase()} follows version ${current?.caseVersion} of its rules, which this program does not hold`,
    });
  const action = declaration.actions[actionId];
  if (!action) return refuse('case-action-unknown', 404, { zh: `没有“${actionId}”这个操作`, en: `There is no action "${actionId}"` });
  const barred = whyNotThem(actor, action, areaCode);
  if (barred) return barred;
  return wrongState(declaration, current, actionId) ?? closedGate({ ...situation, declaration }, action, null);
}

/** Why this person may not do an action on a case of that division, whatever its state; null when they may. */
export function whyNotThem(actor: Actor, action: CaseAction, areaCode: string): Refusal | null {
  if (!mayDo(actor, action))
    return refuse('case-role-missing', 403, { zh: `您的角色不能“${action.label.zh}”`, en: `Your role may not "${action.label.en}"` });
  if (!mayDoIn(actor, action, areaCode)) return refuse('area-outside', 403, { zh: '不在您的辖区内', en: 'Outside your area' });
  return null;
}

/** Whether a person's roles or posts, or the program itself, may do an action. */
export function mayDo(actor: Actor, action: CaseAction): boolean {
  return hasRole(actor, action.by) || holdsPost(actor, action);
}

/** The same for a case of that division. */
function mayDoIn(actor: Actor, action: CaseAction, areaCode: string): boolean {
  return mayTouch(actor, action.by, areaCode) || (holdsPost(actor, action) && isInReach(actor, areaCode));
}

function holdsPost(actor: Actor, action: CaseAction): boolean {
  return action.posts?.some((post) => actor.posts.includes(post)) ?? false;
}

/** The declaration in the version a case follows; a new case follows today's. Null when the version is not kept. */
function rulesOf(declaration: CaseDeclaration, current: AnyCase | null): CaseDeclaration | null {
  return current ? atVersion(declaration, current.caseVersion) : declaration;
}

function wrongState(declaration: CaseDeclaration, current: AnyCase | null, actionId: string): Refusal | null {
  const action = declaration.actions[actionId] as CaseAction;
  if (!current && action.from.length > 0)
    return refuse('case-action-not-allowed', 409, {
      zh: `“${action.label.zh}”须在已有${declaration.singular.zh}上进行`,
      en: `"${action.label.en}" needs an existing case`,
    });
  if (!current || action.from.includes(current.state)) return null;
  const state = declaration.states[current.state]?.label ?? { zh: current.state, en: current.state };
  return refuse('case-action-not-allowed', 409, {
    zh: `${declaration.singular.zh}处于“${state.zh}”，不能“${action.label.zh}”`,
    en: `The ${declaration.singular.en.toLowerCase()} is "${state.en}": "${action.label.en}" is not possible`,
  });
}

/** The values an action brings, checked; refused when one is foreign, wrong or missing. */
function readInput(declaration: CaseDeclaration, action: CaseAction, { input, note, current }: Ask): Outcome<Record<string, unknown>> {
  const foreign = Object.keys(input).filter((name) => !action.input?.includes(name));
  if (foreign.length > 0)
    return refuse('case-input-unknown', 422, {
      zh: `该操作不接受字段：${foreign.join('、')}`,
      en: `This action takes no field ${foreign.join(', ')}`,
    });
  const checked = checkFields(declaration.fields, input, { partial: true });
  if (!checked.ok) return checked;
  const missing = (action.requires ?? [])
    .filter((name) => isEmpty(name in checked.value ? checked.value[name] : current?.[name]))
    .map((name) => required(name, declaration.fields[name]?.label ?? { zh: name, en: name }));
  if (action.note === 'required' && note.trim() === '') missing.push(required('note', { zh: '说明', en: 'note' }));
  if (missing.length === 0) return checked;
  return refuse('case-fields-missing', 422, { zh: '还有必填内容没有填写', en: 'Something required is still missing' }, { fields: missing });
}

function nextState({ declaration, current, history }: Situation, action: CaseAction): Outcome<string> {
  if (typeof action.to === 'string') return accept(action.to);
  if (action.to === undefined) return accept(current?.state ?? '');
  const { stateBefore } = action.to;
  const entered = history.findLastIndex((line) => line.state !== null && line.state !== stateBefore);
  const before = history[entered]?.state;
  if (before !== undefined && before !== null && before in declaration.states) return accept(before);
  return refuse('case-state-unknown', 409, {
    zh: '记录中查不到此前的状态，不能恢复',
    en: 'The timeline does not tell the state before; it cannot be taken up again',
  });
}

function opening(declaration: CaseDeclaration, action: CaseAction, values: Record<string, unknown>): CaseStep['opens'] {
  if (!action.opens) return null;
  const { subcase, action: first, carry } = action.opens;
  const child = declaration.subcases?.[subcase];
  if (!child) throw new Error(`${declaration.id}: ${actionLabel(declaration, subcase).en} opens a subcase that is not declared`);
  const input = Object.fromEntries(Object.entries(carry).flatMap(([to, from]) => (isEmpty(values[from]) ? [] : [[to, values[from]]])));
  return { type: child.type, action: first, input, by: child.by };
}

function required(field: string, label: { zh: string; en: string }): FieldError {
  return { field, value: null, rule: 'required', text: { zh: `请填写“${label.zh}”`, en: `"${label.en}" is required` } };
}
