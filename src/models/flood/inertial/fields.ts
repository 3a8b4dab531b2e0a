import { type Layout, wallM } from '../layout.ts';

// The arrays of a local-inertial run. Faces belong to the cell on their right or below: qx[c] flows from c−1 to c, qy[c] from
// the cell above to c.

export type Numbers = Float64Array<ArrayBufferLike> | Float32Array<ArrayBufferLike>;

export interface InertialFields<A extends Numbers = Numbers> {
  readonly layout: Layout;
  /** Ground, m; `wallM` where no water may go. */
  readonly z: A;
  /** Water depth, m. */
  readonly h: A;
  /** Square of Manning's n, s²/m^(2/3). */
  readonly n2: A;
  /** Discharge per metre of face, m²/s, to the east and to the south; the second pair serves θ < 1, which needs the old flow. */
  readonly qx: readonly [A, A];
  readonly qy: readonly [A, A];
}

/** Arrays an `InertialFields` is made of, in order. */
export const fieldCount = 7;

/**
 * Fields whose arrays come from `make`, which is asked `fieldCount` times.
 * @param isFilled the arrays hold a flood already; otherwise all is wall
 */
export function makeFields<A extends Numbers>(layout: Layout, make: (length: number) => A, isFilled = false): InertialFields<A> {
  const [z, h, n2] = [make(layout.length), make(layout.length), make(layout.length)];
  if (!isFilled) z.fill(wallM);
  return { layout, z, h, n2, qx: [make(layout.length), make(layout.length)], qy: [make(layout.length), make(layout.length)] };
}
