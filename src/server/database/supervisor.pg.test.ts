import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clusterFolder } from './cluster.ts';
import { ask, clusterProcesses, failureUnder, holdInOtherProcess, inDataFolder, killCluster, signal } from './clusterProcesses.fixture.ts';
import { readPostmaster } from './postmaster.ts';
import { startEmbedded } from './supervisor.ts';

const quiet = () => undefined;

test('the first start makes a database that keeps its rows over a restart, in a folder with spaces and Chinese characters', async () => {
  await inDataFolder('县 应急 data', async (folder) => {
    const lines: string[] = [];
    const first = await startEmbedded(folder, (line) => lines.push(line), { language: 'en' });
    await ask(first.url, "create table place as select '萧县' as name");
    await first.stop();
    const second = await startEmbedded(folder, quiet);
    expect(await ask(second.url, 'select name from place')).toEqual([{ name: '萧县' }]);
    const facts = await ask(
      second.url,
      'select pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale from pg_database where datname = current_database()',
    );
    expect(facts).toEqual([{ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' }]);
    await second.stop();
    expect(lines).toEqual(['First start: making the database …']);
    expect(clusterProcesses(folder)).toEqual([]);
  });
});

test('only its owner may read the password, and nobody comes in without it', async () => {
  await inDataFolder('data', async (folder) => {
    const database = await startEmbedded(folder, quiet);
    expect(statSync(join(clusterFolder(folder), 'anlan-password')).mode & 0o777).toBe(0o600);
    await expect(ask(database.url.replace(/:[^:@]+@/, ':guess@'), 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(await ask(database.url, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
    await database.stop();
  });
});

test('a path too long for a socket is served over a loopback port that stays the same', async () => {
  await inDataFolder(join('很长的路径'.repeat(4), '很长的路径'.repeat(4), 'data'), async (folder) => {
    const first = await startEmbedded(folder, quiet);
    expect(first.url).toMatch(/@127\.0\.0\.1:\d+\//);
    expect(await ask(first.url, 'show unix_socket_directories')).toEqual([{ unix_socket_directories: '' }]);
    await first.stop();
    const second = await startEmbedded(folder, quiet);
    expect(second.url).toBe(first.url);
    await second.stop();
  });
});

test('a server left behind by a killed Anlan is adopted', async () => {
  await inDataFolder('data', async (folder) => {
    const other = await holdInOtherProcess(folder);
    const before = readPostmaster(clusterFolder(folder))?.pid;
    other.kill('SIGKILL');
    const database = await startEmbedded(folder, quiet);
    expect(database.adopted).toBe(true);
    expect(readPostmaster(clusterFolder(folder))?.pid).toBe(before);
    await database.stop();
  });
});

test('a second Anlan on the same folder is refused, a command line tool is not', async () => {
  await inDataFolder('data', async (folder) => {
    const database = await startEmbedded(folder, quiet);
    await expect(startEmbedded(folder, quiet)).rejects.toMatchObject({ code: 'data-folder-in-use' });
    const tool = await startEmbedded(folder, quiet, { share: true });
    expect(await ask(tool.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await tool.stop();
    expect(await ask(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await database.stop();
  });
});

test('after three power cuts every acknowledged row is there', async () => {
  await inDataFolder('data', async (folder) => {
    const acknowledged: number[] = [];
    for (let cut = 0; cut < 3; cut += 1) {
      const other = await holdInOtherProcess(folder);
      const tool = await startEmbedded(folder, quiet, { share: true });
      await ask(tool.url, 'create table if not exists kept (n int primary key)');
      await ask(tool.url, 'insert into kept values ($1)', [cut]);
      acknowledged.push(cut);
      other.kill('SIGKILL');
      killCluster(folder);
    }
    const database = await startEmbedded(folder, quiet);
    expect((await ask<{ n: number }>(database.url, 'select n from kept order by n')).map(({ n }) => n)).toEqual(acknowledged);
    await database.stop();
  });
});

test('a database that dies while Anlan runs is started again', async () => {
  await inDataFolder('data', async (folder) => {
    let restarted: (value: unknown) => void = quiet;
    const again = new Promise((resolve) => void (restarted = resolve));
    const database = await startEmbedded(folder, (line) => line === 'The database runs again.' && restarted(line), { language: 'en' });
    killCluster(folder);
    await again;
    expect(await ask(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await database.stop();
  });
});

test('a dead server whose number now belongs to another program does not block the start, and its lock file is left to PostgreSQL', async () => {
  await inDataFolder('data', async (folder) => {
    const first = await startEmbedded(folder, quiet);
    await ask(first.url, 'create table kept (n int)');
    await first.stop();
    const lock = join(clusterFolder(folder), 'postmaster.pid');
    writeFileSync(lock, `${process.pid}\n${clusterFolder(folder)}\n1790000000\n5432\n.\n\n  1234567   1234567\nready   \n`);
    const second = await startEmbedded(folder, quiet);
    expect(readFileSync(lock, 'utf8')).not.toMatch(new RegExp(`^${process.pid}\n`));
    expect(await ask(second.url, 'select count(*)::int as n from kept')).toEqual([{ n: 0 }]);
    await second.stop();
  });
});

test('what a start cut off in the middle has left is swept away, what one still at work has is kept', async () => {
  await inDataFolder('data', async (folder) => {
    mkdirSync(join(folder, '.postgres-unfinished-999999999', 'base'), { recursive: true });
    mkdirSync(join(folder, `.postgres-unfinished-${process.ppid}`), { recursive: true });
    const database = await startEmbedded(folder, quiet);
    expect(readdirSync(folder).sort()).toEqual([`.postgres-unfinished-${process.ppid}`, 'postgres']);
    await database.stop();
  });
});

test('databases that Anlan did not make are left untouched', async () => {
  await inDataFolder('data', async (folder) => {
    const cluster = clusterFolder(folder);
    mkdirSync(join(cluster, 'base'), { recursive: true });
    writeFileSync(join(cluster, 'PG_VERSION'), '18\n');
    writeFileSync(join(cluster, 'postmaster.pid'), '-42\n');
    await expect(startEmbedded(folder, quiet)).rejects.toMatchObject({ code: 'foreign-data-folder' });
    expect(readdirSync(cluster).sort()).toEqual(['PG_VERSION', 'base', 'postmaster.pid']);
    await expect(startEmbedded(cluster, quiet)).rejects.toMatchObject({ code: 'foreign-data-folder' });
  });
});

test('a database of another major version is named as such', async () => {
  await inDataFolder('data', async (folder) => {
    await (await startEmbedded(folder, quiet)).stop();
    writeFileSync(join(clusterFolder(folder), 'PG_VERSION'), '17\n');
    await expect(startEmbedded(folder, quiet)).rejects.toMatchObject({ code: 'other-major-version', detail: '17' });
  });
});

test('a file in place of the data folder is a clear failure', async () => {
  await inDataFolder('data', async (folder) => {
    writeFileSync(folder, '');
    await expect(startEmbedded(folder, quiet)).rejects.toMatchObject({ code: 'data-folder-missing' });
  });
});

test('on a read-only disk and on a full one nothing is begun', async () => {
  await inDataFolder('mount', async (folder) => {
    expect(failureUnder('mount -t tmpfs -o ro none "$1"', folder)).toMatch(/^data-folder-read-only\nleft:$/);
    expect(failureUnder('mount -t tmpfs -o size=100m none "$1"', folder)).toMatch(/^disk-full\nleft:$/);
  });
});

test.runIf(process.getuid?.() === 0)(
  'where namespaces are forbidden, root runs it as an ordinary account, and later starts keep to it',
  async () => {
    await inDataFolder('data', async (folder) => {
      const first = await startEmbedded(folder, quiet, { operator: 'otherUser' });
      expect(statSync(clusterFolder(folder)).uid).not.toBe(0);
      await first.stop();
      const second = await startEmbedded(folder, quiet);
      expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(statSync(clusterFolder(folder)).uid).not.toBe(0);
      await second.stop();
      expect(existsSync(join(clusterFolder(folder), 'postmaster.pid'))).toBe(false);
    });
  },
);

test('a former server that hangs for a moment is waited for and adopted', async () => {
  await inDataFolder('data', async (folder) => {
    const other = await holdInOtherProcess(folder);
    other.kill('SIGKILL');
    const [postmaster = 0] = clusterProcesses(folder);
    signal(postmaster, 'SIGSTOP');
    const starting = startEmbedded(folder, quiet);
    // It wakes while the start is still patient: adopted, not replaced.
    signal(postmaster, 'SIGCONT');
    const database = await starting;
    expect(database.adopted).toBe(true);
    await database.stop();
  });
});
