import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Config, readConfig } from '#server/config.ts';
import { examine, preflight } from './preflight.ts';

/** A configuration that asks for no fixed port and an own folder that does not exist yet. */
async function withConfig<T>(work: (config: Config) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'anlan-preflight-'));
  const read = readConfig({ ANLAN_DATA: join(root, 'data'), ANLAN_PORT: '0', ANLAN_INGEST: 'off' });
  if (!read.ok) throw new Error(read.text.en);
  try {
    return await work(read.value);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function whileListening<T>(work: (port: number) => Promise<T>): Promise<T> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await work((server.address() as AddressInfo).port);
  } finally {
    server.close();
  }
}

test('on a machine that fits, nothing stands in the way and nothing is written', async () => {
  await withConfig(async (config) => {
    expect(await preflight(config)).toEqual({ ok: true, value: null });
    expect(existsSync(config.dataFolder)).toBe(false);
  });
});

test('a port that is taken is named together with the process that holds it', async () => {
  await withConfig(async (config) => {
    await whileListening(async (port) => {
      const web = await preflight({ ...config, port });
      expect(web).toMatchObject({ ok: false, code: 'port-http' });
      expect(web.ok ? '' : web.text.en).toContain(`process ${process.pid}`);
      const devices = await preflight({ ...config, ingest: { ...config.ingest, hj212: port } });
      expect(devices).toMatchObject({ ok: false, code: 'port-hj212' });
      expect(existsSync(config.dataFolder)).toBe(false);
    });
  });
});

test('an address that is not of this machine, a missing county and an unreachable database each have their own code', async () => {
  await withConfig(async (config) => {
    expect(await preflight({ ...config, host: '203.0.113.1', port: 18_080 })).toMatchObject({ code: 'port-http' });
    expect(await preflight({ ...config, county: '000000' })).toMatchObject({ code: 'county' });
    expect(await preflight({ ...config, databaseUrl: 'postgres://anlan@127.0.0.1:1/anlan' })).toMatchObject({ code: 'database-server' });
  });
});

test('a data folder that belongs to another database engine is refused before anything starts', async () => {
  await withConfig(async (config) => {
    mkdirSync(join(config.dataFolder, 'postgres'), { recursive: true });
    writeFileSync(join(config.dataFolder, 'postgres', 'PG_VERSION'), '17\n');
    expect(await preflight(config)).toMatchObject({ ok: false, code: 'database-cluster' });
  });
});

test('the doctor says what a missing mail server and a misspelt variable disable', async () => {
  await withConfig(async (config) => {
    const checks = await examine(config, { PATH: '', ANLAN_PROT: '1' });
    const found = checks.filter(({ id }) => id === 'mail' || id === 'variable-ANLAN_PROT' || id === 'test-chromium');
    expect(found.map(({ state, disables }) => [state, typeof disables?.en])).toEqual([
      ['limited', 'string'],
      ['limited', 'string'],
      ['limited', 'string'],
    ]);
  });
});
