import type { Field } from '#kernel/register/field.ts';
import { EventCodePicker, EventName } from '#web/forms/EventCodePicker.tsx';
import { FieldInput } from '#web/forms/inputs.tsx';
import { FieldCell } from '#web/tables/cells.tsx';

// Fields of a case as people read and fill them: like those of a register, except that a code of the event table is chosen
// and shown by its name.

const isEventCode = (name: string) => name === 'eventCode';

/** A case's value in words. */
export function CaseValue({ name, field, value }: { name: string; field: Field; value: unknown }) {
  if (isEventCode(name) && typeof value === 'string') return <EventName code={value} withCode />;
  return <FieldCell field={field} value={value} />;
}

export interface CaseInputProps {
  name: string;
  field: Field;
  value: unknown;
  onChange: (value: unknown) => void;
  id: string;
  labelledBy: string;
  describedBy: string;
  isInvalid: boolean;
}

/** The input of a case's field. */
export function CaseInput({ name, ...props }: CaseInputProps) {
  if (!isEventCode(name)) return <FieldInput {...props} />;
  const { id, describedBy, isInvalid, value, onChange } = props;
  return (
    <EventCodePicker
      id={id}
      aria-describedby={describedBy}
      isInvalid={isInvalid}
      value={typeof value === 'string' ? value : null}
      onChange={onChange}
    />
  );
}
