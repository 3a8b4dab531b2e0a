// How often the wind blows from where: the share of a fan of directions.

/**
 * Share of time that the wind comes from within `half` degrees of a direction. Within each sector of the rose all directions
 * are equally frequent. @param rose shares of sectors clockwise, the first centred on north; they sum to 1
 */
export function shareWithin(rose: readonly number[], fromDeg: number, half: number): number {
  if (half >= 180) return 1;
  const width = 360 / rose.length;
  const at = (degrees: number): number => {
    const position = (degrees + width / 2) / width;
    const whole = Math.floor(position);
    const turns = Math.floor(whole / rose.length);
    const sector = whole - turns * rose.length;
    let sum = turns;
    for (let n = 0; n < sector; n += 1) sum += rose[n]!;
    return sum + rose[sector]! * (position - whole);
  };
  return at(fromDeg + half) - at(fromDeg - half);
}
