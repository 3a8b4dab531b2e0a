import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { defineWords, type Text } from '#kernel/language/text.ts';
import type { OwnSession } from '#web/api/accountQueries.ts';
import { api } from '#web/api/client.ts';
import { leaveSession } from '#web/api/sessionEnd.ts';
import { FormProblem } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import { useGo } from '#web/page/links.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { deviceOf } from './device.ts';
import { Section, useRenewOwn } from './Section.tsx';

const words = defineWords({
  title: { zh: '登录的设备', en: 'Where I am signed in' },
  lead: { zh: '不认识的设备请立即结束，并修改密码。', en: 'End what you do not recognise, and change the password.' },
  here: { zh: '本设备', en: 'this device' },
  seen: { zh: '最近活动 {at}', en: 'last seen {at}' },
  since: { zh: '登录于 {at}', en: 'signed in {at}' },
  end: { zh: '结束', en: 'End' },
  all: { zh: '全部退出', en: 'Sign out everywhere' },
  allSure: { zh: '所有设备（含本设备）都退出登录？', en: 'Sign out on every device, this one too?' },
  cancel: { zh: '取消', en: 'Cancel' },
});

/** How somebody signed in; parts are joined by a plus. */
const methods: Record<string, Text> = {
  password: { zh: '密码', en: 'password' },
  totp: { zh: '动态口令', en: 'app code' },
  recovery: { zh: '恢复码', en: 'recovery code' },
  passkey: { zh: '通行密钥', en: 'passkey' },
  sso: { zh: '统一身份认证', en: 'single sign-on' },
  mfa: { zh: '对方已双重验证', en: 'two factors there' },
};

export function Sessions({ sessions }: { sessions: readonly OwnSession[] }) {
  const say = useText();
  const go = useGo();
  const client = useQueryClient();
  const renew = useRenewOwn();
  const end = useMutation({ mutationFn: (id: string) => api.remove(`/me/sessions/${id}`), onSuccess: renew });
  const endAll = useMutation({
    mutationFn: () => api.remove('/me/sessions'),
    onSuccess: () => {
      go('/login');
      leaveSession(client);
    },
  });
  const methodOf = (method: string) =>
    method
      .split('+')
      .map((part) => (methods[part] ? say(methods[part]) : part))
      .join(' + ');
  return (
    <Section
      title={words.title}
      lead={words.lead}
      acts={
        <Popconfirm title={say(words.allSure)} okText={say(words.all)} cancelText={say(words.cancel)} onConfirm={() => endAll.mutate()}>
          <Button danger loading={endAll.isPending}>
            {say(words.all)}
          </Button>
        </Popconfirm>
      }
    >
      <FormProblem error={end.error ?? endAll.error} />
      <ul className="account-list">
        {sessions.map((session) => (
          <li key={session.id}>
            <b>
              {say(deviceOf(session.agent))} {session.current && <span className="account-here">{say(words.here)}</span>}
            </b>
            <span>
              {session.from} · {methodOf(session.method)} · {say(words.since, { at: dayAndTime(session.createdAt) })} ·{' '}
              {say(words.seen, { at: dayAndTime(session.seenAt) })}
            </span>
            {!session.current && (
              <Button loading={end.isPending && end.variables === session.id} onClick={() => end.mutate(session.id)}>
                {say(words.end)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
