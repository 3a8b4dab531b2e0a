import { crossingShare } from '#geo/crossing.ts';
import { isInside } from '#geo/inside.ts';
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

/** Rings (closed, counter-clockwise) of each label's tile. A label cut off into small pieces gives those to its neighbours. */
export function tile(outline: readonly Place[], borders: readonly Chain[]): Map<number, Place[]> {
  let chains = splitChains(outline, borders);
  let faces = walkFaces(chains);
  const largest = new Map<number, number>();
  for (const [index, face] of faces.entries()) {
    const known = largest.get(face.label);
    if (known === undefined || faces[known]!.area < face.area) largest.set(face.label, index);
  }
  const labels = faces.map((face, index) => (largest.get(face.label) === index ? face.label : neighbourOf(index, faces)));
  chains = chains.filter((chain) => {
    const around = faces.flatMap((face, index) => (face.sides.some((side) => side.chain === chain) ? [labels[index]!] : []));
    return !(around.length === 2 && around[0] === around[1]);
  });
  for (const chain of chains) {
    const [left, right] = [true, false].map((forward) => {
      const index = faces.findIndex((face) => face.sides.some((side) => side.chain === chain && side.forward === forward));
      return index < 0 ? null : labels[index]!;
    });
    chain.left = left ?? null;
    chain.right = right ?? null;
  }
  faces = walkFaces(chains);
  return new Map(faces.map((face) => [face.label, face.ring]));
}

interface Face {
  label: number;
  ring: Place[];
  area: number;
  sides: Side[];
}

/** The label across the longest chain of a face. */
function neighbourOf(index: number, faces: readonly Face[]): number {
  const lengths = new Map<number, number>();
  for (const { chain, forward } of faces[index]!.sides) {
    const label = forward ? chain.right : chain.left;
    if (label !== null) lengths.set(label, (lengths.get(label) ?? 0) + lineLength(chain.line));
  }
  return [...lengths].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? faces[index]!.label;
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
    for (let i = 1; i < border.line.length; i += 1) {
      const [a, b] = [border.line[i - 1]!, border.line[i]!];
      const cuts: { share: number; at: Place }[] = [];
      for (let k = 1; k < outline.length; k += 1) {
        const [c, d] = [outline[k - 1]!, outline[k]!];
        const share = crossingShare(a, b, c, d);
        if (share === null) continue;
        const at = between(a, b, share);
        cuts.push({ share, at });
        outlineCuts.push({ segment: k, share: gap(c, at) / gap(c, d), at });
      }
      for (const { at } of cuts.toSorted((p, q) => p.share - q.share)) {
        part.push(at);
        close();
        part = [at];
      }
      part.push(b);
    }
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
    for (let side = start; side.face < 0; ) {
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
