import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Deadline } from '#kernel/clock/deadline.ts';
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
