import { Button } from 'antd';
import { defineWords } from '#kernel/language/text.ts';
import type { Scenario } from '#kernel/scenario/scenario.ts';
import type { Model } from '#models/model.ts';
import { collectionOf, type ResultShape } from '#models/resultShapes.ts';
import type { ModelResult } from '#models/runModel.ts';
import { useSession } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { saveFile } from '#web/page/csv.ts';
import { PageLink, useGo } from '#web/page/links.tsx';
import { geoTiffOf, gridsOf } from './exportGrid.ts';
import { KeepForm } from './KeepForm.tsx';
import type { Inputs, Origins } from './useScenarioInputs.ts';

const words = defineWords({
  export: { zh: '导出 GeoJSON', en: 'Export GeoJSON' },
  exportGrid: { zh: '{name} GeoTIFF', en: '{name} as GeoTIFF' },
  print: { zh: '打印推演单', en: 'Print the sheet' },
  warn: { zh: '按此范围起草预警', en: 'Draft a warning for this area' },
  incident: { zh: '所属事件', en: 'Its incident' },
});

interface ScenarioToolsProps {
  model: Model;
  result: ModelResult;
  inputs: Inputs;
  origins: Origins;
  subject: { kind: string; id: string } | null;
  opened: Scenario | undefined;
  shapes: readonly ResultShape[];
  onKept: (id: string) => void;
  onPrint: () => void;
}

/** What can be done with a result: keep and refine, export, print, draft a warning. */
export function ScenarioTools({ model, result, inputs, origins, subject, opened, shapes, onKept, onPrint }: ScenarioToolsProps) {
  const say = useText();
  const go = useGo();
  const { data: me } = useSession();
  const save = () => {
    const { model: id, version, inputs: asked } = result;
    const collection = { ...collectionOf(shapes), result: { model: id, version, inputs: asked } };
    saveFile(`${model.id}.geojson`, 'application/geo+json', JSON.stringify(collection));
  };
  return (
    <div className="scenario-tools">
      <KeepForm
        model={model}
        inputs={inputs}
        origins={origins}
        subject={subject ?? opened?.subject ?? null}
        areaCode={me?.areaCode ?? ''}
        onKept={onKept}
      />
      <Button size="small" onClick={save}>
        {say(words.export)}
      </Button>
      {gridsOf(model.outputs, result.outputs).map(({ name, grid }) => (
        <Button key={name} size="small" onClick={() => saveFile(`${model.id}-${name}.tif`, 'image/tiff', geoTiffOf(grid))}>
          {say(words.exportGrid, { name: say(model.outputs[name]?.label ?? { zh: name, en: name }) })}
        </Button>
      ))}
      <Button size="small" onClick={onPrint}>
        {say(words.print)}
      </Button>
      {opened?.state === 'done' && (
        <Button size="small" onClick={() => go('/warnings/new', { scenario: opened.id })}>
          {say(words.warn)}
        </Button>
      )}
      {opened?.subject?.kind === 'incident' && <PageLink to={`/incidents/${opened.subject.id}`}>{say(words.incident)}</PageLink>}
    </div>
  );
}
