import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Alarm } from '#kernel/alarm/alarm.ts';
import type { Area } from '#kernel/area/area.ts';
import type { AnyCase } from '#kernel/casework/case.ts';
import type { Deadline } from '#kernel/clock/deadline.ts';
import type { JournalEntry } from '#kernel/journal/journal.ts';
import type { AnyRecord } from '#kernel/register/register.ts';
import type {
  Account,
  AlarmList,
  CaseView,
  DutyShift,
  EndpointAddress,
  MapLayer,
  Me,
  Observations,
  Page,
  QuarantinedDevice,
  SetupState,
} from './answers.ts';
import { api, ApiProblem, type Query, withQuery } from './client.ts';
import { keys } from './keys.ts';
import { endSession } from './sessionEnd.ts';

// What pages read. Each hook is one question to the server; the live stream keeps the answers fresh (live/apply.ts), so
// no hook polls, except where no event tells of a change.

export { useAlarmAction, useCaseAction, useRemoveRecord, useSaveRecord } from './mutations.ts';

const hour = 3_600_000;

function items<T>(path: string) {
  return async ({ signal }: { signal: AbortSignal }): Promise<T[]> => (await api.get<{ items: T[] }>(path, { signal })).items;
}

/** Who is logged in; null when nobody is. A session that ran out keeps its person: see `useSessionEnded`. */
export function useSession(): UseQueryResult<Me | null> {
  return useQuery({
    queryKey: keys.session(),
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal, client }) => {
      const me = await askSession(signal);
      const before = client.getQueryData<Me | null>(keys.session());
      if (me !== null || !before) return me;
      endSession(client);
      return before;
    },
  });
}

async function askSession(signal: AbortSignal): Promise<Me | null> {
  try {
    return (await api.get<{ me: Me | null }>('/session', { signal })).me;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
}

export function useSetupState(): UseQueryResult<SetupState> {
  return useQuery({ queryKey: keys.setup(), queryFn: ({ signal }) => api.get<SetupState>('/setup', { signal }) });
}

/** Every division of the county, without outlines. */
export function useAreas(): UseQueryResult<Area[]> {
  return useQuery({ queryKey: keys.areas(), staleTime: hour, queryFn: items<Area>('/areas') });
}

/** Outlines of the divisions; properties code, name, level, demo. */
export function useAreaShapes(): UseQueryResult<GeoJSON.FeatureCollection> {
  return useQuery({
    queryKey: keys.areaShapes(),
    staleTime: hour,
    queryFn: ({ signal }) => api.get<GeoJSON.FeatureCollection>('/areas.geojson', { signal }),
  });
}

/** One page of a register. `filter`: limit, cursor, sort (`-updatedAt`), q (keyword) and field values. */
export function useRecords<R = AnyRecord>(register: string, filter: Query = {}, enabled = true): UseQueryResult<Page<R>> {
  return useQuery({
    queryKey: keys.records(register, filter),
    enabled,
    placeholderData: (before) => before,
    queryFn: ({ signal }) => api.get<Page<R>>(withQuery(`/registers/${register}`, filter), { signal }),
  });
}

export function useRecord<R = AnyRecord>(register: string, id: string | null): UseQueryResult<R> {
  return useQuery({
    queryKey: keys.record(register, id ?? ''),
    enabled: id !== null && id !== '',
    queryFn: ({ signal }) => api.get<R>(`/registers/${register}/${id}`, { signal }),
  });
}

/** Journal entries of one record, as the server sends them. */
export function useHistory(register: string, id: string): UseQueryResult<JournalEntry[]> {
  return useQuery({ queryKey: keys.history(register, id), queryFn: items<JournalEntry>(`/registers/${register}/${id}/history`) });
}

export interface AlarmFilter {
  /** open = not normal, newest first. */
  state?: 'open' | 'all';
  limit?: number;
  /** Instant; only alarms raised before it. */
  before?: string;
  /** Only alarms that were ever shelved, or kept under the alarm about their source or device. */
  kept?: 'shelved' | 'suppressed';
}

export function useAlarms(filter: AlarmFilter = { state: 'open' }): UseQueryResult<AlarmList> {
  return useQuery({
    queryKey: keys.alarms({ ...filter }),
    queryFn: ({ signal }) => api.get<AlarmList>(withQuery('/alarms', { ...filter }), { signal }),
  });
}

export function useAlarm(id: string | null): UseQueryResult<Alarm> {
  return useQuery({
    queryKey: keys.alarm(id ?? ''),
    enabled: id !== null && id !== '',
    queryFn: ({ signal }) => api.get<Alarm>(`/alarms/${id}`, { signal }),
  });
}

/** Readings of a point between two ISO instants, with its rules. No event tells of a reading, so it asks every 30 s. */
export function useObservations(pointId: string | null, from: string, to: string): UseQueryResult<Observations> {
  return useQuery({
    queryKey: keys.observations(pointId ?? '', from, to),
    enabled: pointId !== null && pointId !== '',
    placeholderData: (before) => before,
    refetchInterval: 30_000,
    queryFn: ({ signal }) => api.get<Observations>(withQuery(`/points/${pointId}/observations`, { from, to }), { signal }),
  });
}

/** A case with the actions offered to this person, its timeline and its clocks. `type`: incident, warning, … */
export function useCase(type: string, id: string | null): UseQueryResult<CaseView> {
  return useQuery({
    queryKey: keys.case(type, id ?? ''),
    enabled: id !== null && id !== '',
    queryFn: ({ signal }) => api.get<CaseView>(`/cases/${type}/${id}`, { signal }),
  });
}

/** Cases of one type. `filter`: open, limit, cursor, sort, q. */
export function useCases<C = AnyCase>(type: string, filter: Query = {}): UseQueryResult<Page<C>> {
  return useQuery({
    queryKey: keys.cases(type, filter),
    placeholderData: (before) => before,
    queryFn: ({ signal }) => api.get<Page<C>>(withQuery(`/cases/${type}`, filter), { signal }),
  });
}

/** Deadlines, sorted by what is due first. */
export function useDeadlines(filter: { state?: string } = { state: 'running' }): UseQueryResult<Deadline[]> {
  return useQuery({ queryKey: keys.deadlines(filter), queryFn: items<Deadline>(withQuery('/deadlines', filter)) });
}

/** Who is on duty now; null when no shift is entered. */
export function useDutyNow(): UseQueryResult<DutyShift | null> {
  return useQuery({
    queryKey: keys.duty(),
    // A shift changes by the hour, not by an event.
    refetchInterval: 60_000,
    queryFn: async ({ signal }) => (await api.get<{ shift: DutyShift | null }>('/duty/now', { signal })).shift,
  });
}

export function useQuarantine(): UseQueryResult<QuarantinedDevice[]> {
  return useQuery({ queryKey: keys.quarantine(), queryFn: items<QuarantinedDevice>('/quarantine') });
}

export function useLayers(): UseQueryResult<MapLayer[]> {
  return useQuery({ queryKey: keys.layers(), queryFn: items<MapLayer>('/map/layers') });
}

/** Stations as points; properties id, name, kind, state, priority, demo. */
export function useDeviceMap(): UseQueryResult<GeoJSON.FeatureCollection<GeoJSON.Point>> {
  return useQuery({
    queryKey: keys.deviceMap(),
    queryFn: ({ signal }) => api.get<GeoJSON.FeatureCollection<GeoJSON.Point>>('/map/devices.geojson', { signal }),
  });
}

export function useAccounts(): UseQueryResult<Account[]> {
  return useQuery({ queryKey: keys.accounts(), queryFn: items<Account>('/accounts') });
}

/** Addresses at which devices reach the county. */
export function useEndpoints(): UseQueryResult<EndpointAddress[]> {
  return useQuery({ queryKey: keys.endpoints(), staleTime: hour, queryFn: items<EndpointAddress>('/endpoints') });
}
