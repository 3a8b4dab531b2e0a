import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { Me } from '#web/api/answers.ts';
import { api } from '#web/api/client.ts';
import { beginSession } from '#web/api/sessionEnd.ts';
import { useText } from '#web/language/language.tsx';
import { useAddress, useGo } from '#web/page/links.tsx';
import { EntryFrame, EntryProblem } from './EntryFrame.tsx';
import { LoginForm } from './LoginForm.tsx';
import { NewPassword, type PasswordPair } from './NewPassword.tsx';
import { isStrong } from './password.ts';
import { isHalfway, type Halfway, type SignInAnswer } from './signIn.ts';

const words = defineWords({
  title: { zh: '设定密码', en: 'Set your password' },
  lead: {
    zh: '管理员为您开通了账号。设定密码后直接进入。此链接只能使用一次。',
    en: 'An account was made for you. Set a password to come in. This link works once.',
  },
  noToken: { zh: '邀请链接不完整', en: 'The invitation link is cut' },
  noTokenHow: { zh: '请向管理员索取完整的链接。', en: 'Ask the administrator for the whole link.' },
  second: { zh: '第二验证方式', en: 'Second factor' },
  submit: { zh: '保存密码并进入', en: 'Save the password and enter' },
});

/** Takes up an invitation: the link an administrator handed over. */
export function InvitationPage() {
  const say = useText();
  const [{ token }] = useAddress();
  const [pair, setPair] = useState<PasswordPair>({ password: '', again: '' });
  const client = useQueryClient();
  const go = useGo();
  const [halfway, setHalfway] = useState<Halfway | null>(null);
  const enter = (me: Me) => {
    client.clear();
    beginSession(client, me);
    go('/');
  };
  const save = useMutation({
    mutationFn: () => api.post<SignInAnswer>('/invitation', { token, password: pair.password }),
    onSuccess: (answer) => (isHalfway(answer) ? setHalfway(answer.secondFactor) : enter(answer.me)),
  });
  if (halfway)
    return (
      <EntryFrame title={words.second}>
        <LoginForm halfway={halfway} onDone={enter} />
      </EntryFrame>
    );
  if (!token) return <EntryFrame title={words.noToken} lead={say(words.noTokenHow)} />;
  return (
    <EntryFrame title={words.title} lead={say(words.lead)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <EntryProblem error={save.error} />
        <NewPassword value={pair} onChange={setPair} />
        <Button
          block
          type="primary"
          size="large"
          htmlType="submit"
          loading={save.isPending}
          disabled={!isStrong(pair.password) || pair.password !== pair.again}
        >
          {say(words.submit)}
        </Button>
      </form>
    </EntryFrame>
  );
}
