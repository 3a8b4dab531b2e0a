import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { Alarm } from '#kernel/alarm/alarm.ts';
import type { DomainEvent } from '#kernel/event/event.ts';
import type { AlarmList } from '#web/api/answers.ts';
import { keys } from '#web/api/keys.ts';

// What an event of the live stream does to the answers already held. An alarm comes whole and is put in place at once;
// anything else marks its queries as old, and those on screen are asked again.

/** The alarms of a list after one of them changed. An older version than the one held changes nothing. */
export function withAlarm(items: readonly Alarm[], alarm: Alarm, keep: 'open' | 'all'): Alarm[] {
  const held = items.find((item) => item.id === alarm.id);
  if (held && held.version >= alarm.version) return [...items];
  const gone = keep === 'open' && alarm.state === 'normal';
  if (gone) return items.filter((item) => item.id !== alarm.id);
  if (held) return items.map((item) => (item.id === alarm.id ? alarm : item));
  return [alarm, ...items].sort((a, b) => (a.raisedAt < b.raisedAt ? 1 : a.raisedAt > b.raisedAt ? -1 : 0));
}

/** Puts an alarm into every list and detail that is held. */
export function applyAlarm(client: QueryClient, alarm: Alarm): void {
  for (const [key, data] of client.getQueriesData<AlarmList>({ queryKey: keys.allAlarms() })) {
    const filter = key[1] as { state?: 'open' | 'all'; before?: string } | undefined;
    // A page of history (`before`) holds what was; a new alarm does not belong there.
    const belongs = !filter?.before || data?.items.some((item) => item.id === alarm.id);
    if (data && belongs) client.setQueryData<AlarmList>(key, { ...data, items: withAlarm(data.items, alarm, filter?.state ?? 'all') });
  }
  // Only where the detail is held: a flood of alarms must not fill the cache.
  client.setQueryData<Alarm>(keys.alarm(alarm.id), (held) => (held && held.version < alarm.version ? alarm : held));
}

/** The queries an event makes old; `['*']` stands for all of them. */
export function keysTouchedBy(event: DomainEvent): QueryKey[] {
  const { kind, id } = event.subject;
  const family = event.type.split('.')[0] ?? '';
  switch (family) {
    case 'alarm':
      return [keys.deviceMap(), keys.alarmCalls(id)];
    case 'record':
      return [
        keys.allRecords(kind),
        keys.record(kind, id),
        keys.history(kind, id),
        ...(kind === 'dutyShifts' ? [keys.duty()] : []),
        ...(['stations', 'devices', 'points', 'alarmRules'].includes(kind) ? [keys.deviceMap(), keys.quarantine()] : []),
      ];
    case 'file':
      return [keys.files(kind, id), keys.history(kind, id)];
    case 'document':
      return [keys.documents(kind, id), keys.files(kind, id), keys.case(kind, id)];
    case 'deadline':
      return [keys.allDeadlines(), ['case']];
    case 'device':
      return [keys.quarantine(), keys.deviceMap()];
    case 'delivery':
      return [['case'], ['callList'], keys.alarmCalls(id)];
    case 'receivedWarning':
      return [keys.warningsInForce()];
    case 'callList':
      return [keys.callLists(), keys.callList(id)];
    case 'layer':
    case 'base':
      return [keys.layers(), keys.layer(id), keys.areas()];
    case 'demo':
      return [['*']];
    default:
      // incident.*, warning.* and every case type to come.
      return [keys.allCases(family), keys.case(family, id), keys.allDeadlines()];
  }
}

/** Applies a batch: alarms at once; answers the keys that grew old, each once, however many events touch it. */
export function applyEvents(client: QueryClient, events: readonly DomainEvent[]): QueryKey[] {
  const touched = new Map<string, QueryKey>();
  for (const event of events) {
    if (isAlarm(event.data.alarm)) applyAlarm(client, event.data.alarm);
    for (const key of keysTouchedBy(event)) touched.set(JSON.stringify(key), key);
  }
  return [...touched.values()];
}

/** Asks again what is on screen; `['*']` among the keys asks for everything. */
export function refresh(client: QueryClient, touched: readonly QueryKey[]): void {
  const filters = touched.some((key) => key[0] === '*') ? [{}] : touched.map((queryKey) => ({ queryKey }));
  for (const filter of filters) {
    // A first question that is under way is not asked again by invalidating, and its answer may be older than the event.
    const first = client
      .getQueryCache()
      .findAll({ ...filter, fetchStatus: 'fetching', predicate: ({ state }) => state.data === undefined });
    for (const { promise, queryKey } of first) {
      const again = () => void client.invalidateQueries({ queryKey, exact: true });
      void promise?.then(again, again);
    }
    void client.invalidateQueries(filter);
  }
}

function isAlarm(value: unknown): value is Alarm {
  return value !== null && typeof value === 'object' && 'id' in value && 'version' in value && 'state' in value && 'raisedAt' in value;
}
