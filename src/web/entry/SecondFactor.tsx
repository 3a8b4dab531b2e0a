import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import { useText } from '#web/language/language.tsx';
import { AppSecret } from './AppSecret.tsx';
import { EntryField, EntryProblem } from './EntryFrame.tsx';
import { answerCode, canUsePasskeys, proposeApp, signInWithPasskey, type Halfway, type SignInAnswer } from './signIn.ts';

const words = defineWords({
  code: { zh: '动态口令', en: 'Code' },
  codeHint: { zh: '打开手机上的验证器，输入当前显示的 6 位数字', en: 'Open the authenticator app and type the 6 digits it shows now' },
  recovery: { zh: '恢复码', en: 'Recovery code' },
  recoveryHint: { zh: '手机不在身边时用，每个恢复码只能用一次', en: 'For when the phone is not at hand; each works once' },
  useRecovery: { zh: '手机不在身边？用恢复码', en: 'No phone at hand? Use a recovery code' },
  useApp: { zh: '用动态口令', en: 'Use the app' },
  usePasskey: { zh: '用通行密钥验证', en: 'Use a passkey' },
  submit: { zh: '验证并进入', en: 'Check and enter' },
  enrol: {
    zh: '您的角色要求两种验证方式。请用手机验证器扫描二维码，再输入它显示的 6 位数字。',
    en: 'Your role needs a second factor. Scan the code with an authenticator app and type the 6 digits it shows.',
  },
  back: { zh: '返回，换账号登录', en: 'Back, use another account' },
  lost: { zh: '手机和恢复码都不在？请联系系统管理员重置。', en: 'Neither phone nor codes? The administrator can reset it.' },
});

/** The second factor after the password: code of an app, recovery code, passkey; or setting one up. */
export function SecondFactor({
  halfway,
  onAnswer,
  back,
}: {
  halfway: Halfway;
  onAnswer: (answer: SignInAnswer) => void;
  back: () => void;
}) {
  const say = useText();
  const hasApp = halfway.enrol || halfway.factors.includes('totp');
  const [isRecovery, setRecovery] = useState(!hasApp);
  const [code, setCode] = useState('');
  const proposal = useQuery({
    queryKey: ['enrolment', halfway.step],
    enabled: halfway.enrol,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    queryFn: () => proposeApp(halfway),
  });
  const check = useMutation({ mutationFn: () => answerCode(halfway, code), onSuccess: onAnswer, onError: () => setCode('') });
  const byPasskey = useMutation({ mutationFn: () => signInWithPasskey(halfway), onSuccess: onAnswer });
  const offersPasskey = halfway.factors.includes('passkey') && canUsePasskeys();

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        check.mutate();
      }}
    >
      <EntryProblem error={check.error ?? byPasskey.error ?? proposal.error} />
      {halfway.enrol && <p className="entry-lead">{say(words.enrol)}</p>}
      {proposal.data && <AppSecret proposal={proposal.data} />}
      {offersPasskey && (
        <Button block type="primary" size="large" loading={byPasskey.isPending} onClick={() => byPasskey.mutate()}>
          {say(words.usePasskey)}
        </Button>
      )}
      {(hasApp || halfway.factors.includes('recovery')) && (
        <>
          <EntryField
            label={isRecovery ? words.recovery : words.code}
            hint={<p className="entry-hint">{say(isRecovery ? words.recoveryHint : words.codeHint)}</p>}
          >
            {(props) => (
              <Input
                {...props}
                className="entry-code"
                autoFocus={!offersPasskey}
                autoComplete="one-time-code"
                inputMode={isRecovery ? 'text' : 'numeric'}
                maxLength={isRecovery ? 24 : 7}
                spellCheck={false}
                value={code}
                onChange={(event) => setCode(event.target.value)}
              />
            )}
          </EntryField>
          <Button
            block
            type={offersPasskey ? 'default' : 'primary'}
            size="large"
            htmlType="submit"
            loading={check.isPending}
            disabled={code.replaceAll(/[\s-]/g, '').length < 6}
          >
            {say(words.submit)}
          </Button>
        </>
      )}
      <p className="entry-ways">
        {hasApp && halfway.factors.includes('recovery') && (
          <Button
            type="link"
            onClick={() => {
              setRecovery(!isRecovery);
              setCode('');
            }}
          >
            {say(isRecovery ? words.useApp : words.useRecovery)}
          </Button>
        )}
        <Button type="link" onClick={back}>
          {say(words.back)}
        </Button>
      </p>
      {!halfway.enrol && <p className="entry-note">{say(words.lost)}</p>}
    </form>
  );
}
