import { Button, Select, Slider, Tabs } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { Model } from '#models/model.ts';
import { modelOf, models } from '#models/models.ts';
import type { ModelAnswer } from '#models/runModel.ts';
import { useLayers, useSession } from '#web/api/queries.ts';
import { useFrames, useScenario } from '#web/api/scenarioQueries.ts';
import { useText } from '#web/language/language.tsx';
import { CountyMap, type LonLat, type MapHandle } from '#web/map/CountyMap.tsx';
import { useDivisions } from '#web/map/useDivisions.ts';
import { saveFile } from '#web/page/csv.ts';
import { useAddress, useGo } from '#web/page/links.tsx';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { ErrorState } from '#web/page/states.tsx';
import { useMood } from '#web/theme/theme.tsx';
import { AnswerStatus } from './AnswerStatus.tsx';
import { KeepForm } from './KeepForm.tsx';
import { AffectedPanel } from './AffectedPanel.tsx';
import { drawResult, type ResultDrawing } from './drawResult.ts';
import { FieldInput, withValue } from './FieldInput.tsx';
import { ResultPanel } from './ResultPanel.tsx';
import { collectionOf, shapesOf, zonesOf } from '#models/resultShapes.ts';
import { ZoneLegend } from './ZoneLegend.tsx';
import { ScenarioList } from './ScenarioList.tsx';
import { useAnswer } from './useAnswer.ts';
import './scenarios.css';

const words = defineWords({
  title: { zh: '情景推演', en: 'Scenarios' },
  model: { zh: '模型', en: 'Model' },
  export: { zh: '导出 GeoJSON', en: 'Export GeoJSON' },
  print: { zh: '打印', en: 'Print' },
  result: { zh: '结果', en: 'Result' },
  affected: { zh: '影响', en: 'Who is met' },
  keptTab: { zh: '已存情景', en: 'Kept' },
  fillIn: { zh: '左边填全后，结果显示在这里。', en: 'The result appears here once the left side is filled in.' },
  warn: { zh: '按此范围起草预警', en: 'Draft a warning for this area' },
  centre: { zh: '放到图中央', en: 'Put it at the centre of the map' },
  time: { zh: '时间 {t}', en: 'Time {t}' },
  compared: { zh: '虚底为对比情景：{title}', en: 'In violet for comparison: {title}' },
});

/** Drop a source, choose what it is, and see at once what follows; keep it, refine it, compare it. */
export default function ScenariosPage() {
  const say = useText();
  const { mood } = useMood();
  const { data: me } = useSession();
  const [address, change] = useAddress();
  const layers = useLayers();
  const divisions = useDivisions();
  const opened = useScenario(address['open'] ?? null);
  const compared = useScenario(address['compare'] ?? null);
  const model = modelOf(opened.data?.model ?? address['model'] ?? 'dispersion') ?? models[0] ?? null;
  // What was entered belongs to the scenario or model it was entered for; another one opened begins with its own inputs.
  const subject = opened.data?.id ?? model?.id ?? '';
  const [entered, setEntered] = useState<{ subject: string; inputs: Record<string, unknown> }>({ subject: '', inputs: {} });
  const kept = opened.data?.inputs;
  const inputs = useMemo(() => (entered.subject === subject ? entered.inputs : { ...kept }), [entered, subject, kept]);
  const setInput = useCallback(
    (name: string, next: unknown) =>
      setEntered((before) => ({ subject, inputs: withValue(before.subject === subject ? before.inputs : { ...kept }, name, next) })),
    [subject, kept],
  );
  const answered = useAnswer(model, inputs);
  const placeNames = useMemo(() => placeInputs(model), [model]);

  const shown = shownAnswer(opened.data?.answer as ModelAnswer | null | undefined, opened.data?.inputs, inputs, answered.answer);
  const shapes = useMemo(() => (model && shown?.ok ? shapesOf(model.outputs, shown.outputs) : []), [model, shown]);
  const zones = useMemo(() => zonesOf(shapes), [shapes]);
  const collection = useMemo(() => collectionOf(shapes), [shapes]);
  const frames = useFrames(opened.data);
  const [at, setAt] = useState<number | null>(null);
  const frame = at === null ? null : (frames.data?.[at] ?? null);

  const [tab, setTab] = useState('result');
  const go = useGo();
  const drawing = useRef<ResultDrawing | null>(null);
  const handle = useRef<MapHandle | null>(null);
  const latest = useRef(setInput);
  useEffect(() => {
    latest.current = setInput;
  }, [setInput]);
  const ready = useCallback((map: MapHandle) => {
    handle.current = map;
    const made = drawResult(map, (name, place) => latest.current(name, place));
    drawing.current = made;
    return () => {
      drawing.current = null;
      handle.current = null;
      made.stop();
    };
  }, []);
  useEffect(() => drawing.current?.show(frame?.features ?? collection), [collection, frame]);
  useEffect(() => {
    const places = Object.fromEntries(placeNames.map((name) => [name, (inputs[name] as LonLat | undefined) ?? null]));
    drawing.current?.handles(places);
    return () => drawing.current?.handles(Object.fromEntries(placeNames.map((name) => [name, null])));
  }, [placeNames, inputs]);
  useEffect(() => {
    const other = compared.data?.answer as ModelAnswer | null | undefined;
    const otherModel = modelOf(compared.data?.model ?? '');
    drawing.current?.compare(other?.ok && otherModel ? collectionOf(shapesOf(otherModel.outputs, other.outputs)) : null);
  }, [compared.data]);
  const showAffected = useCallback((found: GeoJSON.FeatureCollection | null) => drawing.current?.affected(found), []);

  const centre = () => {
    const place = handle.current?.map.getCenter();
    if (place) for (const name of placeNames) setInput(name, [round(place.lng), round(place.lat)]);
  };

  return (
    <PageFrame title={words.title} layout="full">
      <div className="scenarios">
        <aside className="scenarios-left not-printed">
          <label className="model-choice">
            {say(words.model)}
            <Select
              value={model?.id ?? null}
              showSearch
              optionFilterProp="label"
              options={models.map(({ id, label }) => ({ value: id, label: say(label) }))}
              onChange={(id: string) => change({ model: id, open: undefined })}
            />
          </label>
          {model && <p className="model-hint">{say(model.question)}</p>}
          {placeNames.length > 0 && (
            <Button size="small" onClick={centre}>
              {say(words.centre)}
            </Button>
          )}
          {model &&
            Object.entries(model.inputs).map(([name, field]) => (
              <FieldInput
                key={`${model.id} ${name}`}
                name={name}
                field={field}
                path={name}
                value={inputs[name]}
                problems={wrongOnes(answered.answer)}
                onChange={(next) => setInput(name, next)}
              />
            ))}
        </aside>
        <div className="scenarios-map">
          <CountyMap
            mood={mood}
            divisions={divisions}
            bbox={me?.county.bbox ?? null}
            layers={layers.data ?? []}
            legend={false}
            onReady={ready}
          >
            {frames.data && frames.data.length > 0 && (
              <div className="scenario-slider">
                <span>{say(words.time, { t: clockOf(frame?.atS ?? frames.data.at(-1)?.atS ?? 0) })}</span>
                <Slider
                  min={0}
                  max={frames.data.length - 1}
                  value={at ?? frames.data.length - 1}
                  onChange={setAt}
                  tooltip={{ open: false }}
                />
              </div>
            )}
            <ZoneLegend shapes={shapes} />
            {compared.data && <p className="scenario-compared">{say(words.compared, { title: compared.data.title })}</p>}
          </CountyMap>
        </div>
        <aside className="scenarios-right">
          <AnswerStatus model={model} answer={shown} tookMs={answered.tookMs} where={answered.where} />
          {answered.error && <ErrorState error={answered.error} retry={() => setEntered({ subject, inputs: { ...inputs } })} />}
          {model && shown?.ok && (
            <>
              <div className="scenario-tools not-printed">
                <KeepForm model={model} inputs={inputs} areaCode={me?.areaCode ?? ''} onKept={(id) => change({ open: id })} />
                <Button
                  size="small"
                  onClick={() =>
                    saveFile(
                      `${model.id}.geojson`,
                      'application/geo+json',
                      JSON.stringify({ ...collection, result: { model: shown.model, version: shown.version, inputs: shown.inputs } }),
                    )
                  }
                >
                  {say(words.export)}
                </Button>
                <Button size="small" onClick={() => window.print()}>
                  {say(words.print)}
                </Button>
                {opened.data?.state === 'done' && (
                  <Button size="small" onClick={() => go('/warnings/new', { scenario: opened.data?.id })}>
                    {say(words.warn)}
                  </Button>
                )}
              </div>
            </>
          )}
          <Tabs
            size="small"
            activeKey={tab}
            onChange={setTab}
            items={[
              {
                key: 'result',
                label: say(words.result),
                children:
                  model && shown?.ok ? <ResultPanel model={model} result={shown} /> : <p className="model-hint">{say(words.fillIn)}</p>,
              },
              {
                key: 'affected',
                label: say(words.affected),
                forceRender: true,
                children: <AffectedPanel zones={zones} onFound={showAffected} />,
              },
              {
                key: 'kept',
                label: say(words.keptTab),
                children: (
                  <ScenarioList
                    openId={address['open'] ?? null}
                    compareId={address['compare'] ?? null}
                    onOpen={(id) => change({ open: id })}
                    onCompare={(id) => change({ compare: id ?? undefined })}
                  />
                ),
              },
            ]}
          />
        </aside>
      </div>
    </PageFrame>
  );
}

/** The kept answer as long as the inputs are those it was computed from, else what the inputs give now. */
function shownAnswer(
  kept: ModelAnswer | null | undefined,
  keptInputs: object | undefined,
  inputs: object,
  now: ModelAnswer | null,
): ModelAnswer | null {
  return kept?.ok && keptInputs !== undefined && JSON.stringify(keptInputs) === JSON.stringify(inputs) ? kept : now;
}

/** Inputs that are places, which the map shows as handles. */
function placeInputs(model: Model | null): string[] {
  return Object.entries(model?.inputs ?? {}).flatMap(([name, { kind }]) => (kind === 'place' ? [name] : []));
}

/** What is merely missing is not wrong yet: it is told once, above. */
function wrongOnes(answer: ModelAnswer | null) {
  return answer === null || answer.ok ? [] : answer.problems.filter(({ rule }) => rule !== 'required');
}

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

function clockOf(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
