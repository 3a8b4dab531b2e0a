import { Select } from 'antd';
import { useMemo } from 'react';
import { useText } from '#web/language/language.tsx';
import { summarize, type AreaValue } from './areaDraft.ts';
import type { Division } from './divisions.ts';
import { mapWords } from './mapWords.ts';

interface AreaSummaryTextProps {
  value: AreaValue;
  divisions: readonly Division[];
  /** A division was picked or dropped by name: the way without the map. */
  onDrop: (code: string) => void;
}

/** Size of the area and the townships it touches; also the way to pick divisions by name and by keyboard. */
export function AreaSummaryText({ value, divisions, onDrop }: AreaSummaryTextProps) {
  const t = useText();
  const { squareKm, townships } = useMemo(() => summarize(value, divisions), [value, divisions]);
  const isEmpty = value.areas.length === 0 && !value.shape && !value.circle;
  return (
    <>
      <Select<string[]>
        mode="multiple"
        allowClear={false}
        aria-label={t(mapWords.divisions)}
        placeholder={t(mapWords.drawDivisions)}
        optionFilterProp="label"
        value={value.areas}
        options={divisions.map((division) => ({
          value: division.code,
          label: division.level === 'county' ? `${t(division.name)} · ${t(mapWords.allCounty)}` : t(division.name),
        }))}
        onSelect={onDrop}
        onDeselect={onDrop}
      />
      <p className="area-townships" aria-live="polite">
        {isEmpty ? (
          t(mapWords.touchedNone)
        ) : (
          <>
            {squareKm !== null && <strong>{t(mapWords.areaSize, { size: squareKm.toFixed(squareKm < 10 ? 2 : 0) })} </strong>}
            {townships.length === 0
              ? t(mapWords.touchesNone)
              : t(mapWords.touched, {
                  n: townships.length,
                  names: townships.map((township) => t(township.name)).join(t(mapWords.between)),
                })}
          </>
        )}
      </p>
    </>
  );
}
