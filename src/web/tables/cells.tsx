import type { ComponentType } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { Field, FieldKind, FieldOf } from '#kernel/register/field.ts';
import { isMask } from '#kernel/register/mask.ts';
import { caseById } from '#rooms/rooms.ts';
import { useAreas } from '#web/api/queries.ts';
import { useDictionary } from '#web/api/registerQueries.ts';
import { useText } from '#web/language/language.tsx';
import { PlainLink } from '#web/page/links.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { useRecordTitle } from '#web/registers/titles.ts';
import { LevelBadge } from '#web/theme/theme.tsx';
import { levelColours, type Level } from '#web/theme/tokens.ts';
import { useKnownNames } from './knownNames.tsx';

// How a field is shown, by its kind: in a list's cell and in a record's page. Empty values never come here.

export interface CellProps<K extends FieldKind = FieldKind> {
  field: FieldOf<K>;
  value: unknown;
}

const words = defineWords({
  comma: { zh: '、', en: ', ' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  shape: { zh: '{type}，{n} 个顶点', en: '{type}, {n} vertices' },
});

const Plain = ({ value }: { value: unknown }) => <>{String(value)}</>;

function CountCell({ field, value }: CellProps<'count'>) {
  const say = useText();
  return (
    <>
      {Number(value).toLocaleString('en-US')} <span className="unit">{say(field.unit)}</span>
    </>
  );
}

function MeasureCell({ field, value }: CellProps<'measure'>) {
  // No trailing zeros: they would claim a precision the figure does not have.
  return (
    <>
      {Number(Number(value).toFixed(field.decimals))} {field.unit !== '' && <span className="unit">{field.unit}</span>}
    </>
  );
}

function FlagCell({ value }: CellProps<'flag'>) {
  return <>{useText()(value === true ? words.yes : words.no)}</>;
}

function ChoiceCell({ field, value }: CellProps<'choice'>) {
  const say = useText();
  if (field.dictionary) return <DictionaryWord id={field.dictionary} code={String(value)} />;
  const option = field.options[String(value)];
  const isLevel = Object.keys(field.options).every((each) => each in levelColours);
  if (isLevel && String(value) in levelColours) return <LevelBadge level={String(value) as Level} named />;
  return <>{option ? say(option) : String(value)}</>;
}

/** The word of a code list's entry; an ended entry still says what it meant. */
function DictionaryWord({ id, code }: { id: string; code: string }) {
  const say = useText();
  const known = useKnownNames()?.dictionaries[id];
  if (known === undefined) return <AskedDictionaryWord id={id} code={code} />;
  return <>{known[code] ? say(known[code]) : code}</>;
}

function AskedDictionaryWord({ id, code }: { id: string; code: string }) {
  const say = useText();
  const entry = useDictionary(id).find((each) => each.code === code);
  return <>{entry ? say(entry.name) : code}</>;
}

function ListCell({ field, value }: CellProps<'list'>) {
  const say = useText();
  const chosen = Array.isArray(value) ? value.map(String) : [];
  return <>{chosen.map((each) => (field.options[each] ? say(field.options[each]) : each)).join(' · ')}</>;
}

function InstantCell({ value }: CellProps<'instant'>) {
  return <time dateTime={String(value)}>{dayAndTime(String(value))}</time>;
}

function PointCell({ value }: CellProps<'point'>) {
  const [lon, lat] = value as [number, number];
  return (
    <span className="coordinates">
      {lat.toFixed(5)}, {lon.toFixed(5)}
    </span>
  );
}

function GeometryCell({ value }: CellProps<'geometry'>) {
  const shape = value as GeoJSON.Polygon;
  const corners = JSON.stringify(shape.coordinates).split('],[').length;
  return <>{useText()(words.shape, { type: shape.type, n: corners })}</>;
}

/** The name of a division; its code while names are on their way. */
export function AreaName({ code }: { code: string }) {
  const say = useText();
  const known = useKnownNames()?.areas[code];
  return known ? <>{say(known)}</> : <AskedAreaName code={code} />;
}

function AskedAreaName({ code }: { code: string }) {
  const say = useText();
  const { data } = useAreas();
  const area = data?.find((each) => each.code === code);
  return <>{area ? say(area.name) : code}</>;
}

function AreasCell({ value }: CellProps<'areas'>) {
  const say = useText();
  const codes = Array.isArray(value) ? value.map(String) : [];
  return (
    <>
      {codes.map((code, at) => (
        <span key={code}>
          {at > 0 && say(words.comma)}
          <AreaName code={code} />
        </span>
      ))}
    </>
  );
}

function ReferenceCell({ field, value }: CellProps<'reference'>) {
  const id = String(value);
  const to = caseById(field.register) ? `/${field.register}s/${id}` : `/registers/${field.register}/${id}`;
  const known = useKnownNames()?.titles[field.register]?.[id];
  return <PlainLink to={to}>{known ?? <AskedTitle register={field.register} id={id} />}</PlainLink>;
}

function AskedTitle({ register, id }: { register: string; id: string }) {
  return <>{useRecordTitle(register, id) ?? id.slice(0, 8)}</>;
}

function LongTextCell({ value }: CellProps<'longText'>) {
  return <span className="long-text">{String(value)}</span>;
}

/** Every kind of field and its cell. */
export const cells: { [K in FieldKind]: ComponentType<CellProps<K>> } = {
  areas: AreasCell,
  choice: ChoiceCell,
  count: CountCell,
  date: Plain,
  flag: FlagCell,
  geometry: GeometryCell,
  instant: InstantCell,
  list: ListCell,
  longText: LongTextCell,
  measure: MeasureCell,
  point: PointCell,
  reference: ReferenceCell,
  text: Plain,
};

/** The cell of any field; a dash for nothing. */
export function FieldCell({ field, value }: { field: Field; value: unknown }) {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) {
    return <span className="nothing">—</span>;
  }
  if (field.sensitive && isMask(value)) return <span className="masked">{value}</span>;
  const Cell = cells[field.kind] as ComponentType<{ field: Field; value: unknown }>;
  return <Cell field={field} value={value} />;
}
