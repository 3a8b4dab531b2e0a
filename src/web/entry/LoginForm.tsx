import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { Me } from '#web/api/answers.ts';
import { useText } from '#web/language/language.tsx';
import { EntryField, EntryProblem } from './EntryFrame.tsx';
import { KeepCodes } from './KeepCodes.tsx';
import { SecondFactor } from './SecondFactor.tsx';
import { canUsePasskeys, isHalfway, signIn, signInWithPasskey, type Halfway, type SignInAnswer } from './signIn.ts';

const words = defineWords({
  account: { zh: '账号', en: 'Account' },
  password: { zh: '密码', en: 'Password' },
  submit: { zh: '登录', en: 'Log in' },
  passkey: { zh: '用通行密钥登录', en: 'Log in with a passkey' },
  or: { zh: '或', en: 'or' },
});

interface LoginFormProps {
  /** The account of a session that ran out: only its password is asked. */
  known?: string;
  /** Half-way in already, coming back from the single sign-on. */
  halfway?: Halfway | null;
  onDone: (me: Me) => void;
}

/** Account and password, then the second factor where there is one; or a passkey alone. */
export function LoginForm({ known = '', halfway: begun = null, onDone }: LoginFormProps) {
  const say = useText();
  const [account, setAccount] = useState(known);
  const [password, setPassword] = useState('');
  const [halfway, setHalfway] = useState<Halfway | null>(begun);
  const [kept, setKept] = useState<{ me: Me; codes: string[] } | null>(null);
  const goOn = (answer: SignInAnswer) => {
    if (isHalfway(answer)) setHalfway(answer.secondFactor);
    else if (answer.recoveryCodes) setKept({ me: answer.me, codes: answer.recoveryCodes });
    else onDone(answer.me);
  };
  const login = useMutation({ mutationFn: () => signIn(account.trim(), password), onSuccess: goOn });
  const byPasskey = useMutation({ mutationFn: () => signInWithPasskey(null), onSuccess: goOn });

  if (kept) return <KeepCodes codes={kept.codes} onKept={() => onDone(kept.me)} />;
  if (halfway)
    return (
      <SecondFactor
        halfway={halfway}
        onAnswer={goOn}
        back={() => {
          setHalfway(null);
          setPassword('');
        }}
      />
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        login.mutate();
      }}
    >
      <EntryProblem error={login.error ?? byPasskey.error} />
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
      {canUsePasskeys() && (
        <>
          <p className="entry-or">{say(words.or)}</p>
          <Button block size="large" loading={byPasskey.isPending} onClick={() => byPasskey.mutate()}>
            {say(words.passkey)}
          </Button>
        </>
      )}
    </form>
  );
}
