import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TestClock } from '#kernel/clock/clock.ts';
import type { FileLink } from '#kernel/file/fileLink.ts';
import { readConfig } from '../config.ts';
import { startServer, type RunningServer } from '../server.ts';
import { anActor, testDatabase, type TestDatabase } from '../storage/testDatabase.ts';
import { FolderStore } from './folderStore.ts';
import { aPhoto, withCameraWords } from './photo.fixture.ts';
import { sweepOrphans } from './sweeper.ts';

// Files as clients meet them: a whole server, real bytes on a real disk.

const password = 'Ding-Xiang-2026';
let database: TestDatabase;
let server: RunningServer;
let folder: string;
let token: string;
const faults: string[] = [];
const shelter = randomUUIDv7();

beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'anlan-files-'));
  const config = readConfig({ ANLAN_PORT: '0', ANLAN_DATA: folder, ANLAN_INGEST: 'off', ANLAN_ADMIN_PASSWORD: password });
  if (!config.ok) throw new Error(config.text.en);
  server = await startServer(config.value, database.url, (error, where) => faults.push(`${where}: ${error.message}`));
  const session = await fetch(`${server.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'admin', password }),
  });
  token = ((await session.json()) as { token: string }).token;
  await database.pool.query(
    `insert into incident (id, area_code, created_at, created_by, updated_at, updated_by, state, case_version, opened_at, title, event_code, facts)
     values ($1, '341322', now(), '张三', now(), '张三', 'open', 1, now(), '储罐泄漏', '12C01', '情况')`,
    [shelter],
  );
});
afterAll(async () => {
  await server.stop();
  await database.drop();
  rmSync(folder, { recursive: true });
  if (faults.length > 0) throw new Error(faults.join('\n'));
});

const headers = () => ({ authorization: `Bearer ${token}` });

function send(name: string, content: Buffer | string, more: Record<string, string> = {}): Promise<Response> {
  const form = new FormData();
  for (const [field, value] of Object.entries({ id: randomUUIDv7(), kind: 'incident', record: shelter, ...more }))
    form.append(field, value);
  form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
  return fetch(`${server.url}/api/v1/files`, { method: 'POST', headers: headers(), body: form });
}

async function sent(name: string, content: Buffer | string, more: Record<string, string> = {}): Promise<FileLink> {
  const response = await send(name, content, more);
  const body = (await response.json()) as FileLink & { text?: { zh: string } };
  if (body.text) throw new Error(JSON.stringify(body));
  expect(response.status).toBe(201);
  return body;
}

async function refused(response: Response): Promise<[number, string]> {
  const { status, code, text } = (await response.json()) as { status: number; code: string; text: { zh: string; en: string } };
  expect(text.zh && text.en).toBeTruthy();
  return [status, code];
}

const get = (path: string, more: Record<string, string> = {}) =>
  fetch(`${server.url}/api/v1/files/${path}`, { headers: { ...headers(), ...more } });

const arriving = () => readdirSync(join(folder, 'files', 'arriving'));

function storedPath(sha256: string): string {
  return join(folder, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

describe('a photo', () => {
  const plain = aPhoto(1600, 1200);
  const photo = withCameraWords(plain, {
    takenAt: '2026:07:01 09:30:00',
    offset: '+08:00',
    lat: [34, 11, 24.5],
    lon: [116, 56, 48],
    orientation: 6,
  });

  test('is kept byte for byte, with time and place the camera wrote beside it', async () => {
    const link = await sent('现场 1.jpg', photo, { note: '罐区东侧' });
    expect(link).toMatchObject({
      kind: 'jpeg',
      bytes: photo.length,
      sha256: createHash('sha256').update(photo).digest('hex'),
      name: '现场 1.jpg',
      note: '罐区东侧',
      areaCode: '341322',
      width: 1200,
      height: 1600,
    });
    expect(link.evidence).toMatchObject({
      takenAt: '2026-07-01T09:30:00+08:00',
      satelliteAt: '2026-07-01T01:30:00.000Z',
      altitudeM: 36.5,
      directionDeg: 270,
      camera: 'HUAWEI ALN-AL00',
    });
    expect(link.evidence?.place?.[0]).toBeCloseTo(116.94667, 4);
    expect(link.evidence?.place?.[1]).toBeCloseTo(34.19014, 4);
    expect(readFileSync(storedPath(link.sha256)).equals(photo)).toBe(true);
    const back = await get(link.id);
    expect(Buffer.from(await back.arrayBuffer()).equals(photo)).toBe(true);
    expect(back.headers.get('content-type')).toBe('image/jpeg');
    expect(back.headers.get('x-content-type-options')).toBe('nosniff');
    expect(back.headers.get('content-disposition')).toMatch(/^attachment; .*UTF-8''%E7%8E%B0/);
    expect((await get(`${link.id}?inline=1`)).headers.get('content-disposition')).toMatch(/^inline/);
  });

  test("has a thumbnail, upright and without the camera's words", async () => {
    const { id } = await sent('b.jpg', photo);
    const thumbnail = Buffer.from(await (await get(`${id}/thumbnail`)).arrayBuffer());
    expect(thumbnail.toString('latin1', 8, 12)).toBe('WEBP');
    expect(thumbnail.length).toBeLessThan(60_000);
    expect(thumbnail.includes('HUAWEI')).toBe(false);
    expect(thumbnail.includes('Exif')).toBe(false);
  });

  test('the same photo twice is kept once, under two links', async () => {
    const before = readdirSync(join(folder, 'files', 'thumbnails')).length;
    const [one, two] = [await sent('c.jpg', photo), await sent('d.jpg', photo)];
    expect(one.sha256).toBe(two.sha256);
    expect(one.id).not.toBe(two.id);
    expect(readdirSync(join(folder, 'files', 'thumbnails'))).toHaveLength(before);
  });

  test('sent again under its id it is the same link; another file under that id is refused', async () => {
    const id = randomUUIDv7();
    expect((await sent('e.jpg', photo, { id })).id).toBe(id);
    expect((await sent('e.jpg', photo, { id })).id).toBe(id);
    expect(await refused(await send('e.jpg', aPhoto(20, 20), { id }))).toEqual([409, 'file-id-taken']);
  });
});

describe('what is not what it says', () => {
  const zip = (files: Record<string, string | Buffer>) => {
    const archive = new PizZip();
    for (const [name, content] of Object.entries(files)) archive.file(name, content);
    return archive.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
  };
  const docx = zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' });
  const hugePng = () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d494844520000ffff0000ffff08060000000000000000', 'hex');
    return Buffer.concat([png, randomBytes(200)]);
  };

  test.each<[string, string, () => Buffer | string, number, string]>([
    ['text called a photo', 'photo.jpg', () => 'this is not a photo', 422, 'photo-broken'],
    ['a photo cut off after its header', 'photo.jpg', () => aPhoto().subarray(0, 700), 422, 'photo-broken'],
    [
      'a photo whose bytes are noise',
      'photo.jpg',
      () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(5000)]),
      422,
      'photo-broken',
    ],
    ['a picture of four thousand million pixels', 'bomb.png', hugePng, 422, 'photo-too-many-pixels'],
    ['a PNG called JPEG', 'photo.jpg', () => Buffer.concat([hugePng()]), 415, 'file-kind-mismatch'],
    ['a PDF called a photo', 'photo.png', () => '%PDF-1.7\n', 422, 'photo-broken'],
    ['a web page', 'page.html', () => '<html><script>alert(1)</script>', 415, 'file-kind-unknown'],
    ['a web page called text', 'page.txt', () => '<!doctype html><p>', 415, 'file-kind-unknown'],
    ['a drawing', 'x.svg', () => '<svg xmlns="http://www.w3.org/2000/svg"/>', 415, 'file-kind-unknown'],
    ['a program', 'setup.exe', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600)]), 415, 'file-kind-unknown'],
    ['a plain archive', 'all.zip', () => zip({ 'a.txt': 'x' }), 415, 'file-kind-unknown'],
    ['an archive called a Word file', 'a.docx', () => zip({ 'a.txt': 'x' }), 415, 'file-kind-unknown'],
    ['a Word file called Excel', 'a.xlsx', () => docx, 415, 'file-kind-mismatch'],
    [
      'a Word file with macros',
      'a.docx',
      () => zip({ '[Content_Types].xml': '', 'word/document.xml': '', 'word/vbaProject.bin': 'x' }),
      422,
      'file-has-macros',
    ],
    [
      'a Word file that unpacks to 60 MB',
      'a.docx',
      () => zip({ '[Content_Types].xml': '', 'word/document.xml': Buffer.alloc(60e6) }),
      422,
      'file-unpacks-too-large',
    ],
    ['a Word file with something behind it', 'a.docx', () => Buffer.concat([docx, Buffer.from('<script>')]), 415, 'file-kind-unknown'],
    ['GeoJSON that is none', 'a.geojson', () => '{"type":"Topology"}', 422, 'file-not-geojson'],
    ['nothing', 'a.txt', () => '', 422, 'file-empty'],
  ])('%s is refused in words, and nothing is left behind', async (_name, name, content, status, code) => {
    expect(await refused(await send(name, content()))).toEqual([status, code]);
    expect(arriving()).toEqual([]);
  });

  test('a Word file is taken, a path in its name is not', async () => {
    expect(await sent('../../x/报告.docx', docx)).toMatchObject({ kind: 'docx', name: '报告.docx' });
  });

  test('text larger than its kind may be is stopped on the way', async () => {
    expect(await refused(await send('big.txt', Buffer.alloc(21 * 1024 * 1024, 'a')))).toEqual([413, 'file-too-large']);
    expect(arriving()).toEqual([]);
  });

  test('a sender who goes away half way leaves nothing', async () => {
    await new Promise<void>((resolve) => {
      const boundary = 'x-boundary';
      const part = (name: string, value: string) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
      const call = request(`${server.url}/api/v1/files`, {
        method: 'POST',
        headers: { ...headers(), 'content-type': `multipart/form-data; boundary=${boundary}`, 'content-length': 50_000_000 },
      });
      call.on('error', () => resolve());
      call.write(part('id', randomUUIDv7()) + part('kind', 'incident') + part('record', shelter));
      call.write(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="v.mp4"\r\n\r\n`);
      call.write(Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom'), Buffer.alloc(200_000)]), () => {
        const look = () => (arriving().length > 0 ? call.destroy() : setImmediate(look));
        look();
      });
    });
    await expect.poll(arriving, { timeout: 5_000 }).toEqual([]);
  });
});

describe('opening a file', () => {
  const content = Buffer.from('[0]'.repeat(5_000));
  let link: FileLink;
  beforeAll(async () => {
    link = await sent('data.txt', content);
  });

  test.each([
    ['bytes=0-9', 206, 'bytes 0-9/15000', content.subarray(0, 10)],
    ['bytes=14990-', 206, 'bytes 14990-14999/15000', content.subarray(14_990)],
    ['bytes=-5', 206, 'bytes 14995-14999/15000', content.subarray(14_995)],
    ['bytes=100-99999', 206, 'bytes 100-14999/15000', content.subarray(100)],
    ['bytes=15000-', 416, 'bytes */15000', Buffer.alloc(0)],
    ['bytes=5-2', 200, null, content],
    ['bytes=0-1,5-6', 200, null, content],
    ['lines=1-2', 200, null, content],
  ])('asked for %s', async (range, status, contentRange, expected) => {
    const answer = await get(link.id, { range });
    expect([answer.status, answer.headers.get('content-range')]).toEqual([status, contentRange]);
    expect(Buffer.from(await answer.arrayBuffer()).equals(expected)).toBe(true);
  });

  test('again with its ETag costs nothing; a part of another version is not mixed in', async () => {
    const etag = `"${link.sha256}"`;
    expect((await get(link.id, { 'if-none-match': etag })).status).toBe(304);
    expect((await get(link.id, { range: 'bytes=0-1', 'if-range': etag })).status).toBe(206);
    expect((await get(link.id, { range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(200);
  });

  test("needs a session, and the record to be in one's area", async () => {
    expect((await fetch(`${server.url}/api/v1/files/${link.id}`)).status).toBe(401);
    await database.pool.query("update file_link set area_code = '341323' where id = $1", [link.id]);
    expect(await refused(await get(link.id))).toEqual([404, 'file-missing']);
    await database.pool.query("update file_link set area_code = '341322' where id = $1", [link.id]);
    expect(await refused(await send('a.txt', 'x', { record: randomUUIDv7() }))).toEqual([404, 'record-missing']);
    expect(await refused(await send('a.txt', 'x', { kind: 'nothing' }))).toEqual([404, 'subject-unknown']);
  });

  test('whose bytes were lost says so', async () => {
    const lost = await sent('lost.txt', 'lost');
    rmSync(storedPath(lost.sha256));
    expect(await refused(await get(lost.id))).toEqual([410, 'file-bytes-missing']);
  });
});

describe('taking a file away', () => {
  test('needs a reason; row and bytes stay, and the journal tells', async () => {
    const link = await sent('wrong.txt', '传错了');
    const remove = (why: string) =>
      fetch(`${server.url}/api/v1/files/${link.id}?why=${encodeURIComponent(why)}`, { method: 'DELETE', headers: headers() });
    expect(await refused(await remove(' '))).toEqual([422, 'reason-missing']);
    expect((await remove('传错文件')).status).toBe(204);
    expect((await get(link.id)).status).toBe(404);
    expect(existsSync(storedPath(link.sha256))).toBe(true);
    const { rows } = await database.pool.query('select removed_by, removed_why from file_link where id = $1', [link.id]);
    expect(rows[0]).toMatchObject({ removed_why: '传错文件' });
    const acts = await database.pool.query("select act, why from journal where detail->>'fileId' = $1 order by position", [link.id]);
    expect(acts.rows).toEqual([
      { act: 'addFile', why: '' },
      { act: 'removeFile', why: '传错文件' },
    ]);
  });

  test('from a finished case, or adding to it, is refused', async () => {
    const link = await sent('last.txt', 'last');
    await database.pool.query("update incident set state = 'closed' where id = $1", [shelter]);
    expect(await refused(await send('more.txt', 'more'))).toEqual([409, 'case-finished']);
    const answer = await fetch(`${server.url}/api/v1/files/${link.id}?why=x`, { method: 'DELETE', headers: headers() });
    expect(await refused(answer)).toEqual([409, 'case-finished']);
    await database.pool.query("update incident set state = 'open' where id = $1", [shelter]);
  });
});

test('every opening of a file of a sensitive register is journaled, once however many parts are asked', async () => {
  const record = randomUUIDv7();
  await database.pool.query(
    `insert into rescue_team_members (id, area_code, created_at, created_by, updated_at, updated_by, name) values ($1, '341322', now(), 'x', now(), 'x', '李四')`,
    [record],
  );
  const { id } = await sent('证件.txt', '证件', { kind: 'rescueTeamMembers', record });
  await get(id);
  await get(id, { range: 'bytes=1-2' });
  const { rows } = await database.pool.query("select actor_name, detail->>'file' as file from journal where act = 'readFile'");
  expect(rows).toEqual([{ actor_name: expect.any(String), file: '证件.txt' }]);
});

test('bytes nobody links go after a day; linked, unlinked and new ones stay', async () => {
  const clock = new TestClock('2026-07-01T12:00:00+08:00');
  const own = mkdtempSync(join(tmpdir(), 'anlan-store-'));
  const store = await FolderStore.open(own, clock);
  const put = async (text: string) => {
    const received = await store.receive(
      (async function* () {
        yield Buffer.from(text);
      })(),
      () => ({ ok: true, value: { limit: 1000 } }),
    );
    if (!received.ok) throw new Error(received.text.en);
    await store.keep(received.value);
    return received.value.sha256;
  };
  const [orphan, linked, removed] = [await put('orphan'), await put('linked'), await put('removed')];
  for (const [sha256, gone] of [
    [linked, null],
    [removed, '2026-07-01'],
  ]) {
    await database.pool.query(
      `insert into file_link (id, sha256, subject_kind, subject_id, area_code, name, kind, bytes, note, origin, added_at, added_by, removed_at)
       values ($1, $2, 'shelters', $1, '341322', 'a', 'txt', 1, '', 'upload', now(), 'x', $3)`,
      [randomUUIDv7(), sha256, gone],
    );
  }
  expect(await sweepOrphans(database, store, clock.nowMs())).toBe(0);
  clock.advance(25 * 3_600_000);
  const fresh = await put('fresh');
  expect(await sweepOrphans(database, store, clock.nowMs())).toBe(1);
  expect(await Promise.all([orphan, linked, removed, fresh].map((sha256) => store.size(sha256)))).toEqual([null, 6, 7, 5]);
  rmSync(own, { recursive: true });
});

test('another area sees nothing of it, directly in the database either', async () => {
  const foreign = await database.transaction(anActor({ areaCode: '341323' }), (tx) => tx.query('select id from file_link'));
  expect(foreign.rows).toEqual([]);
});
