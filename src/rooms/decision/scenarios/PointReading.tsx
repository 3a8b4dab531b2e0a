import { Button, Select, Switch } from 'antd';
import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { defineWords } from '#kernel/language/text.ts';
import type { Fields } from '#models/field.ts';
import { api } from '#web/api/client.ts';
import { useText } from '#web/language/language.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { significant } from '#web/page/significant.ts';
import { useLatestReading } from './liveReadings.ts';
import { isGauge, toModelUnit } from './readingUnits.ts';

const words = defineWords({
  from: { zh: '从测点取数（储罐压力、温度、液位）', en: 'Take a reading (pressure, temperature, level of a tank)' },
  choose: { zh: '搜索测点', en: 'Search measuring points' },
  none: { zh: '该测点 24 小时内没有可用数据', en: 'No usable reading within 24 hours' },
  unusable: { zh: '该单位（{unit}）不对应本模型的任何输入', en: 'No input of this model is measured in {unit}' },
  gauge: { zh: '表压，加 101.325 kPa', en: 'gauge pressure, add 101.325 kPa' },
  into: { zh: '填入“{field}”', en: 'Enter as “{field}”' },
});

interface Choice {
  id: string;
  title: string;
  detail: string;
}

/** Standard atmosphere, Pa: what stands between a gauge and absolute pressure. */
const atmospherePa = 101_325;

/** Takes the latest reading of any measuring point over into an input of the same unit. */
export function PointReading({ fields, onTake }: { fields: Fields; onTake: (name: string, value: number) => void }) {
  const say = useText();
  const [point, setPoint] = useState<string | null>(null);
  const [adds, setAdds] = useState<boolean | null>(null);
  const [q, setQ] = useState('');
  const choices = useQuery({
    queryKey: ['points', 'choices', q],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (await api.get<{ items: Choice[] }>(`/points/choices${q ? `?q=${encodeURIComponent(q)}` : ''}`, { signal })).items,
  });
  const { data: reading, isSuccess } = useLatestReading(point);
  const addsAir = adds ?? isGauge(reading?.unit ?? '');
  const fitting = Object.entries(fields).flatMap(([name, field]) => {
    if (!reading || field.kind !== 'number') return [];
    const value = toModelUnit(reading.value, reading.unit, field.unit);
    return value === null ? [] : [{ name, field, value: field.unit === 'Pa' && addsAir ? value + atmospherePa : value }];
  });
  return (
    <details className="model-more">
      <summary>{say(words.from)}</summary>
      <Select
        aria-label={say(words.choose)}
        placeholder={say(words.choose)}
        showSearch={{ filterOption: false, onSearch: setQ }}
        value={point}
        options={(choices.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(id: string) => {
          setPoint(id);
          setAdds(null);
        }}
      />
      {point !== null && isSuccess && !reading && <p className="model-hint">{say(words.none)}</p>}
      {reading && (
        <p>
          <strong>
            {significant(reading.value, 5)} {reading.unit}
          </strong>{' '}
          <span className="model-hint">
            {reading.stationName} · {dayAndTime(reading.atMs)}
          </span>
        </p>
      )}
      {reading && fitting.length === 0 && <p className="model-hint">{say(words.unusable, { unit: reading.unit || '1' })}</p>}
      {fitting.some(({ field }) => field.unit === 'Pa') && (
        <label className="scenario-switch">
          <Switch size="small" checked={addsAir} onChange={setAdds} /> {say(words.gauge)}
        </label>
      )}
      <div className="scenario-acts">
        {fitting.map(({ name, field, value }) => (
          <Button key={name} size="small" onClick={() => onTake(name, value)}>
            {say(words.into, { field: say(field.label) })}
          </Button>
        ))}
      </div>
    </details>
  );
}
