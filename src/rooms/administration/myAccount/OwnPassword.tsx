import { Button } from 'antd';
import { useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { OwnAccount } from '#web/api/accountQueries.ts';
import { api } from '#web/api/client.ts';
import { NewPassword, type PasswordPair } from '#web/entry/NewPassword.tsx';
import { isStrong } from '#web/entry/password.ts';
import { useText } from '#web/language/language.tsx';
import { AskPassword } from './AskPassword.tsx';
import { Section, useRenewOwn } from './Section.tsx';
import '#web/entry/entry.css';

const words = defineWords({
  title: { zh: '密码', en: 'Password' },
  change: { zh: '修改密码', en: 'Change the password' },
  save: { zh: '保存新密码', en: 'Save the new password' },
  done: { zh: '密码已修改，其他设备已退出登录。', en: 'The password is changed; other devices are signed out.' },
  lead: { zh: '修改后，其他设备上的登录立即失效。', en: 'After a change, other devices are signed out at once.' },
  none: { zh: '您通过统一身份认证登录，密码在那里修改。', en: 'You sign in by the single sign-on; the password is changed there.' },
});

export function OwnPassword({ own }: { own: OwnAccount }) {
  const say = useText();
  const renew = useRenewOwn();
  const [isOpen, setOpen] = useState(false);
  const [isDone, setDone] = useState(false);
  const [pair, setPair] = useState<PasswordPair>({ password: '', again: '' });
  const acts = own.hasPassword ? <Button onClick={() => setOpen(true)}>{say(words.change)}</Button> : undefined;
  return (
    <Section title={words.title} lead={own.hasPassword ? words.lead : words.none} acts={acts}>
      {isDone && (
        <p className="account-done" role="status">
          {say(words.done)}
        </p>
      )}
      {isOpen && (
        <AskPassword
          title={words.change}
          okText={words.save}
          hasPassword
          isReady={isStrong(pair.password) && pair.password === pair.again}
          act={(current) => api.post<void>('/me/password', { current, next: pair.password })}
          onDone={() => {
            setOpen(false);
            setDone(true);
            setPair({ password: '', again: '' });
            void renew();
          }}
          close={() => setOpen(false)}
        >
          <div className="form-row-wide">
            <NewPassword value={pair} onChange={setPair} />
          </div>
        </AskPassword>
      )}
    </Section>
  );
}
