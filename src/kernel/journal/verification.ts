import { checkAnchor, type Anchor, type AnchorFault } from './anchor.ts';
import { canonical, firstHash, type JournalEntry } from './journal.ts';

// Walks a journal entry by entry, whatever its source (database, exported file), and says where it does not hold.

export type JournalFault =
  /** The content of an entry is not what its hash was made of. */
  | { kind: 'changed'; position: number }
  /** Entries `position` to `to` are missing. */
  | { kind: 'removed'; position: number; to: number }
  /** An entry stands between two that were chained to each other. */
  | { kind: 'inserted'; position: number }
  /** An entry is not chained to the one before it: one of the two, or something between them, was tampered with. */
  | { kind: 'broken'; position: number }
  /** The chain holds together but is not what was signed: somebody rewrote it after `position`, at or before `to`. */
  | { kind: 'rewritten'; position: number; to: number; anchor: number }
  /** The chain ends before or after the end on record. */
  | { kind: 'end'; position: number }
  | { kind: AnchorFault; position: number; anchor: number };

export interface Verification {
  /** Entries read. */
  checked: number;
  /** Anchors that hold: signature, chain of anchors, and the entry they name. */
  anchors: number;
  /** Last position that a good anchor covers; what comes later rests on the chain alone. */
  anchoredTo: number;
  /** All faults found; `faults` holds the first hundred. */
  faultCount: number;
  faults: JournalFault[];
  lastPosition: number;
  lastHash: string;
}

const mostFaults = 100;

interface Link {
  position: number;
  hash: string;
}

export class JournalCheck {
  readonly #sm3: (text: string) => string;
  readonly #anchors: readonly Anchor[];
  readonly #isGood: readonly boolean[];
  readonly #result: Verification = {
    checked: 0,
    anchors: 0,
    anchoredTo: 0,
    faultCount: 0,
    faults: [],
    lastPosition: 0,
    lastHash: firstHash,
  };
  #before: Link = { position: 0, hash: firstHash };
  #beforeThat: Link | null = null;
  #nextAnchor = 0;

  /**
   * @param sm3 lower-case hex SM3 of a UTF-8 text
   * @param anchors by number
   * @param verify whether an anchor's signature is good; null when its key is unknown
   */
  constructor(sm3: (text: string) => string, anchors: readonly Anchor[], verify: (anchor: Anchor) => boolean | null) {
    this.#sm3 = sm3;
    this.#anchors = anchors.toSorted((a, b) => a.position - b.position || a.number - b.number);
    const faults = new Map<number, AnchorFault>();
    let before: Anchor | null = null;
    for (const anchor of anchors.toSorted((a, b) => a.number - b.number)) {
      const fault = checkAnchor(anchor, before, sm3, verify);
      if (fault) {
        faults.set(anchor.number, fault);
        this.#report({ kind: fault, position: anchor.position, anchor: anchor.number });
      }
      before = anchor;
    }
    // An anchor after a gap is signed all the same: what it fixes counts.
    this.#isGood = this.#anchors.map(({ number }) => !faults.has(number) || faults.get(number) === 'anchorGap');
  }

  /** Entries in order of position. */
  take(entry: JournalEntry): void {
    const before = this.#before;
    if (entry.position !== before.position + 1) {
      this.#report({ kind: 'removed', position: before.position + 1, to: entry.position - 1 });
    } else if (entry.previousHash !== before.hash) {
      const skipsOne = this.#beforeThat?.hash === entry.previousHash;
      this.#report(skipsOne ? { kind: 'inserted', position: before.position } : { kind: 'broken', position: entry.position });
    }
    const { hash, ...content } = entry;
    if (this.#sm3(canonical(content)) !== hash) this.#report({ kind: 'changed', position: entry.position });
    this.#compareAnchors(entry);
    this.#result.checked += 1;
    this.#beforeThat = before;
    this.#before = { position: entry.position, hash };
  }

  /** @param head the end of the chain as the program recorded it; null when it is not known (an exported file) */
  finish(head: Link | null): Verification {
    const last = this.#before;
    // Entries cut off at the end leave the rest of the chain whole: only the head and the anchors know.
    if (head && (head.position !== last.position || head.hash !== last.hash)) {
      this.#report({ kind: 'end', position: Math.min(head.position, last.position) + 1 });
    }
    for (; this.#nextAnchor < this.#anchors.length; this.#nextAnchor += 1) {
      const anchor = this.#anchors[this.#nextAnchor] as Anchor;
      if (this.#isGood[this.#nextAnchor]) {
        this.#report({ kind: 'removed', position: last.position + 1, to: anchor.position });
      }
    }
    return { ...this.#result, lastPosition: last.position, lastHash: last.hash };
  }

  #compareAnchors(entry: JournalEntry): void {
    for (; this.#nextAnchor < this.#anchors.length; this.#nextAnchor += 1) {
      const anchor = this.#anchors[this.#nextAnchor] as Anchor;
      if (anchor.position > entry.position) return;
      if (!this.#isGood[this.#nextAnchor]) continue;
      if (anchor.position === entry.position && anchor.hash === entry.hash) {
        this.#result.anchors += 1;
        this.#result.anchoredTo = anchor.position;
      } else {
        this.#report({ kind: 'rewritten', position: this.#result.anchoredTo, to: anchor.position, anchor: anchor.number });
      }
    }
  }

  #report(fault: JournalFault): void {
    this.#result.faultCount += 1;
    if (this.#result.faults.length < mostFaults) this.#result.faults.push(fault);
  }
}
