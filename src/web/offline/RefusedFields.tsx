import { Button } from 'antd';
import { defineWords } from '#kernel/language/text.ts';
import type { Fields, RegisterDeclaration } from '#kernel/register/register.ts';
import { FieldInputs, useForm } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import type { Decision, ShownWrite } from './useOutbox.ts';

const words = defineWords({ again: { zh: '改正并重新上报', en: 'Correct and send again' } });

interface RefusedFieldsProps {
  declaration: RegisterDeclaration;
  write: ShownWrite;
  isBusy: boolean;
  decide: (decision: Decision) => void;
}

/** What was written, to be corrected: the fields that were sent, and those the server says are missing. */
export function RefusedFields({ declaration, write, isBusy, decide }: RefusedFieldsProps) {
  const say = useText();
  const faults = write.outcome?.problem?.fields ?? [];
  const names = new Set([...Object.keys(write.body), ...faults.map(({ field }) => field)]);
  const fields: Fields = Object.fromEntries(Object.entries(declaration.fields).filter(([name]) => names.has(name)));
  const form = useForm(fields, { ...write.body });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const entered = Object.fromEntries(Object.keys(fields).map((name) => [name, form.values[name] ?? null]));
        if (form.check()) decide({ choice: 'fields', fields: entered, version: null });
      }}
    >
      <ul>
        {faults.map(({ field, text }) => (
          <li key={field} className="form-error">
            {say(text)}
          </li>
        ))}
      </ul>
      <FieldInputs fields={fields} form={form} />
      <div className="outbox-actions">
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {say(words.again)}
        </Button>
      </div>
    </form>
  );
}
