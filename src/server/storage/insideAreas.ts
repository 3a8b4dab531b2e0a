import type { Geometry } from 'geojson';
import { areaRange } from '#kernel/area/area.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import type { InsideRegister } from '#rooms/monitoring/warningsInForce/inside.table.ts';
import type { Transaction } from './database.ts';
import { quoted, snakeCase } from './naming.ts';
import { placeOf } from './recordLayers.ts';
import { tableName } from './recordRows.ts';

export interface InsideRecord {
  id: string;
  name: string;
  areaCode: string;
  people: number | null;
  contact: string | null;
  geometry: Geometry | null;
  demo: boolean;
}

const most = 20_000;

/**
 * Records of a register filed under divisions or inside them, and those filed under a division around one of them, whose
 * place must tell. Sensitive fields are left out.
 */
export async function recordsTouching(
  tx: Transaction,
  declaration: RegisterDeclaration,
  { people, contact }: InsideRegister,
  divisions: readonly string[],
): Promise<InsideRecord[]> {
  const open = (field: string | undefined) =>
    field !== undefined && declaration.fields[field] !== undefined && !declaration.fields[field].sensitive;
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const around = divisions.flatMap((code) => [6, 9].filter((digits) => digits < code.length).map((digits) => code.slice(0, digits)));
  const inside = divisions.map(areaRange).map(({ from, to }) => `(area_code >= ${bind(from)} and area_code < ${bind(to)})`);
  const where = [...inside, `area_code = any(${bind([...new Set(around)])}::text[])`].join(' or ');
  const place = placeOf(declaration);
  const found = await tx.query<{
    id: string;
    name: string | null;
    area_code: string;
    people: number | null;
    contact: string | null;
    geometry: Geometry | null;
    demo: boolean;
  }>(
    `select id, ${quoted(snakeCase(declaration.title))}::text as name, area_code, demo,
       ${open(people) ? `${quoted(snakeCase(people ?? ''))}::float8` : 'null'} as people,
       ${open(contact) ? `${quoted(snakeCase(contact ?? ''))}::text` : 'null'} as contact,
       ${place ? `case when ${place.column} is null then null else ${place.geometry} end` : 'null'} as geometry
     from ${tableName(declaration)} where removed_at is null and archived_at is null and (${where}) order by area_code, name, id limit ${most}`,
    values,
  );
  return found.rows.map(({ area_code: areaCode, name, ...rest }) => ({ ...rest, areaCode, name: name ?? '' }));
}
