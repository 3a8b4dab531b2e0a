import { Button, Input, Select } from 'antd';
import { actWords } from '#kernel/journal/actWords.ts';
import { useText } from '#web/language/language.tsx';
import type { Search } from '#web/page/links.tsx';
import { cases, registers } from '#web/registers/declared.ts';
import { journalWords as words } from './journalWords.ts';

/** Who, what, about what, when; kept in the address. */
export function JournalFilters({ address, change }: { address: Search; change: (to: Search) => void }) {
  const say = useText();
  const { q, act, kind, from, to } = address;
  const acts = [
    ...Object.entries(actWords).map(([value, label]) => ({ value, label: say(label) })),
    ...cases.flatMap((declaration) =>
      Object.entries(declaration.actions).map(([id, action]) => ({
        value: `act:${id}`,
        label: `${say(declaration.singular)} · ${say(action.label)}`,
      })),
    ),
  ];
  const kinds = [...cases, ...registers].map(({ id, label }) => ({ value: id, label: say(label) }));
  const date = (name: 'from' | 'to', label: string, value: string | undefined) => (
    <label className="journal-date">
      <span>{label}</span>
      <Input type="date" value={value ?? ''} onChange={(event) => change({ [name]: event.target.value })} />
    </label>
  );
  return (
    <div className="panel case-panel journal-filters not-printed">
      <Input.Search
        allowClear
        defaultValue={q}
        placeholder={say(words.who)}
        aria-label={say(words.who)}
        onSearch={(value) => change({ q: value.trim() })}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={say(words.anyAct)}
        aria-label={say(words.act)}
        value={act ?? null}
        options={unique(acts)}
        onChange={(value: string | undefined) => change({ act: value ?? '' })}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={say(words.anySubject)}
        aria-label={say(words.subject)}
        value={kind ?? null}
        options={kinds}
        onChange={(value: string | undefined) => change({ kind: value ?? '', record: '' })}
      />
      {date('from', say(words.from), from)}
      {date('to', say(words.to), to)}
      {[q, act, kind, from, to].some(Boolean) && (
        <Button onClick={() => change({ q: '', act: '', kind: '', record: '', from: '', to: '' })}>{say(words.clear)}</Button>
      )}
    </div>
  );
}

/** Case types share names of actions: the first stands for all. */
function unique<T extends { value: string }>(options: readonly T[]): T[] {
  return [...new Map(options.toReversed().map((option) => [option.value, option])).values()].toReversed();
}
