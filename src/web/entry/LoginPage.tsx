import { useQueryClient } from '@tanstack/react-query';
import { Navigate, useRouter } from '@tanstack/react-router';
import { defineWords } from '#kernel/language/text.ts';
import { beginSession } from '#web/api/sessionEnd.ts';
import { useSetupState } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { useAddress } from '#web/page/links.tsx';
import { EntryFrame } from './EntryFrame.tsx';
import { insideAddress } from './insideAddress.ts';
import { LoginForm } from './LoginForm.tsx';

const words = defineWords({
  title: { zh: '登录', en: 'Log in' },
  forgotten: {
    zh: '忘记密码，或没有账号？请联系本单位系统管理员。',
    en: 'Password forgotten, or no account? Ask the administrator of your bureau.',
  },
});

export function LoginPage() {
  const say = useText();
  const client = useQueryClient();
  const router = useRouter();
  const [{ next }] = useAddress();
  const { data: setup } = useSetupState();
  if (setup?.needed) return <Navigate to="/setup" replace />;
  return (
    <EntryFrame title={words.title}>
      <LoginForm
        onDone={(me) => {
          beginSession(client, me);
          router.history.replace(insideAddress(next));
        }}
      />
      <p className="entry-note">{say(words.forgotten)}</p>
    </EntryFrame>
  );
}
