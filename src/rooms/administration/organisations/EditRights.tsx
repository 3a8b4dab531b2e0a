import { useMutation } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useState } from 'react';
import type { Grant } from '#kernel/access/access.ts';
import { defineWords } from '#kernel/language/text.ts';
import { GrantsInput } from '#web/access/GrantsInput.tsx';
import type { Account } from '#web/api/answers.ts';
import { api } from '#web/api/client.ts';
import { FormProblem, FormRow } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';

const words = defineWords({
  title: { zh: '{name} 的权限', en: 'Rights of {name}' },
  grants: { zh: '权限', en: 'Rights' },
  hint: {
    zh: '一人可在不同行政区有不同角色；岗位和授权代行带来的权限不在此列，改动最迟 15 秒生效。',
    en: 'One person may hold different roles in different divisions. What posts and delegations add is not listed here. Counts within 15 seconds.',
  },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
});

/** Which role of an account counts where. */
export function EditRights({ account, close, onSaved }: { account: Account; close: () => void; onSaved: () => void }) {
  const say = useText();
  const [grants, setGrants] = useState<Grant[]>(account.grants);
  const save = useMutation({ mutationFn: () => api.patch(`/accounts/${account.id}`, { grants }), onSuccess: onSaved });
  return (
    <Modal
      open
      width={680}
      title={say(words.title, { name: account.name })}
      okText={say(words.save)}
      cancelText={say(words.cancel)}
      okButtonProps={{ disabled: grants.length === 0 }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={close}
    >
      <div className="form-fields form-fields-bare">
        <FormRow label={words.grants} hint={words.hint} error={null} isRequired isWide>
          {({ labelledBy }) => (
            <GrantsInput
              value={grants}
              onChange={setGrants}
              first={{ role: 'viewer', areaCode: account.areaCode }}
              labelledBy={labelledBy}
            />
          )}
        </FormRow>
      </div>
      <FormProblem error={save.error} />
    </Modal>
  );
}
