import type { Text } from '#kernel/language/text.ts';
import type { Warning } from './composerDraft.ts';
import { warning } from './warning.case.ts';
import { warningWords } from './warningWords.ts';

// A published warning ends by itself when its time has passed; no action marks that.

/** Whether the public is warned by it at this moment. */
export function isInForce(found: Pick<Warning, 'state' | 'expires'>, nowMs: number): boolean {
  return found.state === 'published' && (found.expires === null || new Date(found.expires).getTime() > nowMs);
}

/** The state in words, with what the clock says about a published warning. */
export function stateWords(found: Pick<Warning, 'state' | 'effective' | 'expires'>, nowMs: number): Text {
  const declared = warning.states[found.state]?.label ?? { zh: found.state, en: found.state };
  if (found.state !== 'published') return declared;
  if (!isInForce(found, nowMs)) return warningWords.expired;
  return found.effective !== null && new Date(found.effective).getTime() > nowMs ? warningWords.notYet : declared;
}
