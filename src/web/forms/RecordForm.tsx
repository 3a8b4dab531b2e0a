import { type ReactNode, useId, useState } from 'react';
import { defineWords, type Text } from '#kernel/language/text.ts';
import type { FieldError } from '#kernel/problem/refusal.ts';
import { checkFields } from '#kernel/register/check.ts';
import { applies } from '#kernel/register/conditions.ts';
import type { Fields } from '#kernel/register/register.ts';
import { useText } from '#web/language/language.tsx';
import { explain, inOneLine } from '#web/page/explain.ts';
import { AreaPicker } from './AreaPicker.tsx';
import { FieldInput } from './inputs.tsx';
import './forms.css';

// A form made from declared fields. It checks with the same rules as the server (kernel/register/check.ts) and shows what
// the server adds.

const words = defineWords({
  area: { zh: '行政区', en: 'Division' },
  areaHint: { zh: '留空则按位置或您的辖区确定', en: 'Left empty, it follows from the place or from your own area' },
  required: { zh: '必填', en: 'required' },
  optional: { zh: '选填', en: 'optional' },
});

export interface FormState {
  values: Record<string, unknown>;
  set: (name: string, value: unknown) => void;
  replace: (values: Record<string, unknown>) => void;
  errors: readonly FieldError[];
  setErrors: (errors: readonly FieldError[]) => void;
  /** Checks everything; true when it may be sent. */
  check: () => boolean;
}

/** Values and errors of a form over declared fields. Correcting a field takes its error away. */
export function useForm(fields: Fields, start: Record<string, unknown>): FormState {
  const [values, setValues] = useState(start);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  return {
    values,
    errors,
    setErrors,
    replace: setValues,
    set: (name, value) => {
      setValues((before) => ({ ...before, [name]: value }));
      setErrors((before) => before.filter((error) => error.field !== name));
    },
    check: () => {
      const own = Object.fromEntries(Object.entries(fields).filter(([, field]) => !field.computed));
      const outcome = checkFields(own, values, { partial: false });
      const found = outcome.ok ? [] : (outcome.fields ?? []);
      setErrors(found);
      return found.length === 0;
    },
  };
}

/** The inputs of some fields in their declared order. `withArea` adds the division. */
export function FieldInputs({ fields, form, withArea = false }: { fields: Fields; form: FormState; withArea?: boolean }) {
  const errorOf = (name: string) => form.errors.find((error) => error.field === name)?.text ?? null;
  return (
    <div className="form-fields">
      {Object.entries(fields)
        .filter(([, field]) => !field.computed && applies(field, form.values))
        .map(([name, field]) => (
          <FormRow
            key={name}
            label={field.label}
            hint={field.hint}
            error={errorOf(name)}
            isRequired={field.required === true}
            isWide={['longText', 'point', 'geometry', 'areas'].includes(field.kind)}
          >
            {({ id, describedBy, isInvalid, labelledBy }) => (
              <FieldInput
                field={field}
                value={form.values[name] ?? null}
                onChange={(value) => form.set(name, value)}
                id={id}
                describedBy={describedBy}
                labelledBy={labelledBy}
                isInvalid={isInvalid}
              />
            )}
          </FormRow>
        ))}
      {withArea && (
        <FormRow label={words.area} hint={words.areaHint} error={errorOf('areaCode')} isRequired={false}>
          {({ id, describedBy }) => (
            <AreaPicker
              id={id}
              aria-describedby={describedBy}
              value={typeof form.values.areaCode === 'string' ? form.values.areaCode : null}
              onChange={(code) => form.set('areaCode', code)}
            />
          )}
        </FormRow>
      )}
    </div>
  );
}

interface FormRowProps {
  label: Text;
  hint?: Text | undefined;
  error: Text | null;
  isRequired: boolean;
  isWide?: boolean;
  children: (about: { id: string; labelledBy: string; describedBy: string; isInvalid: boolean }) => ReactNode;
}

/** A label, its input, and hint and error tied to the input for screen readers. */
export function FormRow({ label, hint, error, isRequired, isWide = false, children }: FormRowProps) {
  const say = useText();
  const id = useId();
  const note = `${id}-note`;
  const labelledBy = `${id}-label`;
  return (
    <div className={isWide ? 'form-row form-row-wide' : 'form-row'} data-invalid={error !== null || undefined}>
      <label htmlFor={id} id={labelledBy}>
        {say(label)}{' '}
        <span className={isRequired ? 'form-required' : 'form-optional'}>{say(isRequired ? words.required : words.optional)}</span>
      </label>
      {children({ id, labelledBy, describedBy: note, isInvalid: error !== null })}
      <div id={note}>
        {error && (
          <p className="form-error" role="alert">
            {say(error)}
          </p>
        )}
        {hint && <p className="form-hint">{say(hint)}</p>}
      </div>
    </div>
  );
}

/** Why something was not done, as one line of a form or dialog. */
export function FormProblem({ error }: { error: Error | null }) {
  const say = useText();
  if (!error) return null;
  const told = explain(error);
  return (
    <p className="form-error" role="alert">
      {say(inOneLine(told.happened, told.next))}
    </p>
  );
}
