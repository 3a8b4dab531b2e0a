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
  role: Text;
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
