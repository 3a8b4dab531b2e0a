import { crossingsOf } from '#geo/crossing.ts';
import { isInside, placeInRing } from '#geo/inside.ts';
import { between, gap, lineLength, placeAlong, type Place } from './plane.ts';

// Cuts an outline into tiles along border lines: a planar map of chains (lines between nodes) whose faces are walked. Two
// neighbours share the very same chain, so tiles neither overlap nor leave slivers.

export interface Chain {
  line: Place[];
  /** Label of the tile on the left and right; null on the outline, which does not know. */
  left: number | null;
  right: number | null;
}

interface Side {
  chain: Chain;
  forward: boolean;
  /** Face to the left of this side, filled while walking. */
  face: number;
}

/**
 * Rings (closed, counter-clockwise) of each label's tile. Where the outline cuts a tile into pieces, the label keeps the piece
 * with its seat and gives the others to their neighbours.
 * @param seats one place inside the tile of each label
 */
export function tile(outline: readonly Place[], borders: readonly Chain[], seats: readonly Place[]): Map<number, Place[]> {
  const chains = splitChains(outline, borders);
  const faces = walkFaces(chains);
  const labels = settleLabels(faces, seats);
  const labelAt = new Map<string, number>();
  for (const [index, { sides }] of faces.entries()) {
    for (const { chain, forward } of sides) labelAt.set(`${chains.indexOf(chain)} ${forward}`, labels[index]!);
  }
  const kept = chains
    .map((chain, index) => ({ ...chain, left: labelAt.get(`${index} true`) ?? null, right: labelAt.get(`${index} false`) ?? null }))
    .filter(({ left, right }) => left !== right);
  return new Map(walkFaces(kept).map((face) => [face.label, face.ring]));
}

interface Face {
  label: number;
  ring: Place[];
  area: number;
  sides: Side[];
}

/** The label of each face: its own if the seat lies in it, else that of the neighbour along its longest settled border. */
function settleLabels(faces: readonly Face[], seats: readonly Place[]): number[] {
  const labels = faces.map(({ label, ring }) => (placeInRing(seats[label]!, ring) === 'inside' ? label : null));
  const beyond = ({ chain, forward }: Side): number =>
    faces.findIndex(({ sides }) => sides.some((side) => side.chain === chain && side.forward !== forward));
  for (let open = true; open;) {
    open = false;
    for (const [index, { sides }] of faces.entries()) {
      if (labels[index] !== null) continue;
      const lengths = new Map<number, number>();
      for (const side of sides) {
        const label = labels[beyond(side)];
        if (label !== null && label !== undefined) lengths.set(label, (lengths.get(label) ?? 0) + lineLength(side.chain.line));
      }
      const [best] = [...lengths].toSorted((a, b) => b[1] - a[1]);
      if (!best) continue;
      labels[index] = best[0];
      open = true;
    }
  }
  return labels.map((label, index) => label ?? faces[index]!.label);
}

/** Cuts outline and borders where they cross, and drops what lies outside. */
function splitChains(outline: readonly Place[], borders: readonly Chain[]): Chain[] {
  const area: GeoJSON.Polygon = { type: 'Polygon', coordinates: [outline as Place[]] };
  const outlineCuts: { segment: number; share: number; at: Place }[] = [];
  const inner: Chain[] = [];
  for (const border of borders) {
    let part: Place[] = [border.line[0]!];
    const close = (): void => {
      const middle = part.length > 1 ? placeAlong(part, lineLength(part) / 2) : null;
      if (middle && isInside(middle, area)) inner.push({ ...border, line: part });
    };
    let passed = 1;
    for (const { segment, share, otherSegment } of crossingsOf(border.line, outline)) {
      const at = between(border.line[segment - 1]!, border.line[segment]!, share);
      const [c, d] = [outline[otherSegment - 1]!, outline[otherSegment]!];
      outlineCuts.push({ segment: otherSegment, share: gap(c, at) / gap(c, d), at });
      part.push(...border.line.slice(passed, segment), at);
      close();
      [part, passed] = [[at], segment];
    }
    part.push(...border.line.slice(passed));
    close();
  }
  return [...inner, ...splitOutline(outline, outlineCuts)];
}

/** The outline as chains from cut to cut. Segment k runs from corner k - 1 to corner k; the last corner repeats the first. */
function splitOutline(outline: readonly Place[], cuts: { segment: number; share: number; at: Place }[]): Chain[] {
  const ordered = cuts.toSorted((a, b) => a.segment - b.segment || a.share - b.share);
  return ordered.map((cut, n) => {
    const next = ordered[n + 1];
    const corners = next
      ? outline.slice(cut.segment, next.segment)
      : [...outline.slice(cut.segment), ...outline.slice(1, ordered[0]!.segment)];
    return { line: [cut.at, ...corners, (next ?? ordered[0]!).at], left: null, right: null };
  });
}

/** Walks every face that lies left of its sides; the face outside the outline is left out. */
function walkFaces(chains: readonly Chain[]): Face[] {
  const leaving = new Map<string, Side[]>();
  const key = (p: Place): string => `${p[0].toFixed(3)} ${p[1].toFixed(3)}`;
  const lineOf = (side: Side): Place[] => (side.forward ? side.chain.line : side.chain.line.toReversed());
  const sides = chains.flatMap((chain): Side[] => [
    { chain, forward: true, face: -1 },
    { chain, forward: false, face: -1 },
  ]);
  const angle = (side: Side): number => {
    const [a, b] = lineOf(side) as [Place, Place];
    return Math.atan2(b[1] - a[1], b[0] - a[0]);
  };
  for (const side of sides) leaving.set(key(lineOf(side)[0]!), [...(leaving.get(key(lineOf(side)[0]!)) ?? []), side]);
  for (const list of leaving.values()) list.sort((a, b) => angle(a) - angle(b));

  const faces: Face[] = [];
  for (const start of sides) {
    if (start.face >= 0) continue;
    const walked: Side[] = [];
    const ring: Place[] = [lineOf(start)[0]!];
    for (let side = start; side.face < 0;) {
      side.face = faces.length;
      walked.push(side);
      const line = lineOf(side);
      ring.push(...line.slice(1));
      const around = leaving.get(key(line.at(-1)!))!;
      const back = around.findIndex((other) => other.chain === side.chain && other.forward !== side.forward);
      side = around.at(back - 1)!;
    }
    const area = ring.slice(1).reduce((sum, p, i) => sum + (ring[i]![0] * p[1] - p[0] * ring[i]![1]) / 2, 0);
    const label = walked.map(({ chain, forward }) => (forward ? chain.left : chain.right)).find((found) => found !== null);
    if (area > 0 && label !== undefined) faces.push({ label, ring, area, sides: walked });
    else for (const side of walked) side.face = Number.MAX_SAFE_INTEGER;
  }
  return faces;
}
