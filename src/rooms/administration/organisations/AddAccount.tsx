import { useMutation } from '@tanstack/react-query';
import { Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { type Role, roles as roleNames } from '#kernel/access/access.ts';
import { defineWords } from '#kernel/language/text.ts';
import { api } from '#web/api/client.ts';
import { accountPattern } from '#web/entry/password.ts';
import { AreaPicker } from '#web/forms/AreaPicker.tsx';
import { FormProblem, FormRow } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';

const words = defineWords({
  title: { zh: '新增账号', en: 'New account' },
  name: { zh: '姓名', en: 'Name' },
  account: { zh: '账号', en: 'Account' },
  accountHint: { zh: '字母、数字、点或横线，2 至 40 个字符；用于登录', en: 'Letters, digits, dot or dash, 2 to 40; used to log in' },
  roles: { zh: '角色', en: 'Roles' },
  area: { zh: '辖区', en: 'Area' },
  areaHint: { zh: '此人只能看到和处理该行政区内的记录', en: 'This person sees and handles only records inside this division' },
  create: { zh: '创建并生成邀请链接', en: 'Create and make the link' },
  cancel: { zh: '取消', en: 'Cancel' },
});

interface AddAccountProps {
  /** Division of the administrator, offered first. */
  homeArea: string;
  close: () => void;
  onAdded: (name: string, link: string) => void;
}

export function AddAccount({ homeArea, close, onAdded }: AddAccountProps) {
  const say = useText();
  const [account, setAccount] = useState('');
  const [name, setName] = useState('');
  const [roles, setRoles] = useState<Role[]>(['dutyOfficer']);
  const [areaCode, setAreaCode] = useState<string | null>(homeArea);
  const create = useMutation({
    mutationFn: () => api.post<{ invitation: string }>('/accounts', { account: account.trim(), name: name.trim(), roles, areaCode }),
    onSuccess: ({ invitation }) => onAdded(name.trim(), invitation),
  });
  const isComplete = accountPattern.test(account.trim()) && name.trim() !== '' && roles.length > 0 && areaCode !== null;
  return (
    <Modal
      open
      title={say(words.title)}
      okText={say(words.create)}
      cancelText={say(words.cancel)}
      okButtonProps={{ disabled: !isComplete }}
      confirmLoading={create.isPending}
      onOk={() => create.mutate()}
      onCancel={close}
    >
      <div className="form-fields form-fields-bare">
        <FormRow label={words.name} error={null} isRequired>
          {({ id }) => <Input id={id} autoFocus autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />}
        </FormRow>
        <FormRow label={words.account} hint={words.accountHint} error={null} isRequired>
          {({ id, describedBy }) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              autoCapitalize="none"
              autoComplete="off"
              value={account}
              onChange={(event) => setAccount(event.target.value)}
            />
          )}
        </FormRow>
        <FormRow label={words.roles} error={null} isRequired isWide>
          {({ labelledBy }) => (
            <div role="group" aria-labelledby={labelledBy}>
              <Checkbox.Group
                value={roles}
                onChange={setRoles}
                options={(Object.keys(roleNames) as Role[]).map((role) => ({ value: role, label: say(roleNames[role]) }))}
              />
            </div>
          )}
        </FormRow>
        <FormRow label={words.area} hint={words.areaHint} error={null} isRequired isWide>
          {({ id, describedBy }) => (
            <AreaPicker id={id} aria-describedby={describedBy} allowClear={false} value={areaCode} onChange={setAreaCode} />
          )}
        </FormRow>
      </div>
      <FormProblem error={create.error} />
    </Modal>
  );
}
