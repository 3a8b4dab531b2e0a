import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../config.ts';
import { startServer, type RunningServer } from '../../server.ts';
import { testDatabase, type TestDatabase } from '../../storage/testDatabase.ts';

// Registers as a client meets them: a whole server, real requests. What the operations decide is tested beside them.

const password = 'Ding-Xiang-2026';
let database: TestDatabase;
let server: RunningServer;
let folder: string;
let token = '';
const id = randomUUIDv7();

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const answer = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, text, body: (text === '' ? null : JSON.parse(text)) as never };
}

beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'anlan-registers-'));
  const config = readConfig({ ANLAN_PORT: '0', ANLAN_DATA: folder, ANLAN_INGEST: 'off', ANLAN_ADMIN_PASSWORD: password });
  if (!config.ok) throw new Error(config.text.en);
  server = await startServer(config.value, database.url, () => undefined);
  token = ((await call('POST', '/session', { account: 'admin', password })).body as { token: string }).token;
  await call('POST', '/registers/enterprises', { id, name: '面粉厂', industry: 'food', phone: '13812345678', place: [116.9, 34.2] });
});
afterAll(async () => {
  await server.stop();
  await database.drop();
  rmSync(folder, { recursive: true });
});

test('no door but the opening lets a phone out', async () => {
  for (const path of [
    '/registers/enterprises',
    '/registers/enterprises.geojson',
    `/registers/enterprises/${id}`,
    `/registers/enterprises/${id}/history`,
    '/journal',
  ]) {
    const { text, status } = await call('GET', path);
    if (status === 404) continue;
    expect(`${path} ${text}`).not.toContain('13812345678');
  }
  const ogc = await fetch(`${server.url}/ogc/collections/enterprises/items`, { headers: { authorization: `Bearer ${token}` } });
  const features = await ogc.text();
  expect(features).toContain('面粉厂');
  expect(features).not.toContain('1381');
  expect((await call('POST', `/registers/enterprises/${id}/open`, { fields: ['phone'], why: '' })).status).toBe(422);
  expect((await call('POST', `/registers/enterprises/${id}/open`, { fields: ['phone'], why: '核实' })).body).toEqual({
    values: { phone: '13812345678' },
  });
});

test('one request counts every register', async () => {
  const { body } = await call('GET', '/registers?counts=true');
  const { items } = body as { items: { id: string; count?: number }[] };
  expect(items.find((each) => each.id === 'enterprises')?.count).toBe(1);
  expect(items.every(({ count }) => typeof count === 'number')).toBe(true);
});

test('many records are changed at once over the filter of a list, and taken back', async () => {
  const batchId = randomUUIDv7();
  const ask = { batchId, filter: { q: '面粉', industry: 'food' }, change: { riskLevel: 'blue' } };
  expect(await call('PATCH', '/registers/enterprises', { ...ask, preview: true })).toMatchObject({
    status: 200,
    body: { chosen: 1, changing: 1 },
  });
  expect(await call('PATCH', '/registers/enterprises', ask)).toMatchObject({ status: 200, body: { batchId, changed: 1 } });
  expect(await call('POST', '/registers/enterprises/undo', { batchId })).toMatchObject({ status: 200, body: { restored: 1, kept: [] } });
  expect(await call('PATCH', '/registers/enterprises', { ...ask, ids: [id] })).toMatchObject({
    status: 422,
    body: { code: 'bulk-choice' },
  });
});

test('a record is archived, found when asked for, and removed only with a reason', async () => {
  expect((await call('POST', `/registers/enterprises/${id}/archive`, { archived: true })).status).toBe(200);
  expect((await call('GET', '/registers/enterprises')).body).toMatchObject({ total: 0 });
  expect((await call('GET', '/registers/enterprises?archived=only')).body).toMatchObject({ total: 1 });
  expect((await call('GET', '/registers/enterprises?archived=maybe')).status).toBe(400);
  await call('POST', `/registers/enterprises/${id}/archive`, { archived: false });
  expect(await call('DELETE', `/registers/enterprises/${id}`)).toMatchObject({ status: 422, body: { code: 'reason-missing' } });
});

test('a view is kept, shared with the area, changed and deleted by its owner', async () => {
  const view = {
    id: randomUUIDv7(),
    name: '红色企业',
    sharedWith: null,
    state: { q: '', sort: '-updatedAt', filters: { riskLevel: 'red' }, columns: ['name', 'staff'], density: 'tight' },
  };
  expect(await call('POST', '/registers/enterprises/views', view)).toMatchObject({ status: 201, body: { mine: true, state: view.state } });
  const shared = { ...view, sharedWith: { areaCode: '341322', role: 'townshipOfficer' } };
  expect(await call('POST', '/registers/enterprises/views', shared)).toMatchObject({ status: 201 });
  expect(await call('POST', '/registers/enterprises/views', { ...shared, sharedWith: { areaCode: '320000', role: null } })).toMatchObject({
    status: 403,
  });
  const seenFrom = async (areaCode: string, account: string) => {
    const client = await database.pool.connect();
    try {
      await client.query('begin');
      await client.query(
        "select set_config('role', 'anlan_app', true), set_config('anlan.account_id', $1, true), set_config('anlan.area_from', $2, true), set_config('anlan.area_to', $3, true)",
        [account, areaCode, `${areaCode}~`],
      );
      const found = await client.query('select id from saved_view');
      const changed = await client.query("update saved_view set name = 'x'");
      return [found.rowCount, changed.rowCount];
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  const stranger = '01890000-0000-7000-8000-000000000009';
  expect(await seenFrom('341322105', stranger)).toEqual([1, 0]);
  expect(await seenFrom('341323', stranger)).toEqual([0, 0]);
  expect((await call('DELETE', `/registers/enterprises/views/${view.id}`)).status).toBe(204);
  expect((await call('GET', '/registers/enterprises/views')).body).toEqual({ items: [] });
});

test('a dictionary of the law is read with the day it holds', async () => {
  const { body } = await call('GET', '/dictionaries/eventCodes');
  expect((body as { items: { code: string; valid: boolean }[] }).items.find(({ code }) => code === '11A01')?.valid).toBe(true);
  expect((await call('GET', '/dictionaries/nothing')).status).toBe(404);
});
