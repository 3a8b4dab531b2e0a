// Smooth random landscapes: value noise, a random height on every node of a grid and a smooth blend in between.

export type Noise = (x: number, y: number) => number;

/** Noise in [-1, 1] with hills about `size` long, a fixed function of the seed. */
export function valueNoise(seed: number, size: number): Noise {
  const ease = (t: number): number => t * t * (3 - 2 * t);
  return (x, y) => {
    const [u, v] = [x / size, y / size];
    const [i, j] = [Math.floor(u), Math.floor(v)];
    const [s, t] = [ease(u - i), ease(v - j)];
    const south = node(seed, i, j) * (1 - s) + node(seed, i + 1, j) * s;
    const north = node(seed, i, j + 1) * (1 - s) + node(seed, i + 1, j + 1) * s;
    return south * (1 - t) + north * t;
  };
}

/** Several noises of halving size and weight, in about [-1, 1]. */
export function fractalNoise(seed: number, size: number, octaves: number): Noise {
  const layers = Array.from({ length: octaves }, (_, k) => valueNoise(seed + k * 101, size / 2 ** k));
  const whole = 2 - 2 ** (1 - octaves);
  return (x, y) => layers.reduce((sum, layer, k) => sum + layer(x, y) / 2 ** k, 0) / whole;
}

/** A fixed number in [-1, 1] for a grid node, by integer hashing. */
function node(seed: number, i: number, j: number): number {
  let h = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(i, 0x27d4eb2f) ^ Math.imul(j, 0x165667b1);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 2_147_483_648 - 1;
}
