import { Button, Input, InputNumber, Select, Switch } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { Field, Fields } from '#models/field.ts';
import type { InputProblem } from '#models/model.ts';
import { useLayers } from '#web/api/queries.ts';
import { useRasters } from '#web/api/rasters.ts';
import { useText } from '#web/language/language.tsx';

const words = defineWords({
  optional: { zh: '可不填', en: 'optional' },
  standard: { zh: '缺省 {value}', en: 'standard {value}' },
  add: { zh: '添加', en: 'Add' },
  remove: { zh: '移除', en: 'Remove' },
  place: { zh: '经度,纬度；也可在图上拖动', en: 'longitude,latitude; or drag it on the map' },
  series: { zh: '以逗号或空格分隔', en: 'separated by commas or spaces' },
  data: { zh: '选择已导入的数据', en: 'Choose imported data' },
  exposure: { zh: '台账中的人口与对象', en: 'People and objects of the registers' },
  none: { zh: '不用', en: 'None' },
  onMap: { zh: '在图上画出或由情景给出', en: 'Drawn on the map or given by a scenario' },
});

export interface FieldInputProps {
  name: string;
  field: Field;
  /** Path from the top, as problems name it. */
  path: string;
  value: unknown;
  problems: readonly InputProblem[];
  /** Who gave it, beside the label. */
  origin?: ReactNode;
  onChange: (value: unknown) => void;
}

/** One input of a model, by its kind. An empty input is left out, so that the model's own standard counts. */
export function FieldInput(props: FieldInputProps) {
  const say = useText();
  const id = useId();
  const { field, path, problems, origin } = props;
  const own = problems.filter((each) => each.field === path || each.field.startsWith(`${path}[`) || each.field.startsWith(`${path}.`));
  const standard = 'standard' in field && field.standard !== undefined ? String(field.standard) : null;
  const isNested = field.kind === 'record' || field.kind === 'list';
  return (
    <div className={own.length > 0 ? 'model-field model-field-wrong' : 'model-field'}>
      <label htmlFor={id}>
        {say(field.label)}
        {'unit' in field && field.unit !== '1' && <span className="model-unit"> {field.unit}</span>}
        {standard === null && field.optional && <span className="model-hint"> {say(words.optional)}</span>}
        {origin}
      </label>
      <Control {...props} id={id} placeholder={standard === null ? '' : say(words.standard, { value: standard })} />
      {field.note && <p className="model-hint">{say(field.note)}</p>}
      {!isNested &&
        own.map((each) => (
          <p key={`${each.field} ${each.rule}`} className="model-problem" role="alert">
            {say(each.text)}
          </p>
        ))}
    </div>
  );
}

function Control({ field, value, onChange, id, placeholder, path, problems }: FieldInputProps & { id: string; placeholder: string }) {
  const say = useText();
  switch (field.kind) {
    case 'number':
      return (
        <InputNumber
          id={id}
          value={(value as number | undefined) ?? null}
          placeholder={placeholder}
          {...(field.min !== undefined && { min: field.min })}
          {...(field.max !== undefined && { max: field.max })}
          onChange={(next) => onChange(next ?? undefined)}
        />
      );
    case 'choice':
      return (
        <Select
          id={id}
          showSearch
          optionFilterProp="label"
          allowClear={field.optional === true || field.standard !== undefined}
          value={(value as string | undefined) ?? null}
          placeholder={placeholder}
          options={field.options.map((option) => ({ value: option.value, label: say(option.label) }))}
          onChange={(next: string | undefined) => onChange(next)}
        />
      );
    case 'flag':
      return <Switch id={id} checked={value === true} onChange={onChange} />;
    case 'text':
      return (
        <Input
          id={id}
          maxLength={field.maxLength}
          value={(value as string | undefined) ?? ''}
          onChange={(event) => onChange(event.target.value || undefined)}
        />
      );
    case 'place':
      return (
        <NumbersInput id={id} value={value} hint={say(words.place)} onChange={(next) => onChange(next?.length === 2 ? next : undefined)} />
      );
    case 'series':
      return <NumbersInput id={id} value={value} hint={say(words.series)} onChange={onChange} />;
    case 'grid':
    case 'features':
      return <DataInput id={id} kind={field.kind} value={value} onChange={onChange} />;
    case 'area':
    case 'line':
      return <p className="model-hint">{say(words.onMap)}</p>;
    case 'record':
      return <RecordInput fields={field.fields} path={path} value={value} problems={problems} onChange={onChange} />;
    case 'list':
      return <ListInput field={field} path={path} value={value} problems={problems} onChange={onChange} />;
  }
}

/** Numbers in a row as text; what is no number yet stays in the box and is not handed on. */
function NumbersInput({
  id,
  value,
  hint,
  onChange,
}: {
  id: string;
  value: unknown;
  hint: string;
  onChange: (next: number[] | undefined) => void;
}) {
  const given = Array.isArray(value) ? value.join(', ') : '';
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Input
      id={id}
      value={typed ?? given}
      placeholder={hint}
      onChange={(event) => {
        setTyped(event.target.value);
        const numbers = event.target.value
          .split(/[\s,，;；]+/)
          .filter((part) => part !== '')
          .map(Number);
        if (numbers.every(Number.isFinite)) onChange(numbers.length > 0 ? numbers : undefined);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

/** A large input is named, not entered: a base layer, a raster, or what stands in the registers. */
function DataInput({
  id,
  kind,
  value,
  onChange,
}: {
  id: string;
  kind: 'grid' | 'features';
  value: unknown;
  onChange: (next: unknown) => void;
}) {
  const say = useText();
  const layers = useLayers();
  const rasters = useRasters();
  const name = (value as { $data?: string } | undefined)?.$data ?? null;
  const options =
    kind === 'grid'
      ? (rasters.data ?? []).map((raster) => ({ value: `raster:${raster.id}`, label: say(raster.label) }))
      : [
          { value: 'exposure', label: say(words.exposure) },
          ...(layers.data ?? []).map((layer) => ({ value: `layer:${layer.id}`, label: say(layer.label) })),
        ];
  return (
    <Select
      id={id}
      allowClear
      value={name}
      placeholder={say(words.data)}
      options={options}
      onChange={(next: string | undefined) => onChange(next === undefined ? undefined : { $data: next })}
    />
  );
}

function RecordInput({
  fields,
  path,
  value,
  problems,
  onChange,
}: {
  fields: Fields;
  path: string;
  value: unknown;
  problems: readonly InputProblem[];
  onChange: (next: unknown) => void;
}) {
  const held = (value ?? {}) as Record<string, unknown>;
  return (
    <div className="model-record">
      {Object.entries(fields).map(([name, field]) => (
        <FieldInput
          key={name}
          name={name}
          field={field}
          path={`${path}.${name}`}
          value={held[name]}
          problems={problems}
          onChange={(next) => onChange(withValue(held, name, next))}
        />
      ))}
    </div>
  );
}

function ListInput({
  field,
  path,
  value,
  problems,
  onChange,
}: {
  field: Extract<Field, { kind: 'list' }>;
  path: string;
  value: unknown;
  problems: readonly InputProblem[];
  onChange: (next: unknown) => void;
}) {
  const say = useText();
  const held = (value ?? []) as unknown[];
  const put = (next: unknown[]) => onChange(next.length > 0 ? next : undefined);
  if (field.of.kind === 'number') return <NumbersInput id={`${path}-numbers`} value={held} hint={say(words.series)} onChange={onChange} />;
  return (
    <div className="model-list">
      {held.map((each, index) => (
        // Entries have no identity but their place.
        // eslint-disable-next-line react/no-array-index-key
        <div key={index} className="model-entry">
          <FieldInput
            name={String(index + 1)}
            field={field.of}
            path={`${path}[${index}]`}
            value={each}
            problems={problems}
            onChange={(next) => put(held.map((other, at) => (at === index ? next : other)))}
          />
          <Button size="small" onClick={() => put(held.filter((_, at) => at !== index))}>
            {say(words.remove)}
          </Button>
        </div>
      ))}
      {held.length < field.maxItems && (
        <Button size="small" onClick={() => put([...held, field.of.kind === 'record' ? {} : undefined])}>
          {say(words.add)}
        </Button>
      )}
    </div>
  );
}

/** A record with one value changed; an emptied one is left out. */
export function withValue(held: Readonly<Record<string, unknown>>, name: string, next: unknown): Record<string, unknown> {
  const { [name]: _, ...rest } = held;
  return next === undefined ? rest : { ...rest, [name]: next };
}
