import { useMutation } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { defineWords, type Text } from '#kernel/language/text.ts';
import { FormProblem, FormRow } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';

const words = defineWords({
  password: { zh: '当前密码', en: 'Present password' },
  why: { zh: '改变登录方式前，请再输一次密码', en: 'Type the password again before the way to sign in is changed' },
  cancel: { zh: '取消', en: 'Cancel' },
});

interface AskPasswordProps<T> {
  title: Text;
  okText: Text;
  danger?: boolean;
  /** People of the single sign-on have no password to type. */
  hasPassword: boolean;
  isReady?: boolean;
  act: (password: string) => Promise<T>;
  onDone: (answer: T) => void;
  close: () => void;
  children?: ReactNode;
}

/** A dialog for whatever outlives the session: the password is asked again. */
export function AskPassword<T>({
  title,
  okText,
  danger = false,
  hasPassword,
  isReady = true,
  act,
  onDone,
  close,
  children,
}: AskPasswordProps<T>) {
  const say = useText();
  const [password, setPassword] = useState('');
  const work = useMutation({ mutationFn: () => act(password), onSuccess: onDone });
  const mayGo = isReady && (!hasPassword || password !== '');
  return (
    <Modal
      open
      title={say(title)}
      okText={say(okText)}
      cancelText={say(words.cancel)}
      okButtonProps={{ danger, disabled: !mayGo }}
      confirmLoading={work.isPending}
      onOk={() => work.mutate()}
      onCancel={close}
    >
      <form
        className="form-fields form-fields-bare account-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (mayGo) work.mutate();
        }}
      >
        {children}
        {hasPassword && (
          <FormRow label={words.password} hint={words.why} error={null} isRequired isWide>
            {({ id, describedBy }) => (
              <Input.Password
                id={id}
                aria-describedby={describedBy}
                autoComplete="current-password"
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
            )}
          </FormRow>
        )}
      </form>
      <FormProblem error={work.error} />
    </Modal>
  );
}
