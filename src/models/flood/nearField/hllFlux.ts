import { gravity } from '../inertial/kernel.ts';

// Flux between two states of the shallow-water equations in the direction of a face, by Harten, Lax and van Leer (1983), with
// wave speeds after Toro (2001), Shock-Capturing Methods for Free-Surface Shallow Flows, ch. 10 (dry beds included).

/** Flux of water, of momentum across and of momentum along the face; overwritten by each call. */
export interface Flux {
  water: number;
  across: number;
  along: number;
}

/** @param into where the flux is written. Depths in m, velocities in m/s: `u` across, `v` along the face */
export function hllFlux(hl: number, ul: number, vl: number, hr: number, ur: number, vr: number, into: Flux): void {
  if (hl <= 0 && hr <= 0) {
    into.water = into.across = into.along = 0;
    return;
  }
  const [cl, cr] = [Math.sqrt(gravity * hl), Math.sqrt(gravity * hr)];
  let [slow, fast] = [0, 0];
  if (hr <= 0) [slow, fast] = [ul - cl, ul + 2 * cl];
  else if (hl <= 0) [slow, fast] = [ur - 2 * cr, ur + cr];
  else {
    const uStar = 0.5 * (ul + ur) + cl - cr;
    const cStar = Math.max(0, 0.5 * (cl + cr) + 0.25 * (ul - ur));
    slow = Math.min(ul - cl, uStar - cStar);
    fast = Math.max(ur + cr, uStar + cStar);
  }
  const [waterL, waterR] = [hl * ul, hr * ur];
  const [acrossL, acrossR] = [waterL * ul + 0.5 * gravity * hl * hl, waterR * ur + 0.5 * gravity * hr * hr];
  if (slow >= 0) [into.water, into.across] = [waterL, acrossL];
  else if (fast <= 0) [into.water, into.across] = [waterR, acrossR];
  else {
    const width = fast - slow;
    into.water = (fast * waterL - slow * waterR + slow * fast * (hr - hl)) / width;
    into.across = (fast * acrossL - slow * acrossR + slow * fast * (waterR - waterL)) / width;
  }
  // What goes along with the water is carried by the side it comes from.
  into.along = into.water * (into.water >= 0 ? vl : vr);
}
