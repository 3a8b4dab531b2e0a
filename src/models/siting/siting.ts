import { distanceM } from '#geo/distance.ts';
import { choice, flag, list, number, place, record, series, text, type ValuesOf } from '../field.ts';
import { type Answer, defineModel, refused, type Warning } from '../model.ts';
import { kCentre } from './centre.ts';
import { maximumCover } from './cover.ts';
import { pMedian, type Siting, type SitingProblem } from './median.ts';
import { sitingCases } from './siting.cases.ts';

const name = (zh: string, en: string) => text({ label: { zh, en }, maxLength: 100 });

const inputs = {
  question: choice({
    label: { zh: '目标', en: 'Aim' },
    options: [
      { value: 'median', label: { zh: '平均最近', en: 'nearest on average' } },
      { value: 'centre', label: { zh: '最远者最近', en: 'nearest for the farthest' } },
      { value: 'cover', label: { zh: '半径内覆盖最多', en: 'most within a radius' } },
    ],
  }),
  demands: list({
    label: { zh: '需求点（村、社区）', en: 'Demands (villages)' },
    of: record({
      label: { zh: '需求点', en: 'Demand' },
      fields: {
        id: name('名称', 'Name'),
        weight: number({ label: { zh: '权重（人数）', en: 'Weight (people)' }, unit: '人', min: 0, max: 1e7 }),
        place: place({ label: { zh: '位置', en: 'Place' } }),
      },
    }),
    minItems: 1,
    maxItems: 2_000,
  }),
  candidates: list({
    label: { zh: '候选点', en: 'Candidates' },
    of: record({
      label: { zh: '候选点', en: 'Candidate' },
      fields: {
        id: name('名称', 'Name'),
        place: place({ label: { zh: '位置', en: 'Place' } }),
        exists: flag({ label: { zh: '已建', en: 'Exists' }, standard: false }),
      },
    }),
    minItems: 1,
    maxItems: 2_000,
  }),
  sites: number({ label: { zh: '总数（含已建）', en: 'Sites, with existing ones' }, unit: '1', integer: true, min: 1, max: 200 }),
  radius: number({
    label: { zh: '半径', en: 'Radius' },
    unit: 's',
    min: 0,
    aboveMin: true,
    max: 864_000,
    note: { zh: '未给路网用时时以米计', en: 'metres when no times are given' },
    optional: true,
  }),
  seconds: list({
    label: { zh: '路网用时（每个需求点一行，−1 为不通）', en: 'Times on the road, a row a demand; −1: no way' },
    of: series({ label: { zh: '到各候选点', en: 'to each candidate' }, unit: 's', min: -1, max: 864_000, maxItems: 2_000 }),
    maxItems: 2_000,
    optional: true,
  }),
};

const outputs = {
  chosen: list({ label: { zh: '选定', en: 'Chosen' }, of: name('候选点', 'Candidate'), maxItems: 200 }),
  mean: number({ label: { zh: '加权平均（秒或米）', en: 'Weighted mean, seconds or metres' }, unit: 's', min: 0, optional: true }),
  farthest: number({ label: { zh: '最远（秒或米）', en: 'Farthest, seconds or metres' }, unit: 's', min: 0, optional: true }),
  covered: number({ label: { zh: '半径内', en: 'Within the radius' }, unit: '人', min: 0, optional: true }),
  proven: flag({ label: { zh: '已证明最优', en: 'Proven best' } }),
  unreachable: list({ label: { zh: '无路可达', en: 'Not reachable' }, of: name('需求点', 'Demand'), maxItems: 2_000 }),
};

export const siting = defineModel({
  id: 'siting',
  version: '1.0.0',
  label: { zh: '设施选址', en: 'Facility siting' },
  question: { zh: '消防站、储备点、避难场所建在哪里？', en: 'Where should stations, stores and shelters stand?' },
  clauses: [
    { standard: 'Resende, Werneck 2007', clause: 'fast swap', subject: { zh: 'p-中位', en: 'p-median' }, verified: false },
    { standard: 'Minieka 1970', clause: 'set cover', subject: { zh: 'k-中心', en: 'k-centre' }, verified: false },
    { standard: 'Church, ReVelle 1974', clause: 'MCLP', subject: { zh: '最大覆盖', en: 'maximum cover' }, verified: false },
  ],
  inputs,
  outputs,
  compute,
  cases: sitingCases,
});

type Inputs = ValuesOf<typeof inputs>;

function compute(input: Inputs): Answer<ValuesOf<typeof outputs>> {
  const { question, demands, candidates, sites, seconds, radius } = input;
  if (seconds !== null && (seconds.length !== demands.length || seconds.some((row) => row.length !== candidates.length))) {
    return refused(
      'seconds',
      'size',
      { zh: `应为 ${demands.length} 行、每行 ${candidates.length} 项`, en: `must be ${demands.length} rows of ${candidates.length}` },
      { value: seconds.length, unit: 's' },
    );
  }
  if (sites > candidates.length)
    return refused(
      'sites',
      'max',
      { zh: '多于候选点', en: 'more than candidates' },
      { value: sites, unit: '1', min: 1, max: candidates.length },
    );
  const fixed = candidates.flatMap(({ exists }, i) => (exists ? [i] : []));
  if (fixed.length > sites)
    return refused(
      'sites',
      'min',
      { zh: '少于已建数', en: 'fewer than exist' },
      { value: sites, unit: '1', min: fixed.length, max: candidates.length },
    );
  if (question === 'cover' && radius === null)
    return refused('radius', 'required', { zh: '覆盖须给出半径', en: 'cover needs a radius' }, { unit: 's', min: 0 });
  const distance = demands.map((demand, i) =>
    Float64Array.from(candidates, (candidate, j) =>
      seconds === null ? distanceM(demand.place, candidate.place) : seconds[i]![j]! < 0 ? Infinity : seconds[i]![j]!,
    ),
  );
  // What nobody can reach must not decide where the others go.
  const weight = demands.map((demand, i) => (distance[i]!.some((each) => each < Infinity) ? demand.weight : 0));
  const problem: SitingProblem = { distance, weight, sites, fixed };
  const found = solve(question, problem, radius ?? Infinity);
  const nearest = distance.map((row) => found.chosen.reduce((least, j) => Math.min(least, row[j]!), Infinity));
  const served = nearest.flatMap((each, i) => (each < Infinity && weight[i]! > 0 ? [{ each, weight: weight[i]! }] : []));
  const total = served.reduce((sum, one) => sum + one.weight, 0);
  const lost = demands.filter((_, i) => nearest[i] === Infinity).map(({ id }) => id);
  return {
    ok: true,
    outputs: {
      chosen: found.chosen.map((j) => candidates[j]!.id),
      mean: total > 0 ? served.reduce((sum, one) => sum + one.each * one.weight, 0) / total : null,
      farthest: served.length > 0 ? Math.max(...served.map(({ each }) => each)) : null,
      covered: radius === null ? null : served.reduce((sum, one) => sum + (one.each <= radius ? one.weight : 0), 0),
      proven: found.proven,
      unreachable: lost,
    },
    validity: [],
    uncertainty: [],
    warnings: warningsOf(input, found.proven, lost),
  };
}

function solve(question: Inputs['question'], problem: SitingProblem, radius: number): Siting & { proven: boolean } {
  // Less searching on large tables keeps the answer within seconds; every instance of OR-Library tried was at its optimum.
  const rounds = Math.max(10, Math.min(200, Math.round(4e6 / (problem.distance.length * problem.distance[0]!.length))));
  if (question === 'centre') return kCentre(problem);
  return { ...(question === 'median' ? pMedian(problem, { rounds }) : maximumCover(problem, radius, { rounds })), proven: false };
}

function warningsOf({ seconds }: Inputs, proven: boolean, lost: readonly string[]): Warning[] {
  const warnings: Warning[] = [];
  if (seconds === null)
    warnings.push({
      code: 'straight-lines',
      text: { zh: '未给路网用时，按直线距离（米）', en: 'no times given: straight lines in metres' },
    });
  if (!proven) warnings.push({ code: 'heuristic', text: { zh: '启发式解，未证明最优', en: 'heuristic, not proven best' } });
  if (lost.length > 0)
    warnings.push({ code: 'unreachable', text: { zh: `${lost.length} 个需求点无路可达`, en: `${lost.length} demands cannot be reached` } });
  return warnings;
}
