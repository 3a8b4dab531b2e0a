import { Button, Radio } from 'antd';
import { useId, useRef } from 'react';
import { datums, type Datum } from '#geo/datum.ts';
import { useText } from '#web/language/language.tsx';
import { sizeText } from './baseImport.ts';
import { baseWords as words, datumUse } from './baseWords.ts';

interface ImportFileProps {
  file: File | null;
  datum: Datum;
  onFile: (file: File | null) => void;
  onDatum: (datum: Datum) => void;
}

/** Which file, and in which datum its coordinates are. */
export function ImportFile({ file, datum, onFile, onDatum }: ImportFileProps) {
  const say = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="base-file">
      <div>
        <label htmlFor={id} className="base-label">
          {say(words.file)}
        </label>
        <div
          className="base-drop"
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            const [dropped] = event.dataTransfer.files;
            if (dropped) onFile(dropped);
          }}
        >
          <input
            ref={input}
            id={id}
            className="unseen"
            type="file"
            tabIndex={-1}
            accept=".geojson,.json,.csv,.txt"
            onChange={(event) => {
              onFile(event.target.files?.[0] ?? null);
              // The same file, corrected, can be chosen again.
              event.target.value = '';
            }}
          />
          <Button size="large" onClick={() => input.current?.click()}>
            {say(words.choose)}
          </Button>
          {file ? (
            <b>{say(words.chosen, { name: file.name, size: sizeText(file.size) })}</b>
          ) : (
            <span className="case-quiet">{say(words.drop)}</span>
          )}
        </div>
        <p className="form-hint">{say(words.fileHint)}</p>
      </div>
      <fieldset className="base-datum">
        <legend className="base-label">{say(words.datum)}</legend>
        <Radio.Group
          vertical
          value={datum}
          onChange={(event) => onDatum(event.target.value as Datum)}
          options={(Object.keys(datums) as Datum[]).map((name) => ({
            value: name,
            label: (
              <span className="base-choice">
                {say(datums[name])}
                <span className="form-hint">{say(datumUse[name])}</span>
              </span>
            ),
          }))}
        />
        <p className="form-hint">{say(words.datumHint)}</p>
      </fieldset>
    </div>
  );
}
