// Runoff from rain by the curve number of the SCS (National Engineering Handbook, part 630, ch. 10): S = 25400/CN − 254,
// Ia = 0.2·S, Q = (P − Ia)²/(P − Ia + S) once P exceeds Ia; all in mm.

/** Runoff of a whole event, mm. @param curveNumber 30…100 */
export function curveNumberRunoff(rainMm: number, curveNumber: number): number {
  const storage = 25_400 / curveNumber - 254;
  const excess = rainMm - 0.2 * storage;
  return excess <= 0 ? 0 : (excess * excess) / (excess + storage);
}

/** Runoff of each step, mm: what the event's runoff grows by. */
export function runoffBySteps(rainMm: readonly number[], curveNumber: number): number[] {
  let [fallen, before] = [0, 0];
  return rainMm.map((each) => {
    fallen += each;
    const all = curveNumberRunoff(fallen, curveNumber);
    const step = all - before;
    before = all;
    return step;
  });
}
