import { Modal } from 'antd';
import { useState } from 'react';
import type { DocumentDeclaration } from '#kernel/document/document.ts';
import { defineWords } from '#kernel/language/text.ts';
import { ApiProblem } from '#web/api/client.ts';
import { newId } from '#web/api/newId.ts';
import { FieldInputs, FormProblem, useForm } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import { useMakeDocument } from './documentList.ts';

const words = defineWords({
  title: { zh: '制作：{name}', en: 'Make: {name}' },
  make: { zh: '制作', en: 'Make' },
  cancel: { zh: '取消', en: 'Cancel' },
  from: {
    zh: '其余内容取自案件记录。制作后文书不可修改；有误请作废后重做。',
    en: 'Everything else comes from the case. A made document is not changed: declare it void and make another.',
  },
  numbered: { zh: '制作时编号，文号连续，不跳号。', en: 'It gets the next number of its series when it is made.' },
});

interface MakeDocumentProps {
  type: string;
  caseId: string;
  document: DocumentDeclaration;
  close: () => void;
}

/** Asks for what the case does not hold, and makes the document. */
export function MakeDocument({ type, caseId, document, close }: MakeDocumentProps) {
  const say = useText();
  const asks = document.asks ?? {};
  const form = useForm(asks, {});
  // One id however often it is sent: a repeated click makes no second document.
  const [id] = useState(() => newId());
  const make = useMakeDocument(type, caseId);
  const send = () => {
    if (!form.check()) return;
    make.mutate(
      { id, document: document.id, input: form.values },
      { onSuccess: close, onError: (error) => error instanceof ApiProblem && form.setErrors(error.fields) },
    );
  };
  return (
    <Modal
      open
      width={720}
      title={say(words.title, { name: say(document.label) })}
      okText={say(words.make)}
      cancelText={say(words.cancel)}
      confirmLoading={make.isPending}
      maskClosable={false}
      onCancel={close}
      onOk={send}
    >
      <p className="case-quiet">
        {say(words.from)} {document.numbering && say(words.numbered)}
      </p>
      {Object.keys(asks).length > 0 && <FieldInputs fields={asks} form={form} />}
      <FormProblem error={make.error} />
    </Modal>
  );
}
