import { defineWords, type Text } from '#kernel/language/text.ts';
import { hasArea, type ComposerDraft } from './composerDraft.ts';

// What a warning must say: 中华人民共和国突发事件应对法 (2024 revision), article 64: category, level, start, area that may be
// affected, what to watch for, what to do, issuer and time of issue.

export interface Demand {
  name: keyof typeof demands;
  label: Text;
  isMet: boolean;
  /** The program fills it in when the warning is published. */
  isAutomatic: boolean;
}

const demands = defineWords({
  category: { zh: '预警类别', en: 'Category' },
  level: { zh: '预警级别', en: 'Level' },
  start: { zh: '起始时间', en: 'Start' },
  area: { zh: '可能影响的范围', en: 'Area that may be affected' },
  watchFor: { zh: '警示事项', en: 'What to watch for' },
  measures: { zh: '应当采取的措施', en: 'What to do' },
  issuer: { zh: '发布单位', en: 'Issuer' },
  time: { zh: '发布时间', en: 'Time of issue' },
});

/** The eight demands of article 64 and which of them a draft meets. */
export function article64(draft: ComposerDraft): Demand[] {
  const met: Record<keyof typeof demands, boolean> = {
    category: draft.eventCode !== null,
    level: draft.color !== null,
    start: draft.effective !== '',
    area: hasArea(draft),
    watchFor: draft.descriptionZh.trim() !== '',
    measures: draft.instructionZh.trim() !== '',
    issuer: true,
    time: true,
  };
  return (Object.keys(demands) as (keyof typeof demands)[]).map((name) => ({
    name,
    label: demands[name],
    isMet: met[name],
    isAutomatic: name === 'issuer' || name === 'time',
  }));
}
