// Which of many messages are in force now. Updates and cancellations name the message they are about; messages come twice,
// late and out of order, and a link of the chain may be missing.

import { touchesDivision, type CmaWarning } from './warning.ts';

export interface EndedWarning {
  warning: CmaWarning;
  /** `replaced` by an update, `lifted` by a cancellation, `expired` by its own time. */
  why: 'replaced' | 'lifted' | 'expired';
  /** Identifier of the message that ended it; null when its own time did. */
  by: string | null;
}

export interface InForce {
  inForce: CmaWarning[];
  /** Sound, but not yet in effect. */
  coming: CmaWarning[];
  ended: EndedWarning[];
  /** Messages about an earlier one that never came. */
  orphans: { identifier: string; missing: string[] }[];
}

/**
 * Sorts warnings at an instant; the order they are given in does not matter. Cancellations are in none of the lists. Where an
 * update or cancellation names a message that is not here, or none, it ends what the same agency said before about the same
 * kind for an area that touches its own, because that is what the missing link did.
 * @param status exercises are asked for apart.
 */
export function warningsInForce(all: readonly CmaWarning[], nowMs: number, status: CmaWarning['status'] = 'Actual'): InForce {
  const warnings = latestOfEach(all.filter((warning) => warning.status === status));
  const known = new Map(warnings.map((warning) => [warning.identifier, warning]));
  const ends = new Map<string, EndedWarning>();
  const result: InForce = { inForce: [], coming: [], ended: [], orphans: [] };
  for (const later of warnings) {
    if (!speaksOfEarlier(later)) continue;
    const missing = later.references.filter((identifier) => !known.has(identifier));
    if (missing.length > 0) result.orphans.push({ identifier: later.identifier, missing });
    const named = later.references.flatMap((identifier) => known.get(identifier) ?? []);
    const guessed = missing.length > 0 || later.references.length === 0 ? warnings.filter((earlier) => isSameMatter(earlier, later)) : [];
    for (const earlier of [...named, ...guessed]) {
      if (!isBefore(earlier, later) || ends.has(earlier.identifier)) continue;
      ends.set(earlier.identifier, { warning: earlier, why: lifts(later) ? 'lifted' : 'replaced', by: later.identifier });
    }
  }
  for (const warning of warnings) {
    const end = ends.get(warning.identifier);
    if (lifts(warning) || warning.msgType === 'Ack' || warning.msgType === 'Error') continue;
    if (end !== undefined) result.ended.push(end);
    else if (warning.expiresAtMs !== null && warning.expiresAtMs <= nowMs) result.ended.push({ warning, why: 'expired', by: null });
    else if ((warning.effectiveAtMs ?? warning.sentAtMs ?? 0) > nowMs) result.coming.push(warning);
    else result.inForce.push(warning);
  }
  return result;
}

/** One of each identifier, the one sent last, in order of sending. */
function latestOfEach(warnings: readonly CmaWarning[]): CmaWarning[] {
  const latest = new Map<string, CmaWarning>();
  for (const warning of warnings) {
    const other = latest.get(warning.identifier);
    if (other === undefined || timeOf(warning) > timeOf(other) || (timeOf(warning) === timeOf(other) && warning.xml > other.xml))
      latest.set(warning.identifier, warning);
  }
  return [...latest.values()].sort((a, b) => (isBefore(a, b) ? -1 : 1));
}

function speaksOfEarlier(warning: CmaWarning): boolean {
  return warning.msgType === 'Update' || lifts(warning);
}

/** A headline that lifts counts as a cancellation, whatever the message type: people were told that it is over. */
function lifts({ msgType, act }: CmaWarning): boolean {
  return msgType === 'Cancel' || act === 'lift';
}

function isSameMatter(earlier: CmaWarning, later: CmaWarning): boolean {
  const isSameAgency = earlier.agencyCode === null ? earlier.agency === later.agency : earlier.agencyCode === later.agencyCode;
  const isSameKind =
    earlier.eventCode === null ? earlier.kind !== null && earlier.kind === later.kind : earlier.eventCode === later.eventCode;
  return isSameAgency && isSameKind && later.divisions.some(({ code }) => touchesDivision(earlier, code));
}

/** Sent before; between two of the same second the identifier decides, so that a circle of references still has an end. */
function isBefore(a: CmaWarning, b: CmaWarning): boolean {
  return timeOf(a) === timeOf(b) ? a.identifier < b.identifier : timeOf(a) < timeOf(b);
}

function timeOf({ sentAtMs }: CmaWarning): number {
  return sentAtMs ?? 0;
}
