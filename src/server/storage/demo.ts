import type { DemoCase, DemoRecord, DemoStory } from '../../../counties/demo.ts';
import { demoRegisters } from '../../../counties/demo.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import type { CaseDeclaration } from '#kernel/casework/case.ts';
import type { Pool } from 'pg';
import { saveBaseLayer } from './baseLayers.ts';
import type { Transaction } from './database.ts';
import { storeHistory } from './observations.ts';
import { insertRecord } from './records.ts';
import { quoted, snakeCase } from './naming.ts';

// Writes a demo story, everything marked, and takes all of it away again.

/** Writes the story's divisions, layers, terrain, records, cases and readings. */
export async function saveDemo(tx: Transaction, story: DemoStory, find: (id: string) => RegisterDeclaration, at: Date): Promise<void> {
  await saveDemoAreas(tx, story);
  for (const layer of story.layers) {
    await saveBaseLayer(
      tx,
      { id: layer.id, label: layer.label, kind: layer.kind, demo: true, source: '演示', importedAt: at },
      layer.features,
    );
  }
  const { terrain } = story;
  const heights = Buffer.from(Int16Array.from(terrain.values).buffer);
  await tx.query(
    `insert into base_raster (id, west, south, cell_deg, columns, rows, values, label_zh, label_en, demo) values ('demo-terrain', $1, $2, $3, $4, $5, $6, '地形（演示）', 'Terrain (demo)', true)
     on conflict (id) do update set values = excluded.values`,
    [terrain.bbox[0], terrain.bbox[1], terrain.cellDeg, terrain.cols, terrain.rows, heights],
  );
  for (const register of demoRegisters) await saveRecords(tx, find(register), story.registers[register], at);
  await saveCases(tx, find('incident') as CaseDeclaration, story.incidents);
  await saveCases(tx, find('warning') as CaseDeclaration, story.warnings);
  await storeHistory(tx, story.observations);
}

async function saveDemoAreas(tx: Transaction, story: DemoStory): Promise<void> {
  for (const area of story.areas) {
    await tx.query(
      `insert into area (code, parent_code, level, name_zh, name_en, lon, lat, geometry, population, drawn_by_demo, demo) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, true, true)
       on conflict (code) do update set lon = excluded.lon, lat = excluded.lat, geometry = excluded.geometry, population = excluded.population, drawn_by_demo = true
       where area.geometry is null`,
      [
        area.code,
        area.parentCode,
        area.level,
        area.name.zh,
        area.name.en,
        area.lon,
        area.lat,
        area.geometry && JSON.stringify(area.geometry),
        area.population,
      ],
    );
  }
}

async function saveRecords(tx: Transaction, declaration: RegisterDeclaration, records: readonly DemoRecord[], at: Date): Promise<void> {
  for (const { id, areaCode, ...values } of records) await insertRecord(tx, declaration, { id, areaCode, demo: true, at, values });
}

async function saveCases(tx: Transaction, declaration: CaseDeclaration, cases: readonly DemoCase[]): Promise<void> {
  for (const { id, areaCode, state, openedAt, closedAt, fields, lines } of cases) {
    await insertRecord(tx, declaration, {
      id,
      areaCode,
      demo: true,
      at: new Date(closedAt ?? openedAt),
      values: fields,
      extra: { state, case_version: declaration.version, opened_at: openedAt, closed_at: closedAt },
    });
    for (const line of lines) {
      await tx.query(
        `insert into case_line (id, case_type, case_id, area_code, at, actor_id, actor, action, note, data, demo) values ($1, $2, $3, $4, $5, null, $6, $7, $8, '{}', true) on conflict (id) do nothing`,
        [line.id, declaration.id, id, areaCode, line.at, line.actor, line.action, line.note],
      );
    }
  }
}

/** Tables with a demo mark that no register or case type declares. */
const demoTables = [
  'alarm',
  'case_line',
  'deadline',
  'delivery',
  'device_command',
  'device_credential',
  'file_link',
  'made_document',
  'base_layer',
  'base_raster',
];

/**
 * Deletes every demo row in one transaction, real records untouched. Runs as the owner, because timelines may not be
 * deleted by anybody else; the caller journals it.
 * @returns rows removed by table
 */
export async function removeDemo(pool: Pool, declarations: readonly RegisterDeclaration[]): Promise<Record<string, number>> {
  const client = await pool.connect();
  const removed: Record<string, number> = {};
  const run = async (table: string, text: string) => {
    const { rowCount } = await client.query(text);
    if (rowCount) removed[table] = (removed[table] ?? 0) + rowCount;
  };
  try {
    await client.query('begin');
    for (const table of ['observation', 'observation_chunk', 'latest_observation'])
      await run(table, `delete from ${table} where point_id in (select id from points where demo)`);
    for (const table of demoTables) await run(table, `delete from ${table} where demo`);
    for (const declaration of declarations) {
      const table = snakeCase(declaration.id);
      await run(table, `delete from ${quoted(table)} where demo`);
    }
    await run('area', 'delete from area where demo');
    await run(
      'area',
      'update area set geometry = null, lon = null, lat = null, population = null, drawn_by_demo = false where drawn_by_demo',
    );
    await client.query('commit');
    return removed;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
