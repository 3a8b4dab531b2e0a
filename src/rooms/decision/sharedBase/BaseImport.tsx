import { Button, Progress, Steps } from 'antd';
import { useState } from 'react';
import { Told } from '#web/cases/Told.tsx';
import { useText } from '#web/language/language.tsx';
import { useIsPhone } from '#web/page/useIsPhone.ts';
import type { StoredLayer } from './baseImport.ts';
import { baseWords as words } from './baseWords.ts';
import { ImportFile, standardOptions } from './ImportFile.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportTarget } from './ImportTarget.tsx';
import { ProblemTable } from './ProblemTable.tsx';
import { useBaseUpload } from './useBaseUpload.ts';

/** A file on its way in: chosen, sent, looked at, stored. Nothing is stored before the last step. */
export function BaseImport({ layers, close }: { layers: readonly StoredLayer[]; close: () => void }) {
  const say = useText();
  const isPhone = useIsPhone();
  const [file, setFile] = useState<File | null>(null);
  const [options, setOptions] = useState(standardOptions);
  const { upload, sending, error, send, store, stop } = useBaseUpload();
  const reading = upload?.reading ?? null;
  const step = upload?.state === 'done' ? 2 : upload ? 1 : 0;

  function look(chosen: File): void {
    const form = new FormData();
    for (const [name, value] of Object.entries(options)) if (value !== '') form.append(name, value);
    // Last: the server has read the other parts when the file arrives.
    form.append('file', chosen);
    send(form);
  }
  const leave = () => {
    if (upload?.state !== 'done') stop();
    close();
  };

  return (
    <section className="panel base-panel base-import">
      <div className="case-panel-head">
        <h2>{say(words.importing)}</h2>
        <Button onClick={leave}>{say(words.close)}</Button>
      </div>
      <Steps
        size="small"
        responsive={false}
        current={step}
        type={isPhone ? 'dot' : 'default'}
        items={[{ title: say(words.stepFile) }, { title: say(words.stepCheck) }, { title: say(words.stepDone) }]}
      />
      {step === 0 && (
        <>
          <ImportFile file={file} options={options} onFile={setFile} onOptions={setOptions} />
          <Told error={error} />
          {sending === null ? (
            <p className="base-buttons">
              <Button type="primary" size="large" disabled={!file} onClick={() => file && look(file)}>
                {say(words.look)}
              </Button>
            </p>
          ) : (
            <Under text={say(words.sending, { percent: percent(sending) })} done={sending} onStop={stop} />
          )}
        </>
      )}
      {upload?.state === 'reading' && (
        <Under text={say(words.reading, { percent: percent(upload.progress) })} done={upload.progress} onStop={stop} />
      )}
      {upload?.fault && (
        <p className="banner" role="alert">
          <b>{upload.file}</b>：{say(upload.fault.text)} <code>{upload.fault.rule}</code>
        </p>
      )}
      {step === 1 && reading && (
        <>
          <ImportPreview file={upload?.file ?? ''} reading={reading} />
          <ProblemTable problems={reading.problems} total={reading.problemCount} file={upload?.file ?? ''} />
          {upload?.state === 'ready' && (reading.layers.length > 0 || reading.raster) && (
            <ImportTarget file={upload.file} reading={reading} layers={layers} onStore={store} />
          )}
          {upload?.state === 'importing' && (
            <Under text={say(words.storing, { percent: percent(upload.progress) })} done={upload.progress} onStop={stop} />
          )}
        </>
      )}
      {step === 1 && (
        <>
          <Told error={error} />
          {upload?.state !== 'reading' && upload?.state !== 'importing' && (
            <p className="base-buttons">
              <Button size="large" onClick={stop}>
                {say(words.again)}
              </Button>
            </p>
          )}
        </>
      )}
      {step === 2 && upload?.result && (
        <div role="status">
          <p className="base-result">
            {upload.result.imported === 0
              ? say(words.doneNothing)
              : say(words.done, { imported: upload.result.imported, refused: upload.result.refused })}
          </p>
          {reading && <ProblemTable problems={reading.problems} total={reading.problemCount} file={upload.file} />}
          <p className="base-buttons">
            <Button size="large" onClick={close}>
              {say(words.close)}
            </Button>
            <Button
              type="primary"
              size="large"
              onClick={() => {
                setFile(null);
                stop();
              }}
            >
              {say(words.another)}
            </Button>
          </p>
        </div>
      )}
    </section>
  );
}

const percent = (done: number): number => Math.round(done * 100);

function Under({ text, done, onStop }: { text: string; done: number; onStop: () => void }) {
  const say = useText();
  return (
    <div className="base-under">
      <p role="status">{text}</p>
      <Progress percent={percent(done)} showInfo={false} aria-label={text} />
      <Button size="large" onClick={onStop}>
        {say(words.stop)}
      </Button>
    </div>
  );
}
