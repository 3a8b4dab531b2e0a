import { Button, Checkbox, Input, InputNumber, Select, Switch } from 'antd';
import { type ComponentType, lazy, Suspense } from 'react';
import { defineWords, type Text } from '#kernel/language/text.ts';
import type { Field, FieldKind, FieldOf } from '#kernel/register/field.ts';
import { isMask } from '#kernel/register/mask.ts';
import { useDictionary } from '#web/api/registerQueries.ts';
import { useText } from '#web/language/language.tsx';
import { wallToInstant, instantToWall } from '#web/page/moments.ts';
import { AreasInput } from './AreaPicker.tsx';
import { GeometryInput } from './GeometryInput.tsx';
import { ReferenceInput } from './ReferenceInput.tsx';

// How a field is filled in, by its kind. Values are those of the API; an empty input is null.

export interface InputProps<K extends FieldKind = FieldKind> {
  field: FieldOf<K>;
  value: unknown;
  onChange: (value: unknown) => void;
  id: string;
  /** Id of the element that holds hint and error. */
  describedBy: string;
  /** Id of the label, for inputs that are a group. */
  labelledBy: string;
  isInvalid: boolean;
}

const PlacePicker = lazy(async () => ({ default: (await import('#web/map/PlacePicker.tsx')).PlacePicker }));

const words = defineWords({
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  replace: { zh: '改填', en: 'Replace' },
  keepMasked: { zh: '已保存，不改则保持原值', en: 'On file; stays as it is unless replaced' },
  loadingMap: { zh: '正在载入地图…', en: 'Loading the map…' },
});

const asText = (value: unknown) => (typeof value === 'string' ? value : '');
const asNumber = (value: unknown) => (typeof value === 'number' ? value : null);
const asCodes = (value: unknown) => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []);
const orNull = (text: string) => (text === '' ? null : text);
/** Up to this many options are all shown at once. */
const fewOptions = 6;
/** Height of a list that shows a dozen options without scrolling. */
const dozenPx = 400;

function about({ id, describedBy, isInvalid }: Pick<InputProps, 'id' | 'describedBy' | 'isInvalid'>) {
  return { id, 'aria-describedby': describedBy, 'aria-invalid': isInvalid, status: isInvalid ? ('error' as const) : ('' as const) };
}

function useOptions(options: Record<string, Text>) {
  const say = useText();
  return Object.entries(options).map(([value, label]) => ({ value, label: say(label) }));
}

function TextInput(props: InputProps<'text'>) {
  const { field, value, onChange } = props;
  return (
    <Input {...about(props)} maxLength={field.maxLength} value={asText(value)} onChange={(event) => onChange(orNull(event.target.value))} />
  );
}

function LongTextInput(props: InputProps<'longText'>) {
  const { field, value, onChange } = props;
  return (
    <Input.TextArea
      {...about(props)}
      maxLength={field.maxLength}
      autoSize={{ minRows: 3, maxRows: 12 }}
      value={asText(value)}
      onChange={(event) => onChange(orNull(event.target.value))}
    />
  );
}

function CountInput(props: InputProps<'count'>) {
  const say = useText();
  const { field, value, onChange } = props;
  return <InputNumber {...about(props)} precision={0} suffix={say(field.unit)} value={asNumber(value)} onChange={onChange} />;
}

function MeasureInput(props: InputProps<'measure'>) {
  const { field, value, onChange } = props;
  return <InputNumber {...about(props)} step={10 ** -field.decimals} suffix={field.unit} value={asNumber(value)} onChange={onChange} />;
}

function FlagInput({ id, describedBy, value, onChange }: InputProps<'flag'>) {
  const say = useText();
  return (
    <Switch
      id={id}
      aria-describedby={describedBy}
      checked={value === true}
      checkedChildren={say(words.yes)}
      unCheckedChildren={say(words.no)}
      onChange={onChange}
    />
  );
}

function ChoiceInput(props: InputProps<'choice'>) {
  const { field, value, onChange } = props;
  const declared = useOptions(field.options);
  const entries = useDictionary(field.dictionary ?? null);
  const say = useText();
  const options = field.dictionary
    ? entries.filter(({ code, valid }) => valid || code === value).map(({ code, name }) => ({ value: code, label: `${code} ${say(name)}` }))
    : declared;
  return (
    <Select
      {...about(props)}
      allowClear={!field.required}
      listHeight={dozenPx}
      showSearch={options.length > fewOptions ? { optionFilterProp: 'label' } : false}
      options={options}
      value={asText(value) === '' ? null : asText(value)}
      onChange={(next: string | undefined) => onChange(next ?? null)}
    />
  );
}

function ListInput(props: InputProps<'list'>) {
  const { id, describedBy, labelledBy, field, value, onChange } = props;
  const options = useOptions(field.options);
  const change = (next: string[]) => onChange(next.length === 0 ? null : next);
  if (options.length <= fewOptions) {
    return (
      <div id={id} role="group" aria-labelledby={labelledBy} aria-describedby={describedBy}>
        <Checkbox.Group options={options} value={asCodes(value)} onChange={change} />
      </div>
    );
  }
  return (
    <Select
      {...about(props)}
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      value={asCodes(value)}
      onChange={change}
    />
  );
}

function DateInput(props: InputProps<'date'>) {
  const { value, onChange } = props;
  return (
    <Input
      {...about(props)}
      type="date"
      max="2099-12-31"
      value={asText(value)}
      onChange={(event) => onChange(orNull(event.target.value))}
    />
  );
}

/** The browser's own picker, fed with the county's wall clock (Asia/Shanghai), whatever zone the computer is set to. */
function InstantInput(props: InputProps<'instant'>) {
  const { value, onChange } = props;
  return (
    <Input
      {...about(props)}
      type="datetime-local"
      max="2099-12-31T23:59"
      value={asText(value) === '' ? '' : instantToWall(asText(value))}
      onChange={(event) => onChange(event.target.value === '' ? null : wallToInstant(event.target.value))}
    />
  );
}

function PointInput({ id, value, onChange }: InputProps<'point'>) {
  const say = useText();
  return (
    <Suspense fallback={<p className="form-map-wait">{say(words.loadingMap)}</p>}>
      <PlacePicker id={id} value={Array.isArray(value) ? (value as [number, number]) : null} onChange={onChange} height={260} />
    </Suspense>
  );
}

/** Every kind of field and its input. */
export const inputs: { [K in FieldKind]: ComponentType<InputProps<K>> } = {
  areas: AreasInput,
  choice: ChoiceInput,
  count: CountInput,
  date: DateInput,
  flag: FlagInput,
  geometry: GeometryInput,
  instant: InstantInput,
  list: ListInput,
  longText: LongTextInput,
  measure: MeasureInput,
  point: PointInput,
  reference: ReferenceInput,
  text: TextInput,
};

/** A value on file that this person sees only as a mask: it stays, or is written anew from nothing. */
function MaskedInput(props: Omit<InputProps, 'field'>) {
  const say = useText();
  return (
    <span className="masked-input">
      <Input {...about(props)} readOnly value={String(props.value)} title={say(words.keepMasked)} />
      <Button onClick={() => props.onChange(null)}>{say(words.replace)}</Button>
    </span>
  );
}

/** The input of any field. */
export function FieldInput({ field, ...rest }: Omit<InputProps, 'field'> & { field: Field }) {
  if (field.sensitive && isMask(rest.value)) return <MaskedInput {...rest} />;
  const Input = inputs[field.kind] as ComponentType<Omit<InputProps, 'field'> & { field: Field }>;
  return <Input field={field} {...rest} />;
}
