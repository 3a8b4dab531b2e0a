import type { Text } from '#kernel/language/text.ts';
import { eventCode } from '#statutes/eventCodes.table.ts';
import type { ComposerDraft } from './composerDraft.ts';
import { warningLevels } from './warning.case.ts';

/**
 * A headline in the usual form, in Chinese: place, hazard, level, 预警. Null while hazard or level is open.
 * @param nameOf name of a division by its code
 */
export function suggestHeadline(draft: ComposerDraft, county: string, nameOf: (code: string) => Text | undefined): string | null {
  const kind = draft.eventCode === null ? undefined : eventCode(draft.eventCode);
  if (!kind || draft.color === null) return null;
  const [only, ...others] = draft.area.areas;
  const isOne = only !== undefined && others.length === 0 && draft.area.shape === null && draft.area.circle === null;
  const place = isOne && only.length > 6 ? `${county}${nameOf(only)?.zh ?? ''}` : county;
  return `${place}${kind.name.zh}${warningLevels[draft.color].zh}预警`;
}
