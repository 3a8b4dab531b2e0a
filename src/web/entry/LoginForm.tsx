import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { Me } from '#web/api/answers.ts';
import { api } from '#web/api/client.ts';
import { useText } from '#web/language/language.tsx';
import { EntryField, EntryProblem } from './EntryFrame.tsx';

const words = defineWords({
  account: { zh: '账号', en: 'Account' },
  password: { zh: '密码', en: 'Password' },
  submit: { zh: '登录', en: 'Log in' },
});

/** Account and password. `known` is the account of a session that ran out: only its password is asked. */
export function LoginForm({ known = '', onDone }: { known?: string; onDone: (me: Me) => void }) {
  const say = useText();
  const [account, setAccount] = useState(known);
  const [password, setPassword] = useState('');
  const login = useMutation({
    mutationFn: () => api.post<{ me: Me }>('/session', { account: account.trim(), password }),
    onSuccess: ({ me }) => onDone(me),
  });
  return (
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
            autoFocus={known === ''}
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
      <Button
        block
        type="primary"
        size="large"
        htmlType="submit"
        loading={login.isPending}
        disabled={account.trim() === '' || password === ''}
      >
        {say(words.submit)}
      </Button>
    </form>
  );
}
