import { Button, Input, Radio, Select } from 'antd';
import { useId, useRef } from 'react';
import { datums, type Datum } from '#geo/datum.ts';
import { useText } from '#web/language/language.tsx';
import { sizeText } from './baseImport.ts';
import { baseWords as words, datumUse } from './baseWords.ts';

/** What the server must know beside the file; an empty one is left out. */
export interface ImportOptions {
  datum: Datum;
  extent: 'county' | 'all';
  epsg: string;
  encoding: 'auto' | 'utf-8' | 'gb18030';
  cell: string;
}

export const standardOptions: ImportOptions = { datum: 'wgs84', extent: 'county', epsg: '', encoding: 'auto', cell: '' };

interface ImportFileProps {
  file: File | null;
  options: ImportOptions;
  onFile: (file: File | null) => void;
  onOptions: (options: ImportOptions) => void;
}

/** Which file, in which datum its coordinates are, and how much of it is wanted. */
export function ImportFile({ file, options, onFile, onOptions }: ImportFileProps) {
  const say = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const set = <K extends keyof ImportOptions>(name: K, value: ImportOptions[K]) => onOptions({ ...options, [name]: value });
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
            accept=".geojson,.json,.csv,.txt,.osm,.gz,.pbf,.tif,.tiff,.zip,.gpkg"
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
          value={options.datum}
          onChange={(event) => set('datum', event.target.value as Datum)}
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
      <fieldset className="base-datum">
        <legend className="base-label">{say(words.extent)}</legend>
        <Radio.Group
          vertical
          value={options.extent}
          onChange={(event) => set('extent', event.target.value as ImportOptions['extent'])}
          options={[
            { value: 'county', label: say(words.extentCounty) },
            { value: 'all', label: say(words.extentAll) },
          ]}
        />
      </fieldset>
      <details className="base-more">
        <summary>{say(words.more)}</summary>
        <label htmlFor={`${id}-epsg`}>{say(words.epsg)}</label>
        <Input
          id={`${id}-epsg`}
          inputMode="numeric"
          maxLength={6}
          value={options.epsg}
          onChange={(event) => set('epsg', event.target.value.replace(/\D/g, ''))}
        />
        <label htmlFor={`${id}-encoding`}>{say(words.encoding)}</label>
        <Select
          id={`${id}-encoding`}
          value={options.encoding}
          onChange={(next) => set('encoding', next)}
          options={[
            { value: 'auto', label: say(words.encodingAuto) },
            { value: 'gb18030', label: 'GBK / GB 18030' },
            { value: 'utf-8', label: 'UTF-8' },
          ]}
        />
        <label htmlFor={`${id}-cell`}>{say(words.cell)}</label>
        <Input
          id={`${id}-cell`}
          inputMode="decimal"
          maxLength={6}
          value={options.cell}
          onChange={(event) => set('cell', event.target.value.replace(/[^\d.]/g, ''))}
        />
      </details>
    </div>
  );
}
