import { useCallback } from 'react';
import { useSession } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { CountyMap, type MapHandle } from '#web/map/CountyMap.tsx';
import { useDivisions } from '#web/map/useDivisions.ts';
import { useMood } from '#web/theme/theme.tsx';
import { moods } from '#web/theme/tokens.ts';
import { boxesMeet, type BasePreview } from './baseImport.ts';
import { baseWords as words } from './baseWords.ts';
import { drawPreview } from './previewLayer.ts';

/** What is in the file: where it lies, its columns, how much of it is usable. */
export function ImportPreview({ preview }: { preview: BasePreview }) {
  const say = useText();
  const { mood } = useMood();
  const { data: me } = useSession();
  const divisions = useDivisions();
  const { sample, bbox, columns } = preview;
  const ready = useCallback((handle: MapHandle) => drawPreview(handle, sample, bbox, moods[mood].link), [sample, bbox, mood]);
  const isOutside = bbox !== null && me !== null && me !== undefined && !boxesMeet(bbox, me.county.bbox);
  const numbers = {
    rows: preview.rows.toLocaleString('en-US'),
    features: preview.features.toLocaleString('en-US'),
    problems: preview.problemCount.toLocaleString('en-US'),
  };
  return (
    <>
      <p className="base-result" role="status">
        <b>{preview.file}</b> — {say(words.read, numbers)}
        {preview.kind && ` · ${say(words[preview.kind])}`}
      </p>
      {isOutside && (
        <p className="banner" role="alert">
          {say(words.outside)}
        </p>
      )}
      {preview.features === 0 ? (
        <p className="banner">{say(words.nothingUsable)}</p>
      ) : (
        <>
          <div className="base-map">
            <CountyMap mood={mood} divisions={divisions} legend={false} onReady={ready} />
          </div>
          {preview.features > sample.features.length && <p className="case-quiet">{say(words.sample, { n: sample.features.length })}</p>}
        </>
      )}
      <h3>{say(words.columns, { n: columns.length })}</h3>
      <p className="base-columns">
        {columns.length === 0 ? (
          <span className="nothing">{say(words.noColumns)}</span>
        ) : (
          columns.map((column) => <code key={column}>{column}</code>)
        )}
      </p>
    </>
  );
}
