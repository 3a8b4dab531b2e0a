// What stands in a template, as far as official documents need it: title, number, paragraphs, forms, signatures. Texts hold
// blanks in braces: `罚款人民币{fine}元`. A made template may be refined in Word afterwards as its next version.

export type Block =
  /** Name of the body above the title, and the title. */
  | { kind: 'title'; text: string }
  /** The number, under the title. */
  | { kind: 'number' }
  /** To whom: flush left, ended by a colon. */
  | { kind: 'addressee'; text: string }
  /** Body, first line indented by two signs. Each line of the value becomes a paragraph line. */
  | { kind: 'text'; text: string }
  /** Body without indentation, for `key：value` lines. */
  | { kind: 'line'; text: string; bold?: boolean }
  /** Repeats its paragraphs for every row of a value. */
  | { kind: 'repeat'; over: string; blocks: readonly Block[] }
  /** Name of the body and date, at the right. */
  | { kind: 'seal' }
  /** Small print at the end. */
  | { kind: 'remark'; text: string }
  | { kind: 'form'; columns: readonly number[]; rows: readonly FormRow[] };

export interface FormRow {
  cells: readonly FormCell[];
  /** Least height, in lines of text. */
  lines?: number;
  /** Repeated for every row of that value. */
  over?: string;
}

export interface FormCell {
  text: string;
  /** Columns it covers. */
  span?: number;
  /** A heading cell is centred; a value stands left. */
  label?: boolean;
}

/** Heading cell. */
export const label = (text: string, span = 1): FormCell => ({ text, span, label: true });
/** Value cell. */
export const value = (text: string, span = 1): FormCell => ({ text, span });

/** Row of heading and value pairs over all columns: `row(6, '当事人', '{party}', '电话', '{phone}')` splits evenly. */
export const row = (lines: number, ...cells: FormCell[]): FormRow => ({ cells, lines });

/** An opinion that somebody writes by hand: heading, room, signature. */
export function opinion(heading: string, columns: number, text = '', lines = 3): FormRow {
  const signature = '签名：　　　　　　　　　　年　　月　　日';
  return { cells: [label(heading), value(text === '' ? `\n\n${signature}` : `${text}\n\n${signature}`, columns - 1)], lines };
}

/** Every blank of a layout; those inside a repeated part as `rows.name`. */
export function blanksOf(blocks: readonly Block[], prefix = ''): string[] {
  const inText = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => `${prefix}${name}`);
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'number':
        return [`${prefix}number`];
      case 'seal':
        return [`${prefix}agency`, `${prefix}madeOn`];
      case 'repeat':
        return blanksOf(block.blocks, `${block.over}.`);
      case 'form':
        return block.rows.flatMap(({ cells, over }) =>
          cells.flatMap(({ text }) => inText(text).map((name) => (over ? `${over}.${name}` : name))),
        );
      default:
        return inText(block.text);
    }
  });
}
