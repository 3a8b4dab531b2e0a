import type { AnyCase, CaseDeclaration, CaseLine } from '#kernel/casework/case.ts';
import type { Field } from '#kernel/register/field.ts';
import type { AnyRecord } from '#kernel/register/register.ts';
import { dateWords, momentWords } from './chineseWords.ts';

// What a document is filled from: the case, what it refers to, its timeline, and what was asked. Every answer is a text, the
// empty one when nothing is on file.

export interface SourceFacts {
  declaration: CaseDeclaration;
  found: AnyCase;
  lines: readonly CaseLine[];
  /** Records that the case refers to, by the case's own field. */
  related: Readonly<Record<string, AnyRecord | null>>;
  asked: Readonly<Record<string, unknown>>;
  /** Fields of what was asked. */
  asks: Readonly<Record<string, Field>>;
  /** Name of the county's bureau, and of the county. */
  agency: string;
  county: string;
  /** Name of a division by its code. */
  areaName: (code: string) => string;
  /** Local date. */
  madeOn: string;
  madeBy: string;
}

export interface DocumentSource extends SourceFacts {
  /** A field of the case in words. */
  say(name: string): string;
  /** A number of the case; null when it is not on file. */
  amount(name: string): number | null;
  /** A field of a record the case refers to. */
  sayOf(reference: string, name: string): string;
  /** What was asked when the document is made. */
  ask(name: string): string;
  /** The last time an action was done. */
  done(action: string): CaseLine | undefined;
  /** Its local date in words. */
  doneOn(action: string): string;
  /** When the case was opened, in words. */
  openedAt: string;
}

export function documentSource(facts: SourceFacts): DocumentSource {
  const done = (action: string) => facts.lines.findLast((line) => line.action === action);
  const localDay = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
  return {
    ...facts,
    say: (name) => inWords(facts.declaration.fields[name], facts.found[name], facts.areaName),
    amount: (name) => (typeof facts.found[name] === 'number' ? facts.found[name] : null),
    sayOf: (reference, name) => {
      const value = facts.related[reference]?.[name];
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    },
    ask: (name) => inWords(facts.asks[name], facts.asked[name], facts.areaName),
    done,
    openedAt: momentWords(facts.found.openedAt),
    doneOn: (action) => {
      const line = done(action);
      return line ? dateWords(localDay(line.at)) : '';
    },
  };
}

/** The value of a field as a Chinese document writes it. */
export function inWords(field: Field | undefined, value: unknown, areaName: (code: string) => string): string {
  if (field === undefined || value === null || value === undefined || value === '') return '';
  const plain = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  switch (field.kind) {
    case 'date':
      return dateWords(plain);
    case 'instant':
      return momentWords(plain);
    case 'flag':
      return value === true ? '是' : '否';
    case 'choice':
      return field.options[plain]?.zh ?? plain;
    case 'list':
      return (value as string[]).map((each) => field.options[each]?.zh ?? each).join('、');
    case 'areas':
      return (value as string[]).map(areaName).join('、');
    case 'point': {
      const [lon = 0, lat = 0] = value as number[];
      return `东经${lon.toFixed(5)}°，北纬${lat.toFixed(5)}°`;
    }
    case 'count':
      return `${plain}${field.unit.zh}`;
    case 'measure':
      return `${Number(value).toFixed(field.decimals)}${field.unit}`;
    case 'geometry':
      return '见附图';
    default:
      return plain;
  }
}
