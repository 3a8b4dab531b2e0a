// Which point a reading belongs to: one look-up of a string for the device of a message, then numbers. Filled as readings arrive,
// as only they tell where a point's key divides into device, channel and quantity.

const none = -1;
const fields = 3;

export class PointFinder {
  readonly #devices = new Map<string, number>();
  readonly #pairs = new Map<string, Map<string, number>>();
  #pairCount = 0;
  /** The pair asked for last: most devices of a county measure the same. */
  #channel = '';
  #quantity = '';
  #pair = none;
  /** Open addressing; device, pair and index of each place, device -1 = free. */
  #places = new Int32Array(64 * fields).fill(none);
  #mask = 63;
  #count = 0;

  /** Number of a device one of whose points was found before; -1 otherwise. */
  device(key: string): number {
    return this.#devices.get(key) ?? none;
  }

  /** Index of the point of a device; -1 when it was not found before. */
  find(device: number, channel: string, quantity: string): number {
    const pair = this.#pairOf(channel, quantity);
    if (pair === none || device === none) return none;
    const places = this.#places;
    let at = this.#home(device, pair);
    for (;;) {
      const held = places[at * fields] as number;
      if (held === none) return none;
      if (held === device && places[at * fields + 1] === pair) return places[at * fields + 2] as number;
      at = (at + 1) & this.#mask;
    }
  }

  #home(device: number, pair: number): number {
    return (Math.imul(device + 1, 0x9e3779b1) ^ Math.imul(pair + 1, 0x85ebca6b)) & this.#mask;
  }

  #pairOf(channel: string, quantity: string): number {
    if (this.#pair !== none && quantity === this.#quantity && channel === this.#channel) return this.#pair;
    const pair = this.#pairs.get(channel)?.get(quantity);
    if (pair === undefined) return none;
    this.#channel = channel;
    this.#quantity = quantity;
    this.#pair = pair;
    return pair;
  }

  /** To be told once of each point that was not found. */
  learn(deviceKey: string, channel: string, quantity: string, index: number): void {
    const device = this.#devices.get(deviceKey) ?? this.#devices.size;
    this.#devices.set(deviceKey, device);
    const quantities = this.#pairs.get(channel) ?? new Map<string, number>();
    this.#pairs.set(channel, quantities);
    const pair = quantities.get(quantity) ?? this.#pairCount++;
    quantities.set(quantity, pair);
    if ((this.#count + 1) * 2 > this.#mask) this.#grow();
    this.#put(device, pair, index);
    this.#count += 1;
  }

  #put(device: number, pair: number, index: number): void {
    let at = this.#home(device, pair);
    while (this.#places[at * fields] !== none) at = (at + 1) & this.#mask;
    this.#places.set([device, pair, index], at * fields);
  }

  #grow(): void {
    const before = this.#places;
    this.#mask = this.#mask * 2 + 1;
    this.#places = new Int32Array((this.#mask + 1) * fields).fill(none);
    for (let at = 0; at < before.length; at += fields) {
      if (before[at] !== none) this.#put(before[at] as number, before[at + 1] as number, before[at + 2] as number);
    }
  }

  /** To be called when points come, go or change their keys. */
  clear(): void {
    if (this.#count === 0) return;
    this.#devices.clear();
    this.#pairs.clear();
    this.#pairCount = 0;
    this.#pair = none;
    this.#count = 0;
    this.#places.fill(none);
  }
}
