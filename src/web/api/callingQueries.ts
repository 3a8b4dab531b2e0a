import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import type { Deadline } from '#kernel/clock/deadline.ts';
import type { CallAct, CallEntry, CallList } from '#kernel/message/callList.ts';
import type { CallTarget } from '#kernel/message/calling.ts';
import type { Channel, Delivery } from '#kernel/message/message.ts';
import { api } from './client.ts';
import { keys } from './keys.ts';

// Who was called, by which channel, and what came of it.

export interface AlarmCalls {
  /** null: nobody is to be called for it. */
  state: 'calling' | 'unanswered' | 'stopped' | null;
  stoppedAt: string | null;
  stoppedBy: string | null;
  next: { at: string | null; whom: CallTarget; channel: Channel } | null;
  deliveries: Delivery[];
  deadlines: Deadline[];
}

export function useAlarmCalls(id: string): UseQueryResult<AlarmCalls> {
  return useQuery({ queryKey: keys.alarmCalls(id), queryFn: ({ signal }) => api.get<AlarmCalls>(`/alarms/${id}/calls`, { signal }) });
}

export interface CallListView {
  list: CallList;
  entries: CallEntry[];
  /** Messages sent by the program, by entry. */
  deliveries: Record<string, Delivery[]>;
  /** How many were reached by the end of each minute since the list was made. */
  byMinute: [minute: number, reached: number][];
}

export function useCallLists(): UseQueryResult<(CallList & { total: number; reached: number })[]> {
  return useQuery({
    queryKey: keys.callLists(),
    queryFn: async ({ signal }) =>
      (await api.get<{ items: (CallList & { total: number; reached: number })[] }>('/call-lists', { signal })).items,
  });
}

export function useCallList(id: string): UseQueryResult<CallListView> {
  return useQuery({ queryKey: keys.callList(id), queryFn: ({ signal }) => api.get<CallListView>(`/call-lists/${id}`, { signal }) });
}

export interface NewCallList {
  id: string;
  title: string;
  message: string;
  about: { kind: string; id: string };
  divisions: readonly string[];
  minutes: number;
  tries: number;
  channels: string[];
  demo: boolean;
}

export function useMakeCallList(): UseMutationResult<CallListView, Error, NewCallList> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ask: NewCallList) => api.post<CallListView>('/call-lists', ask),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.callLists() }),
  });
}

export function useCallTick(listId: string): UseMutationResult<CallEntry, Error, { entry: CallEntry; act: CallAct; text: string }> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ act, entry, text }: { entry: CallEntry; act: CallAct; text: string }) =>
      api.post<CallEntry>(`/call-entries/${entry.id}/actions/${act}`, { version: entry.version, text }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.callList(listId) }),
  });
}

export function useCloseCallList(id: string): UseMutationResult<CallList, Error, void> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<CallList>(`/call-lists/${id}/close`),
    onSettled: () => client.invalidateQueries({ queryKey: keys.callList(id) }),
  });
}
