import type { DispatchProblem } from './tour.ts';

// Reads instances in the format of VRPLIB (TSPLIB with windows), the one public test problems come in.

export interface VrplibOptions {
  /** `round`: whole distances, as the set of E-instances counts; `exact`: as Christofides, Mingozzi and Toth counted. */
  readonly distance: 'round' | 'exact';
  /** Trucks where the file names none. */
  readonly trucks?: number;
}

/** @throws Error naming the section that is missing */
export function readVrplib(text: string, { distance, trucks = 1_000 }: VrplibOptions): DispatchProblem {
  const sections = sectionsOf(text);
  const header = (key: string): string | null => new RegExp(`^${key}\\s*:\\s*(.+)$`, 'm').exec(text)?.[1]?.trim() ?? null;
  const size = Number(header('DIMENSION'));
  const rows = (name: string): number[][] | null => sections.get(name) ?? null;
  const coordinates = rows('NODE_COORD_SECTION');
  const matrix = rows('EDGE_WEIGHT_SECTION');
  const depots = (rows('DEPOT_SECTION') ?? [])
    .flat()
    .filter((node) => node > 0)
    .map((node) => node - 1);
  if (!coordinates || depots.length === 0 || !(size > 0)) throw new Error('NODE_COORD_SECTION, DEPOT_SECTION and DIMENSION are needed');
  const order = [...depots, ...Array.from({ length: size }, (_, i) => i).filter((node) => !depots.includes(node))];
  const between = (a: number, b: number): number => {
    if (matrix) return matrix[a]![b]!;
    const metres = Math.hypot(coordinates[a]![1]! - coordinates[b]![1]!, coordinates[a]![2]! - coordinates[b]![2]!);
    return distance === 'round' ? Math.round(metres) : metres;
  };
  const table = order.map((a) => Float64Array.from(order, (b) => between(a, b)));
  const value = (section: string, otherwise: number): number[] => {
    const found = new Map((rows(section) ?? []).map(([node, each]) => [node! - 1, each!]));
    return order.map((node) => found.get(node) ?? otherwise);
  };
  const windows = new Map((rows('TIME_WINDOW_SECTION') ?? []).map(([node, from, to]) => [node! - 1, [from!, to!] as const]));
  const owners = rows('VEHICLES_DEPOT_SECTION');
  const count = Number(header('VEHICLES') ?? trucks);
  return {
    depots: depots.length,
    trucks: depots.map((node, depot) => ({
      depot,
      capacity: Number(header('CAPACITY')),
      count: owners ? owners.filter(([, each]) => each === node + 1).length : count,
    })),
    demand: value('DEMAND_SECTION', 0),
    service: value('SERVICE_TIME_SECTION', Number(header('SERVICE_TIME') ?? 0)).map((each, i) => (i < depots.length ? 0 : each)),
    window: order.map((node) => windows.get(node) ?? [0, Infinity]),
    seconds: table,
    cost: table,
  };
}

function sectionsOf(text: string): Map<string, number[][]> {
  const sections = new Map<string, number[][]>();
  let current: number[][] | null = null;
  for (const line of text.split(/\r?\n/)) {
    const word = line.trim();
    if (/^[A-Z_]+_SECTION$/.test(word)) sections.set(word, (current = []));
    else if (word === 'EOF') break;
    else if (current && /^-?[\d.]/.test(word)) current.push(word.split(/\s+/).map(Number));
  }
  return sections;
}
