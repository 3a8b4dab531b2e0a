import { randomUUIDv7 } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { startServer, type RunningServer } from '../server.ts';
import { testDatabase, type TestDatabase } from '../storage/testDatabase.ts';

// The HTTP shell as clients meet it: a whole server on a free port, real requests.

const password = 'Ding-Xiang-2026';
let database: TestDatabase;
let server: RunningServer;
let folder: string;
let token: string;
const faults: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'anlan-http-'));
  const config = readConfig({ ANLAN_PORT: '0', ANLAN_DATA: folder, ANLAN_INGEST: 'off', ANLAN_ADMIN_PASSWORD: password });
  if (!config.ok) throw new Error(config.text.en);
  server = await startServer(config.value, database.url, (error, where) => faults.push(`${where}: ${error.message}`));
  token = ((await (await call('POST', '/api/v1/session', { account: 'admin', password })).json()) as { token: string }).token;
});
afterAll(async () => {
  await server.stop();
  await database.drop();
  rmSync(folder, { recursive: true });
});

function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.url}${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

async function problem(response: Response): Promise<{ status: number; code: string; fields?: { field: string; rule: string }[] }> {
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  const { status, code, fields, text } = (await response.json()) as {
    status: number;
    code: string;
    fields?: [];
    text: { zh: string; en: string };
  };
  expect(text.zh && text.en).toBeTruthy();
  return { status, code, ...(fields && { fields }) };
}

describe('requests that are not right', () => {
  test.each([
    ['without a session', () => call('GET', '/api/v1/alarms', undefined, { authorization: '' }), 401, 'session-missing'],
    ['with a made-up token', () => call('GET', '/api/v1/alarms', undefined, { authorization: 'Bearer made-up' }), 401, 'session-missing'],
    ['from another site', () => call('POST', '/api/v1/observations', {}, { origin: 'https://evil.example' }), 403, 'origin-foreign'],
    ['with broken JSON', () => call('POST', '/api/v1/observations', '{"device":'), 400, 'body-not-json'],
    [
      'with a foreign content type',
      () => call('POST', '/api/v1/observations', '<x/>', { 'content-type': 'text/xml' }),
      415,
      'media-type-unknown',
    ],
    [
      'with a body that is too large',
      () => call('POST', '/api/v1/observations', JSON.stringify({ device: 'x'.repeat(3_000_000) })),
      413,
      'upload-too-large',
    ],
    ['to an address that does not exist', () => call('GET', '/api/v1/nothing'), 404, 'not-found'],
    ['for a register that does not exist', () => call('GET', '/api/v1/registers/nothing'), 404, 'register-unknown'],
    ['with a limit out of range', () => call('GET', '/api/v1/registers/stations?limit=unlimited'), 400, 'limit-invalid'],
    ['with a filter nobody declared', () => call('GET', '/api/v1/registers/stations?colour=red'), 400, 'field-unknown'],
    [
      'for a second set-up',
      () => call('POST', '/api/v1/setup', { token: 'x', account: 'eve', password, name: 'x', county: '341322', demo: false }),
      410,
      'setup-done',
    ],
  ])('%s are refused with a stable code', async (_, ask, status, code) => {
    expect(await problem(await ask())).toMatchObject({ status, code });
  });

  test('name field, value and rule', async () => {
    const answer = await problem(
      await call('POST', '/api/v1/registers/stations', { id: randomUUIDv7(), name: '', kind: 'magic', place: [34, 116] }),
    );
    expect(answer).toMatchObject({
      status: 422,
      fields: [
        { field: 'name', rule: 'required' },
        { field: 'kind', rule: 'choice' },
        { field: 'place', rule: 'type' },
      ],
    });
  });
});

test('a record is changed with If-Match, and a stale one is refused', async () => {
  const id = randomUUIDv7();
  const made = await call('POST', '/api/v1/registers/stations', { id, name: '测试站', kind: 'water', place: [116.9, 34.2] });
  expect(made.status).toBe(201);
  const path = `/api/v1/registers/stations/${id}`;
  const etag = (await call('GET', path)).headers.get('etag') ?? '';
  expect((await call('PATCH', path, { name: '改名站' }, { 'if-match': etag })).status).toBe(200);
  expect(await problem(await call('PATCH', path, { name: '又改名' }, { 'if-match': etag }))).toMatchObject({
    status: 412,
    code: 'version-conflict',
  });
  expect(await problem(await call('PATCH', path, { name: '没有版本' }))).toMatchObject({ status: 412, code: 'if-match-missing' });
  const features = (await (await call('GET', '/api/v1/registers/stations.geojson?q=改名')).json()) as { features: { id: string }[] };
  expect(features.features.map((feature) => feature.id)).toEqual([id]);
  const history = (await (await call('GET', `${path}/history`)).json()) as { items: { act: string }[] };
  expect(history.items.map(({ act }) => act)).toEqual(['create', 'update']);
});

test('the cookie of a session is HttpOnly and SameSite=Strict, and signing out ends it', async () => {
  const signed = await call('POST', '/api/v1/session', { account: 'admin', password });
  const cookie = signed.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Strict/);
  const own = { authorization: '', cookie: cookie.split(';')[0] as string };
  expect((await call('GET', '/api/v1/areas', undefined, own)).status).toBe(200);
  await call('DELETE', '/api/v1/session', undefined, own);
  expect((await call('GET', '/api/v1/areas', undefined, own)).status).toBe(401);
});

test('the live stream says hello with the time and resumes by Last-Event-ID', async () => {
  const stream = await fetch(`${server.url}/api/v1/events`, { headers: { authorization: `Bearer ${token}` } });
  const reader = (stream.body as ReadableStream<Uint8Array>)
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  let text = '';
  const until = async (wanted: RegExp) => {
    while (!wanted.test(text)) text += (await reader.read()).value ?? '';
  };
  await until(/event: hello\nid: (\d+\.\d+)\n/);
  await call('POST', '/api/v1/registers/stations', { id: randomUUIDv7(), name: '直播站', kind: 'rain' });
  await until(/record\.created/);
  const firstId = /id: (\d+\.\d+)/.exec(text)?.[1] ?? '';
  await reader.cancel();
  const back = await fetch(`${server.url}/api/v1/events`, { headers: { authorization: `Bearer ${token}`, 'last-event-id': firstId } });
  const again = (back.body as ReadableStream<Uint8Array>)
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  let missed = '';
  while (!missed.includes('record.created')) missed += (await again.read()).value ?? '';
  await again.cancel();
  expect(missed).toContain('event: change');
});

test('the OpenAPI document names every call and its schema', async () => {
  const document = (await (await call('GET', '/api/v1/openapi.json')).json()) as {
    openapi: string;
    paths: Record<string, Record<string, { requestBody?: unknown }>>;
  };
  expect(document.openapi).toBe('3.1.0');
  expect(document.paths['/api/v1/registers/{id}/{recordId}']).toHaveProperty('patch');
  expect(document.paths['/api/v1/observations']?.['post']?.requestBody).toBeDefined();
});

test('health, readiness and metrics answer without a session', async () => {
  for (const path of ['/healthz', '/readyz', '/metrics'])
    expect((await call('GET', path, undefined, { authorization: '' })).status).toBe(200);
  expect(faults).toEqual([]);
});
