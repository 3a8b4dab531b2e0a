import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Popconfirm, Segmented } from 'antd';
import { useRef, useState } from 'react';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { registerById } from '#rooms/rooms.ts';
import { api } from '#web/api/client.ts';
import { NotFound } from '#web/frame/NotFound.tsx';
import { useText } from '#web/language/language.tsx';
import { PageLink, useParam } from '#web/page/links.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { ErrorState } from '#web/page/states.tsx';
import { PreviewTable } from './PreviewTable.tsx';
import type { PreviewRow, SheetImport, SheetPreview } from './sheetAnswers.ts';
import { sheetWords as words } from './sheetWords.ts';
import './sheets.css';

type Tab = PreviewRow['status'] | 'gone';

/** Excel into any register: look first, take row by row, undo afterwards. */
export function ImportPage() {
  const declaration = registerById(useParam('register'));
  return declaration ? <RegisterImport key={declaration.id} declaration={declaration} /> : <NotFound />;
}

function RegisterImport({ declaration }: { declaration: RegisterDeclaration }) {
  const say = useText();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [done, setDone] = useState<SheetImport | null>(null);
  const address = `/registers/${declaration.id}/import`;
  const history = useQuery({ queryKey: ['sheetImports', declaration.id], queryFn: () => api.get<{ items: SheetImport[] }>(address) });
  const refresh = () => client.invalidateQueries();
  const preview = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file);
      return api.post<SheetPreview>(`${address}/preview`, form);
    },
    onMutate: () => setDone(null),
  });
  const undo = useMutation({ mutationFn: (id: string) => api.post<null>(`${address}/${id}/undo`, {}), onSettled: refresh });

  return (
    <PageFrame
      title={say(words.title, { what: say(declaration.label).toLowerCase() })}
      roles={declaration.access.write}
      actions={
        <>
          <PageLink to={`/registers/${declaration.id}`}>{say(words.back)}</PageLink>
          <Button href={`/api/v1/registers/${declaration.id}.xlsx?template=1`} download>
            {say(words.template)}
          </Button>
          <Button type="primary" loading={preview.isPending} onClick={() => input.current?.click()}>
            {say(words.choose)}
          </Button>
        </>
      }
    >
      <input
        ref={input}
        className="unseen"
        type="file"
        tabIndex={-1}
        aria-label={say(words.choose)}
        accept=".xlsx"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) preview.mutate(file);
        }}
      />
      <p className="sheet-quiet">{say(preview.isPending ? words.reading : words.hint)}</p>
      {preview.error && <ErrorState error={preview.error} retry={() => input.current?.click()} />}
      {done && (
        <p className="banner" role="status">
          {say(words.done, { added: done.added, changed: done.changed, removed: done.removed })}
        </p>
      )}
      {preview.data && !done && (
        <Preview
          key={preview.data.importId}
          declaration={declaration}
          preview={preview.data}
          onDone={(made) => {
            setDone(made);
            void refresh();
          }}
        />
      )}
      <section className="panel sheet-panel">
        <h2>{say(words.history)}</h2>
        {undo.error && <ErrorState error={undo.error} />}
        {history.data?.items.length === 0 && <p className="sheet-quiet">{say(words.noHistory)}</p>}
        <ul className="sheet-history">
          {history.data?.items.map((made) => (
            <li key={made.id}>
              <span>
                <b>{made.file}</b> {dayAndTime(made.at)} {made.by}
                <br />
                {say(words.done, { added: made.added, changed: made.changed, removed: made.removed })}
              </span>
              {made.undoneAt ? (
                <span className="sheet-quiet">{say(words.undone)}</span>
              ) : (
                <Popconfirm
                  title={say(words.undoAsk)}
                  okText={say(words.yes)}
                  cancelText={say(words.no)}
                  onConfirm={() => undo.mutate(made.id)}
                >
                  <Button>{say(words.undo)}</Button>
                </Popconfirm>
              )}
            </li>
          ))}
        </ul>
      </section>
    </PageFrame>
  );
}

interface PreviewProps {
  declaration: RegisterDeclaration;
  preview: SheetPreview;
  onDone: (made: SheetImport) => void;
}

function Preview({ declaration, preview, onDone }: PreviewProps) {
  const say = useText();
  const of = (status: PreviewRow['status']) => preview.rows.filter((row) => row.status === status);
  const groups = { new: of('new'), changed: of('changed'), same: of('same'), faulty: of('faulty') };
  const [tab, setTab] = useState<Tab>(groups.faulty.length > 0 ? 'faulty' : groups.changed.length > 0 ? 'changed' : 'new');
  const [accepted, setAccepted] = useState(() => new Set([...groups.new, ...groups.changed].map(({ row }) => row)));
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const apply = useMutation({
    mutationFn: () =>
      api.post<SheetImport>(`/registers/${declaration.id}/import`, { importId: preview.importId, rows: [...accepted], gone: [...gone] }),
    onSuccess: onDone,
  });
  const accept = (rows: readonly number[], isAccepted: boolean) => {
    const next = new Set(accepted);
    for (const row of rows)
      if (isAccepted) next.add(row);
      else next.delete(row);
    setAccepted(next);
  };
  const n = accepted.size + gone.size;

  return (
    <section className="panel sheet-panel">
      <div className="sheet-tabs">
        <Segmented<Tab>
          value={tab}
          onChange={setTab}
          options={[
            { value: 'new', label: say(words.new, { n: groups.new.length }) },
            { value: 'changed', label: say(words.changed, { n: groups.changed.length }) },
            { value: 'faulty', label: say(words.faulty, { n: groups.faulty.length }) },
            { value: 'same', label: say(words.same, { n: groups.same.length }) },
            { value: 'gone', label: say(words.gone, { n: preview.gone.length }) },
          ]}
        />
        <Button type="primary" disabled={n === 0} loading={apply.isPending} onClick={() => apply.mutate()}>
          {say(words.apply, { n })}
        </Button>
      </div>
      {apply.error && <ErrorState error={apply.error} />}
      {tab === 'faulty' && <p className="sheet-quiet">{say(words.faultyHint)}</p>}
      {tab === 'gone' ? (
        <>
          <p className="sheet-quiet">{say(words.goneHint)}</p>
          <ul className="sheet-gone">
            {preview.gone.slice(0, 300).map(({ id, title }) => (
              <li key={id}>
                <Checkbox
                  checked={gone.has(id)}
                  onChange={(event) => setGone(new Set(event.target.checked ? [...gone, id] : [...gone].filter((other) => other !== id)))}
                >
                  {title}
                </Checkbox>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <PreviewTable declaration={declaration} rows={groups[tab]} accepted={accepted} onAccept={accept} />
      )}
    </section>
  );
}
