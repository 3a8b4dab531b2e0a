import { useCallback, useMemo } from 'react';
import { useSession } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { CountyMap, type MapHandle } from '#web/map/CountyMap.tsx';
import { useDivisions } from '#web/map/useDivisions.ts';
import { useMood } from '#web/theme/theme.tsx';
import { moods } from '#web/theme/tokens.ts';
import { boxesMeet, previewOf, type BaseReading } from './baseImport.ts';
import { baseWords as words } from './baseWords.ts';
import { drawPreview } from './previewLayer.ts';

/** What is in the file: where it lies, its columns, how much of it is usable. */
export function ImportPreview({ file, reading }: { file: string; reading: BaseReading }) {
  const say = useText();
  const { mood } = useMood();
  const { data: me } = useSession();
  const divisions = useDivisions();
  const { sample, bbox, features } = useMemo(() => previewOf(reading), [reading]);
  const columns = [...new Set(reading.layers.flatMap((layer) => layer.columns))];
  const ready = useCallback((handle: MapHandle) => drawPreview(handle, sample, bbox, moods[mood].link), [sample, bbox, mood]);
  const isOutside = bbox !== null && me !== null && me !== undefined && !boxesMeet(bbox, me.county.bbox);
  const numbers = {
    rows: reading.rows.toLocaleString('en-US'),
    features: features.toLocaleString('en-US'),
    problems: reading.problemCount.toLocaleString('en-US'),
  };
  return (
    <>
      <p className="base-result" role="status">
        <b>{file}</b> — {reading.raster ? <Terrain raster={reading.raster} /> : say(words.read, numbers)}
      </p>
      {isOutside && (
        <p className="banner" role="alert">
          {say(words.outside)}
        </p>
      )}
      {reading.notes.length > 0 && (
        <ul className="base-notes">
          {reading.notes.map((note) => (
            <li key={note.en}>{say(note)}</li>
          ))}
        </ul>
      )}
      {sample.features.length === 0 ? (
        <p className="banner">{say(words.nothingUsable)}</p>
      ) : (
        <>
          <div className="base-map">
            <CountyMap mood={mood} divisions={divisions} legend={false} onReady={ready} />
          </div>
          {features > sample.features.length && <p className="case-quiet">{say(words.sample, { n: sample.features.length })}</p>}
        </>
      )}
      {!reading.raster && (
        <>
          <h3>{say(words.columns, { n: columns.length })}</h3>
          <p className="base-columns">
            {columns.length === 0 ? (
              <span className="nothing">{say(words.noColumns)}</span>
            ) : (
              columns.map((column) => <code key={column}>{column}</code>)
            )}
          </p>
        </>
      )}
    </>
  );
}

/** Size, cell and heights of terrain in a line. */
function Terrain({ raster }: { raster: NonNullable<BaseReading['raster']> }) {
  const say = useText();
  const { columns, rows, cellY, lowest, highest, holes } = raster;
  const metresPerDegree = 111_195;
  return say(words.terrainFacts, {
    columns,
    rows,
    cell: Math.round(cellY * metresPerDegree * 10) / 10,
    low: lowest.toFixed(1),
    high: highest.toFixed(1),
    holes,
  });
}
