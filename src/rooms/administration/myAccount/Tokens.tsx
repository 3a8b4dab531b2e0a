import { useMutation } from '@tanstack/react-query';
import { Button, Modal, Popconfirm, Typography } from 'antd';
import { useState } from 'react';
import { namedScopes } from '#kernel/access/scope.ts';
import { defineWords } from '#kernel/language/text.ts';
import { scopeWords } from '#web/access/scopeWords.ts';
import type { ApiToken, OwnAccount } from '#web/api/accountQueries.ts';
import { api } from '#web/api/client.ts';
import { FormProblem } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import { dayAndTime, dayOf } from '#web/page/moments.ts';
import { AreaName } from '#web/tables/cells.tsx';
import { NewToken } from './NewToken.tsx';
import { Section, useRenewOwn } from './Section.tsx';

const words = defineWords({
  title: { zh: '接口令牌', en: 'API tokens' },
  lead: {
    zh: '给程序和设备用，代表您访问接口，权限不超过您本人。请求时放在 Authorization: Bearer 头中。',
    en: 'For programs and devices that act for you, never with more rights than yours. Sent in the header Authorization: Bearer.',
  },
  add: { zh: '新建令牌', en: 'New token' },
  none: { zh: '还没有令牌。', en: 'No tokens yet.' },
  until: { zh: '有效至 {day}', en: 'until {day}' },
  used: { zh: '上次使用 {at}', en: 'last used {at}' },
  never: { zh: '从未使用', en: 'never used' },
  revoke: { zh: '撤销', en: 'Revoke' },
  sure: { zh: '撤销后，用它的程序立即不能访问。', en: 'Programs that use it lose access at once.' },
  cancel: { zh: '取消', en: 'Cancel' },
  made: { zh: '令牌“{name}”', en: 'Token “{name}”' },
  once: { zh: '只显示这一次，请立即存入使用它的程序。', en: 'Shown this once: put it into the program that uses it now.' },
  close: { zh: '已保存，关闭', en: 'Saved, close' },
});

export function Tokens({ own }: { own: OwnAccount }) {
  const say = useText();
  const renew = useRenewOwn();
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<(ApiToken & { token: string }) | null>(null);
  const revoke = useMutation({ mutationFn: (id: string) => api.remove(`/me/tokens/${id}`), onSuccess: renew });
  return (
    <Section title={words.title} lead={words.lead} acts={<Button onClick={() => setOpen(true)}>{say(words.add)}</Button>}>
      <FormProblem error={revoke.error} />
      {own.tokens.length === 0 && <p className="account-lead">{say(words.none)}</p>}
      <ul className="account-list">
        {own.tokens.map((token) => (
          <li key={token.id}>
            <b>
              {token.name} <code>{token.start}…</code>
            </b>
            <span>
              {token.scopes.map((scope) => say(namedScopes[scope] ?? scopeWords(scope))).join(' · ')} · <AreaName code={token.areaCode} /> ·{' '}
              {say(words.until, { day: dayOf(token.expiresAt) })} ·{' '}
              {token.usedAt ? say(words.used, { at: dayAndTime(token.usedAt) }) : say(words.never)}
            </span>
            <Popconfirm
              title={say(words.sure)}
              okText={say(words.revoke)}
              cancelText={say(words.cancel)}
              onConfirm={() => revoke.mutate(token.id)}
            >
              <Button>{say(words.revoke)}</Button>
            </Popconfirm>
          </li>
        ))}
      </ul>
      {isOpen && (
        <NewToken
          homeArea={own.areaCode}
          close={() => setOpen(false)}
          onMade={(token) => {
            setOpen(false);
            setMade(token);
            void renew();
          }}
        />
      )}
      {made && (
        <Modal
          open
          title={say(words.made, { name: made.name })}
          closable={false}
          mask={{ closable: false }}
          keyboard={false}
          footer={
            <Button type="primary" onClick={() => setMade(null)}>
              {say(words.close)}
            </Button>
          }
        >
          <p>{say(words.once)}</p>
          <Typography.Paragraph copyable code>
            {made.token}
          </Typography.Paragraph>
        </Modal>
      )}
    </Section>
  );
}
