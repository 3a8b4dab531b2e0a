import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import { api } from '#web/api/client.ts';
import { useText } from '#web/language/language.tsx';
import { PageLink, useAddress } from '#web/page/links.tsx';
import { EntryFrame, EntryProblem } from './EntryFrame.tsx';
import { NewPassword, type PasswordPair } from './NewPassword.tsx';
import { isStrong } from './password.ts';

const words = defineWords({
  title: { zh: '设定密码', en: 'Set your password' },
  lead: { zh: '管理员为您开通了账号。设定密码后即可登录。此链接只能使用一次。', en: 'An account was made for you. Set a password, then log in. This link works once.' },
  noToken: { zh: '邀请链接不完整', en: 'The invitation link is cut' },
  noTokenHow: { zh: '请向管理员索取完整的链接。', en: 'Ask the administrator for the whole link.' },
  submit: { zh: '保存密码', en: 'Save the password' },
  done: { zh: '密码已设定', en: 'The password is set' },
  login: { zh: '去登录', en: 'Log in' },
});

/** Takes up an invitation: the link an administrator handed over. */
export function InvitationPage() {
  const say = useText();
  const [{ token }] = useAddress();
  const [pair, setPair] = useState<PasswordPair>({ password: '', again: '' });
  const save = useMutation({ mutationFn: () => api.post('/invitation', { token, password: pair.password }) });
  if (!token) return <EntryFrame title={words.noToken} lead={say(words.noTokenHow)} children={null} />;
  if (save.isSuccess) {
    return (
      <EntryFrame title={words.done}>
        <PageLink to="/login">{say(words.login)}</PageLink>
      </EntryFrame>
    );
  }
  return (
    <EntryFrame title={words.title} lead={say(words.lead)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <EntryProblem error={save.error} />
        <NewPassword account="" value={pair} onChange={setPair} />
        <Button
          block
          type="primary"
          size="large"
          htmlType="submit"
          loading={save.isPending}
          disabled={!isStrong(pair.password, '') || pair.password !== pair.again}
        >
          {say(words.submit)}
        </Button>
      </form>
    </EntryFrame>
  );
}
