import { Button, Input, Modal, Skeleton } from 'antd';
import { useId, useState } from 'react';
import type { CaseDeclaration } from '#kernel/casework/case.ts';
import type { DocumentDeclaration, MadeDocument } from '#kernel/document/document.ts';
import { defineWords } from '#kernel/language/text.ts';
import { documentById } from '#rooms/documents.ts';
import { fileAddress, inlineAddress } from '#web/files/fileList.ts';
import { FormProblem } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { useDocuments, useVoidDocument } from './documentList.ts';
import { MakeDocument } from './MakeDocument.tsx';
import './documents.css';

const words = defineWords({
  failed: { zh: '文书暂时无法载入。', en: 'The documents cannot be loaded now.' },
  none: { zh: '还没有制作文书。', en: 'No document has been made yet.' },
  noForms: { zh: '此类业务没有可制作的文书。', en: 'There are no documents for this kind of case.' },
  due: { zh: '应制作', en: 'Due now' },
  more: { zh: '其他可制作的文书', en: 'Other documents' },
  lacks: { zh: '案件中还缺：{fields}', en: 'Still missing in the case: {fields}' },
  number: { zh: '文号', en: 'Number' },
  pdf: { zh: 'PDF', en: 'PDF' },
  word: { zh: 'Word', en: 'Word' },
  noPdf: { zh: '服务器缺少中文字体或所需字形，只有 Word 文件', en: 'The server lacks a Chinese font or a sign in it: Word file only' },
  made: { zh: '{at}　{by}　模板第 {version} 版', en: '{at}, {by}, template version {version}' },
  hash: { zh: 'PDF 校验值 {hash}', en: 'PDF checksum {hash}' },
  voided: { zh: '已作废：{why}（{by}，{at}）', en: 'Void: {why} ({by}, {at})' },
  void: { zh: '作废', en: 'Declare void' },
  voidTitle: { zh: '作废“{name}”？', en: 'Declare "{name}" void?' },
  voidText: {
    zh: '文书和文号将保留并标为作废，文号不再使用；更正后可重新制作。',
    en: 'The document and its number stay on record, marked void; the number is not used again. A corrected one can be made.',
  },
  reason: { zh: '作废原因', en: 'Reason' },
  cancel: { zh: '取消', en: 'Cancel' },
});

/** Official documents of a case: those made, those due, and the way to make one. */
export function DocumentsOf({ declaration, id }: { declaration: CaseDeclaration; id: string }) {
  const say = useText();
  const asked = useDocuments(declaration.id, id);
  const [making, setMaking] = useState<DocumentDeclaration | null>(null);
  const [voiding, setVoiding] = useState<MadeDocument | null>(null);
  if (asked.isPending) return <Skeleton active title={false} paragraph={{ rows: 2 }} />;
  if (asked.error) return <p className="case-quiet">{say(words.failed)}</p>;
  const { items, available, mayMake } = asked.data;
  const offers = (isDue: boolean) => available.filter((each) => each.isDue === isDue);
  const button = (offer: (typeof available)[number]) => {
    const document = documentById(offer.document);
    const lacks = offer.missing
      .map((name) => say(declaration.fields[name]?.label ?? { zh: name, en: name }))
      .join(say({ zh: '、', en: ', ' }));
    return (
      document && (
        <li key={offer.document}>
          <Button type={offer.isDue ? 'primary' : 'default'} disabled={lacks !== ''} onClick={() => setMaking(document)}>
            {say(document.label)}
          </Button>
          {lacks !== '' && <span className="case-quiet">{say(words.lacks, { fields: lacks })}</span>}
        </li>
      )
    );
  };
  return (
    <div className="documents">
      {items.length === 0 && <p className="case-quiet">{say(available.length === 0 ? words.noForms : words.none)}</p>}
      <ol className="document-list">
        {items.toReversed().map((made) => (
          <DocumentRow key={made.id} made={made} onVoid={mayMake && made.voidedAt === null ? () => setVoiding(made) : undefined} />
        ))}
      </ol>
      {mayMake && offers(true).length > 0 && (
        <section className="not-printed">
          <h3>{say(words.due)}</h3>
          <ul className="document-offers">{offers(true).map(button)}</ul>
        </section>
      )}
      {mayMake && offers(false).length > 0 && (
        <section className="not-printed">
          <h3>{say(words.more)}</h3>
          <ul className="document-offers">{offers(false).map(button)}</ul>
        </section>
      )}
      {making && <MakeDocument type={declaration.id} caseId={id} document={making} close={() => setMaking(null)} />}
      {voiding && <VoidDialog type={declaration.id} caseId={id} made={voiding} close={() => setVoiding(null)} />}
    </div>
  );
}

function DocumentRow({ made, onVoid }: { made: MadeDocument; onVoid: (() => void) | undefined }) {
  const say = useText();
  return (
    <li className="document-row" data-void={made.voidedAt !== null || undefined}>
      <div className="document-what">
        <b>{say(made.label)}</b> {made.number && <span className="document-number">{made.number}</span>}
        <p className="case-quiet">{say(words.made, { at: dayAndTime(made.madeAt), by: made.madeBy, version: made.version })}</p>
        {made.voidedAt !== null && (
          <p className="document-voided">
            {say(words.voided, { why: made.voidedWhy ?? '', by: made.voidedBy ?? '', at: dayAndTime(made.voidedAt) })}
          </p>
        )}
        {made.pdf ? (
          <p className="case-quiet" title={made.pdf.sha256}>
            {say(words.hash, { hash: made.pdf.sha256.slice(0, 16) })}
          </p>
        ) : (
          <p className="case-quiet">{say(words.noPdf)}</p>
        )}
      </div>
      <div className="document-acts not-printed">
        {made.pdf && (
          <Button href={inlineAddress(made.pdf.fileId)} target="_blank" rel="noreferrer">
            {say(words.pdf)}
          </Button>
        )}
        <Button href={fileAddress(made.docx.fileId)}>{say(words.word)}</Button>
        {onVoid && (
          <Button type="text" danger onClick={onVoid}>
            {say(words.void)}
          </Button>
        )}
      </div>
    </li>
  );
}

interface VoidDialogProps {
  type: string;
  caseId: string;
  made: MadeDocument;
  close: () => void;
}

function VoidDialog({ type, caseId, made, close }: VoidDialogProps) {
  const say = useText();
  const reasonId = useId();
  const [why, setWhy] = useState('');
  const declareVoid = useVoidDocument(type, caseId);
  return (
    <Modal
      open
      title={say(words.voidTitle, { name: `${say(made.label)}${made.number ?? ''}` })}
      okText={say(words.void)}
      cancelText={say(words.cancel)}
      okButtonProps={{ danger: true, disabled: why.trim() === '' }}
      confirmLoading={declareVoid.isPending}
      onCancel={close}
      onOk={() => declareVoid.mutate({ id: made.id, why }, { onSuccess: close })}
    >
      <p>{say(words.voidText)}</p>
      <label htmlFor={reasonId}>{say(words.reason)}</label>
      <Input id={reasonId} value={why} maxLength={500} onChange={(event) => setWhy(event.target.value)} />
      <FormProblem error={declareVoid.error} />
    </Modal>
  );
}
