import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { Person } from '#kernel/organisation/organisation.ts';
import { defineWords } from '#kernel/language/text.ts';
import { useAccounts } from '#web/api/queries.ts';
import { FormProblem, FormRow } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import { useKeep } from './useKeep.ts';

const words = defineWords({
  add: { zh: '新增人员', en: 'New person' },
  edit: { zh: '编辑人员', en: 'Edit the person' },
  name: { zh: '姓名', en: 'Name' },
  phone: { zh: '电话', en: 'Phone' },
  account: { zh: '登录账号', en: 'Account' },
  accountHint: { zh: '关联后，此人所任岗位的权限在该账号生效', en: 'The rights of the posts held then count for this account' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
});

export function PersonForm({
  draft,
  taken,
  close,
  onSaved,
}: {
  draft: Person;
  /** Accounts that belong to somebody already. */
  taken: readonly string[];
  close: () => void;
  onSaved: () => void;
}) {
  const say = useText();
  const accounts = useAccounts();
  const [value, setValue] = useState(draft);
  const set = (part: Partial<Person>) => setValue((old) => ({ ...old, ...part }));
  const save = useKeep<Person>('/persons', onSaved);
  const free = accounts.data?.filter(({ id, active }) => active && (id === draft.accountId || !taken.includes(id))) ?? [];
  return (
    <Modal
      open
      title={say(draft.version === 0 ? words.add : words.edit)}
      okText={say(words.save)}
      cancelText={say(words.cancel)}
      okButtonProps={{ disabled: value.name.trim() === '' }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate(value)}
      onCancel={close}
    >
      <div className="form-fields form-fields-bare">
        <FormRow label={words.name} error={null} isRequired>
          {({ id }) => (
            <Input id={id} autoFocus maxLength={40} value={value.name} onChange={(event) => set({ name: event.target.value })} />
          )}
        </FormRow>
        <FormRow label={words.phone} error={null} isRequired={false}>
          {({ id }) => (
            <Input id={id} inputMode="tel" maxLength={40} value={value.phone} onChange={(event) => set({ phone: event.target.value })} />
          )}
        </FormRow>
        <FormRow label={words.account} hint={words.accountHint} error={null} isRequired={false} isWide>
          {({ id, describedBy }) => (
            <Select<string | null>
              id={id}
              aria-describedby={describedBy}
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              loading={accounts.isPending}
              value={value.accountId}
              options={free.map((each) => ({ value: each.id, label: `${each.name} ${each.account}` }))}
              onChange={(accountId) => set({ accountId: accountId ?? null })}
            />
          )}
        </FormRow>
      </div>
      <FormProblem error={save.error ?? accounts.error} />
    </Modal>
  );
}
