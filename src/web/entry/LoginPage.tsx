import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { Me } from '#web/api/answers.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { useSetupState } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { useAddress, useGo } from '#web/page/links.tsx';
import { EntryField, EntryFrame, EntryProblem } from './EntryFrame.tsx';

const words = defineWords({
  title: { zh: '登录', en: 'Log in' },
  account: { zh: '账号', en: 'Account' },
  password: { zh: '密码', en: 'Password' },
  submit: { zh: '登录', en: 'Log in' },
  forgotten: {
    zh: '忘记密码，或没有账号？请联系本单位系统管理员。',
    en: 'Password forgotten, or no account? Ask the administrator of your bureau.',
  },
});

export function LoginPage() {
  const say = useText();
  const client = useQueryClient();
  const router = useRouter();
  const go = useGo();
  const [{ next }] = useAddress();
  const { data: setup } = useSetupState();
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');

  useEffect(() => {
    if (setup?.needed) go('/setup');
    // `go` is new with every drawing of the page.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [setup?.needed]);

  const login = useMutation({
    mutationFn: () => api.post<{ me: Me }>('/session', { account: account.trim(), password }),
    onSuccess: ({ me }) => {
      client.setQueryData(keys.session(), me);
      router.history.replace(insideAddress(next));
    },
  });
  return (
    <EntryFrame title={words.title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          login.mutate();
        }}
      >
        <EntryProblem error={login.error} />
        <EntryField label={words.account}>
          {(props) => (
            <Input
              {...props}
              autoFocus
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              value={account}
              onChange={(event) => setAccount(event.target.value)}
            />
          )}
        </EntryField>
        <EntryField label={words.password}>
          {(props) => (
            <Input.Password
              {...props}
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </EntryField>
        <Button block type="primary" size="large" htmlType="submit" loading={login.isPending} disabled={account.trim() === '' || password === ''}>
          {say(words.submit)}
        </Button>
        <p className="entry-note">{say(words.forgotten)}</p>
      </form>
    </EntryFrame>
  );
}

/** Where to go after the login: only an address of Anlan itself, never one that leads away. */
export function insideAddress(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])/.test(next) ? next : '/';
}
