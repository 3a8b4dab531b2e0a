// An anchor fixes the journal at one position: whoever holds a printed anchor can prove later that nothing before it was
// changed, even by somebody who rewrote the whole chain. Its statement is plain text, one line a fact, and exactly these
// bytes are signed, so it can be checked with openssl alone. Where the key lies: server/journal/anchorKey.ts.

export interface AnchorFacts {
  /** 1, 2, 3 … without gaps. */
  number: number;
  /** Division code of the county. */
  county: string;
  /** Local date the anchor closes: for a daily one the day that has just ended. */
  day: string;
  /** ISO instant at which it was made. */
  at: string;
  /** Last journal entry it covers. */
  position: number;
  /** Hash of that entry. */
  hash: string;
  /** SM3 of the statement of the anchor before; zeros for the first. */
  previous: string;
  keyId: string;
}

export interface Anchor extends AnchorFacts {
  kind: 'daily' | 'onDemand';
  statement: string;
  algorithm: string;
  /** Base64 of the signature over the statement. */
  signature: string;
}

/** The text that is signed: ASCII, lines ended by a line feed. */
export function anchorStatement(facts: AnchorFacts): string {
  const lines = [
    'anlan journal anchor v1',
    `number ${facts.number}`,
    `county ${facts.county}`,
    `day ${facts.day}`,
    `at ${facts.at}`,
    `position ${facts.position}`,
    `hash ${facts.hash}`,
    `previous ${facts.previous}`,
    `key ${facts.keyId}`,
  ];
  return `${lines.join('\n')}\n`;
}

export type AnchorFault =
  /** The columns do not say what was signed. */
  | 'anchorStatement'
  | 'anchorSignature'
  /** Signed with a key this installation does not know. */
  | 'anchorKey'
  /** An anchor before it is missing. */
  | 'anchorGap';

/**
 * Checks one anchor by itself and against the one before; null when it holds.
 * @param verify whether a signature over a text is good; null when the key is unknown
 */
export function checkAnchor(
  anchor: Anchor,
  before: Anchor | null,
  sm3: (text: string) => string,
  verify: (anchor: Anchor) => boolean | null,
): AnchorFault | null {
  if (anchorStatement(anchor) !== anchor.statement) return 'anchorStatement';
  const isSigned = verify(anchor);
  if (isSigned === null) return 'anchorKey';
  if (!isSigned) return 'anchorSignature';
  const expected = before ? sm3(before.statement) : '0'.repeat(64);
  return anchor.number === (before?.number ?? 0) + 1 && anchor.previous === expected ? null : 'anchorGap';
}
