import { Button, Checkbox, Input, Modal, Popover } from 'antd';
import { useId, useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import type { SavedView } from '#kernel/register/savedView.ts';
import { newId } from '#web/api/newId.ts';
import { useSession } from '#web/api/queries.ts';
import { useDropView, useSaveView, useViews } from '#web/api/registerQueries.ts';
import { FormProblem } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import type { Search } from '#web/page/links.tsx';
import { setDensity, useDensity } from './density.ts';
import { type ListState, viewSearch } from './listAddress.ts';

const words = defineWords({
  views: { zh: '视图', en: 'Views' },
  none: {
    zh: '还没有保存的视图。筛选、排序、选好列之后，可保存下来随时打开。',
    en: 'No saved view yet. Filter, sort and choose columns, then keep them under a name.',
  },
  keep: { zh: '保存当前视图', en: 'Save this view' },
  name: { zh: '名称', en: 'Name' },
  share: { zh: '与本辖区所有人共享', en: 'Share with everybody of my area' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
  drop: { zh: '删除视图“{name}”', en: 'Delete view “{name}”' },
  by: { zh: '{name} 共享', en: 'shared by {name}' },
});

interface ViewMenuProps {
  declaration: RegisterDeclaration;
  state: ListState;
  change: (change: Search) => void;
}

/** Saved views of a list: open one, keep the present one, delete one's own. */
export function ViewMenu({ declaration, state, change }: ViewMenuProps) {
  const say = useText();
  const { data: views = [] } = useViews(declaration.id);
  const drop = useDropView(declaration.id);
  const [isOpen, setOpen] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const show = (view: SavedView) => {
    setDensity(view.state.density);
    change(viewSearch(view.state, state));
    setOpen(false);
  };
  const list = (
    <div className="view-menu">
      {views.length === 0 && <p>{say(words.none)}</p>}
      <ul>
        {views.map((view) => (
          <li key={view.id}>
            <Button type="text" onClick={() => show(view)}>
              {view.name}
              {!view.mine && <small>{say(words.by, { name: view.owner })}</small>}
            </Button>
            {view.mine && (
              <Button type="text" danger aria-label={say(words.drop, { name: view.name })} onClick={() => drop.mutate(view.id)}>
                ×
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Button
        block
        onClick={() => {
          setOpen(false);
          setSaving(true);
        }}
      >
        {say(words.keep)}
      </Button>
      <FormProblem error={drop.error} />
    </div>
  );
  return (
    <>
      <Popover trigger="click" placement="bottomRight" open={isOpen} onOpenChange={setOpen} content={list}>
        <Button>{say(words.views)}</Button>
      </Popover>
      {isSaving && <SaveDialog declaration={declaration} state={state} close={() => setSaving(false)} />}
    </>
  );
}

function SaveDialog({ declaration, state, close }: Omit<ViewMenuProps, 'change'> & { close: () => void }) {
  const say = useText();
  const fieldId = useId();
  const { data: me } = useSession();
  const [density] = useDensity();
  const [id] = useState(newId);
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  const save = useSaveView(declaration.id);
  const { q, sort, filters, columns } = state;
  const submit = () =>
    save.mutate(
      {
        id,
        name: name.trim(),
        sharedWith: isShared && me ? { areaCode: me.areaCode, role: null } : null,
        state: { q, sort, filters, columns, density },
      },
      { onSuccess: close },
    );
  return (
    <Modal
      open
      title={say(words.keep)}
      okText={say(words.save)}
      cancelText={say(words.cancel)}
      okButtonProps={{ disabled: name.trim() === '' }}
      confirmLoading={save.isPending}
      onCancel={close}
      onOk={submit}
    >
      <label htmlFor={fieldId}>{say(words.name)}</label>
      <Input id={fieldId} autoFocus maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
      <p>
        <Checkbox checked={isShared} onChange={(event) => setShared(event.target.checked)}>
          {say(words.share)}
        </Checkbox>
      </p>
      <FormProblem error={save.error} />
    </Modal>
  );
}
