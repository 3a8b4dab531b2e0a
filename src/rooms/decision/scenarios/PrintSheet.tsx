import type { Scenario } from '#kernel/scenario/scenario.ts';
import { defineWords } from '#kernel/language/text.ts';
import type { Field } from '#models/field.ts';
import type { Model } from '#models/model.ts';
import type { ModelResult } from '#models/runModel.ts';
import type { ResultShape } from '#models/resultShapes.ts';
import { useLanguage, useText } from '#web/language/language.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { significant } from '#web/page/significant.ts';
import { AdvicePanel } from './hazmat/AdvicePanel.tsx';
import { keyFiguresOf } from './keyFigures.ts';
import type { Origins } from './useScenarioInputs.ts';
import { keyOf, toneOf, zoneName } from './zoneTones.ts';

const words = defineWords({
  sheet: { zh: '情景推演单', en: 'Scenario sheet' },
  exercise: { zh: '演练', en: 'EXERCISE' },
  demo: { zh: '演示数据', en: 'DEMO DATA' },
  made: { zh: '{who} · {at} · 打印 {now}', en: '{who} · {at} · printed {now}' },
  printed: { zh: '未存情景 · 打印 {now}', en: 'not kept · printed {now}' },
  inputs: { zh: '输入', en: 'Inputs' },
  results: { zh: '结果', en: 'Results' },
  basis: { zh: '依据', en: 'Rests on' },
  unread: { zh: '原文未核', en: 'text not read' },
  warnings: { zh: '使用前须知', en: 'Before you use it' },
  map: { zh: '影响范围图', en: 'Map of the zones' },
  sensor: { zh: '实测', en: 'measured' },
  forecast: { zh: '预报', en: 'forecast' },
  model: { zh: '模型算得', en: 'computed' },
  operator: { zh: '手填', en: 'entered' },
  register: { zh: '台账', en: 'register' },
  standard: { zh: '缺省', en: 'standard' },
  standards: { zh: '取缺省值', en: 'Standard values' },
  expert: { zh: '计算结果供参考，不替代处置专家的判断。', en: 'For orientation; it does not take the place of the experts on site.' },
});

interface PrintSheetProps {
  model: Model;
  result: ModelResult;
  origins: Origins;
  shapes: readonly ResultShape[];
  kept: Scenario | undefined;
  picture: string | null;
  nowMs: number;
}

const mostFigures = 24;

/** One A4 sheet: map, inputs with who gave them, results, sources, warnings. Seen on paper only. */
export function PrintSheet({ model, result, origins, shapes, kept, picture, nowMs }: PrintSheetProps) {
  const say = useText();
  const { language } = useLanguage();
  const now = dayAndTime(nowMs);
  const zones = new Map(
    shapes.filter(({ isBand, geometry }) => !isBand && geometry.type.endsWith('Polygon')).map((shape) => [keyOf(shape), shape]),
  );
  return (
    <article className="scenario-sheet">
      <header>
        <h1>
          {kept?.title ?? say(model.label)}
          {kept?.exercise && <em> {say(words.exercise)}</em>}
          {kept?.demo && <em> {say(words.demo)}</em>}
        </h1>
        <p>
          {say(words.sheet)} · {say(model.label)} {model.version} ·{' '}
          {kept ? say(words.made, { who: kept.madeBy, at: dayAndTime(kept.createdAt), now }) : say(words.printed, { now })}
        </p>
      </header>
      {picture && <img src={picture} alt={say(words.map)} />}
      <p className="scenario-sheet-legend">
        {[...zones.values()].map((shape) => (
          <span key={keyOf(shape)}>
            <i style={{ background: toneOf(shape) }} />
            {zoneName(shape.properties, language) ?? keyOf(shape)}
          </span>
        ))}
      </p>
      <div className="scenario-sheet-columns">
        <section>
          <h2>{say(words.inputs)}</h2>
          <dl>
            {Object.entries(model.inputs).flatMap(([name, field]) => {
              const value = result.inputs[name];
              const origin = origins[name] ?? result.origins[name] ?? 'operator';
              if (value === null || value === undefined || origin === 'standard') return [];
              return [
                <div key={name}>
                  <dt>{say(field.label)}</dt>
                  <dd>
                    {inputWords(field, value, say)} <small>{say(words[origin])}</small>
                  </dd>
                </div>,
              ];
            })}
          </dl>
          <p>
            {say(words.standards)}：
            {Object.entries(model.inputs)
              .filter(([name]) => (origins[name] ?? result.origins[name]) === 'standard')
              .map(([name, field]) => `${say(field.label)} ${inputWords(field, result.inputs[name], say).trim()}`)
              .join('；')}
          </p>
        </section>
        <section>
          <h2>{say(words.results)}</h2>
          <dl>
            {keyFiguresOf(model.outputs, result.outputs)
              .filter(({ key, value }) => !key.includes('.') || value !== 0)
              .slice(0, mostFigures)
              .map(({ key, label, unit, value }) => (
                <div key={key}>
                  <dt>{say(label)}</dt>
                  <dd>
                    {significant(value, 4)} {unit === '1' ? '' : unit}
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      </div>
      <AdvicePanel result={result} />
      <h2>{say(words.warnings)}</h2>
      <p>
        {result.warnings.map(({ text }) => say(text)).join('；')} {say(words.expert)}
      </p>
      <h2>{say(words.basis)}</h2>
      <p>
        {result.clauses
          .map(({ standard, clause, verified }) => `${standard} ${clause}${verified ? '' : ` (${say(words.unread)})`}`)
          .join('；')}
      </p>
    </article>
  );
}

function inputWords(field: Field, value: unknown, say: (text: { zh: string; en: string }) => string): string {
  if (field.kind === 'number') return `${significant(value as number, 5)} ${field.unit === '1' ? '' : field.unit}`;
  if (field.kind === 'choice') {
    const chosen = field.options.find((option) => option.value === value);
    return chosen ? say(chosen.label) : JSON.stringify(value);
  }
  if (field.kind === 'place') return (value as number[]).map((each) => each.toFixed(5)).join(', ');
  if (typeof value === 'string') return value;
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
