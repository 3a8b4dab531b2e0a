import { Input, Modal, Select, TreeSelect } from 'antd';
import { useState } from 'react';
import { organisationKinds, treeOf, type Branch, type Organisation, type OrganisationKind } from '#kernel/organisation/organisation.ts';
import { defineWords } from '#kernel/language/text.ts';
import { AreaPicker } from '#web/forms/AreaPicker.tsx';
import { FormProblem, FormRow } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import { useKeep } from './useKeep.ts';

const words = defineWords({
  add: { zh: '新增单位', en: 'New organisation' },
  edit: { zh: '编辑单位', en: 'Edit the organisation' },
  name: { zh: '名称', en: 'Name' },
  kind: { zh: '类别', en: 'Kind' },
  parent: { zh: '上级单位', en: 'Stands under' },
  area: { zh: '行政区', en: 'Division' },
  phone: { zh: '办公电话', en: 'Office phone' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
});

interface OrganisationFormProps {
  before: Organisation | null;
  draft: Organisation;
  organisations: readonly Organisation[];
  close: () => void;
  onSaved: (saved: Organisation) => void;
}

const nodes = (branches: readonly Branch[], but: string): { value: string; title: string; children: object[] }[] =>
  branches
    .filter(({ organisation }) => organisation.id !== but)
    .map(({ organisation, below }) => ({ value: organisation.id, title: organisation.name, children: nodes(below, but) }));

export function OrganisationForm({ before, draft, organisations, close, onSaved }: OrganisationFormProps) {
  const say = useText();
  const [value, setValue] = useState(draft);
  const set = (part: Partial<Organisation>) => setValue((old) => ({ ...old, ...part }));
  const save = useKeep<Organisation>('/organisations', onSaved);
  return (
    <Modal
      open
      title={say(before ? words.edit : words.add)}
      okText={say(words.save)}
      cancelText={say(words.cancel)}
      okButtonProps={{ disabled: value.name.trim() === '' }}
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
        <FormRow label={words.kind} error={null} isRequired>
          {({ id }) => (
            <Select<OrganisationKind>
              id={id}
              value={value.kind}
              options={(Object.keys(organisationKinds) as OrganisationKind[]).map((kind) => ({
                value: kind,
                label: say(organisationKinds[kind]),
              }))}
              onChange={(kind) => set({ kind })}
            />
          )}
        </FormRow>
        <FormRow label={words.parent} error={null} isRequired={false}>
          {({ id }) => (
            <TreeSelect<string | null>
              id={id}
              allowClear
              treeDefaultExpandAll
              value={value.parentId}
              treeData={nodes(treeOf(organisations), value.id)}
              onChange={(parentId) => set({ parentId: parentId ?? null })}
            />
          )}
        </FormRow>
        <FormRow label={words.area} error={null} isRequired>
          {({ id }) => (
            <AreaPicker id={id} allowClear={false} value={value.areaCode} onChange={(areaCode) => areaCode && set({ areaCode })} />
          )}
        </FormRow>
        <FormRow label={words.phone} error={null} isRequired={false}>
          {({ id }) => <Input id={id} maxLength={40} value={value.phone} onChange={(event) => set({ phone: event.target.value })} />}
        </FormRow>
      </div>
      <FormProblem error={save.error} />
    </Modal>
  );
}
