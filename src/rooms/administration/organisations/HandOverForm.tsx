import { Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { holderAt, seats, type PostHolder, type Seat } from '#kernel/organisation/post.ts';
import { defineWords } from '#kernel/language/text.ts';
import type { Organisations, PostWithHolders } from '#web/api/accountQueries.ts';
import { FormProblem, FormRow } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import { useNow } from '#web/live/live.tsx';
import { instantToWall, wallToInstant } from '#web/page/moments.ts';
import { useKeep } from './useKeep.ts';

const words = defineWords({
  title: { zh: '{post}（{seat}）交接', en: 'Hand over {post} ({seat})' },
  present: { zh: '现任：{name}', en: 'Held by {name}' },
  vacant: { zh: '现在空缺', en: 'Vacant now' },
  what: { zh: '办理', en: 'What happens' },
  to: { zh: '由他人接任', en: 'Somebody takes over' },
  leave: { zh: '离任，暂时空缺', en: 'The holder leaves; vacant for now' },
  person: { zh: '接任人', en: 'Successor' },
  personHint: { zh: '岗位权限随交接转给接任人', en: 'The rights of the post go with it' },
  when: { zh: '何时', en: 'When' },
  now: { zh: '现在', en: 'Now' },
  later: { zh: '定于', en: 'At' },
  why: { zh: '原因', en: 'Why' },
  save: { zh: '办理', en: 'Do it' },
  cancel: { zh: '取消', en: 'Cancel' },
});

interface HandOverFormProps {
  post: PostWithHolders;
  seat: Seat;
  all: Organisations;
  close: () => void;
}

/** Hands a seat to somebody else, now or at a time; or lets it fall vacant. */
export function HandOverForm({ post, seat, all, close }: HandOverFormProps) {
  const say = useText();
  const nowMs = useNow(1000);
  const present = holderAt(post.holders, seat, nowMs);
  const [isLeaving, setLeaving] = useState(false);
  const [personId, setPerson] = useState<string | null>(null);
  const [at, setAt] = useState<string | null>(null);
  const [why, setWhy] = useState('');
  const hand = useKeep<object, { holders: PostHolder[] }>(`/posts/${post.id}/hand-over`, close);
  const vacate = useKeep<object, { holders: PostHolder[] }>(`/posts/${post.id}/vacate`, close);
  const go = () => {
    if (isLeaving && present) vacate.mutate({ holderId: present.id, why: why.trim() });
    else hand.mutate({ seat, personId, seenHolderId: present?.id ?? null, at: at === null ? null : wallToInstant(at), why: why.trim() });
  };
  const nameOf = (id: string) => all.organisations.find((each) => each.id === id)?.name ?? '';
  // People of the same organisation first.
  const people = all.persons.toSorted(
    (a, b) => Number(b.organisationId === post.organisationId) - Number(a.organisationId === post.organisationId),
  );
  return (
    <Modal
      open
      title={say(words.title, { post: post.name, seat: say(seats[seat]) })}
      okText={say(words.save)}
      cancelText={say(words.cancel)}
      okButtonProps={{ disabled: !isLeaving && personId === null }}
      confirmLoading={hand.isPending || vacate.isPending}
      onOk={go}
      onCancel={close}
    >
      <p>{present ? say(words.present, { name: present.personName }) : say(words.vacant)}</p>
      <div className="form-fields form-fields-bare">
        {present && (
          <FormRow label={words.what} error={null} isRequired isWide>
            {({ labelledBy }) => (
              <Radio.Group
                aria-labelledby={labelledBy}
                value={isLeaving}
                onChange={(event) => setLeaving(event.target.value === true)}
                options={[
                  { value: false, label: say(words.to) },
                  { value: true, label: say(words.leave) },
                ]}
              />
            )}
          </FormRow>
        )}
        {!isLeaving && (
          <>
            <FormRow label={words.person} hint={words.personHint} error={null} isRequired isWide>
              {({ id, describedBy }) => (
                <Select
                  id={id}
                  aria-describedby={describedBy}
                  showSearch={{ optionFilterProp: 'label' }}
                  value={personId}
                  options={people
                    .filter((person) => person.id !== present?.personId)
                    .map((person) => ({ value: person.id, label: `${person.name} · ${nameOf(person.organisationId)}` }))}
                  onChange={setPerson}
                />
              )}
            </FormRow>
            <FormRow label={words.when} error={null} isRequired isWide>
              {({ labelledBy }) => (
                <div className="post-when">
                  <Radio.Group
                    aria-labelledby={labelledBy}
                    value={at === null}
                    onChange={(event) => setAt(event.target.value === true ? null : instantToWall(nowMs))}
                    options={[
                      { value: true, label: say(words.now) },
                      { value: false, label: say(words.later) },
                    ]}
                  />
                  {at !== null && (
                    <Input type="datetime-local" aria-label={say(words.later)} value={at} onChange={(event) => setAt(event.target.value)} />
                  )}
                </div>
              )}
            </FormRow>
          </>
        )}
        <FormRow label={words.why} error={null} isRequired={false} isWide>
          {({ id }) => <Input id={id} maxLength={500} value={why} onChange={(event) => setWhy(event.target.value)} />}
        </FormRow>
      </div>
      <FormProblem error={hand.error ?? vacate.error} />
    </Modal>
  );
}
