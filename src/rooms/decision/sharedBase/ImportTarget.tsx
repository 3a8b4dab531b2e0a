import { Button, Checkbox, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { registerById } from '#web/registers/declared.ts';
import { useText } from '#web/language/language.tsx';
import { isDivisionCode, layerIdOf, layerIdPattern, type BaseReading, type ImportWish, type StoredLayer } from './baseImport.ts';
import { baseWords as words } from './baseWords.ts';

interface ImportTargetProps {
  file: string;
  reading: BaseReading;
  layers: readonly StoredLayer[];
  onStore: (wish: ImportWish) => void;
}

interface Row {
  from: string;
  about: string;
  isTaken: boolean;
  zh: string;
  en: string;
  id: string;
}

/** The row that is not a layer of the file. */
const rasterRow = 'raster';

/** What of the file is stored and under which names: layers of the map, outlines of divisions, terrain. */
export function ImportTarget({ file, reading, layers, onStore }: ImportTargetProps) {
  const say = useText();
  const group = useId();
  const [target, setTarget] = useState<'layer' | 'divisions'>('layer');
  const [rows, setRows] = useState<Row[]>(() => rowsOf(file, reading, (kind) => say(words[kind]), say(words.terrain)));
  const [isSent, setSent] = useState(false);
  const outlines = reading.layers.find(({ kind, columns }) => kind === 'polygon' && columns.some(isDivisionCode));
  const taken = rows.filter((row) => row.isTaken);
  const faultOf = (row: Row) => {
    if (row.zh.trim() === '' || row.en.trim() === '') return words.needed;
    if (registerById(row.id)) return words.idTaken;
    if (taken.filter(({ id }) => id === row.id).length > 1) return words.idTwice;
    return layerIdPattern.test(row.id) ? null : words.idInvalid;
  };
  const replaced = taken.filter(({ id }) => layers.some((layer) => layer.id === id)).map(({ id }) => id);
  const change = (from: string, to: Partial<Row>) =>
    setRows((before) => before.map((row) => (row.from === from ? { ...row, ...to } : row)));

  function store(): void {
    setSent(true);
    if (target === 'divisions' && outlines) return onStore({ layers: [], divisions: outlines.name, raster: null });
    if (taken.length === 0 || taken.some(faultOf)) return;
    const named = taken.map(({ from, id, zh, en }) => ({ from, id, label: { zh: zh.trim(), en: en.trim() } }));
    const terrain = named.find(({ from }) => from === rasterRow);
    onStore({
      layers: named.filter(({ from }) => from !== rasterRow),
      divisions: null,
      raster: terrain ? { id: terrain.id, label: terrain.label } : null,
    });
  }

  return (
    <form
      noValidate
      className="base-target"
      onSubmit={(event) => {
        event.preventDefault();
        store();
      }}
    >
      {outlines && (
        <Radio.Group
          value={target}
          onChange={(event) => setTarget(event.target.value as typeof target)}
          options={[
            { value: 'layer', label: say(words.asLayer) },
            { value: 'divisions', label: say(words.asDivisions) },
          ]}
        />
      )}
      {target === 'layer' && (
        <fieldset>
          <legend className="base-label">{say(words.layersIn, { n: rows.length })}</legend>
          {rows.map((row) => {
            const fault = row.isTaken && isSent ? faultOf(row) : null;
            const input = (name: 'zh' | 'en' | 'id', label: string, max: number) => (
              <Input
                id={`${group}-${row.from}-${name}`}
                aria-label={`${row.from} ${label}`}
                placeholder={label}
                disabled={!row.isTaken}
                status={fault ? 'error' : ''}
                maxLength={max}
                value={row[name]}
                onChange={(event) => change(row.from, withId(row, name, event.target.value))}
              />
            );
            return (
              <div key={row.from} className="base-row">
                <Checkbox checked={row.isTaken} onChange={(event) => change(row.from, { isTaken: event.target.checked })}>
                  <b>{row.from}</b> <span className="case-quiet">{row.about}</span>
                </Checkbox>
                {input('zh', say(words.nameZh), 60)}
                {input('en', say(words.nameEn), 60)}
                {input('id', say(words.id), 41)}
                {fault && (
                  <p className="model-problem base-fault" role="alert">
                    {say(fault)}
                  </p>
                )}
              </div>
            );
          })}
        </fieldset>
      )}
      {target === 'layer' && replaced.length > 0 && <p className="banner">{say(words.replaceAll, { ids: replaced.join('、') })}</p>}
      <p className="base-buttons">
        <Button type="primary" size="large" htmlType="submit" disabled={target === 'layer' && taken.length === 0}>
          {say(words.importChosen)}
        </Button>
      </p>
    </form>
  );
}

/** An id that still follows from the English name goes on following it. */
function withId(row: Row, name: 'zh' | 'en' | 'id', value: string): Partial<Row> {
  return name === 'en' && (row.id === '' || row.id === layerIdOf(row.en)) ? { en: value, id: layerIdOf(value) } : { [name]: value };
}

function rowsOf(
  file: string,
  { layers, raster }: BaseReading,
  kindWord: (kind: 'point' | 'line' | 'polygon') => string,
  rasterWord: string,
): Row[] {
  const base = file.replace(/(\.[a-z]+)+$/i, '');
  const terrain: Row[] = raster
    ? [{ from: rasterRow, about: rasterWord, isTaken: true, zh: base, en: base, id: layerIdOf(base) || 'terrain' }]
    : [];
  const others = layers.map(({ name, kind, features, suggested }, index) => ({
    from: name,
    about: `${kindWord(kind)} · ${features.toLocaleString('en-US')}`,
    // Of many layers the first is wanted most; the others are a click away.
    isTaken: index === 0 || suggested === null,
    zh: suggested?.label.zh ?? name,
    en: suggested?.label.en ?? (layerIdOf(name) ? name : ''),
    id: suggested?.id ?? layerIdOf(name),
  }));
  return [...terrain, ...others];
}
