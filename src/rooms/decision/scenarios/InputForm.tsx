import { Button, Dropdown } from 'antd';
import { useState, type ReactNode } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { Field } from '#models/field.ts';
import type { InputProblem, Model } from '#models/model.ts';
import type { Origin } from '#models/runModel.ts';
import { useLanguage, useText } from '#web/language/language.tsx';
import { spanWords } from '#web/page/moments.ts';
import { examplesOf, type Example } from './examples.table.ts';
import { FieldInput } from './FieldInput.tsx';
import type { LiveWeather } from './liveReadings.ts';
import { PointReading } from './PointReading.tsx';
import type { Inputs, Origins } from './useScenarioInputs.ts';

const words = defineWords({
  more: { zh: '更多输入（{n}）', en: 'More inputs ({n})' },
  example: { zh: '填入示例', en: 'Fill in an example' },
  invented: { zh: '示例数值为虚构，仅供试用', en: 'Figures of examples are invented' },
  sensor: { zh: '实测', en: 'measured' },
  forecast: { zh: '预报', en: 'forecast' },
  model: { zh: '模型算得', en: 'computed' },
  operator: { zh: '手填', en: 'entered' },
  register: { zh: '台账', en: 'register' },
  standard: { zh: '缺省', en: 'standard' },
  wind: {
    zh: '气象取自 {station}（距 {km} km，{age}前）。改动即以手填为准，清空恢复实测。',
    en: 'Weather from {station} ({km} km away, {age} ago). What you enter goes first; emptied, it is measured again.',
  },
  noWind: { zh: '附近没有可用的气象站数据，请手填风速、风向。', en: 'No weather station has usable readings: enter the wind.' },
});

interface InputFormProps {
  model: Model;
  inputs: Inputs;
  origins: Origins;
  problems: readonly InputProblem[];
  weather: LiveWeather;
  nowMs: number;
  onChange: (name: string, value: unknown, origin?: Origin) => void;
  onExample: (example: Example) => void;
}

/** The inputs of a model: what must be given first, then what may; beside each value who gave it. */
export function InputForm({ model, inputs, origins, problems, weather, nowMs, onChange, onExample }: InputFormProps) {
  const say = useText();
  // A field stays where it is typed into: what was opened under "more" does not jump up with its first digit.
  const [stays, setStays] = useState<ReadonlySet<string>>(new Set());
  const entries = Object.entries(model.inputs);
  const isFirst = ([name, field]: [string, Field]) =>
    !stays.has(name) && (mustBeGiven(field) || inputs[name] !== undefined || problems.some((each) => each.field.split(/[.[]/)[0] === name));
  const [first, more] = [entries.filter(isFirst), entries.filter((entry) => !isFirst(entry))];
  const row = ([name, field]: [string, Field], isMore: boolean) => (
    <FieldInput
      key={`${model.id} ${name}`}
      name={name}
      field={field}
      path={name}
      value={inputs[name]}
      origin={<OriginMark origin={origins[name]} />}
      problems={problems.filter(({ rule }) => rule !== 'required')}
      onChange={(next) => {
        if (isMore && !stays.has(name)) setStays(new Set([...stays, name]));
        onChange(name, next);
      }}
    />
  );
  const examples = examplesOf(model.id);
  return (
    <>
      {examples.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: examples.map(({ label }, index) => ({ key: String(index), label: say(label) })),
            onClick: ({ key }) => {
              const example = examples[Number(key)];
              if (example) onExample(example);
            },
          }}
        >
          <Button size="small" title={say(words.invented)}>
            {say(words.example)} ▾
          </Button>
        </Dropdown>
      )}
      <WeatherNote model={model} weather={weather} nowMs={nowMs} />
      {first.map((entry) => row(entry, false))}
      {entries.some(([, { kind }]) => kind === 'number') && (
        <PointReading fields={model.inputs} onTake={(name, value) => onChange(name, value, 'sensor')} />
      )}
      {more.length > 0 && (
        <details className="model-more">
          <summary>{say(words.more, { n: more.length })}</summary>
          {more.map((entry) => row(entry, true))}
        </details>
      )}
    </>
  );
}

/** What the model cannot do without. */
function mustBeGiven(field: Field): boolean {
  return !field.optional && !('standard' in field && field.standard !== undefined) && field.kind !== 'flag';
}

function OriginMark({ origin }: { origin: Origin | undefined }): ReactNode {
  const say = useText();
  if (origin === undefined || origin === 'operator' || origin === 'standard') return null;
  return <span className={`model-origin model-origin-${origin}`}>{say(words[origin])}</span>;
}

function WeatherNote({ model, weather, nowMs }: { model: Model; weather: LiveWeather; nowMs: number }) {
  const say = useText();
  const { language } = useLanguage();
  if (!('windFromDeg' in model.inputs)) return null;
  if (weather.atMs === null || weather.station === null)
    return weather.station === null ? null : <p className="model-hint">{say(words.noWind)}</p>;
  return (
    <p className="model-hint">
      {say(words.wind, {
        station: weather.station,
        km: ((weather.distanceM ?? 0) / 1000).toFixed(1),
        age: spanWords(Math.max(0, nowMs - weather.atMs), language),
      })}
    </p>
  );
}
