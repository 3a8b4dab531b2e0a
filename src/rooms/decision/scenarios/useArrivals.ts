import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { LonLat } from '#geo/position.ts';
import type { ModelAnswer } from '#models/runModel.ts';
import { api } from '#web/api/client.ts';

// Who comes to the scene, when and by which road, with what is flooded or poisoned closed to them.

/** Registers whose records can be sent. */
export const sentRegisters = ['rescueTeams', 'warehouses'] as const;
export type SentRegister = (typeof sentRegisters)[number];

export interface Arrival {
  register: SentRegister;
  id: string;
  name: string;
  place: LonLat;
  /** s; null when it cannot come. */
  seconds: number | null;
  reason: 'noRoad' | 'noWay' | null;
}

export interface RouteQuestion {
  roads: string;
  vehicle: string;
  /** Where they are to gather. */
  meeting: LonLat;
  /** Closed to traffic; empty closes nothing. */
  closed: readonly (GeoJSON.Polygon | GeoJSON.MultiPolygon)[];
}

/** How many of the first to arrive have their road drawn. */
const drawn = 3;

export interface Arrivals {
  arrivals: Arrival[];
  /** Roads of the first to arrive, role `route`. */
  routes: GeoJSON.Feature[];
}

/** Arrivals of every team and stock, soonest first; asked again whenever the question changes. */
export function useArrivals(question: RouteQuestion | null): UseQueryResult<Arrivals> {
  return useQuery({
    queryKey: ['models', 'router', 'arrivals', question],
    enabled: question !== null,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 60_000,
    queryFn: ({ signal }) => {
      if (question === null) throw new Error('asked without a question');
      return askArrivals(question, signal);
    },
  });
}

async function askArrivals(question: RouteQuestion, signal: AbortSignal): Promise<Arrivals> {
  const sent = (await Promise.all(sentRegisters.map((register) => placesOf(register, signal)))).flat();
  const key = (each: Sent) => `${each.register} ${each.id}`;
  const { outputs } = await askRouter(
    question,
    { from: question.meeting, teams: sent.map((each) => ({ id: key(each), place: each.place })) },
    signal,
  );
  const byKey = new Map(sent.map((each) => [key(each), each]));
  const arrivals = (outputs['arrivals'] as { id: string; seconds: number | null; reason: Arrival['reason'] }[])
    .flatMap(({ id, seconds, reason }) => {
      const each = byKey.get(id);
      return each ? [{ ...each, seconds, reason }] : [];
    })
    .toSorted((one, other) => (one.seconds ?? Infinity) - (other.seconds ?? Infinity));
  const first = arrivals.filter(({ seconds }) => seconds !== null).slice(0, drawn);
  const routes = await Promise.all(first.map((each) => routeOf(question, each, signal)));
  return { arrivals, routes: routes.flat() };
}

type Sent = Pick<Arrival, 'register' | 'id' | 'name' | 'place'>;

async function placesOf(register: SentRegister, signal: AbortSignal): Promise<Sent[]> {
  const layer = await api.get<GeoJSON.FeatureCollection>(`/map/layers/${register}.geojson`, { signal });
  return layer.features.flatMap(({ id, geometry, properties }) =>
    geometry.type === 'Point'
      ? [
          {
            register,
            id: String(properties?.['id'] ?? id),
            name: String(properties?.['name'] ?? ''),
            place: geometry.coordinates as LonLat,
          },
        ]
      : [],
  );
}

async function routeOf(question: RouteQuestion, { place, name }: Arrival, signal: AbortSignal): Promise<GeoJSON.Feature[]> {
  const { outputs } = await askRouter(question, { from: place, to: question.meeting }, signal);
  const [best] = (outputs['routes'] as GeoJSON.FeatureCollection).features;
  return best ? [{ ...best, properties: { ...best.properties, role: 'route', name } }] : [];
}

async function askRouter(question: RouteQuestion, more: object, signal: AbortSignal) {
  const closures = {
    type: 'FeatureCollection',
    features: question.closed.map((geometry) => ({ type: 'Feature', geometry, properties: {} })),
  };
  const inputs = { roads: { $data: `layer:${question.roads}` }, vehicle: question.vehicle, closures, ...more };
  const answer = await api.post<ModelAnswer>('/models/router/compute', { inputs }, { signal });
  if (!answer.ok) throw new RouteRefused(answer.problems[0]?.text ?? { zh: '路网无法回答', en: 'The road network has no answer' });
  return answer;
}

/** The router refuses: no road near the meeting point, everything closed. */
export class RouteRefused extends Error {
  readonly text: { zh: string; en: string };
  constructor(text: { zh: string; en: string }) {
    super(text.en);
    this.text = text;
  }
}
