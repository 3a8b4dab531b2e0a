import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { AnyRecord, RegisterDeclaration } from '#kernel/register/register.ts';
import { useRemoveRecord } from '#web/api/queries.ts';
import { FormProblem } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import { useGo } from '#web/page/links.tsx';

const words = defineWords({
  remove: { zh: '删除', en: 'Delete' },
  keep: { zh: '取消', en: 'Cancel' },
  title: { zh: '删除“{title}”？', en: 'Delete “{title}”?' },
  text: {
    zh: '记录将从列表中消失；它的历史仍保存在操作日志里。若有其他记录引用它，系统会拒绝并说明。只是不再使用时，请改用归档。',
    en: 'The record leaves the lists; its history stays in the journal. If other records refer to it, the program refuses and says which. If it is only out of use, archive it instead.',
  },
  why: { zh: '删除原因', en: 'Why' },
});

interface RemoveDialogProps {
  declaration: RegisterDeclaration;
  record: AnyRecord;
  title: string;
  close: () => void;
}

/** Asks why a record is removed, and removes it. */
export function RemoveDialog({ declaration, record, title, close }: RemoveDialogProps) {
  const say = useText();
  const go = useGo();
  const id = useId();
  const [why, setWhy] = useState('');
  const remove = useRemoveRecord(declaration.id);
  const done = { onSuccess: () => go(`/registers/${declaration.id}`) };
  return (
    <Modal
      open
      title={say(words.title, { title })}
      okText={say(words.remove)}
      cancelText={say(words.keep)}
      okButtonProps={{ danger: true, disabled: why.trim() === '' }}
      confirmLoading={remove.isPending}
      onCancel={close}
      onOk={() => remove.mutate({ id: record.id, version: record.version, why }, done)}
    >
      <p>{say(words.text)}</p>
      <label htmlFor={id}>{say(words.why)}</label>
      <Input id={id} maxLength={500} value={why} onChange={(event) => setWhy(event.target.value)} />
      <FormProblem error={remove.error} />
    </Modal>
  );
}
