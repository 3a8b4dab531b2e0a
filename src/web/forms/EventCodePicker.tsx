import { Select } from 'antd';
import { useMemo } from 'react';
import { defineWords, type Text } from '#kernel/language/text.ts';
import { eventCode, eventCodes, type EventCode } from '#statutes/eventCodes.table.ts';
import { useLanguage, useText } from '#web/language/language.tsx';

// Chooses a kind of event (突发事件代码). Found by code and by name, in both languages whichever is shown.

const words = defineWords({
  choose: { zh: '输入名称或代码查找，如 洪水、11A01', en: 'Type a name or a code, e.g. flood, 11A01' },
  none: { zh: '没有匹配的事件类型', en: 'No kind of event matches' },
});

interface Group {
  code: string;
  name: Text;
  entries: EventCode[];
}

/** The top of the table (10000) stands for every kind and is no kind itself. */
const kinds = eventCodes.filter(({ code }) => code !== '10000');

/** Codes under their family (11A00), families of one under their category (12000). */
function groupKinds(): Group[] {
  const groups = new Map<string, Group>();
  for (const entry of kinds) {
    const family = entry.code.slice(0, 3);
    const isAlone = kinds.filter(({ code }) => code.startsWith(family)).length === 1;
    const code = isAlone ? `${entry.code.slice(0, 2)}000` : `${family}00`;
    const group = groups.get(code) ?? { code, name: eventCode(code)?.name ?? entry.name, entries: [] };
    group.entries.push(entry);
    groups.set(code, group);
  }
  return [...groups.values()];
}

const groups = groupKinds();
const searchText = ({ code, name }: { code: string; name: Text }) => `${code} ${name.zh} ${name.en}`.toLowerCase();

export interface EventCodePickerProps {
  value: string | null;
  onChange: (code: string | null) => void;
  id?: string;
  isInvalid?: boolean;
  allowClear?: boolean;
  placeholder?: string;
  'aria-label'?: string;
  'aria-describedby'?: string;
}

/** A select over every kind of event, grouped by family. */
export function EventCodePicker({ value, onChange, isInvalid = false, allowClear = false, placeholder, ...rest }: EventCodePickerProps) {
  const say = useText();
  const options = useMemo(
    () =>
      groups.map((group) => ({
        label: say(group.name),
        search: searchText(group),
        options: group.entries.map((entry) => ({
          value: entry.code,
          label: `${entry.code} ${say(entry.name)}`,
          search: searchText(entry),
        })),
      })),
    [say],
  );
  return (
    <Select
      {...rest}
      status={isInvalid ? 'error' : ''}
      allowClear={allowClear}
      showSearch={{ filterOption: (typed, option) => (option?.search ?? '').includes(typed.trim().toLowerCase()) }}
      placeholder={placeholder ?? say(words.choose)}
      notFoundContent={say(words.none)}
      options={options}
      value={value}
      onChange={(next: string | null | undefined) => onChange(next ?? null)}
    />
  );
}

/** Name of a kind of event, with its code; the bare code when the table lacks it. */
export function EventName({ code, withCode = false }: { code: string; withCode?: boolean }) {
  const say = useText();
  const known = eventCode(code);
  if (!known) return <>{code}</>;
  return (
    <>
      {say(known.name)}
      {withCode && <span className="unit"> {code}</span>}
    </>
  );
}

/** The same as plain words, for titles and files. */
export function useEventName(): (code: string) => string {
  const { language } = useLanguage();
  return (code) => eventCode(code)?.name[language] ?? code;
}
