import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect } from 'react';
import { defineWords, type Text } from '#kernel/language/text.ts';
import type { Scenario } from '#kernel/scenario/scenario.ts';
import type { ModelAnswer } from '#models/runModel.ts';
import { api } from '#web/api/client.ts';
import { MakeCallList } from '#web/calling/MakeCallList.tsx';
import { useText } from '#web/language/language.tsx';
import { csvOf, saveFile } from '#web/page/csv.ts';
import { useRested } from './useRested.ts';
import { registerById } from '#web/registers/declared.ts';
import { PageLink } from '#web/page/links.tsx';
import { divisionsOf, namesOf } from './callAffected.ts';

const words = defineWords({
  title: { zh: '影响到谁、什么', en: 'Who and what it meets' },
  none: { zh: '台账中没有人和物在范围内。', en: 'Nobody and nothing of the registers lies inside.' },
  people: { zh: '人', en: 'people' },
  areas: { zh: '村镇', en: 'Inhabited places' },
  estimate: { zh: '部分重叠按面积估计', en: 'partly covered places by area' },
  asking: { zh: '正在查询……', en: 'Asking…' },
  sheet: { zh: '影响清单 .xlsx', en: 'List as .xlsx' },
  csv: { zh: '影响清单 .csv', en: 'List as .csv' },
  list: { zh: '影响清单', en: 'Who is met' },
  level: { zh: '层级', en: 'Level' },
  kind: { zh: '类别', en: 'Kind' },
  name: { zh: '名称', en: 'Name' },
  count: { zh: '人数', en: 'People' },
  contact: { zh: '联系方式', en: 'Contact' },
  lon: { zh: '经度', en: 'Longitude' },
  lat: { zh: '纬度', en: 'Latitude' },
  call: { zh: '叫应所涉村镇（{n}）', en: 'Call the places met ({n})' },
  comma: { zh: '、', en: ', ' },
  callFirst: { zh: '先存为情景，再生成叫应名单。', en: 'Keep the scenario first, then make a call list.' },
  message: {
    zh: '推演：{title}。可能影响：{places}。请立即核实人员情况，做好避险准备。',
    en: 'Model: {title}. It may meet: {places}. Check on the people there now and make ready to take shelter.',
  },
  exercise: { zh: '【演练】{text}', en: '[EXERCISE] {text}' },
  failed: { zh: '查询失败，图上范围仍有效。', en: 'The query failed; the zones on the map still stand.' },
});

interface Zone {
  id: string;
  area: GeoJSON.Polygon | GeoJSON.MultiPolygon;
}

interface Sum {
  level: string;
  kind: string;
  count: string;
  value: number;
  isEstimate: boolean;
}

/** Asked after the hand rests, ms. */
const restMs = 250;
/** Names in what is told; the list itself is longer. */
const mostNames = 30;
/** The impact query takes no more zones at once. */
const mostZones = 20;

interface AffectedPanelProps {
  zones: readonly Zone[];
  /** What the scenario is made for, and itself once it is kept: a call list is about one of them. */
  subject: { kind: string; id: string } | null;
  kept: Scenario | undefined;
  /** What is computed, in the reader's language. */
  title: string;
  onFound: (found: GeoJSON.FeatureCollection | null) => void;
}

/** The impact query for the zones of an answer: sums by kind, the things themselves with whom to speak to, and the call list. */
export function AffectedPanel({ zones, subject, kept, title, onFound }: AffectedPanelProps) {
  const say = useText();
  const rested = useRested(zones, restMs);
  const { data, isPending, error } = useQuery({
    queryKey: ['models', 'impact', rested],
    enabled: rested.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 60_000,
    queryFn: ({ signal }) => askImpact(rested, signal),
  });
  const found = zones.length > 0 ? data : undefined;
  useEffect(() => onFound(found ? { type: 'FeatureCollection', features: found.found } : null), [found, onFound]);

  if (zones.length === 0) return null;
  const about = kept ? { kind: 'scenario', id: kept.id } : subject;
  const marked = (text: string) => (kept?.exercise ? say(words.exercise, { text }) : text);
  const label = (kind: string) => (kind === 'areas' ? say(words.areas) : say(registerById(kind)?.label ?? { zh: kind, en: kind }));
  return (
    <section className="scenario-affected" aria-live="polite">
      <h3>{say(words.title)}</h3>
      {isPending && <p>{say(words.asking)}</p>}
      {error && <p role="alert">{say(words.failed)}</p>}
      {found && found.found.length === 0 && <p>{say(words.none)}</p>}
      {found && found.found.length > 0 && (
        <>
          <p className="scenario-tools not-printed">
            <Button size="small" onClick={() => void saveImpact('xlsx', found.found, say, label)}>
              {say(words.sheet)}
            </Button>
            <Button size="small" onClick={() => void saveImpact('csv', found.found, say, label)}>
              {say(words.csv)}
            </Button>
          </p>
          <ul className="scenario-sums">
            {sumsByKind(found.sums).map(({ kind, things, people, isEstimate }) => (
              <li key={kind}>
                <span>{label(kind)}</span>
                <strong>{things}</strong>
                {people > 0 && (
                  <span title={isEstimate ? say(words.estimate) : undefined}>
                    {isEstimate ? '≈ ' : ''}
                    {Math.round(people)} {say(words.people)}
                  </span>
                )}
              </li>
            ))}
          </ul>
          <details className="scenario-call not-printed">
            <summary>{say(words.call, { n: divisionsOf(found.found).length })}</summary>
            {about ? (
              <MakeCallList
                about={about}
                divisions={divisionsOf(found.found)}
                title={marked(title)}
                message={marked(say(words.message, { title, places: namesOf(found.found).slice(0, mostNames).join(say(words.comma)) }))}
                demo={kept?.demo ?? false}
              />
            ) : (
              <p className="model-hint">{say(words.callFirst)}</p>
            )}
          </details>
          <ol className="scenario-things">
            {found.found.slice(0, 40).map(({ id, properties }) => (
              <li key={`${String(properties?.['kind'])} ${String(id ?? properties?.['id'])}`}>
                {properties?.['kind'] === 'areas' ? (
                  <span>{String(properties?.['name'])}</span>
                ) : (
                  <PageLink to={`/registers/${String(properties?.['kind'])}/${String(properties?.['id'])}`}>
                    {String(properties?.['name'])}
                  </PageLink>
                )}
                <span className="model-hint">
                  {label(String(properties?.['kind']))} · {String(properties?.['level'])}
                  {typeof properties?.['contact'] === 'string' && ` · ${properties['contact']}`}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

/** The whole list as a file; what writes a workbook is loaded when first needed. */
async function saveImpact(
  format: 'xlsx' | 'csv',
  found: readonly GeoJSON.Feature[],
  say: (text: Text) => string,
  kindOf: (kind: string) => string,
): Promise<void> {
  const { impactRows, workbookOf } = await import('./impactSheet.ts');
  const heading = [words.level, words.kind, words.name, words.count, words.contact, words.lon, words.lat].map((word) => say(word));
  const rows = impactRows(found, heading, kindOf);
  const name = say(words.list);
  if (format === 'csv') saveFile(`${name}.csv`, 'text/csv;charset=utf-8', csvOf(rows));
  else saveFile(`${name}.xlsx`, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', workbookOf(name, rows));
}

async function askImpact(zones: readonly Zone[], signal: AbortSignal): Promise<{ sums: Sum[]; found: GeoJSON.Feature[] }> {
  const inputs = { levels: zones.slice(0, mostZones), things: { $data: 'exposure' } };
  const answer = await api.post<ModelAnswer>('/models/impact/compute', { inputs }, { signal });
  if (!answer.ok) throw new Error(answer.problems.map(({ field, text }) => `${field}: ${text.en}`).join('; '));
  return { sums: answer.outputs['sums'] as Sum[], found: (answer.outputs['found'] as GeoJSON.FeatureCollection).features };
}

/** Things and people over all zones by kind: each thing counts once, in its worst zone. */
function sumsByKind(sums: readonly Sum[]): { kind: string; things: number; people: number; isEstimate: boolean }[] {
  const kinds = [...new Set(sums.map(({ kind }) => kind))];
  const total = (kind: string, count: string) =>
    sums.filter((each) => each.kind === kind && each.count === count).reduce((sum, { value }) => sum + value, 0);
  return kinds
    .map((kind) => ({
      kind,
      things: total(kind, 'things'),
      people: total(kind, 'people'),
      isEstimate: sums.some((each) => each.kind === kind && each.isEstimate),
    }))
    .toSorted((one, other) => other.people - one.people || other.things - one.things);
}
