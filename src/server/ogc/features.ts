import type { Feature, Point } from 'geojson';
import type { LonLat } from '#geo/position.ts';
import type { AnyRecord, RegisterDeclaration } from '#kernel/register/register.ts';
import type { Crs } from './crs.ts';

/** A record as a GeoJSON feature in a CRS; sensitive fields never leave by this door. */
export function featureOf(declaration: RegisterDeclaration, record: AnyRecord, crs: Crs): Feature<Point | null> {
  const located = declaration.located ?? '';
  const place = record[located] as LonLat | null;
  const properties: Record<string, unknown> = { areaCode: record.areaCode, updatedAt: record.updatedAt, demo: record.demo };
  for (const [name, field] of Object.entries(declaration.fields)) {
    if (name !== located && !field.sensitive) properties[name] = record[name] ?? null;
  }
  return { type: 'Feature', id: record.id, geometry: place && { type: 'Point', coordinates: crs.fromCrs84(place) }, properties };
}
