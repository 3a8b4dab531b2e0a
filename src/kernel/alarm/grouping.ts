import { isMuted, type Alarm } from './alarm.ts';

// Alarms of one cause in one place as one line: "水位超警戒 · 龙城镇 7 条". What nobody is called for stands last, in lines of its own.

export type AlarmGroup =
  | { kind: 'one'; alarm: Alarm }
  /** `areaCode`: township, where the alarms give one. */
  | { kind: 'cause'; key: string; areaCode: string; alarms: Alarm[] }
  | { kind: 'shelved' | 'suppressed'; key: string; alarms: Alarm[] };

/** So many alarms of one cause and place become one line; fewer are clearer one by one. */
const fromSize = 3;
const townDigits = 9;

/** Keeps the order given: a group stands where its first alarm does. */
export function groupAlarms(alarms: readonly Alarm[]): AlarmGroup[] {
  const speaking = alarms.filter((alarm) => !isMuted(alarm));
  const byCause = new Map<string, Alarm[]>();
  for (const alarm of speaking) {
    const key = causeOf(alarm);
    const others = byCause.get(key);
    if (others) others.push(alarm);
    else byCause.set(key, [alarm]);
  }
  const groups = [...byCause].flatMap(([key, members]): AlarmGroup[] => {
    const [first] = members;
    if (first === undefined) return [];
    if (members.length < fromSize) return members.map((alarm) => ({ kind: 'one', alarm }));
    return [{ kind: 'cause', key, areaCode: first.areaCode.slice(0, townDigits), alarms: members }];
  });
  const at = new Map(alarms.map((alarm, index) => [alarm.id, index]));
  const placeOf = (group: AlarmGroup) => at.get((group.kind === 'one' ? group.alarm : group.alarms[0])?.id ?? '') ?? 0;
  groups.sort((a, b) => placeOf(a) - placeOf(b));
  const shelved = alarms.filter((alarm) => alarm.shelf);
  const suppressed = alarms.filter((alarm) => alarm.suppressedBy && !alarm.shelf);
  if (shelved.length > 0) groups.push({ kind: 'shelved', key: 'shelved', alarms: shelved });
  if (suppressed.length > 0) groups.push({ kind: 'suppressed', key: 'suppressed', alarms: suppressed });
  return groups;
}

function causeOf(alarm: Alarm): string {
  return `${alarm.text.zh}|${alarm.areaCode.slice(0, townDigits)}`;
}
