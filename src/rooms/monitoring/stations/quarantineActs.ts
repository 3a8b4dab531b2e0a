import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { RecordOf } from '#kernel/register/register.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import type { stations } from './stations.register.ts';

export type Station = RecordOf<typeof stations>;

export interface Registration {
  deviceKey: string;
  stationName: string;
  stationKind: string;
  /** [lon, lat], WGS-84 degrees. */
  place: [number, number];
  areaCode: string;
}

/** Makes a station, its device and its points of an unknown device; answers with the station. */
export function useRegisterDevice(): UseMutationResult<Station, Error, Registration> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (registration) => api.post<Station>('/quarantine/register', registration),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.quarantine() }),
        client.invalidateQueries({ queryKey: keys.deviceMap() }),
        ...['stations', 'devices', 'points'].map((register) => client.invalidateQueries({ queryKey: keys.allRecords(register) })),
      ]),
  });
}

/** Takes an unknown device off the list; it comes back when it sends again. */
export function useDismissDevice(): UseMutationResult<void, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (deviceKey) => api.remove(`/quarantine/${encodeURIComponent(deviceKey)}`),
    onSettled: () => client.invalidateQueries({ queryKey: keys.quarantine() }),
  });
}
