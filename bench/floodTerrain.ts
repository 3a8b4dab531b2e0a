// Invented grounds for the benches of the flood model.

/** Every cell about 2 m deep, with small waves; the same as in floodKernel.c. */
export function allWet(cells: number) {
  const ground = Float64Array.from(
    { length: cells * cells },
    (_, at) => 0.3 * Math.sin((at % cells) / 50) + 0.3 * Math.cos(Math.floor(at / cells) / 70),
  );
  const depth = ground.map((z) => 2 - z + 0.01 * Math.sin(z * 30));
  return { columns: cells, rows: cells, ground, depth, roughness: 0.03 };
}

export const allWetSettings = { dx: 30, dy: 30, theta: 1, dryM: 1e-3, courant: 0.7 } as const;

/** A plain county of 30 m cells: a gentle fall to the south-east, low swells, ditches, hollows of half a metre to two. */
export function plainCounty(columns: number, rows: number): Float64Array {
  let seed = 12_345;
  const random = () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return seed / 0x7fff_ffff;
  };
  const hollows = Array.from({ length: 420 }, () => ({
    x: random() * columns,
    y: random() * rows,
    radius: 6 + 16 * random(),
    depth: 0.5 + 1.5 * random(),
  }));
  const ground = Float64Array.from({ length: columns * rows }, (_, at) => {
    const [x, y] = [at % columns, Math.floor(at / columns)];
    const swells = 0.8 * Math.sin(x / 170 + y / 260) + 0.5 * Math.cos(y / 140 - x / 310);
    return 45 - 0.006 * x - 0.004 * y + swells + 0.03 * random();
  });
  for (const { x, y, radius, depth } of hollows)
    for (let row = Math.max(0, Math.floor(y - 2 * radius)); row < Math.min(rows, y + 2 * radius); row += 1)
      for (let column = Math.max(0, Math.floor(x - 2 * radius)); column < Math.min(columns, x + 2 * radius); column += 1) {
        const away = ((column - x) ** 2 + (row - y) ** 2) / radius ** 2;
        ground[row * columns + column] = (ground[row * columns + column] as number) - depth * Math.exp(-away);
      }
  return ground;
}
