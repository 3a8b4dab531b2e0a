import type { Field } from './field.ts';
import type { Fields } from './register.ts';

// Fields that depend on others: asked only while a condition holds, or worked out by the program. The form and the server
// ask the same functions.

type Values = Readonly<Record<string, unknown>>;

/** Whether a field applies to a record that has these values. */
export function applies(field: Pick<Field, 'when'>, values: Values): boolean {
  if (!field.when) return true;
  const { field: name, is, not = false } = field.when;
  const value = values[name];
  const held = Array.isArray(value) ? value : [value];
  return held.some((each) => is.includes(each as string | boolean)) !== not;
}

/** The declared fields that apply to these values. */
export function applying(fields: Fields, values: Values): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => applies(field, values)));
}

/**
 * What a write must store besides what was sent: fields whose condition no longer holds become empty, computed ones get
 * their new value. Computed fields are worked out in their declared order, so a later one may use an earlier one.
 * @param values the whole record as it will be
 * @returns only the fields that differ from `values`
 */
export function derived(fields: Fields, values: Values): Record<string, unknown> {
  const whole: Record<string, unknown> = { ...values };
  const changes: Record<string, unknown> = {};
  const set = (name: string, value: unknown) => {
    if (JSON.stringify(whole[name] ?? null) === JSON.stringify(value)) return;
    whole[name] = value;
    changes[name] = value;
  };
  for (const [name, field] of Object.entries(fields)) if (!applies(field, whole)) set(name, null);
  for (const [name, field] of Object.entries(fields)) {
    if (typeof field.computed === 'function') set(name, field.computed(whole) ?? null);
  }
  return changes;
}
