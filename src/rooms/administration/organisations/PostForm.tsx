import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { Post } from '#kernel/organisation/post.ts';
import { defineWords } from '#kernel/language/text.ts';
import { GrantsInput } from '#web/access/GrantsInput.tsx';
import { FormProblem, FormRow } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import { useKeep } from './useKeep.ts';

const words = defineWords({
  add: { zh: '新增岗位', en: 'New post' },
  edit: { zh: '编辑岗位', en: 'Edit the post' },
  name: { zh: '岗位名称', en: 'Post' },
  duties: { zh: '职责', en: 'Duties' },
  dutiesHint: { zh: '每行一项，注明依据', en: 'One a line, with its basis' },
  grants: { zh: '岗位权限', en: 'Rights of the post' },
  superior: { zh: '上级岗位', en: 'Post above' },
  superiorHint: { zh: '时限超期时逐级上报到这里', en: 'Where overdue deadlines climb to' },
  code: { zh: '岗位代号', en: 'Code' },
  codeHint: { zh: '业务流程按代号指定岗位时填写，小写字母开头', en: 'For case types that name a post; begins with a small letter' },
  codeWrong: { zh: '小写字母开头，字母和数字', en: 'A small letter first, then letters and digits' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
});

const codePattern = /^[a-z][a-zA-Z0-9]{1,39}$/;

export function PostForm({
  draft,
  posts,
  close,
  onSaved,
}: {
  draft: Post;
  posts: readonly Post[];
  close: () => void;
  onSaved: () => void;
}) {
  const say = useText();
  const [value, setValue] = useState<Post>({
    id: draft.id,
    organisationId: draft.organisationId,
    areaCode: draft.areaCode,
    name: draft.name,
    code: draft.code,
    duties: draft.duties,
    grants: draft.grants,
    superiorId: draft.superiorId,
    version: draft.version,
  });
  const set = (part: Partial<Post>) => setValue((old) => ({ ...old, ...part }));
  const save = useKeep<Post>('/posts', onSaved);
  const isCodeWrong = value.code !== null && !codePattern.test(value.code);
  return (
    <Modal
      open
      width={680}
      title={say(draft.version === 0 ? words.add : words.edit)}
      okText={say(words.save)}
      cancelText={say(words.cancel)}
      okButtonProps={{ disabled: value.name.trim() === '' || isCodeWrong }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate(value)}
      onCancel={close}
    >
      <div className="form-fields form-fields-bare">
        <FormRow label={words.name} error={null} isRequired isWide>
          {({ id }) => (
            <Input id={id} autoFocus maxLength={80} value={value.name} onChange={(event) => set({ name: event.target.value })} />
          )}
        </FormRow>
        <FormRow label={words.duties} hint={words.dutiesHint} error={null} isRequired={false} isWide>
          {({ id, describedBy }) => (
            <Input.TextArea
              id={id}
              aria-describedby={describedBy}
              autoSize={{ minRows: 3, maxRows: 10 }}
              maxLength={4000}
              value={value.duties}
              onChange={(event) => set({ duties: event.target.value })}
            />
          )}
        </FormRow>
        <FormRow label={words.grants} error={null} isRequired={false} isWide>
          {({ labelledBy }) => (
            <GrantsInput
              value={value.grants}
              onChange={(grants) => set({ grants })}
              first={{ role: 'dutyOfficer', areaCode: value.areaCode }}
              labelledBy={labelledBy}
            />
          )}
        </FormRow>
        <FormRow label={words.superior} hint={words.superiorHint} error={null} isRequired={false}>
          {({ id, describedBy }) => (
            <Select<string | null>
              id={id}
              aria-describedby={describedBy}
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              value={value.superiorId}
              options={posts.filter((post) => post.id !== value.id).map((post) => ({ value: post.id, label: post.name }))}
              onChange={(superiorId) => set({ superiorId: superiorId ?? null })}
            />
          )}
        </FormRow>
        <FormRow label={words.code} hint={words.codeHint} error={isCodeWrong ? words.codeWrong : null} isRequired={false}>
          {({ id, describedBy }) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              autoCapitalize="none"
              spellCheck={false}
              maxLength={40}
              value={value.code ?? ''}
              onChange={(event) => set({ code: event.target.value === '' ? null : event.target.value })}
            />
          )}
        </FormRow>
      </div>
      <FormProblem error={save.error} />
    </Modal>
  );
}
