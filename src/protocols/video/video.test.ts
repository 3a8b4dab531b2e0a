import { expect, test } from 'vitest';
import { decodeAll, everySplit, fuzz } from '../decoderChecks.ts';
import { seededRandom } from '../seededRandom.ts';
import {
  gb28181Labels,
  nameOfPacket,
  readGb28181Code,
  readSsrc,
  readStreamName,
  writeSsrc,
  writeStreamName,
  type StreamName,
} from './streamName.ts';
import { video } from './video.ts';

const camera = 'gb28181:34132200001320000001@34132200002000000001';
const bytesOf = (text: string) => new TextEncoder().encode(text);

test('a camera is named by its code and the platform that serves it', () => {
  const read = readStreamName(camera);
  expect(read).toEqual({
    ok: true,
    name: {
      standard: 'gb28181',
      device: { centre: '34132200', industry: '00', type: '132', network: '0', serial: '000001' },
      domain: { centre: '34132200', industry: '00', type: '200', network: '0', serial: '000001' },
    },
  });
  const code = readGb28181Code('34132200411320000009');
  expect(code && gb28181Labels(code)).toEqual({ industry: { zh: '采矿', en: 'mining' }, type: { zh: '网络摄像机', en: 'IP camera' } });
});

test.each([
  ['rtsp://x', 0],
  ['gb28181:3413220000132000000', 8],
  [`${camera}@1`, 29],
  ['gb28181:34132200001320000001@12', 29],
  ['jt1078:1391234567/1', 7],
  ['jt1078:013912345678/0', 20],
  ['jt1078:013912345678/256', 20],
  ['jt1078:013912345678/1/high', 22],
])('%s is wrong at %i', (text, position) => expect(readStreamName(text)).toMatchObject({ ok: false, position }));

test('two thousand names are read back as they were written', () => {
  const random = seededRandom(1);
  const digits = (count: number) => Array.from({ length: count }, () => random.below(10)).join('');
  const code = () => ({ centre: digits(8), industry: digits(2), type: digits(3), network: digits(1), serial: digits(6) });
  for (let run = 0; run < 2000; run += 1) {
    const name = random.pick<StreamName>([
      { standard: 'gb28181', device: code(), domain: random.pick([null, code()]) },
      { standard: 'jt1078', terminal: digits(random.pick([12, 20])), channel: 1 + random.below(255), stream: random.pick(['main', 'sub']) },
    ]);
    expect(readStreamName(writeStreamName(name))).toEqual({ ok: true, name });
  }
});

test('the number of a stream on the wire says live or recorded and the domain', () => {
  const domain = readGb28181Code('34132200002000000001');
  if (domain === null) throw new Error('no code');
  expect(writeSsrc(domain, 12, false)).toBe('0322000012');
  expect(readSsrc('1322000012')).toEqual({ isRecorded: true, domainDigits: '32200', number: 12 });
  expect(readSsrc('2322000012')).toBeNull();
  expect(() => writeSsrc(domain, 10_000, true)).toThrow('9999');
});

test('a packet of a vehicle camera says whose it is', () => {
  // Head of the example packet in the documentation of the open library JT1078 (MIT).
  const packet = Uint8Array.fromHex('3031636481E21088011234567810011000000166B392CA7C');
  expect(nameOfPacket(packet)).toEqual({ standard: 'jt1078', terminal: '011234567810', channel: 1, stream: 'main' });
  expect(nameOfPacket(packet.subarray(0, 15))).toBeNull();
  expect(nameOfPacket(Uint8Array.fromHex('3031636401E2108801123456781001100000'))).toBeNull();
  expect(nameOfPacket(Uint8Array.fromHex('3031636481E21088F11234567810011000'))).toBeNull();
});

test('a list of names is read line by line, in any pieces, with the place of each mistake', () => {
  const list = bytesOf(`${camera}\r\n\n  jt1078:013912345678/1\nrtsp://x\n${'x'.repeat(300)}\njt1078:013912345678/2/sub`);
  const whole = decodeAll(video.createDecoder(), list);
  expect(whole).toMatchObject([
    { ok: true, offset: 0 },
    { ok: true, offset: 54 },
    { ok: false, code: 'invalidFormat', offset: 76 },
    { ok: false, code: 'invalidFormat', offset: 85 },
    { ok: true, message: { channel: 2, stream: 'sub' } },
  ]);
  for (const results of everySplit(video.createDecoder, list)) expect(results).toEqual(whole);
});

test('ten thousand mutated lists neither break the decoder nor slow it down', { timeout: 60_000 }, () => {
  const { slowestMs, mostHeldBytes } = fuzz(video.createDecoder, [bytesOf(`${camera}\n`)], seededRandom(3), 10_000);
  expect(slowestMs).toBeLessThan(5);
  expect(mostHeldBytes).toBeLessThanOrEqual(video.maxFrameBytes);
});
