import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readConfig } from '../config.ts';
import { startServer } from '../server.ts';
import { testDatabase } from '../storage/testDatabase.ts';

// A whole server with a database of its own, and a file's way through it. For tests only.

export interface UploadAnswer {
  uploadId: string;
  state: string;
  fault: { rule: string; text: { zh: string; en: string } } | null;
  reading: {
    format: string;
    rows: number;
    layers: { name: string; kind: string; features: number; columns: string[]; bbox: number[]; sample: GeoJSON.FeatureCollection }[];
    raster: { columns: number; rows: number; cellX: number; lowest: number; highest: number; holes: number } | null;
    problems: { layer: string; row: number; field: string; rule: string; text: { zh: string; en: string } }[];
    problemCount: number;
    notes: { zh: string; en: string }[];
  } | null;
  result: { imported: number; refused: number; layers: string[] } | null;
}

export interface ImportScene {
  faults: string[];
  folder: string;
  dataFolder: string;
  ask<T>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }>;
  send(path: string, options?: Record<string, string>, name?: string): Promise<UploadAnswer>;
  /** Waits until reading or storing is over. */
  rested(id: string): Promise<UploadAnswer>;
  store(id: string, wish: object): Promise<UploadAnswer>;
  stop(): Promise<void>;
}

export async function importScene(): Promise<ImportScene> {
  const database = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'anlan-import-'));
  const dataFolder = join(folder, 'data');
  const faults: string[] = [];
  const config = readConfig({ ANLAN_PORT: '0', ANLAN_DATA: dataFolder, ANLAN_INGEST: 'off', ANLAN_ADMIN_PASSWORD: 'Ding-Xiang-2026' });
  if (!config.ok) throw new Error(config.text.en);
  const server = await startServer(config.value, database.url, (error, where) => faults.push(`${where}: ${error.message}`));
  let token = '';
  const ask: ImportScene['ask'] = async (method, path, body) => {
    const isForm = body instanceof FormData;
    const answer = await fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: {
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    });
    return { status: answer.status, body: answer.status === 204 ? (null as never) : await answer.json() };
  };
  token = (await ask<{ token: string }>('POST', '/session', { account: 'admin', password: 'Ding-Xiang-2026' })).body.token;
  const rested: ImportScene['rested'] = async (id) => {
    for (;;) {
      const { body } = await ask<UploadAnswer>('GET', `/base/uploads/${id}`);
      if (body.state !== 'reading' && body.state !== 'importing') return body;
    }
  };
  return {
    faults,
    folder,
    dataFolder,
    ask,
    rested,
    async send(path, options = {}, name = basename(path)) {
      const form = new FormData();
      for (const [key, value] of Object.entries(options)) form.append(key, value);
      form.append('file', new Blob([await readFile(path)]), name);
      const sent = await ask<UploadAnswer>('POST', '/base/uploads', form);
      if (sent.status !== 202) throw new Error(`${sent.status} ${JSON.stringify(sent.body)}`);
      return rested(sent.body.uploadId);
    },
    async store(id, wish) {
      const begun = await ask('POST', `/base/uploads/${id}/import`, wish);
      if (begun.status !== 202) throw new Error(`${begun.status} ${JSON.stringify(begun.body)}`);
      return rested(id);
    },
    async stop() {
      await server.stop();
      await database.drop();
      rmSync(folder, { recursive: true });
    },
  };
}
