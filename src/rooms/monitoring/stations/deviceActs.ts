import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import type { Text } from '#kernel/language/text.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';

export interface ConnectedDevice {
  id: string;
  deviceKey: string;
  protocol: string;
  name: string;
  proof: string;
  isKeySet: boolean;
  /** Null when it was not heard since the server started. */
  contact: { remote: string; lastAtMs: number; moves: number; rival: { remote: string } | null } | null;
}

export interface AvailableCommand {
  command: string;
  label: Text;
  parameters: Record<string, { label: Text; unit: Text; min: number; max: number }>;
}

export interface Receipt {
  id: string;
  command: string;
  parameters: Record<string, number>;
  state: string;
  requestedByName: string;
  requestedAt: string;
  attempts: number;
  answer: Record<string, unknown> | null;
}

export interface DeviceCommands {
  available: AvailableCommand[];
  isOnline: boolean;
  items: Receipt[];
}

const refreshMs = 15_000;
const receiptsMs = 2_000;

export function useConnectedDevices(): UseQueryResult<ConnectedDevice[]> {
  return useQuery({
    queryKey: keys.connectedDevices(),
    refetchInterval: refreshMs,
    queryFn: async ({ signal }) => (await api.get<{ items: ConnectedDevice[] }>('/devices', { signal })).items,
  });
}

/** Asked often while somebody looks: receipts come within seconds. */
export function useDeviceCommands(id: string): UseQueryResult<DeviceCommands> {
  return useQuery({
    queryKey: keys.deviceCommands(id),
    refetchInterval: receiptsMs,
    queryFn: ({ signal }) => api.get<DeviceCommands>(`/devices/${id}/commands`, { signal }),
  });
}

export function useCommandDevice(id: string): UseMutationResult<unknown, Error, { command: string; parameters: Record<string, number> }> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ask) => api.post(`/devices/${id}/commands`, ask),
    onSettled: () => client.invalidateQueries({ queryKey: keys.deviceCommands(id) }),
  });
}

/** Sets a key; null takes it away. */
export function useDeviceKey(id: string): UseMutationResult<unknown, Error, string | null> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (key) => (key === null ? api.remove(`/devices/${id}/key`) : api.post(`/devices/${id}/key`, { key })),
    onSettled: () => client.invalidateQueries({ queryKey: keys.connectedDevices() }),
  });
}
