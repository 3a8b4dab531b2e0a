import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { type Role, roles as roleNames } from '#kernel/access/access.ts';
import { defineWords, type Text } from '#kernel/language/text.ts';
import { useText } from '#web/language/language.tsx';
import { explain } from './explain.ts';

const words = defineWords({
  denied: { zh: '您没有查看本页的权限', en: 'You may not see this page' },
  deniedHow: { zh: '需要以下角色之一：{roles}。请联系系统管理员。', en: 'One of these roles is needed: {roles}. Ask the administrator.' },
  retry: { zh: '重试', en: 'Retry' },
});

/** Nothing there yet: says what to do next. */
export function EmptyState({ text, action }: { text: Text; action?: ReactNode }) {
  const say = useText();
  return (
    <div className="state">
      <p className="state-text">{say(text)}</p>
      {action !== undefined && <div className="state-action">{action}</div>}
    </div>
  );
}

/** What happened, what was kept, what to do. */
export function ErrorState({ error, retry }: { error: Error; retry?: () => void }) {
  const say = useText();
  const told = explain(error);
  return (
    <div className="state state-error" role="alert">
      <h2>{say(told.happened)}</h2>
      <p className="state-text">{say(told.kept)}</p>
      <p className="state-text">{say(told.next)}</p>
      <p className="state-code">{told.code}</p>
      {retry && (
        <div className="state-action">
          <Button type="primary" onClick={retry}>
            {say(words.retry)}
          </Button>
        </div>
      )}
    </div>
  );
}

export function NoPermission({ roles }: { roles: readonly Role[] }) {
  const say = useText();
  return (
    <div className="state" role="alert">
      <h2>{say(words.denied)}</h2>
      <p className="state-text">{say(words.deniedHow, { roles: roles.map((role) => say(roleNames[role])).join(' · ') })}</p>
    </div>
  );
}

/** A page whose code or data is on its way. */
export function PageLoading() {
  return (
    <div className="page page-column" aria-busy="true">
      <Skeleton active paragraph={{ rows: 6 }} className="page-loading" />
    </div>
  );
}
