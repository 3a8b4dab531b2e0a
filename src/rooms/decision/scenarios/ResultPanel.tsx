import { defineWords, type Text } from '#kernel/language/text.ts';
import type { Field, Fields } from '#models/field.ts';
import type { Model, Validity } from '#models/model.ts';
import type { ModelResult } from '#models/runModel.ts';
import { useLanguage, useText } from '#web/language/language.tsx';
import { significant } from '#web/page/significant.ts';

const words = defineWords({
  what: { zh: '名称', en: 'Name' },
  valid: { zh: '适用条件', en: 'Valid for' },
  met: { zh: '满足', en: 'met' },
  notMet: { zh: '不满足', en: 'not met' },
  uncertain: { zh: '可能差多少', en: 'How wrong it may be' },
  noBand: { zh: '该模型未给出误差范围', en: 'The model states no error' },
  basis: { zh: '依据', en: 'Rests on' },
  unread: { zh: '原文未核', en: 'text not read' },
  expert: { zh: '计算结果供参考，不替代处置专家的判断。', en: 'For orientation; it does not take the place of the experts on site.' },
  standards: { zh: '取缺省值', en: 'Standard values used' },
});

/** What a model answers, in words and tables that follow from its outputs. */
export function ResultPanel({ model, result }: { model: Model; result: ModelResult }) {
  const say = useText();
  const standards = Object.entries(result.origins)
    .filter(([, origin]) => origin === 'standard')
    .map(([path]) => path);
  return (
    <div className="scenario-result">
      {result.warnings.map(({ code, text }) => (
        <p key={code} className="scenario-warning" role="status">
          <span aria-hidden="true">⚠</span> {say(text)}
        </p>
      ))}
      <Outputs fields={model.outputs} values={result.outputs} />
      {result.validity.length > 0 && (
        <section>
          <h3>{say(words.valid)}</h3>
          <ul>
            {worstOf(result.validity).map(({ subject, value, unit, min, max, met, source }) => (
              <li key={subject.en} className={met ? '' : 'scenario-unmet'} title={source}>
                {say(subject)} {significant(value, 4)} {unit === '1' ? '' : unit}（{min ?? '−∞'} – {max ?? '∞'}）
                {say(met ? words.met : words.notMet)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{say(words.uncertain)}</h3>
        {result.uncertainty.length === 0 ? (
          <p>{say(words.noBand)}</p>
        ) : (
          <ul>
            {[...new Map(result.uncertainty.map((each) => [each.text.en, each])).values()].map(({ text, source }) => (
              <li key={text.en} title={source}>
                {say(text)}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h3>{say(words.basis)}</h3>
        <ul>
          {result.clauses.map(({ standard, clause, subject, verified }) => (
            <li key={`${standard} ${clause} ${subject.en}`}>
              {standard} {clause} · {say(subject)} {!verified && <em>{say(words.unread)}</em>}
            </li>
          ))}
        </ul>
        {standards.length > 0 && (
          <p className="model-hint">
            {say(words.standards)}：
            {standards
              .map((path) => labelAt(model.inputs, path))
              .map((label) => (typeof label === 'string' ? label : say(label)))
              .join('、')}
          </p>
        )}
        <p className="model-hint">{`${model.id} ${result.version}`}</p>
      </section>
      <p className="model-hint">{say(words.expert)}</p>
    </div>
  );
}

/** One line a condition: what is not met goes before what is, and the farther before the nearer. */
function worstOf(validity: readonly Validity[]): Validity[] {
  const sorted = validity.toSorted((one, other) => Number(one.met) - Number(other.met) || other.value - one.value);
  return sorted.filter(({ subject }, at) => sorted.findIndex((each) => each.subject.en === subject.en) === at);
}

function labelAt(fields: Fields, path: string): Text | string {
  const [name = ''] = path.split(/[.[]/);
  return fields[name]?.label ?? path;
}

/** Seen on the map, or too long to be read. */
const drawn = new Set<Field['kind']>(['place', 'area', 'line', 'features', 'grid', 'series']);

function Outputs({ fields, values }: { fields: Fields; values: Readonly<Record<string, unknown>> }) {
  const say = useText();
  const plain = Object.entries(fields).filter(
    ([name, { kind }]) => !drawn.has(kind) && kind !== 'list' && kind !== 'record' && values[name] !== null,
  );
  return (
    <>
      {plain.length > 0 && (
        <dl className="scenario-facts">
          {plain.map(([name, field]) => (
            <div key={name}>
              <dt>{say(field.label)}</dt>
              <dd>
                <Value field={field} value={values[name]} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {Object.entries(fields).map(([name, field]) => {
        if (field.kind === 'list') return <ListOutput key={name} field={field} value={values[name]} />;
        if (field.kind !== 'record' || !values[name]) return null;
        return (
          <section key={name}>
            <h3>{say(field.label)}</h3>
            <Outputs fields={field.fields} values={values[name] as Record<string, unknown>} />
          </section>
        );
      })}
    </>
  );
}

/** Rows shown of a list; the rest is in the export. */
const mostRows = 60;

/** Columns that say nothing to the reader: the name in the other language, codes, and flags kept as numbers. */
function isAside(name: string, language: 'zh' | 'en'): boolean {
  const other = language === 'zh' ? ['nameEn', 'en'] : ['nameZh', 'zh'];
  return other.includes(name) || name === 'id' || name === 'source' || name === 'verified' || name === 'isCut';
}

function ListOutput({ field, value }: { field: Extract<Field, { kind: 'list' }>; value: unknown }) {
  const say = useText();
  const { language } = useLanguage();
  const rows = (value ?? []) as Record<string, unknown>[];
  if (rows.length === 0 || field.of.kind !== 'record') return null;
  const columns = Object.entries(field.of.fields).filter(
    ([name, { kind }]) =>
      !drawn.has(kind) && kind !== 'list' && kind !== 'record' && !isAside(name, language) && rows.some((row) => row[name] !== null),
  );
  return (
    <section>
      <h3>
        {say(field.label)} {rows.length > mostRows && `(${mostRows}/${rows.length})`}
      </h3>
      <div className="scenario-table" role="region" aria-label={say(field.label)} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {columns.map(([name, column]) => (
                <th key={name} scope="col">
                  {name === 'nameZh' || name === 'nameEn' ? say(words.what) : say(column.label)}
                  {'unit' in column && column.unit !== '1' && <span className="model-unit"> {column.unit}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, mostRows).map((row, index) => (
              // Rows of a result have no identity but their order.
              // eslint-disable-next-line react/no-array-index-key
              <tr key={index} title={typeof row['source'] === 'string' ? row['source'] : undefined}>
                {columns.map(([name, column]) => (
                  <td key={name}>
                    <Value field={column} value={row[name]} bare />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Value({ field, value, bare = false }: { field: Field; value: unknown; bare?: boolean }) {
  const say = useText();
  if (value === null || value === undefined) return '—';
  if (field.kind === 'number') return `${significant(value as number, 4)}${bare || field.unit === '1' ? '' : ` ${field.unit}`}`;
  if (field.kind === 'choice') {
    const chosen = field.options.find((option) => option.value === value);
    return chosen ? say(chosen.label) : JSON.stringify(value);
  }
  if (field.kind === 'flag') return value === true ? '✓' : '—';
  if (field.kind === 'series') return `${(value as number[]).length} ×`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
