import type { CmaWarning, WarningDivision, WarningText } from '#protocols/cma/warning.ts';

// A warning of an observatory or another agency as pages get it; the document itself is asked for by its number.

export interface ReceivedWarning {
  /** Number of the document: SHA-256 of its bytes. */
  id: string;
  identifier: string;
  agency: string;
  kind: string | null;
  eventCode: string | null;
  colour: CmaWarning['colour'];
  /** Divisions the warning names, twelve digits. */
  divisions: WarningDivision[];
  /** Of those, and of the ones around and inside them, codes of this county without the zeros at their end. */
  places: string[];
  sentAt: string | null;
  effectiveAt: string | null;
  expiresAt: string | null;
  references: string[];
  texts: WarningText[];
  notes: CmaWarning['notes'];
  dialect: CmaWarning['dialect'];
  status: CmaWarning['status'];
  /** Where it came from: the name of a feed, `post`, or the name of a file. */
  source: string;
  receivedAt: string;
  demo: boolean;
}

export interface WarningsInForceAnswer {
  inForce: ReceivedWarning[];
  coming: ReceivedWarning[];
  ended: { warning: ReceivedWarning; why: 'replaced' | 'lifted' | 'expired'; by: string | null }[];
  /** Messages about an earlier one that never came. */
  orphans: { identifier: string; missing: string[] }[];
}

export const colourOrder = ['red', 'orange', 'yellow', 'blue'] as const;

/** Worst colour first, then what was sent last. */
export function byColour(a: Pick<ReceivedWarning, 'colour' | 'sentAt'>, b: Pick<ReceivedWarning, 'colour' | 'sentAt'>): number {
  const rank = ({ colour }: Pick<ReceivedWarning, 'colour'>) => (colour === null ? colourOrder.length : colourOrder.indexOf(colour));
  return rank(a) - rank(b) || (b.sentAt ?? '').localeCompare(a.sentAt ?? '');
}
