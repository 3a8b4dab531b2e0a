import type { Alarm, AlarmLine } from '#kernel/alarm/alarm.ts';
import type { Language, Text } from '#kernel/language/text.ts';
import { spanWords } from '#web/page/moments.ts';
import { deskWords } from './deskWords.ts';

type Say = (text: Text, values?: Record<string, string | number>) => string;

/** Value with unit, e.g. "32.41 m"; a no-data alarm has none. */
export function valueText(value: number | null, unit: string): string | null {
  return value === null ? null : `${Number(value.toPrecision(7))} ${unit}`.trim();
}

/** "3 分钟前"; a negative span (clock differences) is now. */
export function ageText(atMs: number, nowMs: number, say: Say, language: Language): string {
  return nowMs - atMs < 60_000 ? say(deskWords.justNow) : say(deskWords.ago, { span: spanWords(nowMs - atMs, language) });
}

/** What stands for a kind of timeline line. */
export const lineWords: Record<AlarmLine['kind'], Text> = {
  raised: deskWords.raised,
  returned: deskWords.returned,
  raisedAgain: deskWords.raisedAgain,
  climbed: deskWords.climbed,
  fell: deskWords.fell,
  suppressed: deskWords.suppressed,
  released: deskWords.released,
  shelved: deskWords.shelved,
  unshelved: deskWords.unshelved,
  acknowledged: deskWords.acknowledged,
  note: deskWords.noted,
  dismissed: deskWords.dismissed,
  incidentOpened: deskWords.incidentOpened,
};

/** First facts of an incident as the alarm gives them; the officer goes on from there. */
export function factsOf(alarm: Alarm, at: string, say: Say): string {
  const value = valueText(alarm.value, alarm.unit);
  const limit = valueText(alarm.limit, alarm.unit);
  const start = say(deskWords.factsOf, { station: alarm.stationName, point: alarm.pointName, time: at, text: say(alarm.text) });
  return value && limit ? start + say(deskWords.factsValue, { value, limit }) : start;
}

/** Event code to begin with for a kind of station; the officer may choose another. */
export const firstEventCode: Record<string, string> = {
  water: '11A01',
  rain: '11B03',
  gas: '12D02',
  fire: '12G00',
  environment: '12Q00',
  weather: '11B00',
};
