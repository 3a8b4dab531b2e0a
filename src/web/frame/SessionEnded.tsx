import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { Me } from '#web/api/answers.ts';
import { beginSession } from '#web/api/sessionEnd.ts';
import { LoginForm } from '#web/entry/LoginForm.tsx';
import { useText } from '#web/language/language.tsx';
import { useGo } from '#web/page/links.tsx';

const words = defineWords({
  title: { zh: '登录已过期', en: 'The session has ended' },
  text: { zh: '请重新登录。页面和您填写的内容都在，登录后可继续。', en: 'Log in again. The page and what you typed are still here.' },
});

/** Asks for the password over the page when a session runs out, so nothing that was typed is lost. */
export default function SessionEnded({ before }: { before: Me }) {
  const say = useText();
  const client = useQueryClient();
  const go = useGo();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // The account is known; what is asked is the password.
    dialog.current?.querySelector<HTMLInputElement>('input[type=password]')?.focus();
  }, []);
  const enter = (me: Me) => {
    // Another person must not see what the first was allowed to.
    if (me.accountId !== before.accountId) {
      client.clear();
      go('/');
    }
    beginSession(client, me);
    void client.invalidateQueries();
  };
  return (
    <dialog ref={dialog} className="session-ended panel" aria-labelledby="session-ended" onCancel={(event) => event.preventDefault()}>
      <h2 id="session-ended">{say(words.title)}</h2>
      <p className="state-text">{say(words.text)}</p>
      <LoginForm known={before.account} onDone={enter} />
    </dialog>
  );
}
