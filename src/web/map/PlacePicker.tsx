import { Button, Input, Select } from 'antd';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { datums, type Datum } from '#geo/datum.ts';
import { useLayers } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { useMood } from '#web/theme/theme.tsx';
import { moods } from '#web/theme/tokens.ts';
import { readCoordinates, writeCoordinates } from './coordinates.ts';
import { CountyMap, type LonLat, type MapHandle } from './CountyMap.tsx';
import { isInCounty, townshipAt, type Division } from './divisions.ts';
import { mapWords } from './mapWords.ts';
import { placeMarker, type PlaceMarker } from './placeMarker.ts';
import { useDivisions } from './useDivisions.ts';
import './pickers.css';

export interface PlacePickerProps {
  /** [lon, lat] in WGS-84 degrees. */
  value?: LonLat | null;
  onChange?: (place: LonLat | null) => void;
  /** Height of the map in CSS pixels. */
  height?: number;
  id?: string;
  disabled?: boolean;
}

/** Chooses one place: by a click, by dragging the marker, or by pasting coordinates of any common datum. */
export function PlacePicker({ value = null, onChange, height = 280, id, disabled = false }: PlacePickerProps) {
  const t = useText();
  const { mood } = useMood();
  const layers = useLayers();
  const divisions = useDivisions();
  const marker = useRef<PlaceMarker | null>(null);
  // The marker calls back long after it was made; it always gets the latest value and handler.
  const latest = useRef({ value, report: onChange });
  useEffect(() => {
    latest.current = { value, report: disabled ? undefined : onChange };
    marker.current?.put(value);
  }, [value, onChange, disabled]);
  const color = moods[mood].link;

  const ready = useCallback(
    (handle: MapHandle) => {
      const made = placeMarker(handle, color, (place) => latest.current.report?.(place));
      made.put(latest.current.value);
      marker.current = made;
      return () => {
        marker.current = null;
        made.stop();
      };
    },
    [color],
  );

  return (
    <div className="place-picker" id={id}>
      <PasteRow divisions={divisions} disabled={disabled} onPlace={(place) => onChange?.(place)} />
      <div className="picker-map" style={{ height }}>
        <CountyMap mood={mood} divisions={divisions} layers={layers.data ?? []} legend={false} onReady={ready} />
      </div>
      <p className="picker-result" aria-live="polite">
        {value ? (
          <>
            <span className="picker-coordinates">{writeCoordinates(value)}</span>
            <TownshipFound place={value} divisions={divisions} />
            {!disabled && (
              <Button size="small" type="text" onClick={() => onChange?.(null)}>
                {t(mapWords.clear)}
              </Button>
            )}
          </>
        ) : (
          <span>{t(mapWords.placeHint)}</span>
        )}
      </p>
    </div>
  );
}

interface PasteRowProps {
  divisions: readonly Division[];
  disabled: boolean;
  onPlace: (place: LonLat) => void;
}

function PasteRow({ divisions, disabled, onPlace }: PasteRowProps) {
  const t = useText();
  const [text, setText] = useState('');
  const [datum, setDatum] = useState<Datum>('wgs84');
  const [problem, setProblem] = useState<'pasteUnreadable' | 'pasteOutside' | null>(null);
  const problemId = useId();

  function read(next: string, nextDatum: Datum): void {
    setText(next);
    setDatum(nextDatum);
    if (next.trim() === '') {
      setProblem(null);
      return;
    }
    const place = readCoordinates(next, nextDatum);
    setProblem(!place ? 'pasteUnreadable' : isInCounty(place, divisions) ? null : 'pasteOutside');
    if (place) onPlace(place);
  }

  return (
    <>
      <div className="picker-paste">
        <Input
          value={text}
          disabled={disabled}
          allowClear
          inputMode="text"
          aria-label={t(mapWords.paste)}
          aria-describedby={problem ? problemId : undefined}
          placeholder={t(mapWords.paste)}
          status={problem === 'pasteUnreadable' ? 'error' : problem ? 'warning' : ''}
          onChange={(event) => read(event.target.value, datum)}
        />
        <Select<Datum>
          value={datum}
          disabled={disabled}
          aria-label={t(mapWords.datum)}
          popupMatchSelectWidth={false}
          options={(Object.keys(datums) as Datum[]).map((name) => ({ value: name, label: t(datums[name]) }))}
          onChange={(next) => read(text, next)}
        />
      </div>
      {problem && (
        <p className="picker-problem" id={problemId} role="alert">
          {t(mapWords[problem])}
        </p>
      )}
    </>
  );
}

function TownshipFound({ place, divisions }: { place: LonLat; divisions: readonly Division[] }) {
  const t = useText();
  if (!isInCounty(place, divisions)) return <strong className="picker-outside">{t(mapWords.outsideCounty)}</strong>;
  const found = townshipAt(place, divisions);
  if (!found) return null;
  return <strong>{t(found.inside ? mapWords.inTownship : mapWords.nearestTownship, { name: t(found.division.name) })}</strong>;
}
