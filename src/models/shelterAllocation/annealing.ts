import type { Random } from '#geo/random.ts';
import type { AllocationProblem } from './allocation.ts';

// Simulated annealing (S. Kirkpatrick, C. D. Gelatt, M. P. Vecchi 1983) for villages that stay whole: one village moves or two
// change places; crowding beyond capacity is allowed on the way for a price that grows, and never in the answer.

/**
 * The best allocation found, never over capacity; −1 for a village without a place.
 * @param penalty cost of one person without a place, above any journey
 * @param roomPrice what one more place at the most wanted shelter would save, seconds
 * @param steps tries; the temperature falls over all of them
 */
export function anneal(
  { people, capacity, seconds }: AllocationProblem,
  start: Int32Array,
  penalty: number,
  roomPrice: number,
  steps: number,
  random: Random,
): Int32Array {
  const nowhere = capacity.length;
  const cost = seconds.map((row, village) =>
    Float64Array.from({ length: nowhere + 1 }, (_, j) => people[village]! * (j === nowhere ? penalty : row[j]!)),
  );
  const choices = cost.map((row, village) => choicesOf(row, people[village]!, capacity));
  const movable = [...people.keys()].filter((village) => people[village]! > 0);
  if (movable.length === 0) return start;
  const at = start.map((shelter) => (shelter < 0 ? nowhere : shelter));
  const load = new Float64Array(nowhere + 1);
  const room = Float64Array.from([...capacity, Infinity]);
  for (const village of movable) load[at[village]!]! += people[village]!;
  let value = movable.reduce((sum, village) => sum + cost[village]![at[village]!]!, 0);
  let excess = 0;
  let best = at.slice();
  let bestValue = value;
  // The cheapest journeys set the scale of temperature and of the price of crowding.
  const cheapest = movable.reduce((sum, village) => sum + cost[village]![choices[village]![0]!]!, 0);
  const scale = cheapest / movable.length || 1;
  const perPerson = Math.max(roomPrice, cheapest / movable.reduce((sum, village) => sum + people[village]!, 0)) || 1;
  const guests = guestLists(at, nowhere + 1, movable);
  // Each crowded shelter pays a base besides the people too many, or the last few would never leave.
  const base = movable.reduce((sum, village) => sum + people[village]!, 0) / movable.length / 10;
  const over = (shelter: number, change: number): number => {
    const excessive = load[shelter]! + change - room[shelter]!;
    return excessive > 0 ? excessive + base : 0;
  };
  for (let step = 0; step < steps; step += 1) {
    const progress = step / steps;
    const temperature = scale * 0.3 * 0.01 ** progress;
    const crowding = perPerson * (0.7 + 6 * progress);
    const a = movable[Math.floor(random.next() * movable.length)]!;
    const from = at[a]!;
    const options = choices[a]!;
    // Nearer shelters are tried more often.
    const to = options[Math.floor(random.next() ** 2 * options.length)]!;
    if (to === from) continue;
    const there = guests.lists[to]!;
    const b = there.length > 0 && random.next() < 0.6 ? there[Math.floor(random.next() * there.length)]! : -1;
    const moved = people[a]! - (b < 0 ? 0 : people[b]!);
    const change = cost[a]![to]! - cost[a]![from]! + (b < 0 ? 0 : cost[b]![from]! - cost[b]![to]!);
    if (!(change < Infinity)) continue;
    const crowd = over(to, moved) - over(to, 0) + over(from, -moved) - over(from, 0);
    const worse = change + crowd * crowding;
    if (worse > 0 && random.next() >= Math.exp(-worse / temperature)) continue;
    guests.move(a, from, to);
    at[a] = to;
    if (b >= 0) {
      guests.move(b, to, from);
      at[b] = from;
    }
    load[to]! += moved;
    load[from]! -= moved;
    value += change;
    excess += crowd;
    if (excess < 0.5 && value < bestValue - 1e-6) {
      best = at.slice();
      bestValue = value;
    }
  }
  return best.map((shelter) => (shelter === nowhere ? -1 : shelter));
}

/** The nearer half of the shelters that could hold a village at all, at least eight, and nowhere. */
function choicesOf(cost: Float64Array, people: number, capacity: readonly number[]): number[] {
  const able = [...capacity.keys()]
    .filter((shelter) => cost[shelter]! < Infinity && capacity[shelter]! >= people)
    .toSorted((a, b) => cost[a]! - cost[b]!);
  return [...able.slice(0, Math.max(8, Math.ceil(able.length / 2))), capacity.length];
}

interface GuestLists {
  readonly lists: readonly number[][];
  move(village: number, from: number, to: number): void;
}

/** Which villages are in each shelter, kept so that a move costs nothing. */
function guestLists(at: Int32Array, shelters: number, movable: readonly number[]): GuestLists {
  const lists: number[][] = Array.from({ length: shelters }, () => []);
  const position = new Int32Array(at.length);
  for (const village of movable) position[village] = lists[at[village]!]!.push(village) - 1;
  return {
    lists,
    move(village, from, to) {
      const last = lists[from]!.pop()!;
      if (last !== village) {
        lists[from]![position[village]!] = last;
        position[last] = position[village]!;
      }
      position[village] = lists[to]!.push(village) - 1;
    },
  };
}
