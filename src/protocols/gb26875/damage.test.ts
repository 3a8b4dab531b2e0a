import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeAll, everySingleBitDamage, everySplit, fuzz, glued, messagesOf } from '../decoderChecks.ts';
import { seededRandom, type SeededRandom } from '../seededRandom.ts';
import { checksum, encodeFrame, maxFrameBytes } from './frame.ts';
import { gb26875 } from './gb26875.ts';
import { commandKind } from './message.ts';
import { objectRows, type FieldKind } from './objects.table.ts';
import { readContent } from './objects.ts';
import { readTimeTag, timeTagAt } from './timeTag.ts';

const recorded = JSON.parse(readFileSync(new URL('fixtures/frames.json', import.meta.url), 'utf8')) as { hex: string }[];
const bytes = recorded.map((frame) => Uint8Array.fromHex(frame.hex));
const [version, confirmation, vendor, half] = bytes as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
const frames = [version, confirmation, vendor];
const deviceState = Uint8Array.fromHex('404002000102162A100C07160000000000006400000000000900021501140E2A100C0716882323');

test('any split of the bytes gives the same results', () => {
  const damaged = deviceState.with(29, 0x01);
  const tooLong = version.with(25, 0x03);
  const noise = [Uint8Array.of(1, 0x40), Uint8Array.of(0x40)] as const;
  const stream = glued(noise[0], version, noise[1], confirmation, damaged, vendor.subarray(0, 40), deviceState, tooLong, vendor, half);
  const whole = decodeAll(gb26875.createDecoder(), stream);
  expect(whole.map((result) => (result.ok ? result.message.commandCode : result.code))).toEqual([
    'invalidFormat',
    'truncated',
    2,
    'invalidFormat',
    3,
    'checksum',
    'invalidFormat',
    2,
    'truncated',
    2,
    'truncated',
  ]);
  for (const results of everySplit(gb26875.createDecoder, stream)) expect(results).toEqual(whole);
});

test('two glued frames and a half one are three results', () => {
  const results = decodeAll(gb26875.createDecoder(), glued(version, vendor, half));
  expect(results.map((result) => [result.ok, result.offset])).toEqual([
    [true, 0],
    [true, version.length],
    [false, version.length + vendor.length],
  ]);
});

test('every single wrong bit is found', () => {
  for (const frame of [...frames, deviceState]) {
    for (const damaged of everySingleBitDamage(frame)) {
      expect(messagesOf(decodeAll(gb26875.createDecoder(), damaged))).toEqual([]);
    }
  }
});

test('the additive checksum does not see bytes that changed places, and nothing else here could', () => {
  const swapped = deviceState.with(14, deviceState[18]!).with(18, deviceState[14]!);
  expect(swapped).not.toEqual(deviceState);
  expect(checksum(swapped)).toBe(checksum(deviceState));
  expect(messagesOf(decodeAll(gb26875.createDecoder(), swapped))).toHaveLength(1);
});

test('an impossible length is refused as soon as it is seen', () => {
  const decoder = gb26875.createDecoder();
  expect(decoder.push(version.with(24, 0xff).with(25, 0xff).subarray(0, 26))).toMatchObject([{ ok: false, code: 'invalidFormat' }]);
});

test('a frame behind one that promises too much is read the moment it is complete', () => {
  const decoder = gb26875.createDecoder();
  const tooLong = version.with(25, 0x03);
  expect(decoder.push(glued(tooLong, deviceState.subarray(0, -1)))).toEqual([]);
  expect(decoder.push(deviceState.subarray(-1))).toMatchObject([
    { ok: false, code: 'truncated', offset: 0 },
    { ok: true, offset: version.length },
  ]);
});

test('a stray @ before a frame does not hold the frame up', () => {
  const decoder = gb26875.createDecoder();
  expect(messagesOf(decoder.push(glued(Uint8Array.of(0x40), deviceState)))).toHaveLength(1);
});

test('noise and start marks without end hold no more than one frame', { timeout: 60_000 }, () => {
  const decoder = gb26875.createDecoder();
  const random = seededRandom(3);
  for (let block = 0; block < 200; block += 1) {
    decoder.push(random.bytes(4096));
    decoder.push(new Uint8Array(4096).fill(0x40));
    expect(decoder.heldBytes).toBeLessThan(maxFrameBytes);
  }
});

test('whatever is written is read back the same, for every type of object', () => {
  const random = seededRandom(26_875);
  for (let run = 0; run < 1000; run += 1) {
    const data = randomData(random);
    const content = readContent(data);
    if (!content.ok) throw new Error(content.reason);
    const command = random.pick([1, 2, 4, 5]);
    const message = {
      serial: random.below(65_536),
      version: { main: 1, user: random.below(256) },
      sentAt: random.below(4) === 0 ? readTimeTag(random.bytes(6)) : timeTagAt(Date.UTC(2000 + random.below(99), random.below(12), 5)),
      source: random.below(2 ** 48),
      destination: random.below(2 ** 48),
      command: commandKind(command)!,
      commandCode: command,
      content: content.content,
    };
    expect(messagesOf(decodeAll(gb26875.createDecoder(), encodeFrame(message)))).toEqual([message]);
  }
});

function randomData(random: SeededRandom): Uint8Array {
  const row = random.pick(objectRows);
  const count = row.fields.some(([, kind]) => kind === 'rest') ? 1 : 1 + random.below(5);
  const field = (kind: FieldKind): Uint8Array => {
    const sizes = { u8: 1, u16: 2, i16: 2, u32: 4, time: 6, rest: 3 };
    const text = encodeText(Array.from({ length: random.below(15) }, () => random.pick('萧县消防楼层A1-'.split(''))));
    if (kind === 'lengthText') return Uint8Array.of(text.length, ...text);
    if (kind === 'text31') return glued(text, new Uint8Array(31)).subarray(0, 31);
    return random.bytes(sizes[kind]);
  };
  const objects = Array.from({ length: count }, () => row.fields.map(([, kind]) => field(kind))).flat();
  return glued(Uint8Array.of(row.type, count), ...objects);
}

/** The few characters used above, as GB 18030 has them. */
function encodeText(characters: readonly string[]): Uint8Array {
  const codes: Record<string, string> = { 萧: 'CFF4', 县: 'CFD8', 消: 'CFFB', 防: 'B7C0', 楼: 'C2A5', 层: 'B2E3' };
  return Uint8Array.fromHex(characters.map((character) => codes[character] ?? character.charCodeAt(0).toString(16)).join(''));
}

test('twenty thousand mutated frames neither break the decoder nor slow it down', { timeout: 60_000 }, () => {
  const { slowestMs, mostHeldBytes } = fuzz(gb26875.createDecoder, [...frames, deviceState], seededRandom(7), 20_000);
  expect(slowestMs).toBeLessThan(5);
  expect(mostHeldBytes).toBeLessThan(maxFrameBytes);
});
