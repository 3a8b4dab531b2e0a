import type { AreaGeometry, LonLat } from '#geo/position.ts';
import { choice, features, list, number, place, record, series, text, type ValuesOf } from '../field.ts';
import { defineModel, refused, type Answer, type Warning } from '../model.ts';
import { findRoutes } from './alternatives.ts';
import { isochrones } from './isochrone.ts';
import { arrivals } from './matrix.ts';
import { readRoadLines } from './readRoadLines.ts';
import { routingCases } from './routing.cases.ts';
import type { NoRouteReason, Route } from './route.ts';
import { buildRoadGraph, type RoadGraph } from './roadGraph.ts';
import { closing, type Traveller, travel } from './router.ts';
import { stepsOf } from './steps.ts';
import { vehicleOf, vehicles } from './vehicles.table.ts';

// The router as a declared model, on roads given as GeoJSON lines. Rooms that keep a county's network in memory build the
// graph once (buildRoadGraph) and ask `travel`, `closing`, `findRoutes`, `arrivals`, `isochrones` directly.

const inputs = {
  roads: features({ label: { zh: '道路（线）', en: 'Roads (lines)' } }),
  vehicle: choice({
    label: { zh: '车辆', en: 'Vehicle' },
    options: vehicles.map(({ id, label }) => ({ value: id, label })),
  }),
  from: place({ label: { zh: '起点', en: 'Start' } }),
  to: place({ label: { zh: '终点', en: 'Destination' }, optional: true }),
  closures: features({ label: { zh: '封闭区域（面）', en: 'Closed areas (polygons)' }, optional: true }),
  minutes: series({ label: { zh: '等时圈', en: 'Isochrones' }, unit: 'min', min: 0.1, max: 600, maxItems: 6, optional: true }),
  teams: list({
    label: { zh: '队伍与物资', en: 'Teams and stocks' },
    of: record({
      label: { zh: '队伍', en: 'Team' },
      fields: { id: text({ label: { zh: '名称', en: 'Name' }, maxLength: 100 }), place: place({ label: { zh: '位置', en: 'Place' } }) },
    }),
    maxItems: 5_000,
    optional: true,
  }),
  snapM: number({
    label: { zh: '离路最远', en: 'Farthest from a road' },
    unit: 'm',
    min: 1,
    max: 20_000,
    standard: 2_000,
    source: "the house's choice",
  }),
};

const outputs = {
  routes: features({ label: { zh: '路线', en: 'Routes' } }),
  areas: features({ label: { zh: '等时圈', en: 'Isochrones' } }),
  steps: list({
    label: { zh: '走法', en: 'Steps' },
    of: record({
      label: { zh: '一步', en: 'Step' },
      fields: {
        zh: text({ label: { zh: '中文', en: 'Chinese' }, maxLength: 300 }),
        en: text({ label: { zh: '英文', en: 'English' }, maxLength: 300 }),
        metres: number({ label: { zh: '长度', en: 'Length' }, unit: 'm', min: 0 }),
        seconds: number({ label: { zh: '用时', en: 'Time' }, unit: 's', min: 0 }),
      },
    }),
    maxItems: 10_000,
  }),
  arrivals: list({
    label: { zh: '到达起点', en: 'Arrivals at the start' },
    of: record({
      label: { zh: '到达', en: 'Arrival' },
      fields: {
        id: text({ label: { zh: '名称', en: 'Name' }, maxLength: 100 }),
        seconds: number({ label: { zh: '用时', en: 'Time' }, unit: 's', min: 0, optional: true }),
        reason: choice({
          label: { zh: '不能到达', en: 'Cannot come' },
          options: [
            { value: 'noRoad', label: { zh: '附近无路', en: 'no road nearby' } },
            { value: 'noWay', label: { zh: '无路可通', en: 'no way' } },
          ],
          optional: true,
        }),
      },
    }),
    maxItems: 5_000,
  }),
  parts: number({ label: { zh: '路网互不连通的部分', en: 'Parts of the network that do not connect' }, unit: '1', integer: true, min: 0 }),
};

/** A graph for each set of roads, as long as somebody holds the roads. */
const graphs = new WeakMap<object, RoadGraph>();

function graphFor(roads: GeoJSON.FeatureCollection): RoadGraph {
  const known = graphs.get(roads);
  const graph = known ?? buildRoadGraph(readRoadLines(roads));
  graphs.set(roads, graph);
  return graph;
}

/** Why there is no way, in words. */
export const noRouteWords: Readonly<Record<NoRouteReason, { zh: string; en: string }>> = {
  noRoadAtStart: { zh: '起点附近没有可通行的道路', en: 'no usable road near the start' },
  noRoadAtEnd: { zh: '终点附近没有可通行的道路', en: 'no usable road near the destination' },
  closed: { zh: '所有道路均被封闭区域切断', en: 'every way is cut by the closures' },
  limits: { zh: '限高、限重、限宽或禁行标志使该车辆无法到达', en: 'signs of height, weight, width or access keep this vehicle out' },
  parts: { zh: '两地所在的路网互不连通', en: 'the roads at both ends do not connect' },
  oneWay: { zh: '只能逆行到达', en: 'it can be reached only against the traffic' },
};

export const router = defineModel({
  id: 'router',
  version: '1.0.0',
  label: { zh: '道路路径', en: 'Road router' },
  question: { zh: '谁最先到，走哪条路？', en: 'Who gets there first, and by which road?' },
  clauses: [
    { standard: 'Hart, Nilsson, Raphael 1968', clause: 'A*', subject: { zh: '最短路', en: 'shortest path' }, verified: false },
    { standard: 'Goldberg, Harrelson 2005', clause: 'ALT', subject: { zh: '地标下界', en: 'landmark bounds' }, verified: false },
    {
      standard: 'OSRM profiles/car.lua, commit 0012f45890a8',
      clause: 'speed_profile',
      subject: { zh: '车速', en: 'speeds' },
      verified: true,
    },
  ],
  inputs,
  outputs,
  compute,
  cases: routingCases,
});

function compute({ roads, vehicle, from, to, closures, minutes, teams, snapM }: ValuesOf<typeof inputs>): Answer<ValuesOf<typeof outputs>> {
  const graph = graphFor(roads);
  const profile = vehicleOf(vehicle);
  if (profile === null) return refused('vehicle', 'choice', { zh: '未知车辆', en: 'unknown vehicle' }, { value: vehicle });
  if (graph.pieces.count === 0) return refused('roads', 'data', { zh: '没有可用的道路线', en: 'there is no usable road line' });
  const traveller = closing(travel(graph, profile, snapM), { areas: areasOf(closures) });
  const found = to === null ? [] : findRoutes(traveller, from, to);
  if (!Array.isArray(found))
    return refused(found.reason === 'noRoadAtStart' ? 'from' : 'to', 'data', noRouteWords[found.reason], { unit: 'm', max: snapM });
  const areas =
    minutes === null
      ? []
      : isochrones(
          traveller,
          from,
          minutes.map((each) => each * 60),
        );
  if (areas === null) return refused('from', 'data', noRouteWords.noRoadAtStart, { unit: 'm', max: snapM });
  const arriving = arrivals(traveller, from, teams ?? [], ({ place: at }): LonLat => at);
  return {
    ok: true,
    outputs: {
      routes: collection(found.map((route) => feature(route.line, { seconds: route.seconds, metres: route.metres }))),
      areas: collection(areas.map(({ area, seconds, cellM }) => feature(area, { seconds, cellM }))),
      steps: found[0]
        ? stepsOf(graph, found[0]).map(({ text: words, metres, seconds }) => ({ zh: words.zh, en: words.en, metres, seconds }))
        : [],
      arrivals: arriving.map(({ thing, seconds, reason }) => ({ id: thing.id, seconds, reason })),
      parts: graph.report.parts.length,
    },
    validity: [],
    uncertainty: [
      {
        output: 'routes',
        kind: 'factor',
        low: null,
        high: null,
        confidence: null,
        source: profile.source,
        text: {
          zh: '用时按自由流车速，未计拥堵、信号灯、积雪和夜间；没有本县实测校准',
          en: 'times are free flow: no congestion, signals, snow or night; not calibrated by measurements in this county',
        },
      },
    ],
    warnings: warningsOf(traveller, found[0]),
  };
}

function warningsOf({ graph, closed, vehicle }: Traveller, best: Route | undefined): Warning[] {
  const warnings: Warning[] = [];
  const { parts, junctions } = graph.report;
  if (parts.length > 1) {
    const outside = junctions - parts[0]!;
    warnings.push({
      code: 'network-in-parts',
      text: {
        zh: `路网分为 ${parts.length} 个互不连通的部分，${outside} 个路口不在主网`,
        en: `the network is in ${parts.length} parts; ${outside} junctions are outside the main one`,
      },
    });
  }
  if (closed?.every((mark) => mark === 1))
    warnings.push({ code: 'all-closed', text: { zh: '所有道路都在封闭区域内', en: 'every road is closed' } });
  if (!vehicle.verified)
    warnings.push({
      code: 'vehicle-unverified',
      text: { zh: '车辆尺寸为设定值，未经核实', en: 'the size of the vehicle is assumed, not verified' },
    });
  if (best?.movedToMain) {
    warnings.push({
      code: 'moved-to-main-network',
      text: { zh: '最近的道路不通，改从主路网出发或到达', en: 'the nearest road does not connect; the main network was taken instead' },
    });
  }
  for (const [end, snapped] of [
    ['start', best?.from],
    ['end', best?.to],
  ] as const) {
    if (snapped && snapped.distanceM > 100) {
      const metres = Math.round(snapped.distanceM);
      const where = end === 'start' ? '起点' : '终点';
      warnings.push({
        code: `far-from-road-${end}`,
        text: {
          zh: `${where}距最近道路 ${metres} 米，未计入用时`,
          en: `the ${end} is ${metres} m from the nearest road, not counted in the time`,
        },
      });
    }
  }
  return warnings;
}

function areasOf(closures: GeoJSON.FeatureCollection | null): AreaGeometry[] {
  return (closures?.features ?? []).flatMap(({ geometry }) =>
    geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' ? [geometry] : [],
  );
}

const collection = (all: GeoJSON.Feature[]): GeoJSON.FeatureCollection => ({ type: 'FeatureCollection', features: all });
const feature = (geometry: GeoJSON.Geometry, properties: GeoJSON.GeoJsonProperties): GeoJSON.Feature => ({
  type: 'Feature',
  geometry,
  properties,
});
