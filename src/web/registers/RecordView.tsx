import { Button, Modal } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { AnyRecord, RegisterDeclaration } from '#kernel/register/register.ts';
import { isPosition } from '#kernel/register/check.ts';
import { hasAnyRole } from '#web/api/permission.ts';
import { useRemoveRecord, useSession } from '#web/api/queries.ts';
import { FormProblem } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import { type Asked, PageFrame } from '#web/page/PageFrame.tsx';
import { PageLink, useAddress, useGo } from '#web/page/links.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { AreaName, FieldCell } from '#web/tables/cells.tsx';
import { DemoTag } from '#web/theme/theme.tsx';
import { RecordHistory } from './RecordHistory.tsx';
import { titleOf } from './titles.ts';

const words = defineWords({
  edit: { zh: '编辑', en: 'Edit' },
  remove: { zh: '删除', en: 'Delete' },
  print: { zh: '打印', en: 'Print' },
  keep: { zh: '取消', en: 'Cancel' },
  removeTitle: { zh: '删除“{title}”？', en: 'Delete “{title}”?' },
  removeText: {
    zh: '记录将从列表中消失；它的历史仍保存在操作日志里。若有其他记录引用它，系统会拒绝并说明。',
    en: 'The record leaves the lists; its history stays in the journal. If other records refer to it, the program refuses and says which.',
  },
  area: { zh: '行政区', en: 'Division' },
  updated: { zh: '{name} 于 {at} 更新', en: 'Updated by {name} at {at}' },
});

const PlaceMap = lazy(() => import('./PlaceMap.tsx'));

/** A record with everything on file about it, and its history. */
export function RecordView({ declaration, record, asked }: { declaration: RegisterDeclaration; record: AnyRecord; asked: Asked }) {
  const say = useText();
  const { data: me } = useSession();
  const [, changeAddress] = useAddress();
  const [isRemoving, setRemoving] = useState(false);
  const title = titleOf(declaration, record);
  const located = declaration.located === undefined ? null : record[declaration.located];
  const place = isPosition(located) ? located : null;
  const mayWrite = hasAnyRole(me, declaration.access.write);

  return (
    <PageFrame
      title={title === '' ? declaration.singular : title}
      roles={declaration.access.read}
      waitFor={[asked]}
      summary={
        <>
          <PageLink to={`/registers/${declaration.id}`}>{say(declaration.label)}</PageLink>
          {' · '}
          {say(words.updated, { name: record.updatedBy, at: dayAndTime(record.updatedAt) })} <DemoTag shown={record.demo} />
        </>
      }
      actions={
        <>
          <Button onClick={() => window.print()}>{say(words.print)}</Button>
          {mayWrite && (
            <>
              <Button danger onClick={() => setRemoving(true)}>
                {say(words.remove)}
              </Button>
              <Button type="primary" onClick={() => changeAddress({ mode: 'edit' })}>
                {say(words.edit)}
              </Button>
            </>
          )}
        </>
      }
    >
      <div className="record">
        <div className="record-main">
          <dl className="panel record-fields">
            {Object.entries(declaration.fields).map(([name, field]) => (
              <div key={name} className={field.kind === 'longText' ? 'record-field record-field-wide' : 'record-field'}>
                <dt>{say(field.label)}</dt>
                <dd>
                  <FieldCell field={field} value={record[name]} />
                </dd>
              </div>
            ))}
            <div className="record-field">
              <dt>{say(words.area)}</dt>
              <dd>
                <AreaName code={record.areaCode} />
              </dd>
            </div>
          </dl>
          {place && (
            <div className="panel record-map not-printed">
              <Suspense fallback={null}>
                <PlaceMap place={place} />
              </Suspense>
            </div>
          )}
        </div>
        <RecordHistory declaration={declaration} id={record.id} />
      </div>
      {isRemoving && <RemoveDialog declaration={declaration} record={record} title={title} close={() => setRemoving(false)} />}
    </PageFrame>
  );
}

interface RemoveDialogProps {
  declaration: RegisterDeclaration;
  record: AnyRecord;
  title: string;
  close: () => void;
}

function RemoveDialog({ declaration, record, title, close }: RemoveDialogProps) {
  const say = useText();
  const go = useGo();
  const remove = useRemoveRecord(declaration.id);
  return (
    <Modal
      open
      title={say(words.removeTitle, { title })}
      okText={say(words.remove)}
      cancelText={say(words.keep)}
      okButtonProps={{ danger: true }}
      confirmLoading={remove.isPending}
      onCancel={close}
      onOk={() => remove.mutate({ id: record.id, version: record.version }, { onSuccess: () => go(`/registers/${declaration.id}`) })}
    >
      <p>{say(words.removeText)}</p>
      <FormProblem error={remove.error} />
    </Modal>
  );
}
