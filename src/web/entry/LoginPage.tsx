import { useQueryClient } from '@tanstack/react-query';
import { Navigate, useRouter } from '@tanstack/react-router';
import { defineWords, type Text } from '#kernel/language/text.ts';
import { beginSession } from '#web/api/sessionEnd.ts';
import { useSetupState } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { useAddress } from '#web/page/links.tsx';
import { EntryFrame } from './EntryFrame.tsx';
import { insideAddress } from './insideAddress.ts';
import { LoginForm } from './LoginForm.tsx';
import type { FactorKind, Halfway } from './signIn.ts';

const words = defineWords({
  title: { zh: '登录', en: 'Log in' },
  forgotten: {
    zh: '忘记密码，或没有账号？请联系本单位系统管理员。',
    en: 'Password forgotten, or no account? Ask the administrator of your bureau.',
  },
  sso: { zh: '统一身份认证登录', en: 'Single sign-on' },
  or: { zh: '或', en: 'or' },
});

/** Why the single sign-on led back here. */
const problems: Record<string, Text> = {
  'sso-away': { zh: '统一身份认证暂时连不上，请用账号密码登录。', en: 'The single sign-on cannot be reached: use account and password.' },
  'sso-refused': { zh: '统一身份认证没有通过，请重试。', en: 'The single sign-on did not succeed: try again.' },
  'sso-unknown': {
    zh: '统一身份认证中的您在本系统没有账号，请联系系统管理员。',
    en: 'You have no account here under that sign-on: ask the administrator.',
  },
  'step-expired': { zh: '登录步骤已过期，请从头登录。', en: 'The step has expired: sign in from the beginning.' },
};

/** Half-way in: what the single sign-on left to ask, from the address. */
function halfwayOf(step: string | undefined, factors = ''): Halfway | null {
  if (!step) return null;
  const kinds = (['passkey', 'totp', 'recovery'] satisfies FactorKind[]).filter((kind) => factors.split(',').includes(kind));
  return { step, factors: kinds, enrol: kinds.length === 0 };
}

export function LoginPage() {
  const say = useText();
  const client = useQueryClient();
  const router = useRouter();
  const [{ next, step, factors, problem }] = useAddress();
  const { data: setup } = useSetupState();
  if (setup?.needed) return <Navigate to="/setup" replace />;
  return (
    <EntryFrame title={words.title}>
      {problem && problems[problem] && (
        <p className="entry-problem" role="alert">
          {say(problems[problem])}
        </p>
      )}
      <LoginForm
        halfway={halfwayOf(step, factors)}
        onDone={(me) => {
          beginSession(client, me);
          router.history.replace(insideAddress(next));
        }}
      />
      {setup?.sso && !step && (
        <>
          <p className="entry-or">{say(words.or)}</p>
          <a className="entry-sso" href="/api/v1/session/sso">
            {say(words.sso)}
          </a>
        </>
      )}
      <p className="entry-note">{say(words.forgotten)}</p>
    </EntryFrame>
  );
}
