// Breaks Chinese text into lines: between any two signs, except before closing and after opening punctuation (GB/T 15834,
// W3C CLREQ); words and numbers in Latin letters stay whole while they fit.

export interface Piece {
  text: string;
  widthPt: number;
}

const notFirst = new Set('，。、；：？！）》」』】〕”’％%…—·,.;:?!)]}°℃');
const notLast = new Set('（《「『【〔“‘([{￥¥$');
const word = /[\p{Script=Latin}\p{Nd}_.+\-/@#&=%:]+|\s+|[^\p{Script=Latin}\p{Nd}\s]/gu;

/** Smallest parts a line may be broken between, still without the rules of punctuation. */
export function partsOf(text: string): string[] {
  return text.match(word) ?? [];
}

/**
 * Fills lines one after the other.
 * @param pieces parts in order; a part wider than a line is put on a line of its own
 * @param firstPt width of the first line
 * @param restPt width of the others
 */
export function breakLines<P extends Piece>(pieces: readonly P[], firstPt: number, restPt: number): P[][] {
  const lines: P[][] = [];
  let line: P[] = [];
  let used = 0;
  const room = () => (lines.length === 0 ? firstPt : restPt) + 0.01;
  const turn = () => {
    lines.push(line);
    line = [];
    used = 0;
  };
  for (const piece of pieces) {
    if (line.length > 0 && used + piece.widthPt > room()) {
      const carried = takeBack(line, piece);
      turn();
      line = carried;
      used = widthOf(carried);
      if (line.length === 0 && piece.text.trim() === '' && lines.length > 0) continue;
    }
    line.push(piece);
    used += piece.widthPt;
  }
  if (line.length > 0 || lines.length === 0) turn();
  return lines;
}

/** What must move to the next line with a piece, so that no line begins or ends with the wrong mark. */
function takeBack<P extends Piece>(line: P[], next: P): P[] {
  const carried: P[] = [];
  let following = next.text;
  while (line.length > 1 && (notFirst.has(following.slice(0, 1)) || notLast.has(line.at(-1)?.text ?? ''))) {
    const last = line.pop() as P;
    carried.unshift(last);
    following = last.text;
  }
  return carried;
}

function widthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { widthPt }) => sum + widthPt, 0);
}
