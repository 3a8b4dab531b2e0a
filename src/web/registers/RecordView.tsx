import { Button, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { AnyRecord, RegisterDeclaration } from '#kernel/register/register.ts';
import { isPosition } from '#kernel/register/check.ts';
import { applying } from '#kernel/register/conditions.ts';
import { hasAnyRole } from '#web/api/permission.ts';
import { useSession } from '#web/api/queries.ts';
import { useArchive } from '#web/api/registerQueries.ts';
import { FilesOf } from '#web/files/FilesOf.tsx';
import { fileWords } from '#web/files/fileWords.ts';
import { FormProblem } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import { type Asked, PageFrame } from '#web/page/PageFrame.tsx';
import { PageLink, useAddress } from '#web/page/links.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { AreaName, FieldCell } from '#web/tables/cells.tsx';
import { DemoTag } from '#web/theme/theme.tsx';
import { RecordPanel } from './PanelOf.tsx';
import { RecordHistory } from './RecordHistory.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { SensitiveValue } from './SensitiveValue.tsx';
import { titleOf } from './titles.ts';

const words = defineWords({
  edit: { zh: '编辑', en: 'Edit' },
  remove: { zh: '删除', en: 'Delete' },
  archive: { zh: '归档', en: 'Archive' },
  restore: { zh: '取消归档', en: 'Take out of the archive' },
  archived: { zh: '已归档', en: 'Archived' },
  print: { zh: '打印', en: 'Print' },
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
  const archive = useArchive(declaration.id, record.id);
  const isArchived = Boolean(record.archivedAt);
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
          {isArchived && <Tag>{say(words.archived)}</Tag>}
        </>
      }
      actions={
        <>
          <Button onClick={() => window.print()}>{say(words.print)}</Button>
          {mayWrite && (
            <>
              <Button loading={archive.isPending} onClick={() => archive.mutate({ archived: !isArchived, why: '' })}>
                {say(isArchived ? words.restore : words.archive)}
              </Button>
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
      <FormProblem error={archive.error} />
      <RecordPanel register={declaration.id} record={record} />
      <div className="record">
        <div className="record-main">
          <dl className="panel record-fields">
            {Object.entries(applying(declaration.fields, record)).map(([name, field]) => (
              <div key={name} className={field.kind === 'longText' ? 'record-field record-field-wide' : 'record-field'}>
                <dt>{say(field.label)}</dt>
                <dd>
                  {field.sensitive ? (
                    <SensitiveValue declaration={declaration} record={record} name={name} field={field} />
                  ) : (
                    <FieldCell field={field} value={record[name]} />
                  )}
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
          <section className="panel case-panel">
            <h2>{say(fileWords.title)}</h2>
            <FilesOf kind={declaration.id} id={record.id} />
          </section>
        </div>
        <RecordHistory declaration={declaration} id={record.id} />
      </div>
      {isRemoving && <RemoveDialog declaration={declaration} record={record} title={title} close={() => setRemoving(false)} />}
    </PageFrame>
  );
}
