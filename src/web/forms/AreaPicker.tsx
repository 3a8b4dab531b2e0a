import { TreeSelect } from 'antd';
import { useMemo } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import { useAreas } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { areaTree } from './areaTree.ts';
import type { InputProps } from './inputs.tsx';

const words = defineWords({
  choose: { zh: '选择行政区', en: 'Choose a division' },
  none: { zh: '没有匹配的行政区', en: 'No division matches' },
});

function useAreaTree() {
  const say = useText();
  const { data, isPending } = useAreas();
  const tree = useMemo(() => areaTree(data ?? [], say), [data, say]);
  return { tree, isPending, placeholder: say(words.choose), notFoundContent: say(words.none) };
}

export interface AreaPickerProps {
  value: string | null;
  onChange: (code: string | null) => void;
  id?: string;
  placeholder?: string;
  allowClear?: boolean;
  'aria-label'?: string;
  'aria-describedby'?: string;
}

/** Chooses one division from the county's tree. */
export function AreaPicker({ value, onChange, placeholder, allowClear = true, ...rest }: AreaPickerProps) {
  const { tree, isPending, placeholder: usual, notFoundContent } = useAreaTree();
  const roots = tree.map((node) => node.value);
  return (
    <TreeSelect<string | null>
      {...rest}
      key={roots.join()}
      value={value}
      allowClear={allowClear}
      loading={isPending}
      treeData={tree}
      treeDefaultExpandedKeys={roots}
      showSearch={{ treeNodeFilterProp: 'title' }}
      placeholder={placeholder ?? usual}
      notFoundContent={notFoundContent}
      popupMatchSelectWidth={false}
      onChange={(next) => onChange(next ?? null)}
    />
  );
}

/** One or several divisions. */
export function AreasInput({ id, describedBy, isInvalid, value, onChange }: InputProps<'areas'>) {
  const { tree, isPending, placeholder, notFoundContent } = useAreaTree();
  const codes = Array.isArray(value) ? (value as string[]) : [];
  const roots = tree.map((node) => node.value);
  return (
    <TreeSelect
      key={roots.join()}
      id={id}
      aria-describedby={describedBy}
      status={isInvalid ? 'error' : ''}
      multiple
      treeCheckable
      showCheckedStrategy={TreeSelect.SHOW_PARENT}
      value={codes}
      loading={isPending}
      treeData={tree}
      treeDefaultExpandedKeys={roots}
      showSearch={{ treeNodeFilterProp: 'title' }}
      placeholder={placeholder}
      notFoundContent={notFoundContent}
      onChange={(next: string[]) => onChange(next.length === 0 ? null : next)}
    />
  );
}
