import type { CaseLine } from './case.ts';

// When a gate applies: what the case says, or what was done before.

export type Condition =
  | { field: string; is: readonly (string | boolean)[] }
  | { field: string; atLeast: number }
  /** Two numbers of the case. */
  | { field: string; atLeastField: string }
  | { field: string; filled: boolean }
  /** One of the actions was done (after the last `since`, when given). */
  | { done: readonly string[]; since?: readonly string[] }
  | { allOf: readonly Condition[] }
  | { anyOf: readonly Condition[] }
  | { not: Condition };

export interface Facts {
  /** Fields of the case as they are, or as they will be once the action is done. */
  values: Record<string, unknown>;
  history: readonly CaseLine[];
}

export function holds(condition: Condition, facts: Facts): boolean {
  if ('allOf' in condition) return condition.allOf.every((each) => holds(each, facts));
  if ('anyOf' in condition) return condition.anyOf.some((each) => holds(each, facts));
  if ('not' in condition) return !holds(condition.not, facts);
  if ('done' in condition) return wasDone(facts.history, condition.done, condition.since);
  const value = facts.values[condition.field];
  // A list holds when one of its entries does.
  if ('is' in condition) return (Array.isArray(value) ? value : [value]).some((each) => condition.is.includes(each as string));
  if ('filled' in condition) return isEmpty(value) !== condition.filled;
  const limit = 'atLeast' in condition ? condition.atLeast : Number(facts.values[condition.atLeastField] ?? 0);
  return Number(value ?? 0) >= limit;
}

/** Whether one of some actions was done; with `since`, only what came after the last of those counts. */
export function wasDone(history: readonly CaseLine[], actions: readonly string[], since: readonly string[] = []): boolean {
  const from = history.findLastIndex((line) => since.includes(line.action));
  return history.findLastIndex((line) => actions.includes(line.action)) > from;
}

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Fields a condition asks about. */
export function fieldsOf(condition: Condition): string[] {
  if ('allOf' in condition) return condition.allOf.flatMap(fieldsOf);
  if ('anyOf' in condition) return condition.anyOf.flatMap(fieldsOf);
  if ('not' in condition) return fieldsOf(condition.not);
  if ('done' in condition) return [];
  return 'atLeastField' in condition ? [condition.field, condition.atLeastField] : [condition.field];
}

/** Actions a condition asks about. */
export function actionsOf(condition: Condition): string[] {
  if ('allOf' in condition) return condition.allOf.flatMap(actionsOf);
  if ('anyOf' in condition) return condition.anyOf.flatMap(actionsOf);
  if ('not' in condition) return actionsOf(condition.not);
  return 'done' in condition ? [...condition.done, ...(condition.since ?? [])] : [];
}
