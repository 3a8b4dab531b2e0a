import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReadingSource } from '#web/api/answers.ts';
import { api } from '#web/api/client.ts';
import { useReadiness, useVersion } from '#web/api/health.ts';
import { keys } from '#web/api/keys.ts';
import { useEndpoints, useSession } from '#web/api/queries.ts';
import { Told } from '#web/cases/Told.tsx';
import { useText } from '#web/language/language.tsx';
import { IngestTrouble } from '#web/live/IngestTrouble.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { DemoStory } from './DemoStory.tsx';
import { IngestCounters } from './IngestCounters.tsx';
import { installationWords as words } from './installationWords.ts';
import '#web/cases/cases.css';
import './installation.css';

/** How this installation runs, for the administrator. */
export default function InstallationPage() {
  const say = useText();
  return (
    <PageFrame title={words.title} roles={['administrator']}>
      <IngestTrouble />
      <div className="installation">
        <div className="installation-column">
          <State />
          <Endpoints />
          <Sources />
          <DemoStory />
          <Journal />
        </div>
        <div className="installation-column">
          <IngestCounters />
          <section className="panel case-panel">
            <h2>{say(words.documents)}</h2>
            <ul className="installation-links">
              <Document path="/api/v1/openapi.json" label={say(words.openapi)} />
              <Document path="/metrics" label={say(words.metrics)} />
              <Document path="/healthz" label={say(words.healthz)} />
              <Document path="/readyz" label={say(words.readyz)} />
              <Document path="/feeds/cap.atom" label={say(words.feed)} />
            </ul>
          </section>
        </div>
      </div>
    </PageFrame>
  );
}

function Document({ path, label }: { path: string; label: string }) {
  return (
    <li>
      <a href={path} target="_blank" rel="noreferrer">
        {label}
      </a>
      <code>{path}</code>
    </li>
  );
}

function State() {
  const say = useText();
  const { data: me } = useSession();
  const readiness = useReadiness();
  const version = useVersion();
  const { data, error } = readiness;
  const isReady = data?.isReady === true && !error;
  const told = error ? say(words.away) : data && say(data.isReady ? words.ready : words.notReady, { status: data.status });
  return (
    <section className="panel case-panel">
      <h2>{say(words.running)}</h2>
      {readiness.isPending ? (
        <Skeleton active title={false} paragraph={{ rows: 2 }} />
      ) : (
        <p className={isReady ? 'installation-ready' : 'installation-ready installation-unready'} role="status">
          <span aria-hidden="true">{isReady ? '✓' : '✗'}</span> {told}
          {data && !error && <span className="case-quiet"> {say(words.took, { ms: data.tookMs })}</span>}
          {data && data.detail !== '' && <span className="case-quiet"> {data.detail}</span>}
        </p>
      )}
      <dl className="case-facts">
        <div>
          <dt>{say(words.version)}</dt>
          <dd>{version.data ?? '—'}</dd>
        </div>
        <div>
          <dt>{say(words.county)}</dt>
          <dd>{me && `${say(me.county.name)} ${me.county.code}`}</dd>
        </div>
      </dl>
    </section>
  );
}

function Endpoints() {
  const say = useText();
  const endpoints = useEndpoints();
  return (
    <section className="panel case-panel">
      <h2>{say(words.endpoints)}</h2>
      {endpoints.isPending && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      <Told error={endpoints.error} />
      {endpoints.data?.length === 0 && <p className="case-quiet">{say(words.noEndpoints)}</p>}
      {endpoints.data && endpoints.data.length > 0 && (
        <table className="installation-table">
          <thead>
            <tr>
              <th scope="col">{say(words.protocol)}</th>
              <th scope="col">{say(words.address)}</th>
            </tr>
          </thead>
          <tbody>
            {endpoints.data.map(({ protocol, host, port, isTls }) => (
              <tr key={`${protocol} ${port}`}>
                <td>{isTls ? `${protocol} TLS` : protocol}</td>
                <td>
                  <code>
                    {host}:{port}
                  </code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Brokers that are read; nothing where there are none. */
function Sources() {
  const say = useText();
  const asked = useQuery({
    queryKey: keys.sources(),
    refetchInterval: 15_000,
    queryFn: async ({ signal }) => (await api.get<{ sources: ReadingSource[] }>('/endpoints', { signal })).sources,
  });
  if (!asked.data || asked.data.length === 0) return null;
  return (
    <section className="panel case-panel">
      <h2>{say(words.sources)}</h2>
      <ul>
        {asked.data.map(({ label, is, sinceMs, error }) => (
          <li key={label}>
            <code>{label}</code>{' '}
            <span className={is === 'connected' ? 'installation-ready' : 'installation-ready installation-unready'}>
              {say(is === 'connected' ? words.connected : words.waiting, { at: dayAndTime(sinceMs, true) })}
            </span>{' '}
            {error !== null && <span className="case-quiet">{error}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Journal() {
  const say = useText();
  return (
    <section className="panel case-panel">
      <h2>{say(words.journal)}</h2>
      <p>{say(words.journalText)}</p>
      <pre className="installation-command">npx anlan journal verify</pre>
      <p className="case-quiet">{say(words.journalResult)}</p>
    </section>
  );
}
