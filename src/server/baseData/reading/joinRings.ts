/**
 * Closed rings from lines that meet end to end, as the members of an OpenStreetMap multipolygon do.
 * @param lines node ids in order
 * @returns rings with first and last node the same; null when the lines do not close
 */
export function joinRings(lines: readonly (readonly number[])[]): number[][] | null {
  const left = lines.filter((line) => line.length > 1).map((line) => [...line]);
  const rings: number[][] = [];
  for (let ring = left.pop(); ring !== undefined; ring = left.pop()) {
    while (ring[0] !== ring.at(-1)) {
      const end = ring.at(-1);
      const next = left.findIndex((line) => line[0] === end || line.at(-1) === end);
      if (next < 0) return null;
      const [line] = left.splice(next, 1) as [number[]];
      if (line[0] !== end) line.reverse();
      for (const node of line.slice(1)) ring.push(node);
    }
    if (ring.length < 4) return null;
    rings.push(ring);
  }
  return rings;
}
