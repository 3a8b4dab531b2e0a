import { Button, Skeleton } from 'antd';
import { type ReactNode, useEffect } from 'react';
import type { Role } from '#kernel/access/access.ts';
import { defineWords, type Text } from '#kernel/language/text.ts';
import { useSession } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { useConnection } from '#web/live/live.tsx';
import { useOffline } from '#web/offline/offlineState.ts';
import { dayAndTime } from './moments.ts';
import { EmptyState, ErrorState, NoPermission } from './states.tsx';

const words = defineWords({
  stale: {
    zh: '与服务器的连接已断开。页面内容停在断开之时；未发送的改动不会丢失，但请勿关闭本页。',
    en: 'The connection is down. The page shows how things stood then; unsent changes are kept as long as this page stays open.',
  },
  offline: {
    zh: '与服务器的连接已断开。可继续填写：保存的内容存在本机，联网后自动上报。',
    en: 'The connection is down. You can go on: what you save is kept on this device and sent when the network is back.',
  },
  keptAnswers: { zh: '本页显示的是 {at} 保存在本机的数据。', en: 'This page shows data kept on this device at {at}.' },
  refreshFailed: { zh: '刷新失败，显示的是此前的数据。', en: 'Refreshing failed; earlier data is shown.' },
  program: { zh: '安澜', en: 'Anlan' },
  retry: { zh: '重试', en: 'Retry' },
});

/** As much of a react-query result as a page needs for its states. */
export interface Asked {
  isPending: boolean;
  error: Error | null;
  data?: unknown;
  refetch: () => unknown;
}

export interface PageFrameProps {
  title: Text | string;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  /** Line under the title. */
  summary?: ReactNode;
  /** What the page waits for; loading and error states follow from it. */
  waitFor?: readonly Asked[];
  /** Set when there is nothing to show: says what to do next. */
  empty?: { when: boolean; text: Text; action?: ReactNode };
  /** Roles that may see the page; absent = everybody. */
  roles?: readonly Role[];
  /** `full`: no padding and no scrolling of its own (map, desk). */
  layout?: 'column' | 'full';
  children?: ReactNode;
}

/** The frame of a page with its states: loading, empty, error, no permission, offline. The title becomes the tab's title. */
export function PageFrame({ title, actions, summary, waitFor = [], empty, roles, layout = 'column', children }: PageFrameProps) {
  const say = useText();
  const { data: me } = useSession();
  const { state } = useConnection();
  const { servedAtMs, worker } = useOffline();
  const heading = typeof title === 'string' ? title : say(title);
  useTitle(heading);

  const isDenied = roles !== undefined && me !== undefined && me !== null && !me.roles.some((role) => roles.includes(role));
  const failed = waitFor.find((asked) => asked.error !== null && asked.data === undefined);
  const outdated = waitFor.find((asked) => asked.error !== null && asked.data !== undefined);
  const isWaiting = waitFor.some((asked) => asked.isPending);

  let content = children;
  if (isDenied) content = <NoPermission roles={roles} />;
  else if (failed?.error) content = <ErrorState error={failed.error} retry={() => void failed.refetch()} />;
  else if (isWaiting) content = <Skeleton active paragraph={{ rows: 6 }} className="page-loading" />;
  else if (empty?.when) content = <EmptyState text={empty.text} action={empty.action} />;

  return (
    <section className={`page page-${layout}`} aria-busy={isWaiting}>
      <header className={layout === 'full' ? 'unseen' : 'page-head'}>
        <div className="page-title">
          <h1>{heading}</h1>
          {summary !== undefined && <div className="page-summary">{summary}</div>}
        </div>
        {actions !== undefined && !isDenied && <div className="page-actions">{actions}</div>}
      </header>
      {state === 'offline' && (
        <p className="banner" role="status">
          {say(worker === 'ready' ? words.offline : words.stale)}
          {servedAtMs !== null && ` ${say(words.keptAnswers, { at: dayAndTime(servedAtMs, true) })}`}
        </p>
      )}
      {outdated && state !== 'offline' && (
        <p className="banner" role="status">
          {say(words.refreshFailed)}{' '}
          <Button size="small" onClick={() => void outdated.refetch()}>
            {say(words.retry)}
          </Button>
        </p>
      )}
      {content}
    </section>
  );
}

/** Sets the title of the browser tab while shown. */
export function useTitle(title: string): void {
  const say = useText();
  useEffect(() => {
    const name = say(words.program);
    document.title = title === '' ? name : `${title} · ${name}`;
  }, [title, say]);
}
