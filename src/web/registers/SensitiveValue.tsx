import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { Field } from '#kernel/register/field.ts';
import { isMask } from '#kernel/register/mask.ts';
import type { AnyRecord, RegisterDeclaration } from '#kernel/register/register.ts';
import { hasAnyRole } from '#web/api/permission.ts';
import { useSession } from '#web/api/queries.ts';
import { useOpenFields } from '#web/api/registerQueries.ts';
import { FormProblem } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import { FieldCell } from '#web/tables/cells.tsx';

const words = defineWords({
  open: { zh: '查看', en: 'Show' },
  openWhat: { zh: '查看“{what}”', en: 'Show “{what}”' },
  hide: { zh: '隐藏', en: 'Hide' },
  why: { zh: '用途', en: 'What it is needed for' },
  hint: {
    zh: '如：通知转移、核实补助。将与您的姓名一同记入操作日志。',
    en: 'E.g. evacuation notice, checking an allowance. Kept in the journal with your name.',
  },
  cancel: { zh: '取消', en: 'Cancel' },
});

const shortestReason = 2;

interface SensitiveValueProps {
  declaration: RegisterDeclaration;
  record: AnyRecord;
  name: string;
  field: Field;
}

/** A masked value, and the way to see it: with a reason, for this record, until the page is left. */
export function SensitiveValue({ declaration, record, name, field }: SensitiveValueProps) {
  const say = useText();
  const { data: me } = useSession();
  const [isAsking, setAsking] = useState(false);
  const [opened, setOpened] = useState<{ value: unknown; version: number } | null>(null);
  const value = record[name];
  const isShown = opened !== null && opened.version === record.version;
  if (!isMask(value)) return <FieldCell field={field} value={value} />;
  const what = say(field.label);
  return (
    <span className="sensitive">
      {isShown ? <FieldCell field={field} value={opened.value} /> : <FieldCell field={field} value={value} />}
      {isShown ? (
        <Button size="small" className="not-printed" onClick={() => setOpened(null)}>
          {say(words.hide)}
        </Button>
      ) : (
        hasAnyRole(me, field.sensitive ?? []) && (
          <Button size="small" className="not-printed" aria-label={say(words.openWhat, { what })} onClick={() => setAsking(true)}>
            {say(words.open)}
          </Button>
        )
      )}
      {isAsking && (
        <ReasonDialog
          declaration={declaration}
          record={record}
          name={name}
          what={what}
          close={() => setAsking(false)}
          show={(seen) => {
            setOpened({ value: seen, version: record.version });
            setAsking(false);
          }}
        />
      )}
    </span>
  );
}

interface ReasonDialogProps extends Omit<SensitiveValueProps, 'field'> {
  what: string;
  close: () => void;
  show: (value: unknown) => void;
}

function ReasonDialog({ declaration, record, name, what, close, show }: ReasonDialogProps) {
  const say = useText();
  const id = useId();
  const [why, setWhy] = useState('');
  const open = useOpenFields(declaration.id, record.id);
  const isEnough = why.trim().length >= shortestReason;
  const ask = () => isEnough && open.mutate({ fields: [name], why }, { onSuccess: (values) => show(values[name]) });
  return (
    <Modal
      open
      title={say(words.openWhat, { what })}
      okText={say(words.open)}
      cancelText={say(words.cancel)}
      okButtonProps={{ disabled: !isEnough }}
      confirmLoading={open.isPending}
      onCancel={close}
      onOk={ask}
    >
      <label htmlFor={id}>{say(words.why)}</label>
      <Input
        id={id}
        autoFocus
        maxLength={500}
        value={why}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setWhy(event.target.value)}
        onPressEnter={ask}
      />
      <p className="form-hint" id={`${id}-hint`}>
        {say(words.hint)}
      </p>
      <FormProblem error={open.error} />
    </Modal>
  );
}
