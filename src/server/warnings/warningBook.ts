import { createHash } from 'node:crypto';
import type { Actor } from '#kernel/access/access.ts';
import { accept, refuse, type Outcome } from '#kernel/problem/refusal.ts';
import { warningsInForce } from '#protocols/cma/inForce.ts';
import { divisionPrefix, readWarning, touchesDivision, type CmaWarning } from '#protocols/cma/warning.ts';
import { byColour, type ReceivedWarning, type WarningsInForceAnswer } from '#rooms/monitoring/warningsInForce/receivedWarning.ts';
import type { Context } from '../operations/context.ts';
import { emit } from '../storage/outbox.ts';
import { keepReceived, receivedByHash, receivedSince, type ReceivedDocument } from '../storage/receivedWarnings.ts';

// Warnings that came from outside. A document is kept once; what is in force is worked out from all that can still matter when
// it is asked, because updates and cancellations come twice, late and out of order.

export const receiver: Actor = { kind: 'system', accountId: null, name: '预警接收', roles: [], areaCode: '', posts: [], from: 'internal' };
const keptMs = 30 * 86_400_000;
const largestBytes = 2 * 1024 * 1024;

interface Known {
  document: ReceivedDocument;
  warning: CmaWarning;
}

export class WarningBook {
  readonly #context: Context;
  /** Parsed once; documents never change. */
  readonly #parsed = new Map<string, CmaWarning>();

  constructor(context: Context) {
    this.#context = context;
  }

  /**
   * Takes one document. Refuses `warning-unreadable` with what is wrong, and what speaks of other counties only, `warning-elsewhere`.
   * @param source name of the feed, of the file, or of who posted it
   */
  async take(bytes: Uint8Array, source: string): Promise<Outcome<{ isNew: boolean; id: string; identifier: string }>> {
    const { clock, county, database } = this.#context;
    if (bytes.byteLength > largestBytes) return tooLarge(bytes.byteLength);
    const read = readWarning(bytes);
    if (!read.ok) {
      const what = read.problems.map(({ path, message }) => `${path}: ${message}`).join(' ');
      return refuse('warning-unreadable', 422, { zh: `不是可读的预警文件：${what}`, en: `This is no readable alert. ${what}` });
    }
    const { warning } = read;
    if (warning.divisions.length > 0 && !touchesDivision(warning, county))
      return refuse('warning-elsewhere', 422, {
        zh: `预警 ${warning.identifier} 不涉及本县`,
        en: `The warning ${warning.identifier} does not speak of this county`,
      });
    const hash = createHash('sha256').update(bytes).digest('hex');
    const document: ReceivedDocument = {
      hash,
      identifier: warning.identifier,
      source,
      receivedAt: clock.now(),
      sentAt: dateOf(warning.sentAtMs),
      expiresAt: dateOf(warning.expiresAtMs),
      xml: warning.xml,
      demo: false,
    };
    const isNew = await database.transaction(receiver, async (tx) => {
      if (!(await keepReceived(tx, document))) return false;
      const data = { identifier: warning.identifier, kind: warning.kind, colour: warning.colour };
      await emit(tx, clock, [
        { type: 'receivedWarning.added', areaCode: county, subject: { kind: 'receivedWarning', id: hash }, demo: false, data },
      ]);
      return true;
    });
    return accept({ isNew, id: hash, identifier: warning.identifier });
  }

  /** What holds now, by colour; what is coming; what ended lately. */
  async now(actor: Actor): Promise<WarningsInForceAnswer> {
    const { clock, database } = this.#context;
    const known = this.#known(await database.transaction(actor, (tx) => receivedSince(tx, new Date(clock.nowMs() - keptMs))));
    // One document for each identifier is what counts; the rest are repetitions of it.
    const shown = new Map(known.map((each) => [each.warning, this.#shown(each)]));
    const show = (warning: CmaWarning): ReceivedWarning => {
      const found = shown.get(warning);
      if (!found) throw new Error(`the warning ${warning.identifier} is not among those sorted`);
      return found;
    };
    const sorted = warningsInForce(
      known.map(({ warning }) => warning),
      clock.nowMs(),
    );
    return {
      inForce: sorted.inForce.map(show).sort(byColour),
      coming: sorted.coming.map(show).sort(byColour),
      ended: sorted.ended
        .map(({ warning, why, by }) => ({ warning: show(warning), why, by }))
        .sort((a, b) => (b.warning.sentAt ?? '').localeCompare(a.warning.sentAt ?? '')),
      orphans: sorted.orphans,
    };
  }

  /** One warning with its document, or null. */
  async find(actor: Actor, id: string): Promise<{ warning: ReceivedWarning; xml: string } | null> {
    const document = await this.#context.database.transaction(actor, (tx) => receivedByHash(tx, id));
    const [known] = document ? this.#known([document]) : [];
    return known ? { warning: this.#shown(known), xml: known.document.xml } : null;
  }

  #known(documents: readonly ReceivedDocument[]): Known[] {
    return documents.flatMap((document) => {
      let warning = this.#parsed.get(document.hash);
      if (!warning) {
        const read = readWarning(document.xml);
        if (!read.ok) return [];
        warning = read.warning;
        this.#parsed.set(document.hash, warning);
      }
      return [{ document, warning }];
    });
  }

  #shown({ document, warning }: Known): ReceivedWarning {
    const { county } = this.#context;
    const codes = warning.divisions.map(({ code }) => divisionPrefix(code));
    // A warning for the province or the city holds in all of the county.
    const places = codes.flatMap((code) => (county.startsWith(code) ? [county] : code.startsWith(county) ? [code] : []));
    return {
      id: document.hash,
      identifier: warning.identifier,
      agency: warning.agency,
      kind: warning.kind,
      eventCode: warning.eventCode,
      colour: warning.colour,
      divisions: warning.divisions,
      places: places.includes(county) ? [county] : [...new Set(places)],
      sentAt: dateOf(warning.sentAtMs)?.toISOString() ?? null,
      effectiveAt: dateOf(warning.effectiveAtMs)?.toISOString() ?? null,
      expiresAt: dateOf(warning.expiresAtMs)?.toISOString() ?? null,
      references: warning.references,
      texts: warning.texts,
      notes: warning.notes,
      dialect: warning.dialect,
      status: warning.status,
      source: document.source,
      receivedAt: document.receivedAt.toISOString(),
      demo: document.demo,
    };
  }
}

function dateOf(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms);
}

function tooLarge(bytes: number): Outcome<never> {
  return refuse('warning-too-large', 413, {
    zh: `预警文件 ${bytes} 字节，最大 ${largestBytes} 字节`,
    en: `The alert has ${bytes} bytes, at most ${largestBytes} are read`,
  });
}
