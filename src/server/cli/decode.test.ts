import { writeFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { decodeCommand } from './decode.ts';

const folder = mkdtempSync(join(tmpdir(), 'anlan-decode-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fixture = (path: string): Uint8Array => readFileSync(new URL(`../../protocols/${path}`, import.meta.url));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

interface Run {
  code: number;
  lines: Record<string, unknown>[];
  errors: string[];
}

async function run(args: string[], ...input: Uint8Array[]): Promise<Run> {
  const lines: Record<string, unknown>[] = [];
  const errors: string[] = [];
  async function* stdin(): AsyncGenerator<Uint8Array> {
    for (const bytes of input) yield await Promise.resolve(bytes);
  }
  const code = await decodeCommand(args, {
    stdin: stdin(),
    write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>),
    writeError: (line) => void errors.push(line),
  });
  return { code, lines, errors };
}

const deviceState = '404002000102162A100C07160000000000006400000000000900021501140E2A100C0716882323';

test('hexadecimal lines give one object each, and a broken line spoils no other', async () => {
  const input = bytesOf(`${deviceState}\n\nnot hex\n40 40 02 00\n0x${deviceState.toLowerCase()}`);
  const { code, lines } = await run(['gb26875'], input.subarray(0, 30), input.subarray(30));
  expect(code).toBe(0);
  expect(lines).toMatchObject([
    { ok: true, protocol: 'gb26875', line: 1, offset: 0, frame: deviceState, message: { command: 'send', content: { type: 21 } } },
    { ok: false, line: 3, error: { code: 'invalidFormat', offset: 0 } },
    { ok: false, line: 4, error: { code: 'truncated', offset: 0 } },
    { ok: true, line: 5 },
  ]);
});

test('a binary capture is one stream with positions in it', async () => {
  const damaged = deviceState.replace('140E2A', '150E2A');
  const bytes = Uint8Array.fromHex(`FF${deviceState}${damaged}`);
  const { code, lines } = await run(['gb26875', '--binary'], bytes.subarray(0, 9), bytes.subarray(9));
  expect(code).toBe(0);
  expect(lines).toMatchObject([
    { ok: false, error: { code: 'invalidFormat', offset: 0 } },
    { ok: true, offset: 1 },
    { ok: false, error: { code: 'checksum', offset: 40 }, frame: damaged },
  ]);
});

test('text is read as it is, also with line ends that lost their CR', async () => {
  const recorded = fixture('hj212/fixtures/messages.txt');
  const bad = fixture('hj212/fixtures/messages-bad-crc.txt');
  const { lines } = await run(['hj212', '--text'], recorded, bad);
  expect(lines.map((line) => line['ok'])).toEqual([true, true, true, false, false]);
  expect(lines[0]).toMatchObject({ message: { deviceId: 'Y80110010000010', commandName: { en: 'Real-time data' } } });
  const withoutCr = bytesOf(new TextDecoder().decode(recorded).replaceAll('\r', '').trimEnd());
  expect((await run(['hj212', '--text'], withoutCr)).lines.map((line) => line['ok'])).toEqual([true, true, true]);
});

test('a text protocol is recognised without an option, and in hexadecimal too', async () => {
  const recorded = fixture('hj212/fixtures/messages.txt');
  expect((await run(['hj212'], recorded)).lines.map((line) => line['ok'])).toEqual([true, true, true]);
  expect((await run(['hj212'], bytesOf(recorded.toHex()))).lines.map((line) => line['ok'])).toEqual([true, true, true]);
  expect((await run(['mqttJson'], bytesOf('{"waterLevel":32.1}\n{"a":"NaN"}'))).lines.map((line) => line['ok'])).toEqual([true, false]);
});

test('a CAP file is read from disk', async () => {
  const file = join(folder, 'alert.xml');
  writeFileSync(file, fixture('cap/fixtures/canada.cap'));
  const { code, lines } = await run(['cap', file]);
  expect(code).toBe(0);
  expect(lines).toMatchObject([{ ok: true, protocol: 'cap', message: { identifier: '2.49.0.1.124.6bddbc91.2012' } }]);
  writeFileSync(file, fixture('cap/fixtures/invalid.cap'));
  expect((await run(['cap', file, '--text'])).lines).toMatchObject([{ ok: false, error: { code: 'invalidFormat' } }]);
});

test.each([
  [[]],
  [['hj213']],
  [['hj212', '--quick']],
  [['hj212', '--text', '--binary']],
  [['hj212', 'one', 'two']],
  [['hj212', '/no/such/file']],
  [['hj212', tmpdir()]],
])('the call %j is wrong and says so', async (args) => {
  const { code, lines, errors } = await run(args);
  expect(code).toBe(2);
  expect(lines).toEqual([]);
  expect(errors[0]).not.toBe('');
});

test('no input is no frame and no error', async () => {
  expect(await run(['gb26875'])).toEqual({ code: 0, lines: [], errors: [] });
  expect(await run(['cap'], bytesOf('\n'))).toEqual({ code: 0, lines: [], errors: [] });
});
