import { DatabaseSync } from 'node:sqlite';

// The SQL that a GeoPackage file is asked (OGC 12-128r18, clauses 1.1.2, 1.1.3, 2.1.5). It is somebody's file, opened read-only; our own
// data never lie in SQLite.

export interface FeatureTable {
  table_name: string;
  identifier: string | null;
  column_name: string;
  srs_id: number;
  organization: string | null;
  organization_coordsys_id: number | null;
  definition: string | null;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** @throws an error with the code ERR_SQLITE_ERROR, here and in all others, when the file is damaged */
export function openGeoPackage(path: string): DatabaseSync {
  return new DatabaseSync(path, { readOnly: true, allowExtension: false });
}

/** Whether the tables are there that make an SQLite database a GeoPackage. */
export function isGeoPackage(file: DatabaseSync): boolean {
  const found = file
    .prepare(`select count(*) as n from sqlite_schema where name in ('gpkg_contents', 'gpkg_geometry_columns', 'gpkg_spatial_ref_sys')`)
    .get() as { n: number };
  return found.n === 3;
}

export function featureTables(file: DatabaseSync): FeatureTable[] {
  return file
    .prepare(
      `select c.table_name, c.identifier, g.column_name, g.srs_id, s.organization, s.organization_coordsys_id, s.definition
         from gpkg_contents c join gpkg_geometry_columns g on g.table_name = c.table_name left join gpkg_spatial_ref_sys s on s.srs_id = g.srs_id
        where c.data_type = 'features' order by c.table_name`,
    )
    .all() as unknown as FeatureTable[];
}

/** Tables of tiles and plain attributes. */
export function otherTables(file: DatabaseSync): { name: string; kind: string }[] {
  const found = file.prepare(`select table_name as name, data_type as kind from gpkg_contents where data_type <> 'features'`);
  return found.all() as { name: string; kind: string }[];
}

export function countRows(file: DatabaseSync, table: string): number {
  return (file.prepare(`select count(*) as n from ${quoted(table)}`).get() as { n: number }).n;
}

/** Rows one after the other; whole numbers come as bigint, since a code may be longer than 2⁵³. */
export function rowsOf(file: DatabaseSync, table: string): IterableIterator<Record<string, unknown>> {
  const statement = file.prepare(`select * from ${quoted(table)}`);
  statement.setReadBigInts(true);
  return statement.iterate() as IterableIterator<Record<string, unknown>>;
}
