import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Modal, Table } from 'antd';
import { useState } from 'react';
import { roles as roleNames } from '#kernel/access/access.ts';
import { defineWords } from '#kernel/language/text.ts';
import type { Account } from '#web/api/answers.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { useAccounts, useSession } from '#web/api/queries.ts';
import { FormProblem } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { useIsPhone } from '#web/page/useIsPhone.ts';
import { AreaName } from '#web/tables/cells.tsx';
import { AddAccount } from './AddAccount.tsx';
import { InvitationLink } from './InvitationLink.tsx';
import '#web/registers/registers.css';

const words = defineWords({
  title: { zh: '账号', en: 'Accounts' },
  summary: { zh: '{n} 个账号', en: '{n} accounts' },
  add: { zh: '新增账号', en: 'New account' },
  account: { zh: '账号', en: 'Account' },
  name: { zh: '姓名', en: 'Name' },
  roles: { zh: '角色', en: 'Roles' },
  area: { zh: '辖区', en: 'Area' },
  state: { zh: '状态', en: 'State' },
  active: { zh: '可登录', en: 'Active' },
  invited: { zh: '待设定密码', en: 'Invited' },
  deactivated: { zh: '已停用', en: 'Deactivated' },
  acts: { zh: '操作', en: 'Actions' },
  link: { zh: '生成新链接', en: 'New link' },
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
  const invite = useMutation({
    mutationFn: ({ id }: Account) => api.post<{ invitation: string }>(`/accounts/${id}/invitation`),
    onSuccess: ({ invitation }, { name }) => setInvited({ name, link: invitation }),
  });
  const add = (
    <Button type="primary" onClick={() => setAdding(true)}>
      {say(words.add)}
    </Button>
  );
  const roleList = ({ roles }: Account) => roles.map((role) => say(roleNames[role])).join(' · ');
  const acts = (each: Account) =>
    each.id === me?.accountId ? null : each.active ? (
      <>
        <Button size="small" type="text" onClick={() => invite.mutate(each)}>
          {say(words.link)}
        </Button>
        <Button size="small" type="text" danger onClick={() => setLeaving(each)}>
          {say(words.off)}
        </Button>
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
      <FormProblem error={invite.error ?? (leaving ? null : setActive.error)} />
      {isPhone ? (
        <ul className="record-cards">
          {accounts.data?.map((each) => (
            <li key={each.id} className="panel record-card">
              <b>{each.name}</b> {each.account} · {say(words[each.state])}
              <p>{roleList(each)}</p>
              <p className="record-card-area">
                <AreaName code={each.areaCode} />
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
              { key: 'roles', title: say(words.roles), render: (_value, each) => roleList(each) },
              { key: 'area', title: say(words.area), render: (_value, each) => <AreaName code={each.areaCode} /> },
              { key: 'state', title: say(words.state), render: (_value, each) => say(words[each.state]) },
              { key: 'acts', title: say(words.acts), width: 220, render: (_value, each) => acts(each) },
            ]}
          />
        </div>
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
