import { Button, Checkbox, Input, Popover, Segmented, Select } from 'antd';
import { memo, useEffect, useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { Field, FieldKind } from '#kernel/register/field.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { useDictionary } from '#web/api/registerQueries.ts';
import { AreaPicker } from '#web/forms/AreaPicker.tsx';
import { useText } from '#web/language/language.tsx';
import type { Search } from '#web/page/links.tsx';
import { useIsPhone } from '#web/page/useIsPhone.ts';
import { type Density, useDensity } from './density.ts';
import { listedFields, rangeEnds, type ListState } from './listAddress.ts';
import { useCandidates } from './titles.ts';
import { ViewMenu } from './ViewMenu.tsx';

const words = defineWords({
  search: { zh: '关键词', en: 'Keyword' },
  area: { zh: '行政区', en: 'Division' },
  filter: { zh: '筛选', en: 'Filters' },
  filterCount: { zh: '筛选（{n}）', en: 'Filters ({n})' },
  more: { zh: '更多筛选', en: 'More filters' },
  moreCount: { zh: '更多筛选（{n}）', en: 'More filters ({n})' },
  archive: { zh: '归档', en: 'Archive' },
  archivedOnly: { zh: '仅看已归档', en: 'Archived only' },
  archivedToo: { zh: '含已归档', en: 'With archived' },
  least: { zh: '不小于', en: 'at least' },
  most: { zh: '不大于', en: 'at most' },
  from: { zh: '{what} 从', en: '{what} from' },
  to: { zh: '{what} 至', en: '{what} to' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  columns: { zh: '列', en: 'Columns' },
  density: { zh: '行距', en: 'Row height' },
  wide: { zh: '宽松', en: 'Wide' },
  tight: { zh: '紧凑', en: 'Tight' },
});

/** Kinds that are filtered by choosing. */
const chosenKinds: readonly FieldKind[] = ['choice', 'list', 'flag', 'reference', 'areas'];
/** So many of them stand in the line, the others behind a button. */
const filtersInLine = 3;

interface ToolProps {
  declaration: RegisterDeclaration;
  state: ListState;
  change: (change: Search) => void;
}

/** Keyword, filters, columns and row height of a list. Not drawn again when only more rows have come. */
export const ListTools = memo(function ListTools({ declaration, state, change }: ToolProps) {
  const say = useText();
  const isPhone = useIsPhone();
  const [density, setDensity] = useDensity();
  const chosen = Object.entries(declaration.fields).filter(([, { kind, sensitive }]) => chosenKinds.includes(kind) && !sensitive);
  const listed = new Set(listedFields(declaration.fields));
  const first = chosen.filter(([name]) => listed.has(name)).slice(0, filtersInLine);
  const more = chosen.filter((each) => !first.some(([name]) => name === each[0]));
  const ranged = Object.entries(declaration.fields).filter(([, field]) => rangeEnds(field).length > 0 && !field.sensitive);
  const select = ([name, field]: [string, Field]) => (
    <FieldFilter key={name} field={field} value={state.filters[name]} onChange={(value) => change({ [name]: value })} />
  );

  const usual = (
    <>
      <AreaPicker
        aria-label={say(words.area)}
        placeholder={say(words.area)}
        value={state.filters.areaCode ?? null}
        onChange={(code) => change({ areaCode: code ?? undefined })}
      />
      {first.map(select)}
    </>
  );
  const others = (
    <>
      {more.map(select)}
      {ranged.map(([name, field]) => (
        <RangeFilter key={name} name={name} field={field} filters={state.filters} change={change} />
      ))}
      <FilterSelect
        label={say(words.archive)}
        options={[
          { value: 'only', label: say(words.archivedOnly) },
          { value: 'all', label: say(words.archivedToo) },
        ]}
        value={state.archived === 'no' ? undefined : state.archived}
        onChange={(archived) => change({ archived })}
      />
    </>
  );
  const inLine = new Set(['areaCode', ...first.map(([name]) => name)]);
  const behind = Object.keys(state.filters).filter((name) => !inLine.has(name)).length + (state.archived === 'no' ? 0 : 1);
  const count = Object.keys(state.filters).length;

  return (
    <div className="list-tools not-printed" role="search">
      <Keyword q={state.q} onChange={(q) => change({ q })} />
      {isPhone ? (
        <details className="list-filters">
          <summary>{say(count > 0 ? words.filterCount : words.filter, { n: count })}</summary>
          <div>
            {usual}
            {others}
            <ViewMenu declaration={declaration} state={state} change={change} />
          </div>
        </details>
      ) : (
        <>
          {usual}
          <Popover trigger="click" placement="bottomLeft" content={<div className="more-filters">{others}</div>}>
            <Button>{say(behind > 0 ? words.moreCount : words.more, { n: behind })}</Button>
          </Popover>
          <span className="list-tools-space" />
          <ViewMenu declaration={declaration} state={state} change={change} />
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
});

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

interface RangeProps {
  name: string;
  field: Field;
  filters: Record<string, string>;
  change: (change: Search) => void;
}

/** From and to of a number or a day, both included. */
function RangeFilter({ name, field, filters, change }: RangeProps) {
  const say = useText();
  const isDay = field.kind === 'date' || field.kind === 'instant';
  const what = say(field.label);
  return (
    <div className="range-filter" role="group" aria-label={what}>
      <span>{what}</span>
      {rangeEnds(field).map((end, at) => (
        <Input
          key={end}
          type={isDay ? 'date' : 'number'}
          aria-label={say(at === 0 ? words.from : words.to, { what })}
          placeholder={say(at === 0 ? words.least : words.most)}
          value={filters[`${name}.${end}`] ?? ''}
          onChange={(event) => change({ [`${name}.${end}`]: event.target.value })}
        />
      ))}
    </div>
  );
}

interface FilterProps {
  field: Field;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

function FieldFilter({ field, value, onChange }: FilterProps) {
  const say = useText();
  const entries = useDictionary(field.kind === 'choice' ? (field.dictionary ?? null) : null);
  if (field.kind === 'reference') return <ReferenceFilter field={field} value={value} onChange={onChange} />;
  if (field.kind === 'areas')
    return (
      <AreaPicker
        aria-label={say(field.label)}
        placeholder={say(field.label)}
        value={value ?? null}
        onChange={(code) => onChange(code ?? undefined)}
      />
    );
  if (field.kind === 'choice' && field.dictionary) {
    const codes = entries.map(({ code, name }) => ({ value: code, label: `${code} ${say(name)}` }));
    return <FilterSelect label={say(field.label)} options={codes} value={value} onChange={onChange} />;
  }
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
