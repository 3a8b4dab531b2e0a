import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { Text } from '#kernel/language/text.ts';
import { cases, registerById, registers } from '#web/registers/declared.ts';
import { api, withQuery } from '#web/api/client.ts';
import { useAreas, useLayers, useSession } from '#web/api/queries.ts';
import { Told } from '#web/cases/Told.tsx';
import { useText } from '#web/language/language.tsx';
import { collectionPath } from '#web/registers/titles.ts';
import { installationWords as words, tableNames } from './installationWords.ts';

type Removed = Record<string, number>;
const everything = [...registers, ...cases];

/** The demo story: loaded or removed in one action. */
export function DemoStory() {
  const say = useText();
  const client = useQueryClient();
  const { data: me } = useSession();
  const [asking, setAsking] = useState<'load' | 'remove' | null>(null);
  const done = async () => {
    setAsking(null);
    await client.invalidateQueries();
  };
  const load = useMutation({ mutationFn: () => api.post<undefined>('/demo'), onSuccess: done });
  const remove = useMutation({ mutationFn: async () => (await api.remove<{ removed: Removed }>('/demo')).removed, onSuccess: done });
  const isLoaded = me?.demo ?? false;

  const ask = (what: 'load' | 'remove') => {
    load.reset();
    remove.reset();
    setAsking(what);
  };
  return (
    <section className="panel case-panel">
      <h2>{say(words.demo)}</h2>
      <p>{say(isLoaded ? words.demoOn : words.demoOff)}</p>
      {load.isSuccess && (
        <p role="status" className="installation-ready">
          ✓ {say(words.loaded)}
        </p>
      )}
      {remove.data && <RemovedRows removed={remove.data} />}
      <p className="installation-buttons">
        {isLoaded ? (
          <Button size="large" onClick={() => ask('remove')}>
            {say(words.remove)}
          </Button>
        ) : (
          <Button size="large" onClick={() => ask('load')}>
            {say(words.load)}
          </Button>
        )}
      </p>
      {asking === 'load' && (
        <Modal
          open
          title={say(words.loadTitle)}
          okText={say(words.load)}
          cancelText={say(words.cancel)}
          confirmLoading={load.isPending}
          onOk={() => load.mutate()}
          onCancel={() => setAsking(null)}
        >
          <p>{say(words.loadText)}</p>
          <Told error={load.error} />
        </Modal>
      )}
      {asking === 'remove' && (
        <Modal
          open
          title={say(words.removeTitle)}
          okText={say(words.remove)}
          okButtonProps={{ danger: true, type: 'default' }}
          cancelText={say(words.cancel)}
          confirmLoading={remove.isPending}
          onOk={() => remove.mutate()}
          onCancel={() => setAsking(null)}
        >
          <p>{say(words.removeText)}</p>
          <DemoCounts />
          <Told error={remove.error} />
        </Modal>
      )}
    </section>
  );
}

/** How many demo records there are of each kind. */
function DemoCounts() {
  const say = useText();
  const layers = useLayers();
  const areas = useAreas();
  const counts = useQueries({
    queries: everything.map(({ id }) => ({
      queryKey: ['demoCount', id],
      staleTime: 0,
      queryFn: async () => (await api.get<{ total: number }>(withQuery(collectionPath(id), { demo: true, limit: 1 }))).total,
    })),
  });
  if (counts.some(({ isPending }) => isPending)) return <p className="case-quiet">{say(words.counting)}</p>;
  const rows: { label: Text; n: number }[] = [
    ...everything.map(({ label }, at) => ({ label, n: counts[at]?.data ?? 0 })),
    { label: words.layers, n: (layers.data ?? []).filter(({ id, demo }) => demo && !registerById(id)).length },
    { label: words.areas, n: (areas.data ?? []).filter(({ demo }) => demo).length },
  ];
  return (
    <>
      <CountList rows={rows.filter(({ n }) => n > 0)} />
      {counts.some(({ error }) => error) && <p className="form-error">{say(words.countFailed)}</p>}
    </>
  );
}

function RemovedRows({ removed }: { removed: Removed }) {
  const say = useText();
  const rows = Object.entries(removed).map(([table, n]) => ({ label: tableLabel(table), n }));
  return (
    <div role="status">
      <p className="installation-ready">✓ {say(words.removed, { n: rows.reduce((sum, { n }) => sum + n, 0).toLocaleString('en-US') })}</p>
      <CountList rows={rows} />
    </div>
  );
}

/** A table of the database by the name its register or case has on the pages. */
function tableLabel(table: string): Text {
  const declared = everything.find(({ id }) => id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) === table);
  return declared?.label ?? tableNames[table] ?? { zh: table, en: table };
}

function CountList({ rows }: { rows: readonly { label: Text; n: number }[] }) {
  const say = useText();
  return (
    <ul className="installation-counts">
      {rows.map(({ label, n }) => (
        <li key={label.en}>
          {say(label)} <b>{n.toLocaleString('en-US')}</b>
        </li>
      ))}
    </ul>
  );
}
