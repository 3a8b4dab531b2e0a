// The transportation problem, solved exactly: so much here, so much room there, a cost for each pair. Used for people to
// shelters and goods to demands. Successive shortest paths with prices (the Hungarian method with amounts; R. Jonker,
// A. Volgenant 1987, D. P. Bertsekas 1991): every amount goes by the cheapest chain of exchanges that is left.

export interface TransportProblem {
  /** Amounts to be placed, not negative. */
  readonly amounts: readonly number[];
  /** Room at each destination, not negative. */
  readonly rooms: readonly number[];
  /** Cost of one unit from amount i to room j; Infinity where it may not go. */
  readonly cost: readonly ArrayLike<number>[];
}

export interface TransportPlan {
  /** What goes where: from amount, to room, how much. */
  readonly flows: readonly { readonly from: number; readonly to: number; readonly amount: number }[];
  /** What found no room, by amount. As little as possible, and of that the plan that costs least. */
  readonly left: readonly number[];
  /** Of the flows, without what is left. */
  readonly cost: number;
  /** Prices: cost[i][j] − rowPrice[i] − roomPrice[j] is never negative, and zero where something flows. */
  readonly rowPrice: Float64Array;
  readonly roomPrice: Float64Array;
}

export function solveTransport({ amounts, rooms, cost }: TransportProblem): TransportPlan {
  const m = rooms.length + 1;
  const nowhere = m - 1;
  const table = withNowhere(cost, rooms.length);
  const free = Float64Array.from([...rooms, Infinity]);
  // Flow from row to room; the rows that use a room, for walking back.
  const flow = amounts.map(() => new Float64Array(m));
  const users: number[][] = Array.from({ length: m }, () => []);
  const u = new Float64Array(amounts.length);
  const v = new Float64Array(m);
  const search: Search = {
    distance: new Float64Array(m),
    settled: new Uint8Array(m),
    fromRow: new Int32Array(m),
    rowVia: new Int32Array(amounts.length),
    rowDistance: new Float64Array(amounts.length),
  };
  for (let row = 0; row < amounts.length; row += 1) {
    let rest = amounts[row]!;
    if (rest <= 0) continue;
    let least = Infinity;
    for (let room = 0; room < m; room += 1) least = Math.min(least, table[row]![room]! - v[room]!);
    u[row] = least;
    while (rest > 0) {
      const end = cheapestChain(row, table, free, users, u, v, search);
      rest -= pushAlong(row, end, rest, search, free, flow, users);
    }
  }
  return planOf(flow, table, nowhere, u, v);
}

interface Search {
  readonly distance: Float64Array;
  readonly settled: Uint8Array;
  /** Row by which each room was reached. */
  readonly fromRow: Int32Array;
  /** Room by which each row was reached; −1 at the start, −2 when not reached. */
  readonly rowVia: Int32Array;
  readonly rowDistance: Float64Array;
}

/** A room without end for what finds no other, dearer than any chain of exchanges could save. */
function withNowhere(cost: readonly ArrayLike<number>[], rooms: number): Float64Array[] {
  let largest = 1;
  for (const row of cost) for (let j = 0; j < rooms; j += 1) if (row[j]! < Infinity) largest = Math.max(largest, Math.abs(row[j]!));
  const penalty = largest * 2 * (Math.min(cost.length, rooms) + 2);
  return cost.map((row) => Float64Array.from({ length: rooms + 1 }, (_, j) => (j < rooms ? row[j]! : penalty)));
}

/** Dijkstra over rooms by reduced costs, until one with space is settled; updates the prices. Gives that room. */
function cheapestChain(
  start: number,
  table: readonly Float64Array[],
  free: Float64Array,
  users: readonly number[][],
  u: Float64Array,
  v: Float64Array,
  search: Search,
): number {
  const { distance, settled, fromRow, rowVia, rowDistance } = search;
  const m = distance.length;
  distance.fill(Infinity);
  settled.fill(0);
  rowVia.fill(-2);
  const relax = (row: number, base: number): void => {
    const costs = table[row]!;
    const price = u[row]!;
    rowDistance[row] = base;
    for (let room = 0; room < m; room += 1) {
      const through = base + costs[room]! - price - v[room]!;
      if (settled[room] === 0 && through < distance[room]!) {
        distance[room] = through;
        fromRow[room] = row;
      }
    }
  };
  rowVia[start] = -1;
  relax(start, 0);
  for (;;) {
    let room = -1;
    let least = Infinity;
    for (let each = 0; each < m; each += 1) if (settled[each] === 0 && distance[each]! < least) [room, least] = [each, distance[each]!];
    settled[room] = 1;
    if (free[room]! > 0) {
      reprice(least, search, u, v);
      return room;
    }
    for (const row of users[room]!) {
      if (rowVia[row] !== -2) continue;
      rowVia[row] = room;
      relax(row, least);
    }
  }
}

function reprice(reached: number, { distance, settled, rowVia, rowDistance }: Search, u: Float64Array, v: Float64Array): void {
  for (let row = 0; row < u.length; row += 1) if (rowVia[row] !== -2) u[row]! += reached - rowDistance[row]!;
  for (let room = 0; room < v.length; room += 1) if (settled[room] === 1) v[room]! -= reached - distance[room]!;
}

/** Moves as much as the chain allows, from its end back to the row it began with. Gives how much. */
function pushAlong(
  start: number,
  end: number,
  rest: number,
  { fromRow, rowVia }: Search,
  free: Float64Array,
  flow: readonly Float64Array[],
  users: number[][],
): number {
  let amount = Math.min(rest, free[end]!);
  for (let room = end; ; room = rowVia[fromRow[room]!]!) {
    const row = fromRow[room]!;
    if (row === start) break;
    amount = Math.min(amount, flow[row]![rowVia[row]!]!);
  }
  free[end]! -= amount;
  for (let room = end; ;) {
    const row = fromRow[room]!;
    if (flow[row]![room] === 0) users[room]!.push(row);
    flow[row]![room]! += amount;
    if (row === start) return amount;
    const before = rowVia[row]!;
    flow[row]![before]! -= amount;
    if (flow[row]![before] === 0) users[before]!.splice(users[before]!.indexOf(row), 1);
    room = before;
  }
}

function planOf(
  flow: readonly Float64Array[],
  table: readonly Float64Array[],
  nowhere: number,
  u: Float64Array,
  v: Float64Array,
): TransportPlan {
  const flows: { from: number; to: number; amount: number }[] = [];
  let cost = 0;
  for (const [from, row] of flow.entries()) {
    for (let to = 0; to < nowhere; to += 1) {
      if (row[to] === 0) continue;
      flows.push({ from, to, amount: row[to]! });
      cost += row[to]! * table[from]![to]!;
    }
  }
  return { flows, left: flow.map((row) => row[nowhere]!), cost, rowPrice: u, roomPrice: v.slice(0, nowhere) };
}
