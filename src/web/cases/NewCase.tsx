import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { CaseDeclaration } from '#kernel/casework/case.ts';
import type { Fields } from '#kernel/register/register.ts';
import { ApiProblem } from '#web/api/client.ts';
import { newId } from '#web/api/newId.ts';
import { useCaseAction, useSession } from '#web/api/queries.ts';
import { FormRow, useForm } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import { CaseInput } from './CaseField.tsx';
import { caseWords as words } from './caseWords.ts';
import { Told } from './Told.tsx';

const wide = ['longText', 'point', 'geometry', 'areas'];

interface NewCaseProps {
  declaration: CaseDeclaration;
  /** The opening action. */
  actionId: string;
  onClose: () => void;
  onOpened: (id: string) => void;
}

/** Opens a case of any type: the form of its opening action. Sending again after a broken line opens no second case. */
export function NewCase({ declaration, actionId, onClose, onOpened }: NewCaseProps) {
  const say = useText();
  const { data: me } = useSession();
  const [id] = useState(newId);
  const action = declaration.actions[actionId];
  const fields: Fields = Object.fromEntries(
    (action?.input ?? []).flatMap((name) => {
      const field = declaration.fields[name];
      return field ? [[name, { ...field, required: action?.requires?.includes(name) ?? false }]] : [];
    }),
  );
  const form = useForm(fields, {});
  const open = useCaseAction(declaration.id);
  if (!action || !me) return null;

  function send(): void {
    if (!form.check()) return;
    const input = Object.fromEntries(Object.entries(form.values).filter(([, value]) => value !== null && value !== ''));
    open.mutate(
      { id, action: actionId, version: null, input },
      { onSuccess: () => onOpened(id), onError: (error) => error instanceof ApiProblem && form.setErrors(error.fields) },
    );
  }

  return (
    <Drawer open title={say(action.label)} onClose={onClose} size="min(680px, 100vw)" mask={{ closable: false }} destroyOnHidden>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <div className="form-fields case-form">
          {Object.entries(fields).map(([name, field]) => (
            <FormRow
              key={name}
              label={field.label}
              hint={field.hint}
              error={form.errors.find((error) => error.field === name)?.text ?? null}
              isRequired={field.required === true}
              isWide={wide.includes(field.kind) || name === declaration.title}
            >
              {(about) => (
                <CaseInput
                  name={name}
                  field={field}
                  value={form.values[name] ?? null}
                  onChange={(value) => form.set(name, value)}
                  {...about}
                />
              )}
            </FormRow>
          ))}
        </div>
        <Told error={open.error} />
        <div className="case-form-foot">
          <Button size="large" onClick={onClose}>
            {say(words.cancel)}
          </Button>
          <Button size="large" type="primary" htmlType="submit" loading={open.isPending}>
            {say(action.label)}
          </Button>
        </div>
      </form>
    </Drawer>
  );
}
