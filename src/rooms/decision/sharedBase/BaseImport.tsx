import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Steps } from 'antd';
import { useState } from 'react';
import type { Datum } from '#geo/datum.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { Told } from '#web/cases/Told.tsx';
import { useText } from '#web/language/language.tsx';
import { useIsPhone } from '#web/page/useIsPhone.ts';
import type { BasePreview, ImportAnswer, StoredLayer } from './baseImport.ts';
import { baseWords as words } from './baseWords.ts';
import { ImportFile } from './ImportFile.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportTarget, type Target } from './ImportTarget.tsx';
import { ProblemTable } from './ProblemTable.tsx';

/** A file on its way in: chosen, looked at, stored. Nothing is stored before the last step. */
export function BaseImport({ layers, close }: { layers: readonly StoredLayer[]; close: () => void }) {
  const say = useText();
  const isPhone = useIsPhone();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [datum, setDatum] = useState<Datum>('wgs84');

  const look = useMutation({
    mutationFn: async (chosen: File) => {
      const form = new FormData();
      form.append('datum', datum);
      form.append('kind', /\.(csv|txt)$/i.test(chosen.name) ? 'csv' : 'geojson');
      // Last: the server has read the other parts when the file arrives.
      form.append('file', chosen);
      return api.post<BasePreview>('/base/preview', form);
    },
  });
  const store = useMutation({
    mutationFn: (target: Target) => api.post<ImportAnswer>('/base/import', { uploadId: look.data?.uploadId, ...target }),
    onSuccess: () =>
      Promise.all([keys.layers(), keys.areas(), keys.areaShapes(), ['layer']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });

  const restart = () => {
    look.reset();
    store.reset();
  };
  const step = store.data ? 2 : look.data ? 1 : 0;
  return (
    <section className="panel base-panel base-import">
      <div className="case-panel-head">
        <h2>{say(words.importing)}</h2>
        <Button onClick={close}>{say(words.close)}</Button>
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
          <ImportFile file={file} datum={datum} onFile={setFile} onDatum={setDatum} />
          <Told error={look.error} />
          <p className="base-buttons">
            <Button type="primary" size="large" disabled={!file} loading={look.isPending} onClick={() => file && look.mutate(file)}>
              {say(words.look)}
            </Button>
          </p>
        </>
      )}
      {step === 1 && look.data && (
        <>
          <ImportPreview preview={look.data} />
          <ProblemTable problems={look.data.problems} total={look.data.problemCount} file={look.data.file} />
          {look.data.features > 0 && (
            <ImportTarget preview={look.data} layers={layers} isStoring={store.isPending} onStore={(target) => store.mutate(target)} />
          )}
          <Told error={store.error} />
          <p className="base-buttons">
            <Button size="large" onClick={restart}>
              {say(words.again)}
            </Button>
          </p>
        </>
      )}
      {step === 2 && store.data && (
        <div role="status">
          <p className="base-result">{store.data.imported === 0 ? say(words.doneNothing) : say(words.done, { ...store.data })}</p>
          {look.data && <ProblemTable problems={look.data.problems} total={look.data.problemCount} file={look.data.file} />}
          <p className="base-buttons">
            <Button size="large" onClick={close}>
              {say(words.close)}
            </Button>
            <Button
              type="primary"
              size="large"
              onClick={() => {
                setFile(null);
                restart();
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
