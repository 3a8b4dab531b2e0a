import { useMutation } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import { api } from '#web/api/client.ts';
import { AppSecret } from '#web/entry/AppSecret.tsx';
import type { TotpProposal } from '#web/entry/signIn.ts';
import { FormProblem, FormRow } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';

const words = defineWords({
  title: { zh: '用手机验证器扫码', en: 'Scan with an authenticator app' },
  code: { zh: '验证器显示的 6 位数字', en: 'The 6 digits the app shows' },
  tie: { zh: '绑定', en: 'Tie' },
  cancel: { zh: '取消', en: 'Cancel' },
});

/** Shows the secret once and ties the app by its first code. */
export function TieApp({
  proposal,
  onTied,
  close,
}: {
  proposal: TotpProposal;
  onTied: (recoveryCodes: string[]) => void;
  close: () => void;
}) {
  const say = useText();
  const [code, setCode] = useState('');
  const tie = useMutation({
    mutationFn: () => api.post<{ recoveryCodes: string[] }>('/me/factors/totp/confirmation', { code }),
    onSuccess: ({ recoveryCodes }) => onTied(recoveryCodes),
    onError: () => setCode(''),
  });
  const isComplete = /^\d{6}$/.test(code.replaceAll(' ', ''));
  return (
    <Modal
      open
      title={say(words.title)}
      okText={say(words.tie)}
      cancelText={say(words.cancel)}
      okButtonProps={{ disabled: !isComplete }}
      confirmLoading={tie.isPending}
      onOk={() => tie.mutate()}
      onCancel={close}
    >
      <AppSecret proposal={proposal} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isComplete) tie.mutate();
        }}
      >
        <FormRow label={words.code} error={null} isRequired isWide>
          {({ id }) => (
            <Input
              id={id}
              className="entry-code"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={7}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          )}
        </FormRow>
      </form>
      <FormProblem error={tie.error} />
    </Modal>
  );
}
