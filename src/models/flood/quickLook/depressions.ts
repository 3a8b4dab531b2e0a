import type { Filled } from './priorityFlood.ts';

// Where water comes to stand when it has run downhill: every depression is a bathtub that overflows to the next one. No time
// and no speed. A depression with several pits is filled as one level surface.

export interface Standing {
  /** m */
  readonly depth: Float64Array;
  readonly storedM3: number;
  /** Over the edge of the raster. */
  readonly leftM3: number;
  /** Depressions that hold water, and those of them that are full. */
  readonly wetCount: number;
  readonly fullCount: number;
}

interface Depressions {
  /** Depression of a cell, −1 outside any. */
  readonly of: Int32Array;
  readonly count: number;
  /** First cell reached from outside: its `to` is the outlet. */
  readonly door: Int32Array;
  /** Sum of depths when full, m. */
  readonly capacity: Float64Array;
}

/** Names the depressions of a filled terrain. */
function depressionsOf({ level, to, order }: Filled, ground: ArrayLike<number>): Depressions {
  const of = new Int32Array(level.length).fill(-1);
  const doors: number[] = [];
  const capacity: number[] = [];
  for (const cell of order) {
    const depth = (level[cell] as number) - (ground[cell] as number);
    if (depth <= 0) continue;
    const from = to[cell] as number;
    const isSame = of[from] !== -1 && level[from] === level[cell];
    const name = isSame ? (of[from] as number) : doors.length;
    if (!isSame) {
      doors.push(cell);
      capacity.push(0);
    }
    of[cell] = name;
    capacity[name] = (capacity[name] as number) + depth;
  }
  return { of, count: doors.length, door: Int32Array.from(doors), capacity: Float64Array.from(capacity) };
}

/**
 * Runs water down and lets it stand.
 * @param water depth that falls or is poured on each cell, m, zero or more
 */
export function runDown(filled: Filled, ground: ArrayLike<number>, water: ArrayLike<number>, cellM2: number): Standing {
  const { level, to, order } = filled;
  const { of, count, door, capacity } = depressionsOf(filled, ground);
  const passing = Float64Array.from(water);
  const held = new Float64Array(count);
  let left = 0;
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const cell = order[at] as number;
    const next = to[cell] as number;
    let out = passing[cell] as number;
    const name = of[cell] as number;
    if (name !== -1) {
      held[name] = (held[name] as number) + out;
      // The door is the first of its depression in order, so everything has come in by now.
      if (door[name] !== cell) continue;
      const all = held[name];
      out = Math.max(0, all - (capacity[name] as number));
      held[name] = all - out;
    }
    if (next === cell) left += out;
    else passing[next] = (passing[next] as number) + out;
  }
  const depth = new Float64Array(level.length);
  const levels = levelsOf(of, ground, level, held, capacity, order);
  for (const cell of order) {
    const name = of[cell] as number;
    if (name !== -1) depth[cell] = Math.max(0, (levels[name] as number) - (ground[cell] as number));
  }
  let [stored, wetCount, fullCount] = [0, 0, 0];
  held.forEach((each, name) => {
    stored += each;
    if (each > 0) wetCount += 1;
    if (each > 0 && each >= (capacity[name] as number)) fullCount += 1;
  });
  return { depth, storedM3: stored * cellM2, leftM3: left * cellM2, wetCount, fullCount };
}

/** Water level of each depression from what it holds, m. */
function levelsOf(
  of: Int32Array,
  ground: ArrayLike<number>,
  spill: Float64Array,
  held: Float64Array,
  capacity: Float64Array,
  order: Int32Array,
): Float64Array {
  const levels = new Float64Array(held.length).fill(Number.NEGATIVE_INFINITY);
  const sizes = new Int32Array(held.length + 1);
  const isPartial = (name: number) => (held[name] as number) > 0 && (held[name] as number) < (capacity[name] as number);
  for (const cell of order) {
    const name = of[cell] as number;
    if (name === -1) continue;
    if (isPartial(name)) sizes[name + 1] = (sizes[name + 1] as number) + 1;
    else if ((held[name] as number) > 0) levels[name] = spill[cell] as number;
  }
  for (let name = 0; name < held.length; name += 1) sizes[name + 1] = (sizes[name + 1] as number) + (sizes[name] as number);
  const heights = new Float64Array(sizes[held.length] as number);
  const filledTo = sizes.slice(0, held.length);
  for (const cell of order) {
    const name = of[cell] as number;
    if (name === -1 || !isPartial(name)) continue;
    heights[filledTo[name] as number] = ground[cell] as number;
    filledTo[name] = (filledTo[name] as number) + 1;
  }
  for (let name = 0; name < held.length; name += 1)
    if (isPartial(name)) levels[name] = levelOf(heights.subarray(sizes[name], sizes[name + 1]).sort(), held[name] as number);
  return levels;
}

/** Level at which cells with these ground heights, ascending, hold `held` metres of depth in sum. */
function levelOf(heights: Float64Array, held: number): number {
  let below = 0;
  for (let count = 1; count <= heights.length; count += 1) {
    below += heights[count - 1] as number;
    const level = (held + below) / count;
    if (count === heights.length || level <= (heights[count] as number)) return level;
  }
  return heights[0] ?? 0;
}

/**
 * Share of rain that each cell receives when land without water is not computed: rain runs down to the first cell that lies in
 * a depression or drains at least `channelCells`, and enters the flood there, without delay.
 * @param rain factor of the rain on each cell, 1 where it falls in full
 * @param hollowM a depression must be deeper than this at a cell to keep water there, m
 */
export function gatherRunoff(
  filled: Filled,
  ground: ArrayLike<number>,
  rain: ArrayLike<number>,
  channelCells: number,
  hollowM: number,
): Float64Array {
  const { level, to, order } = filled;
  const share = new Float64Array(level.length);
  const drained = new Float64Array(level.length);
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const cell = order[at] as number;
    const next = to[cell] as number;
    const area = (drained[cell] as number) + 1;
    if (next !== cell) drained[next] = (drained[next] as number) + area;
    share[cell] = (share[cell] as number) + (rain[cell] as number);
    const stays = next === cell || area >= channelCells || (level[cell] as number) - (ground[cell] as number) > hollowM;
    if (stays) continue;
    const carried = share[cell];
    share[next] = (share[next] as number) + carried;
    share[cell] = 0;
  }
  return share;
}
