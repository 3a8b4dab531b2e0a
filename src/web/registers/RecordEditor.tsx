import { useBlocker } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { AnyRecord, RegisterDeclaration } from '#kernel/register/register.ts';
import { api, ApiProblem } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { newId } from '#web/api/newId.ts';
import { useSaveRecord } from '#web/api/queries.ts';
import { FieldInputs, useForm } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import { explain, inOneLine } from '#web/page/explain.ts';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { useGo } from '#web/page/links.tsx';
import { changedValues } from './changes.ts';
import { FormPanel } from './PanelOf.tsx';
import { titleOf } from './titles.ts';
import { ConflictNotice } from './ConflictNotice.tsx';

const words = defineWords({
  create: { zh: '新增{what}', en: 'New {what}' },
  edit: { zh: '编辑：{title}', en: 'Edit: {title}' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
  leave: { zh: '有未保存的改动，确定离开吗？', en: 'There are unsaved changes. Leave anyway?' },
  correct: { zh: '有 {n} 处需要改正，已在表单中标出。', en: '{n} entries need correcting; they are marked in the form.' },
});

/** Makes a record (`record: null`) or changes one. What was typed stays whatever happens. */
export function RecordEditor({ declaration, record }: { declaration: RegisterDeclaration; record: AnyRecord | null }) {
  const say = useText();
  const go = useGo();
  const client = useQueryClient();
  // One id for all attempts to create: a repeated send after a broken answer makes no second record.
  const [id] = useState(() => record?.id ?? newId());
  // What this person began with; live events may renew `record` meanwhile.
  const [start, setStart] = useState<AnyRecord | null>(record);
  const [theirs, setTheirs] = useState<AnyRecord | null>(null);
  const form = useForm(declaration.fields, record ?? {});
  const save = useSaveRecord(declaration.id);
  const isLeaving = useRef(false);

  const names = [...Object.keys(declaration.fields).filter((name) => !declaration.fields[name]?.computed), 'areaCode'];
  const changes = changedValues(start ?? {}, form.values, names);
  const isDirty = Object.keys(changes).length > 0;
  useBlocker({
    shouldBlockFn: () => isDirty && !isLeaving.current && !window.confirm(say(words.leave)),
    enableBeforeUnload: () => isDirty && !isLeaving.current,
  });

  const leave = (to: string) => {
    isLeaving.current = true;
    go(to);
  };
  const send = async (version: number | null) => {
    try {
      await save.mutateAsync({ id, version, values: changes, ...(start && { seen: start }) });
      leave(`/registers/${declaration.id}/${id}`);
    } catch (error) {
      if (!(error instanceof ApiProblem)) return;
      form.setErrors(error.fields);
      if (error.code === 'version-conflict') {
        const newest = await api.get<AnyRecord>(`/registers/${declaration.id}/${id}`);
        client.setQueryData(keys.record(declaration.id, id), newest);
        setTheirs(newest);
      }
    }
  };
  const submit = () => {
    if (!form.check()) return;
    if (start !== null && !isDirty) leave(`/registers/${declaration.id}/${id}`);
    else void send(start?.version ?? null);
  };
  const told = save.error && !theirs ? explain(save.error) : null;
  const title = start
    ? say(words.edit, { title: titleOf(declaration, start) })
    : say(words.create, { what: say(declaration.singular).toLowerCase() });

  return (
    <PageFrame title={title} roles={declaration.access.write}>
      {theirs && start && (
        <ConflictNotice
          declaration={declaration}
          start={start}
          mine={form.values}
          theirs={theirs}
          discard={() => {
            form.replace(theirs);
            setStart(theirs);
            setTheirs(null);
          }}
          keep={(merged) => {
            form.replace(merged);
            setStart(theirs);
            setTheirs(null);
          }}
        />
      )}
      <form
        className="panel form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <FieldInputs fields={declaration.fields} form={form} withArea />
        <FormPanel register={declaration.id} id={id} values={form.values} set={form.set} />
        <footer className="form-foot">
          <span className="form-told" role="status">
            {form.errors.length > 0 && say(words.correct, { n: form.errors.length })}
            {told && form.errors.length === 0 && say(inOneLine(told.happened, told.kept, told.next))}
          </span>
          <Button onClick={() => go(start ? `/registers/${declaration.id}/${id}` : `/registers/${declaration.id}`)}>
            {say(words.cancel)}
          </Button>
          <Button type="primary" htmlType="submit" loading={save.isPending} disabled={theirs !== null}>
            {say(words.save)}
          </Button>
        </footer>
      </form>
    </PageFrame>
  );
}
