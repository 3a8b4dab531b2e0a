import { execFile } from 'node:child_process';
import { randomUUIDv7 } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { startServer, type RunningServer } from '../server.ts';
import { testDatabase, type TestDatabase } from '../storage/testDatabase.ts';

const password = 'Ding-Xiang-2026';
let database: TestDatabase;
let server: RunningServer;
let folder: string;
let token = '';
const ids = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()];

beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'anlan-ogc-'));
  const config = readConfig({ ANLAN_PORT: '0', ANLAN_DATA: folder, ANLAN_INGEST: 'off', ANLAN_ADMIN_PASSWORD: password });
  if (!config.ok) throw new Error(config.text.en);
  server = await startServer(config.value, database.url, () => undefined);
  const post = (path: string, body: object) =>
    fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
  token = ((await (await post('/api/v1/session', { account: 'admin', password })).json()) as { token: string }).token;
  for (const [index, id] of ids.entries())
    await post('/api/v1/registers/stations', {
      id,
      name: `站点${index}`,
      kind: index === 0 ? 'rain' : 'water',
      place: [116.9 + index / 10, 34.2],
    });
});
afterAll(async () => {
  await server.stop();
  await database.drop();
  rmSync(folder, { recursive: true });
});

async function get(path: string): Promise<{ status: number; body: Record<string, unknown>; headers: Headers }> {
  const answer = await fetch(`${server.url}/ogc${path}`, { headers: { authorization: `Bearer ${token}` } });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown>, headers: answer.headers };
}

const items = '/collections/stations/items';
const featureIds = (body: Record<string, unknown>) => (body['features'] as { id: string }[]).map(({ id }) => id);

describe('OGC API Features', () => {
  test('tells what it is, what it conforms to and which collections it has', async () => {
    expect((await get('/')).body['links']).toEqual(expect.arrayContaining([expect.objectContaining({ rel: 'data' })]));
    expect((await get('/conformance')).body['conformsTo']).toHaveLength(4);
    const { collections } = (await get('/collections')).body as { collections: { id: string; crs: string[] }[] };
    expect(collections.find(({ id }) => id === 'stations')?.crs).toContain('http://www.opengis.net/def/crs/EPSG/0/4490');
    expect(collections.some(({ id }) => id === 'dutyShifts')).toBe(false);
  });

  test('pages through all features and gives one by its id', async () => {
    const first = (await get(`${items}?limit=2`)).body;
    expect(first).toMatchObject({ numberMatched: 3, numberReturned: 2 });
    const next = (first['links'] as { rel: string; href: string }[]).find(({ rel }) => rel === 'next')?.href ?? '';
    const second = (await get(next.slice(`${server.url}/ogc`.length))).body;
    expect([...featureIds(first), ...featureIds(second)].sort()).toEqual([...ids].sort());
    expect((await get(`${items}/${ids[0]}`)).body).toMatchObject({ id: ids[0], properties: { name: '站点0' } });
    expect((await get(`${items}/${randomUUIDv7()}`)).status).toBe(404);
  });

  test('filters by box, property and time', async () => {
    expect(featureIds((await get(`${items}?bbox=116.95,34,117.05,35`)).body)).toEqual([ids[1]]);
    expect(featureIds((await get(`${items}?kind=rain`)).body)).toEqual([ids[0]]);
    expect((await get(`${items}?datetime=../2000-01-01T00:00:00Z`)).body['numberMatched']).toBe(0);
    expect((await get(`${items}?datetime=2000-01-01T00:00:00Z/..`)).body['numberMatched']).toBe(3);
  });

  test('answers in the CRS asked for and says so', async () => {
    const epsg = 'http://www.opengis.net/def/crs/EPSG/0/4326';
    const answer = await get(
      `${items}?kind=rain&crs=${encodeURIComponent(epsg)}&bbox=34.1,116.8,34.3,117&bbox-crs=${encodeURIComponent(epsg)}`,
    );
    expect(answer.headers.get('content-crs')).toBe(`<${epsg}>`);
    expect(answer.body).toMatchObject({ features: [{ geometry: { coordinates: [34.2, 116.9] } }] });
  });

  test.each([
    'limit=unlimited',
    'limit=0',
    'limit=-1',
    'colour=red',
    'bbox=1,2,3',
    'bbox=117,34,116,35',
    'crs=EPSG:1',
    'datetime=yesterday',
    'f=html',
  ])('refuses %s with 400', async (query) => {
    const { status, body } = await get(`${items}?${query}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'parameter-invalid' });
  });

  test('is closed to those without a session', async () => {
    expect((await fetch(`${server.url}/ogc/collections`)).status).toBe(401);
  });

  test('is read by ogrinfo', async () => {
    const { stdout } = await promisify(execFile)('ogrinfo', ['-ro', '-al', '-so', `OAPIF:${server.url}/ogc`, 'stations'], {
      env: { ...process.env, GDAL_HTTP_HEADERS: `Authorization: Bearer ${token}` },
    });
    expect(stdout).toContain('Feature Count: 3');
    expect(stdout).toContain('name: String');
  });
});
