import { hasRole, type Actor } from '#kernel/access/access.ts';
import { accept, refuse, type FieldError, type Outcome } from '#kernel/problem/refusal.ts';
import { checkFields } from '#kernel/register/check.ts';
import { isWithin } from '#kernel/area/area.ts';
import type { AnyCase, CaseAction, CaseDeclaration, CaseLine } from './case.ts';

// The casework engine. It decides, nothing else: storage applies what it returns in one transaction.

/** What an action does to a case. */
export interface CaseStep {
  action: string;
  state: string;
  final: boolean;
  /** Fields that take new values. */
  changes: Record<string, unknown>;
  note: string;
  starts: readonly string[];
  stops: readonly string[];
  emits: string;
}

interface Ask {
  declaration: CaseDeclaration;
  /** Null when the action opens a new case. */
  current: AnyCase | null;
  action: string;
  actor: Actor;
  /** Division of the case (of the new case when it opens). */
  areaCode: string;
  input: Record<string, unknown>;
  note: string;
  history: readonly CaseLine[];
}

/** Decides one action: the step to apply, or the refusal in words. */
export function decide(ask: Ask): Outcome<CaseStep> {
  const { declaration, current, actor } = ask;
  const action = declaration.actions[ask.action];
  if (!action) return refuse('case-action-unknown', 404, { zh: `没有“${ask.action}”这个操作`, en: `There is no action "${ask.action}"` });
  const barred = whyNot(declaration, current, ask.action, actor, ask.areaCode, ask.history);
  if (barred) return barred;

  const foreign = Object.keys(ask.input).filter((name) => !(action.input ?? []).includes(name));
  if (foreign.length > 0)
    return refuse('case-input-unknown', 422, {
      zh: `该操作不接受字段：${foreign.join('、')}`,
      en: `This action takes no field ${foreign.join(', ')}`,
    });

  const checked = checkFields(declaration.fields, ask.input, { partial: true });
  if (!checked.ok) return checked;
  const note = ask.note.trim();
  const missing = missingAfter(declaration, action, current, checked.value);
  if (action.note === 'required' && note === '') missing.push(required('note', { zh: '说明', en: 'note' }));
  if (missing.length > 0)
    return refuse(
      'case-fields-missing',
      422,
      { zh: '还有必填内容没有填写', en: 'Something required is still missing' },
      { fields: missing },
    );

  const state = action.to ?? current?.state ?? '';
  return accept({
    action: ask.action,
    state,
    final: declaration.states[state]?.final ?? false,
    changes: checked.value,
    note,
    starts: action.starts ?? [],
    stops: action.stops ?? [],
    emits: action.emits,
  });
}

/** Why an actor may not do an action now, or null when nothing bars it. Also answers for buttons. */
export function whyNot(
  declaration: CaseDeclaration,
  current: AnyCase | null,
  actionId: string,
  actor: Actor,
  areaCode: string,
  history: readonly CaseLine[],
) {
  const action = declaration.actions[actionId] as CaseAction;
  if (!hasRole(actor, action.by))
    return refuse('case-role-missing', 403, { zh: `您的角色不能“${action.label.zh}”`, en: `Your role may not "${action.label.en}"` });
  if (!isWithin(areaCode, actor.areaCode)) return refuse('area-outside', 403, { zh: '不在您的辖区内', en: 'Outside your area' });
  if (!current && action.from.length > 0)
    return refuse('case-action-not-allowed', 409, {
      zh: `“${action.label.zh}”须在已有${declaration.singular.zh}上进行`,
      en: `"${action.label.en}" needs an existing case`,
    });
  if (current && !action.from.includes(current.state)) {
    const state = declaration.states[current.state]?.label ?? { zh: current.state, en: current.state };
    return refuse('case-action-not-allowed', 409, {
      zh: `${declaration.singular.zh}处于“${state.zh}”，不能“${action.label.zh}”`,
      en: `The ${declaration.singular.en.toLowerCase()} is "${state.en}": "${action.label.en}" is not possible`,
    });
  }
  return closedGate(declaration, action, actor, history);
}

function closedGate(declaration: CaseDeclaration, action: CaseAction, actor: Actor, history: readonly CaseLine[]) {
  for (const gate of action.gates ?? []) {
    const last = history.findLast((line) => line.action === gate.action);
    const other = declaration.actions[gate.action]?.label ?? { zh: gate.action, en: gate.action };
    if (gate.kind === 'done' && !last) {
      return refuse('case-gate-closed', 409, { zh: `须先“${other.zh}”`, en: `"${other.en}" must be done first` }, { clause: gate.clause });
    }
    if (gate.kind === 'differentPersonFrom' && last && last.actorId === actor.accountId) {
      return refuse(
        'four-eyes',
        403,
        {
          zh: `“${other.zh}”是您本人所做，须由另一人“${action.label.zh}”`,
          en: `You did "${other.en}" yourself; another person must "${action.label.en}"`,
        },
        { clause: gate.clause },
      );
    }
  }
  return null;
}

function missingAfter(
  declaration: CaseDeclaration,
  action: CaseAction,
  current: AnyCase | null,
  changes: Record<string, unknown>,
): FieldError[] {
  return (action.requires ?? [])
    .filter((name) => isEmpty(name in changes ? changes[name] : current?.[name]))
    .map((name) => required(name, declaration.fields[name]?.label ?? { zh: name, en: name }));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function required(field: string, label: { zh: string; en: string }): FieldError {
  return { field, value: null, rule: 'required', text: { zh: `请填写“${label.zh}”`, en: `"${label.en}" is required` } };
}
