import type { Text } from '#kernel/language/text.ts';

// A call list (叫应名单): responsible people who must be told of a warning one by one, until each has answered. Reaching somebody is
// not enough where the answer must be read back.

export const callStates = {
  notYet: { zh: '未叫', en: 'Not yet called' },
  calling: { zh: '呼叫中', en: 'Calling' },
  noAnswer: { zh: '未接通', en: 'No answer' },
  reached: { zh: '已叫通', en: 'Reached' },
  confirmed: { zh: '已复述确认', en: 'Read back and confirmed' },
} satisfies Record<string, Text>;
export type CallState = keyof typeof callStates;

/** One thing that happened to an entry; nobody edits it afterwards. */
export interface CallLine {
  at: string;
  by: string;
  kind: CallState | 'climbed';
  /** How: phone, sms, voice. */
  channel: string;
  text: string;
}

export interface CallEntry {
  id: string;
  areaCode: string;
  position: number;
  level: 'county' | 'township' | 'village';
  /** Post or duty, with its seat. */
  role: string;
  organisation: string;
  name: string;
  phone: string;
  superiorId: string | null;
  state: CallState;
  tries: number;
  nextAt: string | null;
  reachedAt: string | null;
  confirmedAt: string | null;
  lines: CallLine[];
  version: number;
}

export interface CallList {
  id: string;
  areaCode: string;
  title: string;
  message: string;
  about: { kind: string; id: string };
  minutes: number;
  tries: number;
  channels: string[];
  createdAt: string;
  createdBy: string;
  closedAt: string | null;
  demo: boolean;
}

export function isReached({ state }: Pick<CallEntry, 'state'>): boolean {
  return state === 'reached' || state === 'confirmed';
}

/** How many were reached by each minute after the list was made, until the last one; [minute, reached]. */
export function reachedByMinute(list: Pick<CallList, 'createdAt'>, entries: readonly CallEntry[]): [minute: number, reached: number][] {
  const startMs = Date.parse(list.createdAt);
  const minutes = entries
    .flatMap(({ reachedAt }) => (reachedAt === null ? [] : [Math.max(0, Math.ceil((Date.parse(reachedAt) - startMs) / 60_000))]))
    .toSorted((a, b) => a - b);
  const last = minutes.at(-1);
  if (last === undefined) return [];
  return Array.from({ length: last + 1 }, (_, minute) => [minute, minutes.filter((each) => each <= minute).length]);
}

/** Somebody who answers for a division. */
export interface Responsible {
  areaCode: string;
  level: CallEntry['level'];
  organisation: string;
  post: string;
  seat: 'A' | 'B';
  name: string;
  phone: string;
}

export type DraftEntry = Pick<CallEntry, 'areaCode' | 'level' | 'organisation' | 'role' | 'name' | 'phone'> & {
  /** Number in the list of who is called when this one is not reached; null = nobody. */
  superior: number | null;
  /** Called from the beginning; the rest only when a call climbs to them. */
  isFirst: boolean;
};

const digitsOf = { county: 6, township: 9, village: 12 } as const;

/**
 * Who is to be called for divisions, by division, holders A first. A call climbs from holder A to B of the same post, from
 * there to the township, from there to the county. Townships around a named village are called as well; the county only
 * when a call climbs to it.
 * @param divisions codes of county, townships or villages, without zeros at their end
 */
export function draftCallList(people: readonly Responsible[], divisions: readonly string[]): DraftEntry[] {
  const isNamed = (code: string) => divisions.some((division) => code.startsWith(division));
  const isAround = (code: string) => divisions.some((division) => division.startsWith(code));
  const unique = [...new Map(people.map((person) => [`${person.areaCode} ${person.name} ${person.phone}`, person])).values()];
  const called = unique
    .filter(({ areaCode }) => isNamed(areaCode) || isAround(areaCode))
    .toSorted(
      (a, b) => a.areaCode.localeCompare(b.areaCode, 'en') || a.post.localeCompare(b.post, 'zh') || a.seat.localeCompare(b.seat, 'en'),
    );
  const firstIn = new Map<string, number>();
  for (const [index, { areaCode, seat }] of called.entries()) if (seat === 'A' && !firstIn.has(areaCode)) firstIn.set(areaCode, index);
  return called.map((person, index) => {
    const { areaCode, level, name, organisation, phone, post, seat } = person;
    const deputy =
      seat === 'A' ? called.findIndex((other) => other.seat === 'B' && other.areaCode === areaCode && other.post === post) : -1;
    const superior = deputy >= 0 ? deputy : above(areaCode, firstIn);
    const isAlone = seat === 'B' && !called.some((other) => other.seat === 'A' && other.areaCode === areaCode && other.post === post);
    const isFirst = level !== 'county' && (seat === 'A' || isAlone);
    return {
      areaCode,
      level,
      organisation,
      role: `${post} ${seat}`.trim(),
      name,
      phone,
      superior: superior === index ? null : superior,
      isFirst,
    };
  });
}

function above(areaCode: string, firstIn: ReadonlyMap<string, number>): number | null {
  for (const digits of [digitsOf.township, digitsOf.county]) {
    const found = digits < areaCode.length ? firstIn.get(areaCode.slice(0, digits)) : undefined;
    if (found !== undefined) return found;
  }
  return null;
}

export type CallAct = 'reached' | 'confirmed' | 'noAnswer';

/** What an act or the passing of time does to an entry; `climbs` says that the superior is to be called now. */
export interface CallStepTaken {
  entry: CallEntry;
  climbs: boolean;
}

/** Somebody ticked what came of a call. Times are those of the tick. */
export function tickCall(
  list: Pick<CallList, 'minutes' | 'tries'>,
  entry: CallEntry,
  act: CallAct,
  by: string,
  channel: string,
  text: string,
  at: Date,
): CallStepTaken {
  const line: CallLine = { at: at.toISOString(), by, kind: act, channel, text };
  const lines = [...entry.lines, line];
  if (act !== 'noAnswer') {
    const reachedAt = entry.reachedAt ?? at.toISOString();
    const confirmedAt = act === 'confirmed' ? (entry.confirmedAt ?? at.toISOString()) : entry.confirmedAt;
    return {
      entry: { ...entry, state: entry.state === 'confirmed' ? 'confirmed' : act, reachedAt, confirmedAt, nextAt: null, lines },
      climbs: false,
    };
  }
  const tries = entry.tries + 1;
  const isOver = tries >= list.tries;
  const nextAt = isOver ? null : new Date(at.getTime() + list.minutes * 60_000).toISOString();
  return { entry: { ...entry, state: 'noAnswer', tries, nextAt, lines }, climbs: isOver };
}
