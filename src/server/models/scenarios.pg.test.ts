import { randomUUIDv7 } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Scenario } from '#kernel/scenario/scenario.ts';
import { readConfig } from '../config.ts';
import { startServer, type RunningServer } from '../server.ts';
import { insertScenario } from '../storage/scenarios.ts';
import { anActor, testDatabase, type TestDatabase } from '../storage/testDatabase.ts';

// Scenarios through a whole server: threads, queue, database.

const password = 'Ding-Xiang-2026';
const quake = { epicentre: [116.95, 34.19], magnitude: 6.5, strikeDeg: 20, relation: 'eastern' };
const leftId = randomUUIDv7();
let database: TestDatabase;
let server: RunningServer;
let folder: string;
let token = '';
const faults: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'anlan-scenarios-'));
  // What an earlier server left running.
  await database.transaction(anActor({ kind: 'system' }), (tx) =>
    insertScenario(tx, { ...made(leftId), areaCode: '341322' }, new Date('2026-07-01T00:00:00Z')),
  );
  const config = readConfig({ ANLAN_PORT: '0', ANLAN_DATA: folder, ANLAN_INGEST: 'off', ANLAN_ADMIN_PASSWORD: password });
  if (!config.ok) throw new Error(config.text.en);
  server = await startServer(config.value, database.url, (error, where) => faults.push(`${where}: ${error.message}`));
  token = (await ask<{ token: string }>('POST', '/session', { account: 'admin', password })).body.token;
});
afterAll(async () => {
  await server.stop();
  await database.drop();
  rmSync(folder, { recursive: true });
});

function made(id: string, inputs: object = quake) {
  return {
    id,
    title: '夜间强震',
    model: 'earthquake',
    areaCode: '341322',
    inputs: { ...inputs },
    origins: { magnitude: 'operator' as const },
    subject: null,
    exercise: false,
  };
}

async function ask<T>(
  method: string,
  path: string,
  body?: unknown,
  more: Record<string, string> = {},
): Promise<{ status: number; body: T }> {
  const answer = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...more,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (answer.status === 204 ? null : await answer.json()) as T };
}

async function finished(id: string): Promise<Scenario> {
  for (;;) {
    const { body } = await ask<Scenario>('GET', `/scenarios/${id}`);
    if (body.state !== 'queued' && body.state !== 'running') return body;
  }
}

test('a quick answer comes without being kept, and wrong inputs come back with their problems', async () => {
  const good = await ask<{ ok: boolean; outputs: { zones: unknown[] } }>('POST', '/models/earthquake/compute', { inputs: quake });
  expect(good.body.outputs.zones).toHaveLength(5);
  const bad = await ask<{ ok: boolean; problems: { field: string }[] }>('POST', '/models/earthquake/compute', {
    inputs: { ...quake, magnitude: -1 },
  });
  expect([bad.status, bad.body.ok, bad.body.problems[0]?.field]).toEqual([200, false, 'magnitude']);
  expect((await ask('POST', '/models/moonquake/compute', { inputs: {} })).status).toBe(404);
});

test('values nobody entered stand among the inputs of an answer, as in one computed in the browser', async () => {
  const leak = { source: [116.95, 34.19], substance: 'ammonia', release: 'finite', rateKgS: 2, durationS: 1800 };
  const { body } = await ask<{ inputs: Record<string, unknown>; origins: Record<string, string> }>('POST', '/models/dispersion/compute', {
    inputs: { ...leak, windSpeedMps: 3, windFromDeg: 45, stability: 'D' },
  });
  const standards = Object.keys(body.origins).filter((name) => body.origins[name] === 'standard');
  expect(standards).toContain('windMeasuredAtM');
  expect(standards.filter((name) => (body.inputs[name] ?? null) === null)).toEqual([]);
});

test('a scenario is kept with inputs, origins and answer, and asked for twice it is one', async () => {
  const id = randomUUIDv7();
  expect((await ask('POST', '/scenarios', made(id))).status).toBe(201);
  expect((await ask<Scenario>('POST', '/scenarios', made(id))).body.id).toBe(id);
  const done = await finished(id);
  expect(done).toMatchObject({
    state: 'done',
    version: '1.0.0',
    origins: { magnitude: 'operator' },
    inputs: quake,
    madeBy: expect.any(String),
  });
  expect(done.answer).toMatchObject({ ok: true, model: 'earthquake', outputs: { epicentralIntensity: expect.any(Number) } });
  const again = await ask<{ outputs: unknown }>('POST', '/models/earthquake/compute', { inputs: done.inputs });
  expect(again.body.outputs).toEqual(done.answer?.['outputs']);
  const list = await ask<{ items: Scenario[] }>('GET', '/scenarios?model=earthquake');
  expect(list.body.items.filter((each) => each.id === id)).toHaveLength(1);
});

test('a scenario the model refuses says why and keeps what was entered', async () => {
  const id = randomUUIDv7();
  await ask('POST', '/scenarios', made(id, { ...quake, magnitude: 99 }));
  expect(await finished(id)).toMatchObject({
    state: 'refused',
    inputs: { magnitude: 99 },
    answer: { ok: false, problems: [{ field: 'magnitude', max: 8.5 }] },
  });
});

test('what stands in the registers is exposed as soon as it is on file', async () => {
  const id = randomUUIDv7();
  const school = { id, name: '演示小学', kind: 'primary', place: [116.95, 34.19], areaCode: '341322', pupils: 640 };
  expect(await ask('POST', '/registers/schools', school)).toMatchObject({ status: 201 });
  const people = async () => {
    const { body } = await ask<{ inputs: object; outputs: { people: number } }>('POST', '/models/earthquake/compute', {
      inputs: { ...quake, exposure: { $data: 'exposure' } },
    });
    expect(body.inputs).toMatchObject({ exposure: { $data: 'exposure' } });
    return body.outputs.people;
  };
  const before = await people();
  expect(before).toBeGreaterThanOrEqual(640);
  expect(await ask('PATCH', `/registers/schools/${id}`, { pupils: 700 }, { 'if-match': '"1"' })).toMatchObject({ status: 200 });
  await expect.poll(people, { timeout: 5_000 }).toBe(before + 60);
});

test('data nobody imported are named', async () => {
  const answer = await ask<{ code: string }>('POST', '/models/earthquake/compute', {
    inputs: { ...quake, exposure: { $data: 'layer:villages' } },
  });
  expect([answer.status, answer.body.code]).toEqual([422, 'model-data-missing']);
});

test('a run that the last server did not finish is told as interrupted and can be removed', async () => {
  const { body } = await ask<Scenario>('GET', `/scenarios/${leftId}`);
  expect(body).toMatchObject({ state: 'interrupted', fault: { en: expect.stringContaining('stopped meanwhile') } });
  expect((await ask('POST', `/scenarios/${leftId}/cancel`)).status).toBe(409);
  expect((await ask('DELETE', `/scenarios/${leftId}`)).status).toBe(204);
  expect((await ask('GET', `/scenarios/${leftId}`)).status).toBe(404);
});

test('nothing failed that nobody heard of', () => {
  expect(faults).toEqual([]);
});
