import Flatbush from 'flatbush';
import { bboxOf } from './bounds.ts';
import { meetsArea } from './crossing.ts';
import { distanceM, nearestOnLine } from './distance.ts';
import { isInside } from './inside.ts';
import { degrees, earthRadiusM, linesOf, polygonsOf, radians, type AreaGeometry, type Bbox, type LonLat } from './position.ts';

// A read-only index over things with a geometry: built once, asked often, rebuilt when the things change. The packed R-tree
// (Flatbush) finds candidates by bounding box; the exact tests follow.

export interface SpatialIndex<T> {
  readonly size: number;
  /** Things whose bounding box touches the box. */
  inBox(box: Bbox): T[];
  /** Things that lie in the area or touch it. */
  inArea(area: AreaGeometry): T[];
  /** Things within a distance in metres of a place, nearest first, with their distance. */
  inCircle(centre: LonLat, radiusM: number): Found<T>[];
  /** The k nearest things by distance on the sphere, nearest first, optionally only those that fit. */
  nearest(place: LonLat, k: number, fits?: (thing: T) => boolean): Found<T>[];
}

export interface Found<T> {
  thing: T;
  distanceM: number;
}

/** Builds an index; things without geometry (null, or empty) are left out. */
export function buildSpatialIndex<T>(things: readonly T[], geometryOf: (thing: T) => GeoJSON.Geometry | null): SpatialIndex<T> {
  const entries = things.flatMap((thing) => {
    const geometry = geometryOf(thing);
    const box = geometry && bboxOf(geometry);
    return geometry && box ? [{ thing, geometry, box }] : [];
  });
  if (entries.length === 0) return { size: 0, inBox: () => [], inArea: () => [], inCircle: () => [], nearest: () => [] };

  const tree = new Flatbush(entries.length);
  for (const { box } of entries) tree.add(...box);
  tree.finish();
  const search = (box: Bbox) => tree.search(...box).map((i) => entries[i]!);

  const inCircle = (centre: LonLat, radiusM: number): Found<T>[] =>
    search(boxAround(centre, radiusM))
      .map(({ thing, geometry }) => ({ thing, distanceM: distanceToGeometry(centre, geometry) }))
      .filter((found) => found.distanceM <= radiusM)
      .toSorted((a, b) => a.distanceM - b.distanceM);

  return {
    size: entries.length,
    inBox: (box) => search(box).map(({ thing }) => thing),
    inArea(area) {
      const box = bboxOf(area);
      return box ? search(box).flatMap(({ thing, geometry }) => (meetsArea(geometry, area) ? [thing] : [])) : [];
    },
    inCircle,
    // A circle grown until it holds k things: the order by degrees that a tree gives is not the order by metres.
    nearest(place, k, fits = () => true) {
      for (let radiusM = 500; k > 0; radiusM *= 4) {
        const found = inCircle(place, radiusM).filter(({ thing }) => fits(thing));
        if (found.length >= k || radiusM > Math.PI * earthRadiusM) return found.slice(0, k);
      }
      return [];
    },
  };
}

/** Distance in metres from a place to the nearest part of a geometry; 0 inside an area. */
export function distanceToGeometry(place: LonLat, geometry: GeoJSON.Geometry): number {
  switch (geometry.type) {
    case 'Point':
      return distanceM(place, geometry.coordinates as LonLat);
    case 'MultiPoint':
      return Math.min(...(geometry.coordinates as LonLat[]).map((position) => distanceM(place, position)));
    case 'LineString':
    case 'MultiLineString':
      return Math.min(...linesOf(geometry).map((line) => toLine(place, line)));
    case 'Polygon':
    case 'MultiPolygon':
      if (isInside(place, geometry)) return 0;
      return Math.min(...polygonsOf(geometry).map((rings) => Math.min(...rings.map((ring) => toLine(place, ring)))));
    case 'GeometryCollection':
      return Math.min(...geometry.geometries.map((part) => distanceToGeometry(place, part)));
  }
}

const toLine = (place: LonLat, line: LonLat[]): number => distanceM(place, nearestOnLine(place, line).position);

/** A box that holds every position within a distance of a place; the whole globe's width near a pole or the 180th meridian. */
function boxAround(centre: LonLat, radiusM: number): Bbox {
  const reach = Math.min(Math.PI, radiusM / earthRadiusM);
  const south = Math.max(-90, centre[1] - degrees(reach));
  const north = Math.min(90, centre[1] + degrees(reach));
  const ratio = Math.sin(reach) / Math.cos(radians(centre[1]));
  if (reach >= Math.PI / 2 || south <= -90 || north >= 90 || ratio >= 1) return [-180, south, 180, north];
  const wide = degrees(Math.asin(ratio));
  const [west, east] = [centre[0] - wide, centre[0] + wide];
  return west < -180 || east > 180 ? [-180, south, 180, north] : [west, south, east, north];
}
