import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { Counter } from '#web/api/answers.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { Told } from '#web/cases/Told.tsx';
import { useText } from '#web/language/language.tsx';
import { PageLink } from '#web/page/links.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { installationWords as words, outcomeNames, reasonNames } from './installationWords.ts';

interface RefusedFrame {
  protocol: string;
  reason: string;
  at: string;
  remote: string;
  frame: string;
  message: string;
}

interface CountersAnswer {
  items: Counter[];
  frames?: RefusedFrame[];
  lag?: number;
}

const shownFrames = 20;

/** What became of everything that devices sent; nothing disappears without a number going up. */
export function IngestCounters() {
  const say = useText();
  const asked = useQuery({
    queryKey: [...keys.counters(), 'all'],
    refetchInterval: 15_000,
    queryFn: ({ signal }) => api.get<CountersAnswer>('/counters', { signal }),
  });
  const frames = [...(asked.data?.frames ?? [])].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <section className="panel case-panel">
      <div className="case-panel-head">
        <h2>{say(words.counters)}</h2>
        <span className="case-quiet">{say(words.countersHint)}</span>
      </div>
      {asked.isPending && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
      {!asked.data && <Told error={asked.error} />}
      {asked.data?.items.length === 0 && <p className="case-quiet">{say(words.noCounters)}</p>}
      {asked.data && asked.data.items.length > 0 && <CounterTable counters={asked.data.items} />}
      {asked.data?.lag !== undefined && (
        <p className="installation-lag">
          {say(words.lag)} <b>{asked.data.lag.toLocaleString('en-US')}</b>
        </p>
      )}
      {frames.length > 0 && (
        <details className="installation-frames">
          <summary>{say(words.frames, { n: frames.length })}</summary>
          <ul>
            {frames.slice(0, shownFrames).map((frame) => (
              <li key={`${frame.at} ${frame.frame}`}>
                <p>
                  <b>
                    {frame.protocol} · {say(reasonNames[frame.reason] ?? { zh: frame.reason, en: frame.reason })}
                  </b>{' '}
                  <span className="case-quiet">{say(words.frameMeta, { at: dayAndTime(frame.at, true), remote: frame.remote })}</span>
                </p>
                <p>{frame.message}</p>
                <code>{frame.frame}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function CounterTable({ counters }: { counters: readonly Counter[] }) {
  const say = useText();
  return (
    <table className="installation-table">
      <thead>
        <tr>
          <th scope="col">{say(words.protocol)}</th>
          <th scope="col">{say(words.outcome)}</th>
          <th scope="col">{say(words.reason)}</th>
          <th scope="col" className="installation-number">
            {say(words.count)}
          </th>
        </tr>
      </thead>
      <tbody>
        {counters.map(({ name, protocol, reason, count }) => (
          <tr key={`${protocol} ${name} ${reason}`}>
            <td>{protocol}</td>
            <td>
              {say(outcomeNames[name] ?? { zh: name, en: name })}
              {name === 'unknownDevice' && (
                <>
                  {' '}
                  <PageLink to="/quarantine">{say(words.devices)}</PageLink>
                </>
              )}
            </td>
            <td>{reason === '' ? '' : say(reasonNames[reason] ?? { zh: reason, en: reason })}</td>
            <td className="installation-number">{count.toLocaleString('en-US')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
