import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown, Modal, Table } from 'antd';
import { useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import { GrantList } from '#web/access/GrantList.tsx';
import type { Account } from '#web/api/answers.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { useAccounts, useSession } from '#web/api/queries.ts';
import { FormProblem } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { useIsPhone } from '#web/page/useIsPhone.ts';
import { AddAccount } from './AddAccount.tsx';
import { EditRights } from './EditRights.tsx';
import { InvitationLink } from './InvitationLink.tsx';
import { SecondFactorRule } from './SecondFactorRule.tsx';
import './organisations.css';
import '#web/registers/registers.css';

const words = defineWords({
  title: { zh: '账号', en: 'Accounts' },
  summary: { zh: '{n} 个账号', en: '{n} accounts' },
  add: { zh: '新增账号', en: 'New account' },
  account: { zh: '账号', en: 'Account' },
  name: { zh: '姓名', en: 'Name' },
  rights: { zh: '权限', en: 'Rights' },
  state: { zh: '状态', en: 'State' },
  active: { zh: '可登录', en: 'Active' },
  invited: { zh: '待设定密码', en: 'Invited' },
  deactivated: { zh: '已停用', en: 'Deactivated' },
  acts: { zh: '操作', en: 'Actions' },
  edit: { zh: '修改权限', en: 'Edit rights' },
  more: { zh: '更多', en: 'More' },
  link: { zh: '生成重设密码链接', en: 'Link for a new password' },
  endSessions: { zh: '退出其所有登录', en: 'Sign out everywhere' },
  resetFactor: { zh: '重置第二验证方式', en: 'Reset the second factor' },
  off: { zh: '停用', en: 'Deactivate' },
  on: { zh: '启用', en: 'Activate' },
  cancel: { zh: '取消', en: 'Cancel' },
  offTitle: { zh: '停用 {name} 的账号？', en: 'Deactivate the account of {name}?' },
  offText: {
    zh: '此人将立即退出登录，且不能再登录；其过去的操作记录保留。随时可以重新启用。',
    en: 'The person is logged out at once and cannot log in; what they did stays on record. The account can be activated again.',
  },
  empty: { zh: '还没有账号。点“新增账号”，把生成的链接交给同事。', en: 'No accounts yet. Make one and hand its link to a colleague.' },
});

/** Who may log in: accounts with roles and area; a new one comes with a link that works once. */
export default function AccountsPage() {
  const say = useText();
  const client = useQueryClient();
  const accounts = useAccounts();
  const isPhone = useIsPhone();
  const { data: me } = useSession();
  const [isAdding, setAdding] = useState(false);
  const [editing, setEditing] = useState<Account | null>(null);
  const [leaving, setLeaving] = useState<Account | null>(null);
  const [invited, setInvited] = useState<{ name: string; link: string } | null>(null);
  const renew = () => client.invalidateQueries({ queryKey: keys.accounts() });
  const setActive = useMutation({
    mutationFn: ({ id, active }: { id: string; active: boolean }) => api.patch(`/accounts/${id}`, { active }),
    onSuccess: async () => {
      await renew();
      setLeaving(null);
    },
  });
  const help = useMutation({ mutationFn: (path: string) => api.remove(path) });
  const invite = useMutation({
    mutationFn: ({ id }: Account) => api.post<{ invitation: string }>(`/accounts/${id}/invitation`),
    onSuccess: ({ invitation }, { name }) => setInvited({ name, link: invitation }),
  });
  const add = (
    <Button type="primary" onClick={() => setAdding(true)}>
      {say(words.add)}
    </Button>
  );
  const acts = (each: Account) =>
    each.active ? (
      <>
        <Button size="small" type="text" onClick={() => setEditing(each)}>
          {say(words.edit)}
        </Button>
        {each.id !== me?.accountId && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                { key: 'link', label: say(words.link), onClick: () => invite.mutate(each) },
                { key: 'sessions', label: say(words.endSessions), onClick: () => help.mutate(`/accounts/${each.id}/sessions`) },
                { key: 'factors', label: say(words.resetFactor), onClick: () => help.mutate(`/accounts/${each.id}/factors`) },
                { key: 'off', label: say(words.off), danger: true, onClick: () => setLeaving(each) },
              ],
            }}
          >
            <Button size="small" type="text">
              {say(words.more)} ▾
            </Button>
          </Dropdown>
        )}
      </>
    ) : (
      <Button size="small" type="text" onClick={() => setActive.mutate({ id: each.id, active: true })}>
        {say(words.on)}
      </Button>
    );

  return (
    <PageFrame
      title={words.title}
      roles={['administrator']}
      waitFor={[accounts]}
      summary={say(words.summary, { n: accounts.data?.length ?? 0 })}
      actions={add}
      empty={{ when: accounts.data?.length === 0, text: words.empty, action: add }}
    >
      <FormProblem error={invite.error ?? help.error ?? (leaving ? null : setActive.error)} />
      {isPhone ? (
        <ul className="record-cards">
          {accounts.data?.map((each) => (
            <li key={each.id} className="panel record-card">
              <b>{each.name}</b> {each.account} · {say(words[each.state])}
              <p>
                <GrantList grants={each.grants} />
              </p>
              {acts(each)}
            </li>
          ))}
        </ul>
      ) : (
        <div className="panel">
          <Table<Account>
            rowKey="id"
            dataSource={accounts.data ?? []}
            pagination={false}
            columns={[
              { key: 'name', title: say(words.name), dataIndex: 'name' },
              { key: 'account', title: say(words.account), dataIndex: 'account' },
              { key: 'rights', title: say(words.rights), render: (_value, each) => <GrantList grants={each.grants} /> },
              { key: 'state', title: say(words.state), render: (_value, each) => say(words[each.state]) },
              { key: 'acts', title: say(words.acts), width: 220, render: (_value, each) => acts(each) },
            ]}
          />
        </div>
      )}
      <SecondFactorRule />
      {editing && (
        <EditRights
          account={editing}
          close={() => setEditing(null)}
          onSaved={() => {
            setEditing(null);
            void renew();
          }}
        />
      )}
      {isAdding && me && (
        <AddAccount
          homeArea={me.areaCode}
          close={() => setAdding(false)}
          onAdded={(name, link) => {
            void renew();
            setAdding(false);
            setInvited({ name, link });
          }}
        />
      )}
      {invited && <InvitationLink {...invited} close={() => setInvited(null)} />}
      <Modal
        open={leaving !== null}
        title={say(words.offTitle, { name: leaving?.name ?? '' })}
        okText={say(words.off)}
        cancelText={say(words.cancel)}
        okButtonProps={{ danger: true }}
        confirmLoading={setActive.isPending}
        onOk={() => leaving && setActive.mutate({ id: leaving.id, active: false })}
        onCancel={() => setLeaving(null)}
      >
        <p>{say(words.offText)}</p>
        <FormProblem error={setActive.error} />
      </Modal>
    </PageFrame>
  );
}
