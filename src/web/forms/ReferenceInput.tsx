import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import { useText } from '#web/language/language.tsx';
import { useCandidates, useChoices, useRecordTitle } from '#web/registers/titles.ts';
import type { InputProps } from './inputs.tsx';

const words = defineWords({
  choose: { zh: '输入名称查找', en: 'Type a name to find' },
  none: { zh: '没有匹配的记录', en: 'No record matches' },
});

/** Chooses a record of another register by its title; the server does the looking up. */
export function ReferenceInput({ id, describedBy, isInvalid, field, value, onChange }: InputProps<'reference'>) {
  const say = useText();
  const [keyword, setKeyword] = useState('');
  const { candidates, isPending } = useCandidates(field.register, useDeferredValue(keyword));
  const chosen = typeof value === 'string' ? value : null;
  const title = useRecordTitle(field.register, chosen);
  const choices = useChoices(field.register, useDeferredValue(keyword), chosen);
  const options = choices
    ? choices.map((each) => ({ value: each.id, label: `${each.title}（${each.detail}）` }))
    : candidates.map((each) => ({ value: each.id, label: each.title }));
  if (chosen !== null && !options.some((option) => option.value === chosen)) options.unshift({ value: chosen, label: title ?? chosen });
  return (
    <Select
      id={id}
      aria-describedby={describedBy}
      status={isInvalid ? 'error' : ''}
      allowClear={!field.required}
      showSearch={{ filterOption: false, onSearch: setKeyword }}
      loading={isPending}
      placeholder={say(words.choose)}
      notFoundContent={say(words.none)}
      options={options}
      value={chosen}
      onChange={(next: string | undefined) => onChange(next ?? null)}
    />
  );
}
