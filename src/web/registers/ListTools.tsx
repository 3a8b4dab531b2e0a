import { Button, Checkbox, Input, Popover, Segmented, Select } from 'antd';
import { useEffect, useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { Field } from '#kernel/register/field.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { AreaPicker } from '#web/forms/AreaPicker.tsx';
import { useText } from '#web/language/language.tsx';
import type { Search } from '#web/page/links.tsx';
import { useIsPhone } from '#web/page/useIsPhone.ts';
import { type Density, useDensity } from './density.ts';
import type { ListState } from './listAddress.ts';
import { useCandidates } from './titles.ts';

const words = defineWords({
  search: { zh: '关键词', en: 'Keyword' },
  area: { zh: '行政区', en: 'Division' },
  filter: { zh: '筛选', en: 'Filters' },
  filterCount: { zh: '筛选（{n}）', en: 'Filters ({n})' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  columns: { zh: '列', en: 'Columns' },
  density: { zh: '行距', en: 'Row height' },
  wide: { zh: '宽松', en: 'Wide' },
  tight: { zh: '紧凑', en: 'Tight' },
});

interface ToolProps {
  declaration: RegisterDeclaration;
  state: ListState;
  change: (change: Search) => void;
}

/** Keyword, filters, columns and row height of a list. */
export function ListTools({ declaration, state, change }: ToolProps) {
  const say = useText();
  const isPhone = useIsPhone();
  const [density, setDensity] = useDensity();
  const filterable = Object.entries(declaration.fields).filter(([, field]) => ['choice', 'list', 'flag', 'reference'].includes(field.kind));

  const filters = (
    <>
      <AreaPicker
        aria-label={say(words.area)}
        placeholder={say(words.area)}
        value={state.filters.areaCode ?? null}
        onChange={(code) => change({ areaCode: code ?? undefined })}
      />
      {filterable.map(([name, field]) => (
        <FieldFilter key={name} field={field} value={state.filters[name]} onChange={(value) => change({ [name]: value })} />
      ))}
    </>
  );
  const count = Object.keys(state.filters).length;

  return (
    <div className="list-tools not-printed" role="search">
      <Keyword q={state.q} onChange={(q) => change({ q })} />
      {isPhone ? (
        <details className="list-filters">
          <summary>{say(count > 0 ? words.filterCount : words.filter, { n: count })}</summary>
          <div>{filters}</div>
        </details>
      ) : (
        <>
          {filters}
          <span className="list-tools-space" />
          <Popover
            trigger="click"
            placement="bottomRight"
            content={<ColumnChoice declaration={declaration} state={state} change={change} />}
          >
            <Button>{say(words.columns)}</Button>
          </Popover>
          <Segmented<Density>
            aria-label={say(words.density)}
            value={density}
            onChange={setDensity}
            options={[
              { value: 'wide', label: say(words.wide) },
              { value: 'tight', label: say(words.tight) },
            ]}
          />
        </>
      )}
    </div>
  );
}

const typingPauseMs = 300;

function Keyword({ q, onChange }: { q: string; onChange: (q: string) => void }) {
  const say = useText();
  const [typed, setTyped] = useState(q);
  const [seen, setSeen] = useState(q);
  // The address changed from elsewhere (back button, cleared filters).
  if (q !== seen) {
    setSeen(q);
    setTyped(q);
  }
  useEffect(() => {
    if (typed === q) return;
    const timer = setTimeout(() => onChange(typed), typingPauseMs);
    return () => clearTimeout(timer);
  }, [typed, q, onChange]);
  return (
    <Input
      type="search"
      className="list-keyword"
      allowClear
      aria-label={say(words.search)}
      placeholder={say(words.search)}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}

interface FilterProps {
  field: Field;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

function FieldFilter({ field, value, onChange }: FilterProps) {
  const say = useText();
  if (field.kind === 'reference') return <ReferenceFilter field={field} value={value} onChange={onChange} />;
  const options =
    field.kind === 'choice' || field.kind === 'list'
      ? Object.entries(field.options).map(([each, label]) => ({ value: each, label: say(label) }))
      : [
          { value: 'true', label: say(words.yes) },
          { value: 'false', label: say(words.no) },
        ];
  return <FilterSelect label={say(field.label)} options={options} value={value} onChange={onChange} />;
}

function ReferenceFilter({ field, value, onChange }: FilterProps & { field: Extract<Field, { kind: 'reference' }> }) {
  const say = useText();
  const { candidates } = useCandidates(field.register, '');
  const options = candidates.map((each) => ({ value: each.id, label: each.title }));
  return <FilterSelect label={say(field.label)} options={options} value={value} onChange={onChange} />;
}

interface FilterSelectProps {
  label: string;
  options: { value: string; label: string }[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

function FilterSelect({ label, options, value, onChange }: FilterSelectProps) {
  return (
    <Select<string | null>
      className="list-filter"
      allowClear
      showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
      popupMatchSelectWidth={false}
      aria-label={label}
      placeholder={label}
      options={options}
      value={value ?? null}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}

function ColumnChoice({ declaration, state, change }: ToolProps) {
  const say = useText();
  const names = Object.keys(declaration.fields);
  const options = Object.entries(declaration.fields).map(([value, field]) => ({
    value,
    label: say(field.label),
    disabled: value === declaration.title,
  }));
  return (
    <Checkbox.Group
      className="column-choice"
      options={options}
      value={state.columns}
      onChange={(chosen) => change({ columns: names.filter((name) => chosen.includes(name) || name === declaration.title).join(',') })}
    />
  );
}
