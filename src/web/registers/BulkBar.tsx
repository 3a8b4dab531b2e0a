import { Button, Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { Field } from '#kernel/register/field.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import type { Query } from '#web/api/client.ts';
import { newId } from '#web/api/newId.ts';
import { useBulkChange, useBulkPreview, useBulkUndo, type BulkPreview } from '#web/api/registerQueries.ts';
import { FieldInput } from '#web/forms/inputs.tsx';
import { FormProblem } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';

const words = defineWords({
  chosen: { zh: '已选 {n} 条', en: '{n} chosen' },
  change: { zh: '批量修改', en: 'Change all' },
  changeFiltered: { zh: '批量修改全部筛选结果', en: 'Change all that fit the filter' },
  clear: { zh: '取消选择', en: 'Clear' },
  title: { zh: '批量修改', en: 'Change many' },
  field: { zh: '修改哪一项', en: 'Which entry' },
  value: { zh: '改为', en: 'New value' },
  why: { zh: '原因（选填）', en: 'Why (optional)' },
  look: { zh: '预览', en: 'Preview' },
  apply: { zh: '修改 {n} 条', en: 'Change {n}' },
  cancel: { zh: '取消', en: 'Cancel' },
  would: { zh: '选中 {chosen} 条，其中 {changing} 条会改变。', en: '{chosen} records chosen, {changing} of them would change.' },
  problems: { zh: '{n} 处不能这样改，改好之前一条都不会修改：', en: '{n} cannot take it; none is changed until they can:' },
  done: { zh: '已修改 {n} 条。', en: '{n} records changed.' },
  undo: { zh: '撤销', en: 'Undo' },
  undone: { zh: '已恢复 {n} 条。', en: '{n} records restored.' },
  keptSome: { zh: '已恢复 {n} 条；{kept} 条此后又被修改，保持不变。', en: '{n} restored; {kept} were changed since and stay.' },
});

const problemsShown = 5;

interface BulkBarProps {
  declaration: RegisterDeclaration;
  ids: readonly string[];
  /** The list's query, used when nothing is chosen one by one. */
  query: Query;
  clear: () => void;
}

/** Changes one entry of the chosen records, or of all that fit the filter: looked at first, taken back for 15 minutes. */
export function BulkBar({ declaration, ids, query, clear }: BulkBarProps) {
  const say = useText();
  const [isOpen, setOpen] = useState(false);
  const [done, setDone] = useState<{ batchId: string; changed: number } | null>(null);
  const undo = useBulkUndo(declaration.id);
  const told = undo.data
    ? say(undo.data.kept.length > 0 ? words.keptSome : words.undone, { n: undo.data.restored, kept: undo.data.kept.length })
    : done && say(words.done, { n: done.changed });
  return (
    <div className="bulk-bar not-printed" role="region" aria-label={say(words.title)}>
      {ids.length > 0 && <span>{say(words.chosen, { n: ids.length })}</span>}
      <Button size="small" onClick={() => setOpen(true)}>
        {say(ids.length > 0 ? words.change : words.changeFiltered)}
      </Button>
      {ids.length > 0 && (
        <Button size="small" type="text" onClick={clear}>
          {say(words.clear)}
        </Button>
      )}
      <span role="status">{told}</span>
      {done && !undo.data && (
        <Button size="small" loading={undo.isPending} onClick={() => undo.mutate(done.batchId)}>
          {say(words.undo)}
        </Button>
      )}
      <FormProblem error={undo.error} />
      {isOpen && (
        <BulkDialog
          declaration={declaration}
          ids={ids}
          query={query}
          close={() => setOpen(false)}
          finish={(made) => {
            undo.reset();
            setDone(made);
            setOpen(false);
            clear();
          }}
        />
      )}
    </div>
  );
}

/** Fields one value may be given to for many records. */
function changeable(declaration: RegisterDeclaration): [string, Field][] {
  return Object.entries(declaration.fields).filter(
    ([name, field]) =>
      !field.computed &&
      !field.unique &&
      !field.sensitive &&
      name !== declaration.title &&
      field.kind !== 'point' &&
      field.kind !== 'geometry',
  );
}

interface BulkDialogProps extends Omit<BulkBarProps, 'clear'> {
  close: () => void;
  finish: (made: { batchId: string; changed: number }) => void;
}

function BulkDialog({ declaration, ids, query, close, finish }: BulkDialogProps) {
  const say = useText();
  const id = useId();
  const fields = changeable(declaration);
  const [batchId] = useState(newId);
  const [name, setName] = useState<string | null>(null);
  const [value, setValue] = useState<unknown>(null);
  const [why, setWhy] = useState('');
  const looked = useBulkPreview(declaration.id);
  const change = useBulkChange(declaration.id);
  const field = name === null ? undefined : declaration.fields[name];
  const { sort: _, ...filter } = query;
  const choice = ids.length > 0 ? { ids } : { filter: withoutEmpty(filter) };
  const ask = { batchId, ...choice, change: { [name ?? '']: value }, why };
  const seen = looked.data;
  const isReady = seen !== undefined && seen.problems.length === 0 && seen.changing > 0;
  const act = () => {
    if (!isReady) return looked.mutate(ask);
    // Exactly what was looked at, in the versions that were seen.
    return change.mutate(
      { batchId, ids: Object.keys(seen.versions), versions: seen.versions, change: ask.change, why },
      { onSuccess: finish },
    );
  };
  return (
    <Modal
      open
      title={say(words.title)}
      okText={isReady ? say(words.apply, { n: seen.changing }) : say(words.look)}
      cancelText={say(words.cancel)}
      okButtonProps={{ disabled: name === null }}
      confirmLoading={looked.isPending || change.isPending}
      onCancel={close}
      onOk={act}
    >
      <div className="bulk-form">
        <label htmlFor={`${id}-field`}>{say(words.field)}</label>
        <Select
          id={`${id}-field`}
          showSearch={{ optionFilterProp: 'label' }}
          options={fields.map(([each, { label }]) => ({ value: each, label: say(label) }))}
          value={name}
          onChange={(next: string) => {
            setName(next);
            setValue(null);
            looked.reset();
          }}
        />
        {field && (
          <>
            <label htmlFor={`${id}-value`} id={`${id}-label`}>
              {say(words.value)}
            </label>
            <FieldInput
              key={name}
              field={field}
              value={value}
              id={`${id}-value`}
              labelledBy={`${id}-label`}
              describedBy={`${id}-told`}
              isInvalid={false}
              onChange={(next) => {
                setValue(next);
                looked.reset();
              }}
            />
            <label htmlFor={`${id}-why`}>{say(words.why)}</label>
            <Input id={`${id}-why`} maxLength={500} value={why} onChange={(event) => setWhy(event.target.value)} />
          </>
        )}
      </div>
      <div id={`${id}-told`} role="status">
        {seen && <Told seen={seen} />}
      </div>
      <FormProblem error={looked.error ?? change.error} />
    </Modal>
  );
}

function Told({ seen }: { seen: BulkPreview }) {
  const say = useText();
  return (
    <>
      <p>{say(words.would, { chosen: seen.chosen, changing: seen.changing })}</p>
      {seen.problems.length > 0 && (
        <>
          <p className="form-error">{say(words.problems, { n: seen.problems.length })}</p>
          <ul>
            {seen.problems.slice(0, problemsShown).map(({ field, text }) => (
              <li key={field}>
                {field.slice(0, 8)}… {say(text)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function withoutEmpty(query: Query): Query {
  return Object.fromEntries(
    Object.entries(query)
      .filter(([, value]) => value !== undefined && value !== null && value !== '')
      .map(([name, value]) => [name, String(value)]),
  );
}
