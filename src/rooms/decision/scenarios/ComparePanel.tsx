import type { Scenario } from '#kernel/scenario/scenario.ts';
import { defineWords } from '#kernel/language/text.ts';
import type { Model } from '#models/model.ts';
import { modelOf } from '#models/models.ts';
import type { ModelAnswer, ModelResult } from '#models/runModel.ts';
import { useText } from '#web/language/language.tsx';
import { significant } from '#web/page/significant.ts';
import { compareFigures, keyFiguresOf } from './keyFigures.ts';

const words = defineWords({
  none: {
    zh: '在“已存情景”中选一个“对比”，两边数值并列在这里。',
    en: 'Choose “Compare” on a kept scenario: both are set side by side here.',
  },
  inputs: { zh: '输入（只列不同的）', en: 'Inputs that differ' },
  figures: { zh: '结果', en: 'Results' },
  quantity: { zh: '量', en: 'Quantity' },
  here: { zh: '当前', en: 'On screen' },
  difference: { zh: '差', en: 'Difference' },
  otherModel: { zh: '两个情景用的模型不同，只能对比图形。', en: 'The two were made by different models: only the map compares them.' },
});

/** Two scenarios side by side: inputs that differ, key figures of both, and their differences. */
export function ComparePanel({ model, shown, other }: { model: Model; shown: ModelResult; other: Scenario | undefined }) {
  const say = useText();
  const answer = other?.answer as ModelAnswer | null | undefined;
  if (!other || !answer?.ok) return <p className="model-hint">{say(words.none)}</p>;
  if (other.model !== model.id || !modelOf(other.model)) return <p>{say(words.otherModel)}</p>;
  const rows = compareFigures(keyFiguresOf(model.outputs, shown.outputs), keyFiguresOf(model.outputs, answer.outputs));
  const differing = Object.keys(model.inputs).filter((name) => JSON.stringify(shown.inputs[name]) !== JSON.stringify(answer.inputs[name]));
  return (
    <div className="scenario-table scenario-compare">
      <table>
        <thead>
          <tr>
            <th scope="col">{say(words.quantity)}</th>
            <th scope="col">{say(words.here)}</th>
            <th scope="col">{other.title}</th>
            <th scope="col">{say(words.difference)}</th>
          </tr>
        </thead>
        <tbody>
          <tr className="scenario-compare-group">
            <th scope="rowgroup" colSpan={4}>
              {say(words.figures)}
            </th>
          </tr>
          {rows.map(({ key, label, unit, here, there }) => (
            <tr key={key}>
              <th scope="row">
                {say(label)} {unit !== '1' && <span className="model-unit">{unit}</span>}
              </th>
              <td>{here === null ? '—' : significant(here, 4)}</td>
              <td>{there === null ? '—' : significant(there, 4)}</td>
              <td>{here === null || there === null ? '—' : differenceOf(here, there)}</td>
            </tr>
          ))}
          <tr className="scenario-compare-group">
            <th scope="rowgroup" colSpan={4}>
              {say(words.inputs)}
            </th>
          </tr>
          {differing.map((name) => (
            <tr key={name}>
              <th scope="row">{say(model.inputs[name]?.label ?? { zh: name, en: name })}</th>
              <td>{inputWords(shown.inputs[name])}</td>
              <td>{inputWords(answer.inputs[name])}</td>
              <td>≠</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function differenceOf(here: number, there: number): string {
  const change = here - there;
  const sign = change > 0 ? '+' : change < 0 ? '−' : '±';
  const share = there === 0 ? '' : ` (${sign}${Math.abs((change / there) * 100).toFixed(0)}%)`;
  return `${sign}${significant(Math.abs(change), 3)}${share}`;
}

function inputWords(value: unknown): string {
  if (value === null || value === undefined) return '—';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 32 ? `${text.slice(0, 31)}…` : text;
}
