import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { defineWords, type Text } from '#kernel/language/text.ts';
import { eventCode, eventCodes, type EventCode } from '#statutes/eventCodes.table.ts';
import { useText } from '#web/language/language.tsx';

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

/**
 * Kinds that fit what was typed, the best first: code or whole name, then beginnings, then anything inside; last those whose
 * family fits. A single kind stands before its family, because that is what people look for.
 */
function find(typed: string): EventCode[] {
  const wanted = typed.trim().toLowerCase();
  const rank = ({ code, name }: EventCode): number => {
    const words = [code, name.zh, name.en].map((word) => word.toLowerCase());
    if (words.includes(wanted)) return 0;
    const isFamily = code.endsWith('00') ? 1 : 0;
    if (words.some((word) => word.startsWith(wanted))) return 1 + isFamily;
    if (words.some((word) => word.includes(wanted))) return 3 + isFamily;
    const family = groups.find((group) => group.code.slice(0, 3) === code.slice(0, 3));
    return family && `${family.name.zh} ${family.name.en}`.toLowerCase().includes(wanted) ? 5 : 9;
  };
  return kinds
    .map((kind) => ({ kind, at: rank(kind) }))
    .filter(({ at }) => at < 9)
    .sort((one, other) => one.at - other.at)
    .map(({ kind }) => kind);
}

interface Choice {
  label: string;
  value?: string;
  options?: { value: string; label: string }[];
}

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
  const [typed, setTyped] = useState('');
  const options = useMemo((): Choice[] => {
    const option = (kind: EventCode) => ({ value: kind.code, label: `${kind.code} ${say(kind.name)}` });
    if (typed.trim() !== '') return find(typed).map(option);
    return groups.map((group) => ({ label: say(group.name), options: group.entries.map(option) }));
  }, [say, typed]);
  // The chosen kind keeps its name whatever the list shows.
  const chosen = value === null ? null : { value, label: `${value} ${say(eventCode(value)?.name ?? { zh: '', en: '' })}` };
  return (
    <Select
      {...rest}
      status={isInvalid ? 'error' : ''}
      allowClear={allowClear}
      labelInValue
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      placeholder={placeholder ?? say(words.choose)}
      notFoundContent={say(words.none)}
      options={options}
      value={chosen}
      onChange={(next: { value: string } | null | undefined) => {
        setTyped('');
        onChange(next?.value ?? null);
      }}
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
