import { metresPerDegree, radians, type LonLat } from '#geo/position.ts';

// The shape of a free-burning fire: an ellipse with the ignition in its rear focus (Anderson 1983). Under conditions that are
// the same everywhere but change in time, Huygens' principle makes the burnt area the Minkowski sum of the ellipses of every
// step; both being convex, the outline is found direction by direction, without loops to untangle.

/** Largest ratio the formula is used for (as in the Forest Service's programs). */
const longest = 8;
const mphPerMps = 2.236936;

/**
 * Length over width of the ellipse, ≥ 1.
 * Anderson 1983: 0.936·e^(0.1147·U) + 0.461·e^(−0.0692·U) − 0.397, U in mph at flame height.
 */
export function lengthToWidth(effectiveWindMps: number): number {
  const mph = effectiveWindMps * mphPerMps;
  return Math.min(longest, Math.max(1, 0.936 * Math.exp(0.1147 * mph) + 0.461 * Math.exp(-0.0692 * mph) - 0.397));
}

/** Speeds of the ellipse, m/s. */
export interface Spread {
  headMps: number;
  backMps: number;
  flankMps: number;
  /** Direction of the head, degrees clockwise from north. */
  headingDeg: number;
}

export function spreadOf(headMps: number, effectiveWindMps: number, headingDeg: number): Spread {
  const ratio = lengthToWidth(effectiveWindMps);
  const eccentricity = Math.sqrt(ratio * ratio - 1) / ratio;
  const backMps = (headMps * (1 - eccentricity)) / (1 + eccentricity);
  return { headMps, backMps, flankMps: (headMps + backMps) / (2 * ratio), headingDeg };
}

/** Area burnt in m² after `seconds` of constant spread from a point. */
export function burntAreaM2({ headMps, backMps, flankMps }: Spread, seconds: number): number {
  return Math.PI * ((headMps + backMps) / 2) * flankMps * seconds * seconds;
}

const directions = 180;

/** An outline that grows: metres east and north of the ignition, one point for each outward direction. */
export class FireFront {
  readonly #east = new Float64Array(directions);
  readonly #north = new Float64Array(directions);

  /** Lets the fire spread for some seconds. */
  grow({ headMps, backMps, flankMps, headingDeg }: Spread, seconds: number): void {
    const along = (headMps + backMps) / 2;
    const centre = (headMps - backMps) / 2;
    if (along <= 0) return;
    const heading = radians(headingDeg);
    for (let i = 0; i < directions; i += 1) {
      const normal = (2 * Math.PI * i) / directions;
      // Outward direction in the axes of the ellipse: along the heading, and to its right.
      const toHead = Math.cos(normal - heading);
      const toRight = Math.sin(normal - heading);
      const reach = Math.hypot(along * toHead, flankMps * toRight);
      const ahead = centre + (reach > 0 ? (along * along * toHead) / reach : 0);
      const aside = reach > 0 ? (flankMps * flankMps * toRight) / reach : 0;
      this.#east[i] = (this.#east[i] ?? 0) + seconds * (ahead * Math.sin(heading) + aside * Math.cos(heading));
      this.#north[i] = (this.#north[i] ?? 0) + seconds * (ahead * Math.cos(heading) - aside * Math.sin(heading));
    }
  }

  /** Burnt area, m². */
  areaM2(): number {
    let twice = 0;
    for (let i = 0; i < directions; i += 1) {
      const next = (i + 1) % directions;
      twice += (this.#north[i] ?? 0) * (this.#east[next] ?? 0) - (this.#north[next] ?? 0) * (this.#east[i] ?? 0);
    }
    return Math.abs(twice) / 2;
  }

  /** Length of the outline, m. */
  perimeterM(): number {
    let length = 0;
    for (let i = 0; i < directions; i += 1) {
      const next = (i + 1) % directions;
      length += Math.hypot((this.#east[next] ?? 0) - (this.#east[i] ?? 0), (this.#north[next] ?? 0) - (this.#north[i] ?? 0));
    }
    return length;
  }

  /** The outline as a closed, counter-clockwise ring around the ignition. */
  polygon(ignition: LonLat): GeoJSON.Polygon {
    const scale = metresPerDegree(ignition[1]);
    const ring: LonLat[] = Array.from({ length: directions }, (_, turn): LonLat => {
      const i = directions - 1 - turn;
      return [ignition[0] + (this.#east[i] ?? 0) / scale.lon, ignition[1] + (this.#north[i] ?? 0) / scale.lat];
    });
    ring.push(ring[0] as LonLat);
    return { type: 'Polygon', coordinates: [ring] };
  }
}
