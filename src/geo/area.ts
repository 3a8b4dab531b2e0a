import { earthRadiusM, polygonsOf, radians, segmentsOf, type AreaGeometry, type Ring } from './position.ts';

/**
 * Area of a ring in square metres on the sphere, positive for a counter-clockwise ring. Edges are taken as straight in
 * (longitude, sine of latitude), which is exact for edges along meridians and parallels; R. G. Chamberlain and W. H. Duquette,
 * "Some algorithms for polygons on a sphere", JPL 2007.
 */
export function signedRingAreaM2(ring: Ring): number {
  let sum = 0;
  for (const [a, b] of segmentsOf(ring)) sum -= radians(b[0] - a[0]) * (Math.sin(radians(a[1])) + Math.sin(radians(b[1])));
  return (sum * earthRadiusM * earthRadiusM) / 2;
}

/** Area of a polygon or multipolygon in square metres, holes taken off; the direction of the rings does not matter. */
export function areaM2(geometry: AreaGeometry): number {
  return polygonsOf(geometry).reduce((total, [exterior, ...holes]) => {
    const outer = exterior ? Math.abs(signedRingAreaM2(exterior)) : 0;
    return total + outer - holes.reduce((sum, hole) => sum + Math.abs(signedRingAreaM2(hole)), 0);
  }, 0);
}
