// What a Chinese warning headline says by convention: 蓬莱区气象台变更发布高温红色预警信号[Ⅰ级/特别严重], that is agency, act,
// kind, colour, grade.

export const colours = ['red', 'orange', 'yellow', 'blue'] as const;
export type WarningColour = (typeof colours)[number];

/** `issue` 发布, `continue` 继续发布, `change` 变更 or 升级 or 降级, `lift` 解除 or 取消 or 撤销. */
export type WarningAct = 'issue' | 'continue' | 'change' | 'lift';

export interface Headline {
  agency: string;
  act: WarningAct;
  /** Word of the kind as it stands: 高温. */
  kind: string;
  colour: WarningColour;
  /** Colour that the grade in brackets means; null without brackets. */
  gradeColour: WarningColour | null;
}

const form =
  /^(?<agency>.+?)(?<act>(?:继续|延续|变更|更新|升级|降级|解除|取消|撤销)(?:发布)?|发布)(?<kind>[^红橙黄蓝]{1,20}?)(?<colour>[红橙黄蓝])色(?:灾害)?预警(?:信号)?(?:\s*[[【(（](?<grade>[ⅠⅡⅢⅣIV]+)级.*)?/u;

const colourWords: Readonly<Record<string, WarningColour>> = { 红: 'red', 橙: 'orange', 黄: 'yellow', 蓝: 'blue' };
const grades: Readonly<Record<string, WarningColour>> = {
  Ⅰ: 'red',
  I: 'red',
  Ⅱ: 'orange',
  II: 'orange',
  Ⅲ: 'yellow',
  III: 'yellow',
  Ⅳ: 'blue',
  IV: 'blue',
};

/** Reads a headline; null when it does not follow the convention. */
export function readHeadline(text: string): Headline | null {
  const { agency, act = '', kind, colour, grade } = form.exec(text.trim())?.groups ?? {};
  const ownColour = colourWords[colour ?? ''];
  if (agency === undefined || kind === undefined || ownColour === undefined) return null;
  return { agency, act: actOf(act), kind, colour: ownColour, gradeColour: grades[grade ?? ''] ?? null };
}

function actOf(word: string): WarningAct {
  if (/^(继续|延续)/.test(word)) return 'continue';
  if (/^(变更|更新|升级|降级)/.test(word)) return 'change';
  return /^(解除|取消|撤销)/.test(word) ? 'lift' : 'issue';
}
