import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Text } from '#kernel/language/text.ts';
import { useSession } from '#web/api/queries.ts';
import { Told } from '#web/cases/Told.tsx';
import { useText } from '#web/language/language.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { PageLink } from '#web/page/links.tsx';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { useFeedQuality, useFeedSecret, type FeedQuality } from './feedActs.ts';
import { feedWords as words } from './feedWords.ts';
import './departmentFeeds.css';

/** Below this a difference of clocks is that of the way. */
const shownSkewMs = 30_000;

/** How well platforms of departments can be read (部门平台): last success, latency, gaps, errors, readings a day. */
export default function DepartmentFeedsPage() {
  const t = useText();
  const list = useFeedQuality();
  const { data: me } = useSession();
  const mayWrite = me?.roles.some((role) => role === 'administrator' || role === 'dutyOfficer') ?? false;
  const feeds = list.data ?? [];
  return (
    <PageFrame title={words.title} summary={feeds.length > 0 ? t(words.count, { n: feeds.length }) : undefined} waitFor={[list]}>
      {feeds.length === 0 ? (
        <div className="panel feeds-panel">
          <h2>{t(words.none)}</h2>
          <p>
            {t(words.noneText)} <PageLink to="/registers/departmentFeeds">{t(words.register)}</PageLink>
          </p>
        </div>
      ) : (
        <ul className="feeds-list">
          {feeds.map((feed) => (
            <li key={feed.id} className="panel feeds-panel">
              <FeedPanel feed={feed} mayWrite={mayWrite} />
            </li>
          ))}
        </ul>
      )}
    </PageFrame>
  );
}

function FeedPanel({ feed, mayWrite }: { feed: FeedQuality; mayWrite: boolean }) {
  const t = useText();
  const { id, name, host, everySeconds, succeededAt, changedAt, latencyMs, skewMs, problem } = feed;
  const isBad = feed.active && (feed.failures > 0 || problem !== null);
  return (
    <>
      <div className="feeds-head">
        <h2>{name}</h2>
        <span className={isBad ? 'feeds-bad' : 'feeds-quiet'}>{t(stateOf(feed), { n: feed.failures })}</span>
        <code>{host}</code>
        <span className="feeds-quiet">{t(words.every, { n: everySeconds })}</span>
        <PageLink to={`/registers/departmentFeeds/${id}`}>{t(words.edit)}</PageLink>
      </div>
      {problem !== null && (
        <p className="feeds-bad" role="alert">
          ⚠ {problem}
        </p>
      )}
      <dl className="feeds-facts">
        <dt>{t(words.lastSuccess)}</dt>
        <dd>{succeededAt === null ? '—' : dayAndTime(succeededAt, true)}</dd>
        <dt>{t(words.lastNew)}</dt>
        <dd>{changedAt === null ? '—' : dayAndTime(changedAt, true)}</dd>
        <dt>{t(words.latency)}</dt>
        <dd>{latencyMs === null ? '—' : t(words.seconds, { n: (latencyMs / 1000).toFixed(1) })}</dd>
      </dl>
      {skewMs !== null && Math.abs(skewMs) > shownSkewMs && (
        <p className="feeds-bad">
          ⚠ {t(words.skew, { n: Math.round(Math.abs(skewMs) / 1000), way: t(skewMs > 0 ? words.ahead : words.behind) })}
        </p>
      )}
      {feed.headerName !== null && <Secret feed={feed} headerName={feed.headerName} mayWrite={mayWrite} />}
      {feed.days.length > 0 && <Days feed={feed} />}
    </>
  );
}

function stateOf({ active, failures, succeededAt, problem }: FeedQuality): Text {
  if (!active) return words.off;
  if (failures > 0) return words.failing;
  if (succeededAt === null) return words.waiting;
  return problem === null ? words.good : words.partly;
}

function Days({ feed }: { feed: FeedQuality }) {
  const t = useText();
  const heads = [
    words.day,
    words.readings,
    words.repeated,
    words.faults,
    words.attempts,
    words.failed,
    words.unchanged,
    words.gaps,
    words.slowest,
  ];
  return (
    <div className="feeds-days" tabIndex={0} role="region" aria-label={t(words.days, { name: feed.name })}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.en} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {feed.days.map((day) => (
            <tr key={day.day}>
              <th scope="row">{day.day}</th>
              <td>{day.readings}</td>
              <td>{day.repeated}</td>
              <td>{day.faults}</td>
              <td>{day.attempts}</td>
              <td className={day.failed > 0 ? 'feeds-bad' : ''}>{day.failed}</td>
              <td>{day.unchanged}</td>
              <td className={day.gaps > 0 ? 'feeds-bad' : ''}>
                {day.gaps === 0 ? 0 : t(words.gapText, { n: day.gaps, minutes: Math.round(day.gapSeconds / 60) })}
              </td>
              <td>{t(words.seconds, { n: (day.slowestMs / 1000).toFixed(1) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Secret({ feed, headerName, mayWrite }: { feed: FeedQuality; headerName: string; mayWrite: boolean }) {
  const t = useText();
  const act = useFeedSecret(feed.id);
  const [secret, setSecret] = useState('');
  const label = t(words.secretOf, { name: feed.name, header: headerName });
  return (
    <form
      className="feeds-secret"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate(secret, { onSuccess: () => setSecret('') });
      }}
    >
      <span className={feed.isSecretSet ? 'feeds-quiet' : 'feeds-bad'}>
        {t(feed.isSecretSet ? words.secretSet : words.secretMissing, { header: headerName })}
      </span>
      {mayWrite && (
        <>
          <Input.Password
            aria-label={label}
            placeholder={label}
            autoComplete="off"
            maxLength={2000}
            value={secret}
            onChange={(event) => setSecret(event.target.value)}
          />
          <Button htmlType="submit" disabled={secret === ''} loading={act.isPending}>
            {t(words.setSecret)}
          </Button>
          {feed.isSecretSet && (
            <Button danger onClick={() => act.mutate(null)}>
              {t(words.clearSecret)}
            </Button>
          )}
          <span className="feeds-quiet">{t(words.secretHint)}</span>
        </>
      )}
      <Told error={act.error} />
    </form>
  );
}
