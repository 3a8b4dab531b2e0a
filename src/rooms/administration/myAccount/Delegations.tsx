import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { Grant } from '#kernel/access/access.ts';
import { beyond, undelegable } from '#kernel/access/delegation.ts';
import { defineWords } from '#kernel/language/text.ts';
import { GrantList } from '#web/access/GrantList.tsx';
import { GrantsInput } from '#web/access/GrantsInput.tsx';
import { useColleagues, type OwnAccount } from '#web/api/accountQueries.ts';
import { api } from '#web/api/client.ts';
import { useSession } from '#web/api/queries.ts';
import { FormProblem, FormRow } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import { dayAndTime, instantToWall, wallToInstant } from '#web/page/moments.ts';
import { Section, useRenewOwn } from './Section.tsx';

const words = defineWords({
  title: { zh: '授权代行', en: 'Delegations' },
  lead: {
    zh: '外出、休假时把自己的部分权限交给同事，到期自动收回。只能授出自己有的（系统管理员除外），您的权限缩小时对方随之缩小。',
    en: 'Hand part of your rights to a colleague while you are away; it ends by itself. Only what you hold, never the administrator role, and it shrinks with yours.',
  },
  add: { zh: '授权给同事', en: 'Hand something over' },
  none: { zh: '没有生效中的授权。', en: 'No delegation in force.' },
  given: { zh: '授予 {name}', en: 'to {name}' },
  received: { zh: '来自 {name}', en: 'from {name}' },
  until: { zh: '至 {at}', en: 'until {at}' },
  end: { zh: '收回', en: 'Take back' },
  giveUp: { zh: '退回', en: 'Give back' },
  to: { zh: '授予', en: 'To' },
  what: { zh: '授出的权限', en: 'What is handed over' },
  beyond: { zh: '超出您自己的权限', en: 'More than you hold yourself' },
  ends: { zh: '截止时间', en: 'Until' },
  why: { zh: '原因', en: 'Why' },
  save: { zh: '授权', en: 'Hand over' },
  cancel: { zh: '取消', en: 'Cancel' },
});

export function Delegations({ own }: { own: OwnAccount }) {
  const say = useText();
  const renew = useRenewOwn();
  const { data: me } = useSession();
  const [isOpen, setOpen] = useState(false);
  const end = useMutation({ mutationFn: (id: string) => api.remove(`/me/delegations/${id}`), onSuccess: renew });
  const isGiver = (id: string) => id === me?.accountId;
  return (
    <Section
      title={words.title}
      lead={words.lead}
      acts={
        <Button disabled={handable(own).length === 0} onClick={() => setOpen(true)}>
          {say(words.add)}
        </Button>
      }
    >
      <FormProblem error={end.error} />
      {own.delegations.length === 0 && <p className="account-lead">{say(words.none)}</p>}
      <ul className="account-list">
        {own.delegations.map((each) => (
          <li key={each.id}>
            <b>{isGiver(each.fromAccountId) ? say(words.given, { name: each.toName }) : say(words.received, { name: each.fromName })}</b>
            <span>
              <GrantList grants={each.grants} /> · {say(words.until, { at: dayAndTime(each.endsAt) })} · {each.why}
            </span>
            <Button loading={end.isPending && end.variables === each.id} onClick={() => end.mutate(each.id)}>
              {say(isGiver(each.fromAccountId) ? words.end : words.giveUp)}
            </Button>
          </li>
        ))}
      </ul>
      {isOpen && (
        <HandSomething
          own={own}
          close={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            void renew();
          }}
        />
      )}
    </Section>
  );
}

/** What one holds and may hand on. */
const handable = ({ grants }: OwnAccount) => grants.filter(({ role }) => !undelegable.includes(role));
const weekMs = 7 * 86_400_000;

function HandSomething({ own, close, onDone }: { own: OwnAccount; close: () => void; onDone: () => void }) {
  const say = useText();
  const colleagues = useColleagues();
  const [to, setTo] = useState<string | null>(null);
  const [grants, setGrants] = useState<Grant[]>(handable(own).slice(0, 1));
  const [until, setUntil] = useState(() => instantToWall(Date.now() + weekMs));
  const [why, setWhy] = useState('');
  const tooMuch = beyond(grants, own.grants).length > 0;
  const give = useMutation({
    mutationFn: () => api.post('/me/delegations', { toAccountId: to, grants, endsAt: wallToInstant(until), why: why.trim() }),
    onSuccess: onDone,
  });
  const isComplete = to !== null && grants.length > 0 && !tooMuch && until !== '' && why.trim() !== '';
  const [first] = handable(own);
  return (
    <Modal
      open
      title={say(words.add)}
      okText={say(words.save)}
      cancelText={say(words.cancel)}
      okButtonProps={{ disabled: !isComplete }}
      confirmLoading={give.isPending}
      onOk={() => give.mutate()}
      onCancel={close}
    >
      <div className="form-fields form-fields-bare account-form">
        <FormRow label={words.to} error={null} isRequired isWide>
          {({ id }) => (
            <Select
              id={id}
              showSearch={{ optionFilterProp: 'label' }}
              loading={colleagues.isPending}
              value={to}
              options={colleagues.data?.map((each) => ({ value: each.id, label: `${each.name} ${each.account}` })) ?? []}
              onChange={setTo}
            />
          )}
        </FormRow>
        <FormRow label={words.what} error={tooMuch ? words.beyond : null} isRequired isWide>
          {({ labelledBy }) =>
            first && (
              <GrantsInput
                value={grants}
                onChange={setGrants}
                first={first}
                roles={[...new Set(handable(own).map(({ role }) => role))]}
                labelledBy={labelledBy}
              />
            )
          }
        </FormRow>
        <FormRow label={words.ends} error={null} isRequired>
          {({ id }) => <Input id={id} type="datetime-local" value={until} onChange={(event) => setUntil(event.target.value)} />}
        </FormRow>
        <FormRow label={words.why} error={null} isRequired>
          {({ id }) => <Input id={id} maxLength={200} value={why} onChange={(event) => setWhy(event.target.value)} />}
        </FormRow>
      </div>
      <FormProblem error={give.error ?? colleagues.error} />
    </Modal>
  );
}
