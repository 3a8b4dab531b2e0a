import { crossingsOf } from '#geo/crossing.ts';
import { gap, lineLength, partOfLine } from './plane.ts';
import type { Road } from './roads.ts';
import type { River } from './rivers.ts';

/** A stretch of road with its own character: open road, or a bridge over a river. */
export interface Stretch extends Road {
  river: River | null;
}

/** Cuts roads where they cross rivers, so that each bridge is a stretch of its own; ends are shared exactly. */
export function buildBridges(roads: readonly Road[], rivers: readonly River[]): Stretch[] {
  return roads.flatMap((road) => {
    const total = lineLength(road.line);
    const spans = rivers
      .flatMap((river) =>
        crossingsAlong(road, river).map((at) => {
          const half = river.widthM * 0.5 + 25;
          return { river, from: Math.max(at - half, Math.min(5, total / 4)), to: Math.min(at + half, total - Math.min(5, total / 4)) };
        }),
      )
      .toSorted((a, b) => a.from - b.from);
    const stretches: Stretch[] = [];
    let done = 0;
    for (const { river, from, to } of spans) {
      if (from <= done) continue;
      stretches.push({ ...road, line: partOfLine(road.line, done, from), river: null });
      stretches.push({ ...road, line: partOfLine(road.line, from, to), river });
      done = to;
    }
    stretches.push({ ...road, line: done === 0 ? road.line : partOfLine(road.line, done, total), river: null });
    for (let i = 1; i < stretches.length; i += 1) stretches[i]!.line[0] = stretches[i - 1]!.line.at(-1)!;
    stretches[0]!.line[0] = road.line[0]!;
    stretches.at(-1)!.line.splice(-1, 1, road.line.at(-1)!);
    return stretches;
  });
}

/** Lengths along the road at which it crosses the river. */
function crossingsAlong({ line }: Road, river: River): number[] {
  return crossingsOf(line, river.line).map(
    ({ segment, share }) => lineLength(line.slice(0, segment)) + share * gap(line[segment - 1]!, line[segment]!),
  );
}
