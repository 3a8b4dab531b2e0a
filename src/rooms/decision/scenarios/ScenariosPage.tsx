import { Button, Select, Slider, Tabs } from 'antd';
import { useMemo, useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { Model } from '#models/model.ts';
import { modelOf, models } from '#models/models.ts';
import { collectionOf, shapesOf, zonesOf } from '#models/resultShapes.ts';
import type { ModelAnswer } from '#models/runModel.ts';
import { useLayers, useSession } from '#web/api/queries.ts';
import { useFrames, useScenario } from '#web/api/scenarioQueries.ts';
import { useLanguage, useText } from '#web/language/language.tsx';
import { useNow } from '#web/live/live.tsx';
import { CountyMap, type LonLat } from '#web/map/CountyMap.tsx';
import { useDivisions } from '#web/map/useDivisions.ts';
import { useAddress } from '#web/page/links.tsx';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { ErrorState } from '#web/page/states.tsx';
import { useMood } from '#web/theme/theme.tsx';
import { AffectedPanel } from './AffectedPanel.tsx';
import { AnswerStatus } from './AnswerStatus.tsx';
import { ComparePanel } from './ComparePanel.tsx';
import { AdvicePanel } from './hazmat/AdvicePanel.tsx';
import type { Handover } from './hazmat/chain.ts';
import { HandoverBar } from './hazmat/HandoverBar.tsx';
import { marksOf } from './hazmat/marks.ts';
import { InputForm } from './InputForm.tsx';
import { useLiveWeather } from './liveReadings.ts';
import { placesFrom } from './placeFrom.ts';
import { PrintSheet } from './PrintSheet.tsx';
import { ResultPanel } from './ResultPanel.tsx';
import { RoutesPanel } from './RoutesPanel.tsx';
import { ScenarioList } from './ScenarioList.tsx';
import { ScenarioTools } from './ScenarioTools.tsx';
import { useAnswer } from './useAnswer.ts';
import { useScenarioInputs } from './useScenarioInputs.ts';
import { useScenarioMap } from './useScenarioMap.ts';
import { ZoneLegend } from './ZoneLegend.tsx';
import { hiddenAtFirst, keyOf } from './zoneTones.ts';
import './scenarios.css';

const words = defineWords({
  title: { zh: '情景推演', en: 'Scenarios' },
  model: { zh: '模型', en: 'Model' },
  result: { zh: '结果', en: 'Result' },
  affected: { zh: '影响', en: 'Who is met' },
  routes: { zh: '到场', en: 'Arrivals' },
  compare: { zh: '对比', en: 'Compare' },
  keptTab: { zh: '已存情景', en: 'Kept' },
  fillIn: {
    zh: '点击地图放置地点，左边填全后，结果显示在这里。',
    en: 'Click the map to put the place, fill in the left side: the result appears here.',
  },
  centre: { zh: '放到图中央', en: 'Put it at the centre of the map' },
  fit: { zh: '缩放到结果', en: 'Show all of it' },
  time: { zh: '时间 {t}', en: 'Time {t}' },
  changed: { zh: '{title}（输入已改）', en: '{title} (inputs changed)' },
  compared: { zh: '紫色为对比情景：{title}', en: 'In violet for comparison: {title}' },
});

const meetingHandle = 'meeting';
const nowhere: Readonly<Record<string, never>> = {};

/** Drop a source, choose what it is, and see at once what follows; keep it, refine it, compare it. */
export default function ScenariosPage() {
  const say = useText();
  const { language } = useLanguage();
  const { mood } = useMood();
  const nowMs = useNow(30_000);
  const { data: me } = useSession();
  const [address, change] = useAddress();
  const layers = useLayers();
  const divisions = useDivisions();
  const opened = useScenario(address['open'] ?? null);
  const compared = useScenario(address['compare'] ?? null);
  const model = modelOf(opened.data?.model ?? address['model'] ?? 'dispersion') ?? models[0] ?? null;
  const subject = opened.data?.id ?? model?.id ?? '';
  const placeNames = useMemo(() => placeInputs(model), [model]);

  const [windPlace, setWindPlace] = useState<LonLat | null>(null);
  const weather = useLiveWeather(model?.inputs ?? null, windPlace);
  const { at: wherefrom } = address;
  const begun = useMemo(() => placesFrom(wherefrom, placeNames), [wherefrom, placeNames]);
  const form = useScenarioInputs(subject, opened.data, weather.values ?? nowhere, begun);
  const { inputs, origins, set, fill } = form;
  const source = (placeNames.map((name) => inputs[name]).find(Boolean) as LonLat | undefined) ?? null;
  // The nearest station is looked for where the source was put; not with every metre of a drag.
  if (source && !isNear(source, windPlace)) setWindPlace(source);

  const answered = useAnswer(model, inputs, origins);
  const shown = shownAnswer(opened.data?.answer as ModelAnswer | null | undefined, opened.data?.inputs, inputs, answered.answer);
  const all = useMemo(() => (model && shown?.ok ? shapesOf(model.outputs, shown.outputs) : []), [model, shown]);
  const [switched, setSwitched] = useState<ReadonlyMap<string, boolean>>(new Map());
  const hidden = useMemo(() => {
    const keys = all.map(keyOf);
    const first = new Set(hiddenAtFirst(keys));
    return new Set(keys.filter((key) => switched.get(key) ?? first.has(key)));
  }, [all, switched]);
  const shapes = useMemo(() => all.filter((shape) => !hidden.has(keyOf(shape))), [all, hidden]);
  const zones = useMemo(() => zonesOf(shapes, language), [shapes, language]);
  const approach = shown?.ok && typeof shown.outputs['approachFromDeg'] === 'number' ? shown.outputs['approachFromDeg'] : null;
  const marks = useMemo(() => marksOf(shapes, source, approach), [shapes, source, approach]);

  // Kept under its name is what it was computed from; what is on screen after a change says so.
  const isChanged = opened.data !== undefined && shown !== opened.data.answer;
  const kept = isChanged ? { ...opened.data, title: say(words.changed, { title: opened.data.title }) } : opened.data;

  const frames = useFrames(opened.data);
  const [at, setAt] = useState<number | null>(null);
  const frame = at === null ? null : (frames.data?.[at] ?? null);
  const [routes, setRoutes] = useState<GeoJSON.Feature[]>([]);
  const [meeting, setMeeting] = useState<LonLat | null>(null);
  const [moved, setMoved] = useState<LonLat | null>(null);
  const [tab, setTab] = useState('result');
  const [picture, setPicture] = useState<string | null>(null);

  const places = useMemo(
    () => ({
      ...Object.fromEntries(placeNames.map((name) => [name, (inputs[name] as LonLat | undefined) ?? null])),
      [meetingHandle]: meeting,
    }),
    [placeNames, inputs, meeting],
  );
  const other = useMemo(() => {
    const answer = compared.data?.answer as ModelAnswer | null | undefined;
    const otherModel = modelOf(compared.data?.model ?? '');
    return answer?.ok && otherModel ? collectionOf(shapesOf(otherModel.outputs, answer.outputs).filter(({ isBand }) => !isBand)) : null;
  }, [compared.data]);
  const map = useScenarioMap(
    { subject, shapes, frame: frame?.features ?? null, other, marks: marks.features, routes, places },
    (name, place) => {
      if (name === meetingHandle) setMoved(place);
      else if (name !== null) set(name, place);
      else for (const empty of placeNames) if (inputs[empty] === undefined) set(empty, place);
    },
  );
  const centred = () => {
    const place = map.centre();
    return place ? Object.fromEntries(placeNames.map((name) => [name, place])) : {};
  };
  const take = ({ to, inputs: next, computed }: Handover) => {
    change({ model: to, open: undefined, compare: undefined });
    const known = source ? Object.fromEntries(placeInputs(modelOf(to)).map((name) => [name, source])) : {};
    fill({ ...known, ...next }, computed, to);
  };
  const print = async () => {
    setPicture(await map.picture());
    // The sheet must stand before the browser looks at it.
    requestAnimationFrame(() => requestAnimationFrame(() => window.print()));
  };
  const keptFor = address['incident']
    ? { kind: 'incident', id: address['incident'] }
    : address['plan']
      ? { kind: 'plans', id: address['plan'] }
      : null;

  return (
    <PageFrame title={words.title} layout="full">
      <div className="scenarios not-printed">
        <aside className="scenarios-left">
          <label className="model-choice">
            {say(words.model)}
            <Select
              value={model?.id ?? null}
              showSearch={{ optionFilterProp: 'label' }}
              options={models.map(({ id, label }) => ({ value: id, label: say(label) }))}
              onChange={(id: string) => change({ model: id, open: undefined })}
            />
          </label>
          {model && <p className="model-hint">{say(model.question)}</p>}
          {placeNames.length > 0 && (
            <Button size="small" onClick={() => Object.entries(centred()).forEach(([name, place]) => set(name, place))}>
              {say(words.centre)}
            </Button>
          )}{' '}
          {model && (
            <InputForm
              key={subject}
              model={model}
              inputs={inputs}
              origins={origins}
              problems={answered.answer === null || answered.answer.ok ? [] : answered.answer.problems}
              weather={weather}
              nowMs={nowMs}
              onChange={set}
              onExample={(example) =>
                fill({ ...(source ? Object.fromEntries(placeNames.map((name) => [name, source])) : centred()), ...example.inputs })
              }
            />
          )}
        </aside>
        <div className="scenarios-map">
          <CountyMap
            mood={mood}
            divisions={divisions}
            bbox={me?.county.bbox ?? null}
            layers={layers.data ?? []}
            legend={false}
            onReady={map.ready}
          >
            <div className="scenario-over">
              <ZoneLegend
                shapes={all}
                hidden={hidden}
                marks={marks}
                hasRoutes={routes.length > 0}
                onToggle={(key) => setSwitched(new Map([...switched, [key, !hidden.has(key)]]))}
              />
              {all.length > 0 && (
                <Button size="small" onClick={map.fit}>
                  {say(words.fit)}
                </Button>
              )}
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
            </div>
            {compared.data && <p className="scenario-compared">{say(words.compared, { title: compared.data.title })}</p>}
          </CountyMap>
        </div>
        <aside className="scenarios-right">
          <AnswerStatus model={model} answer={shown} tookMs={answered.tookMs} where={answered.where} />
          {answered.error && <ErrorState error={answered.error} retry={() => fill({ ...inputs })} />}
          {model && shown?.ok && (
            <>
              <HandoverBar result={shown} onTake={take} />
              <ScenarioTools
                key={subject}
                model={model}
                result={shown}
                inputs={inputs}
                origins={origins}
                subject={keptFor}
                opened={opened.data}
                shapes={shapes}
                onKept={(id) => change({ open: id })}
                onPrint={() => void print()}
              />
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
                  model && shown?.ok ? (
                    <>
                      <AdvicePanel result={shown} />
                      <ResultPanel model={model} result={shown} />
                    </>
                  ) : (
                    <p className="model-hint">{say(words.fillIn)}</p>
                  ),
              },
              {
                key: 'affected',
                label: say(words.affected),
                forceRender: true,
                children: (
                  <AffectedPanel
                    zones={zones}
                    subject={keptFor}
                    kept={kept}
                    title={kept?.title ?? (model ? say(model.label) : '')}
                    onFound={map.showAffected}
                  />
                ),
              },
              {
                key: 'routes',
                label: say(words.routes),
                children: (
                  <RoutesPanel
                    layers={layers.data ?? []}
                    zones={zones}
                    source={source}
                    approachDeg={approach}
                    moved={moved}
                    onMeeting={setMeeting}
                    onRoutes={setRoutes}
                  />
                ),
              },
              {
                key: 'compare',
                label: say(words.compare),
                children: model && shown?.ok && <ComparePanel model={model} shown={shown} other={compared.data} />,
              },
              {
                key: 'kept',
                label: say(words.keptTab),
                children: (
                  <ScenarioList
                    openId={address['open'] ?? null}
                    compareId={address['compare'] ?? null}
                    onOpen={(id) => change({ open: id })}
                    onCompare={(id) => {
                      change({ compare: id ?? undefined });
                      if (id) setTab('compare');
                    }}
                  />
                ),
              },
            ]}
          />
        </aside>
      </div>
      {model && shown?.ok && (
        <PrintSheet model={model} result={shown} origins={origins} shapes={shapes} kept={kept} picture={picture} nowMs={nowMs} />
      )}
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

/** Within about a kilometre, where the nearest station stays the same. */
function isNear(one: LonLat, other: LonLat | null): boolean {
  return other !== null && Math.abs(one[0] - other[0]) < 0.01 && Math.abs(one[1] - other[1]) < 0.01;
}

function clockOf(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
