import { Input } from 'antd';
import { defineWords } from '#kernel/language/text.ts';
import { useText } from '#web/language/language.tsx';
import { EntryField } from './EntryFrame.tsx';
import { passwordRules } from './password.ts';

const words = defineWords({
  password: { zh: '密码', en: 'Password' },
  again: { zh: '再输一次密码', en: 'Password again' },
  differs: { zh: '两次输入不一致', en: 'The two differ' },
  met: { zh: '已满足', en: 'met' },
  open: { zh: '未满足', en: 'not yet' },
});

export interface PasswordPair {
  password: string;
  again: string;
}

/** A new password, typed twice, with its rules ticked off while typing. */
export function NewPassword({ value, onChange }: { value: PasswordPair; onChange: (pair: PasswordPair) => void }) {
  const say = useText();
  const rules = (
    <ul className="password-rules">
      {passwordRules(value.password).map((rule) => (
        <li key={rule.id} className={rule.isMet ? 'met' : ''}>
          <span aria-hidden="true">{rule.isMet ? '✓' : '○'}</span> {say(rule.text)}
          <span className="unseen"> ({say(rule.isMet ? words.met : words.open)})</span>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <EntryField label={words.password} hint={rules}>
        {(props) => (
          <Input.Password
            {...props}
            autoComplete="new-password"
            value={value.password}
            onChange={(event) => onChange({ ...value, password: event.target.value })}
          />
        )}
      </EntryField>
      <EntryField label={words.again} error={value.again !== '' && value.again !== value.password ? words.differs : null}>
        {(props) => (
          <Input.Password
            {...props}
            autoComplete="new-password"
            value={value.again}
            onChange={(event) => onChange({ ...value, again: event.target.value })}
          />
        )}
      </EntryField>
    </>
  );
}
