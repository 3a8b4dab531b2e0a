import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { systemClock } from '#kernel/clock/clock.ts';
import type { Alarm } from '#kernel/alarm/alarm.ts';
import type { AnyCase } from '#kernel/casework/case.ts';
import type { AnyRecord } from '#kernel/register/register.ts';
import { applyAlarm } from '#web/live/apply.ts';
import { offlineState } from '#web/offline/offlineState.ts';
import { writeOrKeep } from '#web/offline/writeOrKeep.ts';
import type { CaseView } from './answers.ts';
import { api, withQuery } from './client.ts';
import { keys } from './keys.ts';

// What pages change. Each call names the version it saw, and the id of what it creates, so a repeated or a late send is
// recognised by the server.

export interface IncidentOpening {
  incidentId: string;
  kind: string;
  title: string;
  facts: string;
  place: [number, number] | null;
  areaCode: string;
}

export type AlarmAct = { id: string; version: number } & (
  | { action: 'acknowledge' | 'note' | 'dismiss' | 'shelve' | 'unshelve'; text?: string; until?: string }
  | { action: 'openIncident'; incident: IncidentOpening }
);

export interface AlarmActAnswer {
  alarm: Alarm;
  /** The incident that was opened, for `openIncident`. */
  incident: AnyCase | null;
}

/** An officer's act on an alarm. Fails with `alarm-changed` (409) when somebody was faster. */
export function useAlarmAction(): UseMutationResult<AlarmActAnswer, Error, AlarmAct> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (act) => {
      const path = `/alarms/${act.id}/actions/${act.action}`;
      if (act.action === 'openIncident') {
        return api.post<AlarmActAnswer>(path, { version: act.version, ...act.incident }, { idempotencyKey: act.incident.incidentId });
      }
      return { alarm: await api.post<Alarm>(path, { version: act.version, text: act.text, until: act.until }), incident: null };
    },
    onSuccess: ({ alarm, incident }) => {
      applyAlarm(client, alarm);
      if (incident) void client.invalidateQueries({ queryKey: keys.allCases('incident') });
    },
    onError: (_error, act) => void client.invalidateQueries({ queryKey: keys.alarm(act.id) }),
  });
}

export interface CaseAct {
  id: string;
  action: string;
  /** Version that was seen; null opens a new case. */
  version: number | null;
  input?: Record<string, unknown>;
  note?: string;
}

/** An action on a case of one type, or the opening of one (`version: null`). Answers with the case. */
export function useCaseAction(type: string): UseMutationResult<AnyCase, Error, CaseAct> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, action, version, input, note }) => {
      const held = client.getQueryData<CaseView>(keys.case(type, id))?.case;
      const body = { ...input, action, ...(note && { note }) };
      const kind = version === null ? 'caseOpen' : 'caseAct';
      return writeOrKeep<AnyCase>(
        { kind, type, recordId: id, baseVersion: version || null, base: {}, body, known: { ...held, ...input } },
        (signal) =>
          version === null
            ? api.post(`/cases/${type}`, { ...input, id, action, note }, { idempotencyKey: id, signal })
            : api.post(`/cases/${type}/${id}/actions/${action}`, { ...input, version, note }, { signal }),
        () => ({ ...held, ...input, id, version: version ?? 0 }) as AnyCase,
      );
    },
    // Also after an error: a conflict means that what is shown is old.
    onSettled: (_done, _error, act) =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.case(type, act.id) }),
        client.invalidateQueries({ queryKey: keys.allCases(type) }),
        client.invalidateQueries({ queryKey: keys.allDeadlines() }),
      ]),
  });
}

export interface RecordSave {
  /** Client-made for a new record (`newId()`). */
  id: string;
  /** Version that was seen; null creates. */
  version: number | null;
  values: Record<string, unknown>;
  /** The record as it was when the person began: what a late change is compared with. */
  seen?: Readonly<Record<string, unknown>>;
}

/** What a record kept on the device has before the server saw it. */
function unseenRecord() {
  const [at, by] = [systemClock.now().toISOString(), offlineState().name];
  return { areaCode: '', version: 0, demo: false, createdAt: at, createdBy: by, updatedAt: at, updatedBy: by, archivedAt: null };
}

/** Creates or changes a record; without network the write is kept and sent later. Fails with `version-conflict` (412) when somebody was faster. */
export function useSaveRecord<R = AnyRecord>(register: string): UseMutationResult<R, Error, RecordSave> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, values, seen }) => {
      const base = seen ? Object.fromEntries(Object.keys(values).map((name) => [name, seen[name] ?? null])) : {};
      const kind = version === null ? 'create' : 'change';
      return writeOrKeep<R>(
        { kind, type: register, recordId: id, baseVersion: version || null, base, body: values, known: { ...seen, ...values } },
        (signal) =>
          version === null
            ? api.post(`/registers/${register}`, { ...values, id }, { idempotencyKey: id, signal })
            : api.patch(`/registers/${register}/${id}`, values, { version, signal }),
        () => ({ ...unseenRecord(), ...seen, ...values, id }) as R,
      );
    },
    onSuccess: (saved, { id }) => {
      client.setQueryData(keys.record(register, id), saved);
      void client.invalidateQueries({ queryKey: keys.allRecords(register) });
      void client.invalidateQueries({ queryKey: keys.history(register, id) });
    },
  });
}

export function useRemoveRecord(register: string): UseMutationResult<void, Error, { id: string; version: number; why: string }> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, why }) => api.remove(withQuery(`/registers/${register}/${id}`, { why }), { version }),
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.allRecords(register) }),
  });
}
