import { Button, Drawer } from 'antd';
import { useMemo, useState } from 'react';
import type { FieldError } from '#kernel/problem/refusal.ts';
import { checkFields } from '#kernel/register/check.ts';
import type { Fields } from '#kernel/register/register.ts';
import { ApiProblem } from '#web/api/client.ts';
import { newId } from '#web/api/newId.ts';
import { useCaseAction, useSession } from '#web/api/queries.ts';
import { CaseInput } from '#web/cases/CaseField.tsx';
import { Told } from '#web/cases/Told.tsx';
import { FormRow } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import { useKeptDraft } from '#web/page/keptDraft.ts';
import { timeOf } from '#web/page/moments.ts';
import { incident } from './incident.case.ts';
import { incidentWords as words } from './incidentWords.ts';

interface IncidentDraft {
  /** One id for all attempts: sending again after a broken connection opens no second incident. */
  id: string;
  values: Record<string, unknown>;
}

/** What the caller says first comes first. */
const order = ['eventCode', 'title', 'place', 'placeText', 'facts', 'grade', 'dead', 'missing', 'injured'] as const;
const required = incident.actions['open']?.requires ?? [];
const fields: Fields = Object.fromEntries(order.map((name) => [name, { ...incident.fields[name], required: required.includes(name) }]));
const wide = ['longText', 'point'];
const emptyDraft = (): IncidentDraft => ({ id: newId(), values: { grade: 'unknown' } });

/** Takes a report: kind, title, place, facts. What is typed is kept in this browser until it is on record. */
export function NewIncident({ onClose, onOpened }: { onClose: () => void; onOpened: (id: string) => void }) {
  const say = useText();
  return (
    <Drawer open title={say(words.take)} onClose={onClose} size="min(680px, 100vw)" mask={{ closable: false }} destroyOnHidden>
      <IncidentForm onClose={onClose} onOpened={onOpened} />
    </Drawer>
  );
}

function IncidentForm({ onClose, onOpened }: { onClose: () => void; onOpened: (id: string) => void }) {
  const say = useText();
  const { data: me } = useSession();
  const [start] = useState(emptyDraft);
  const draft = useKeptDraft<IncidentDraft>(`incident.${me?.accountId ?? ''}`, start);
  const { id, values } = draft.value;
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const open = useCaseAction('incident');
  const input = useMemo(() => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== '')), [values]);

  function change(name: string, value: unknown): void {
    draft.change((before) => ({ ...before, values: { ...before.values, [name]: value } }));
    setErrors((before) => before.filter((error) => error.field !== name));
  }

  function send(): void {
    const checked = checkFields(fields, input, { partial: false });
    setErrors(checked.ok ? [] : (checked.fields ?? []));
    if (!checked.ok) return;
    open.mutate(
      { id, action: 'open', version: null, input },
      {
        onSuccess: () => {
          draft.forget();
          onOpened(id);
        },
        onError: (error) => error instanceof ApiProblem && setErrors(error.fields),
      },
    );
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p className="case-quiet">{say(words.takeHint)}</p>
      {draft.restoredAtMs !== null && (
        <p className="banner incident-restored" role="status">
          {say(words.restored, { at: timeOf(draft.restoredAtMs) })}
          <Button size="small" onClick={() => draft.forget(emptyDraft())}>
            {say(words.drop)}
          </Button>
        </p>
      )}
      <div className="form-fields case-form incident-form">
        {Object.entries(fields).map(([name, field]) => (
          <FormRow
            key={name}
            label={field.label}
            hint={name === 'title' ? words.titleHint : name === 'eventCode' ? undefined : field.hint}
            error={errors.find((error) => error.field === name)?.text ?? null}
            isRequired={field.required === true}
            isWide={wide.includes(field.kind) || ['eventCode', 'title', 'placeText'].includes(name)}
          >
            {(about) => (
              <CaseInput name={name} field={field} value={values[name] ?? null} onChange={(value) => change(name, value)} {...about} />
            )}
          </FormRow>
        ))}
      </div>
      {errors.length > 0 && (
        <p className="form-error" role="status">
          {say(words.correct, { n: errors.length })}
        </p>
      )}
      {errors.length === 0 && <Told error={open.error} />}
      <div className="case-form-foot">
        {draft.keptAtMs !== null && (
          <span className="case-quiet incident-kept">{say(words.kept, { at: timeOf(draft.keptAtMs, true) })}</span>
        )}
        <Button size="large" onClick={onClose}>
          {say(words.cancel)}
        </Button>
        <Button size="large" type="primary" htmlType="submit" loading={open.isPending}>
          {say(words.register)}
        </Button>
      </div>
    </form>
  );
}
