import type { Label } from '../protocol.ts';

// Kinds of warning signals by the word in their headline, with the event code of the national warning platform. Kinds: CMA
// order 16 (2007). Codes: a public code table of the platform; 11B19 to 11B22 as two public warning clients have them.

export interface WarningKind {
  eventCode: string;
  label: Label;
}

const rows: readonly (readonly [eventCode: string, zh: string, en: string])[] = [
  ['11B01', '台风', 'typhoon'],
  ['11B03', '暴雨', 'rainstorm'],
  ['11B04', '暴雪', 'snowstorm'],
  ['11B05', '寒潮', 'cold wave'],
  ['11B06', '大风', 'gale'],
  ['11B07', '沙尘暴', 'sandstorm'],
  ['11B09', '高温', 'high temperature'],
  ['11B14', '雷电', 'lightning'],
  ['11B15', '冰雹', 'hail'],
  ['11B16', '霜冻', 'frost'],
  ['11B17', '大雾', 'dense fog'],
  ['11B19', '霾', 'haze'],
  ['11B20', '雷雨大风', 'thunderstorm gale'],
  ['11B21', '道路结冰', 'road icing'],
  ['11B22', '干旱', 'drought'],
];

export const warningKinds: readonly WarningKind[] = rows.map(([eventCode, zh, en]) => ({ eventCode, label: { zh, en } }));

/** The kind of a word such as 高温, or of an event code; null when the table has neither. */
export function warningKindOf(wordOrCode: string): WarningKind | null {
  return warningKinds.find(({ eventCode, label }) => eventCode === wordOrCode || label.zh === wordOrCode) ?? null;
}
