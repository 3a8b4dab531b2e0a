import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FuzzTarget } from '#protocols/fuzzing.ts';
import { checksum as fireSum } from '#protocols/gb26875/frame.ts';
import { crcText } from '#protocols/hj212/crc.ts';
import { checksum as vehicleXor, encodeFrame as encodeVehicle } from '#protocols/jt808/frame.ts';
import type { Jt808Message } from '#protocols/jt808/message.ts';
import { withCrc } from '#protocols/modbus/crc.ts';
import { encodeFrame as encodeModbus, type ModbusFrame } from '#protocols/modbus/frame.ts';
import { writeNewEntity, type NewEntity } from '#protocols/sensorThings/entity.ts';
import { writeStreamName, type StreamName } from '#protocols/video/streamName.ts';
import type { Protocol } from '#protocols/protocol.ts';
import { protocols } from '#protocols/protocols.ts';
import { crc as hydrologyCrc } from '#protocols/sl651/crc.ts';
import { encodeFrame as encodeHydrology } from '#protocols/sl651/frame.ts';
import type { Sl651Message } from '#protocols/sl651/message.ts';

// What the fuzzer starts from: for every protocol the example of its page in docs/protocols and the recorded frames beside its
// tests; for those with a check value also the way to make it right again after damage.

const repository = join(import.meta.dirname, '..');
const text = new TextEncoder();

/** Longer documents make the fuzzer slow and teach it nothing new. */
const longestDocument = 8192;

/** Targets by protocol id; a protocol added to the list is one by its page alone. */
export function fuzzTargets(): Map<string, FuzzTarget> {
  return new Map(protocols.map((protocol) => [protocol.id, { protocol, frames: framesOf(protocol), ...special[protocol.id] }]));
}

function framesOf(protocol: Protocol<unknown>): Uint8Array[] {
  return [...pageFrames(protocol), ...fixtureFrames(protocol)].filter((frame) => frame.length > 0 && frame.length <= longestDocument);
}

function pageFrames({ id, frameForm, lineEnd }: Protocol<unknown>): Uint8Array[] {
  const page = readFileSync(join(repository, 'docs/protocols', `${id}.md`), 'utf8');
  return [...page.matchAll(/^```frame\n([\s\S]*?)\n```$/gm)].map(([, example = '']) =>
    frameForm === 'hex' ? Uint8Array.fromHex(example.replaceAll(/\s/g, '')) : Uint8Array.of(...text.encode(example), ...(lineEnd ?? [])),
  );
}

/** Files beside the tests: one frame a line for `.hex` and `.txt`, the `hex` of every entry of `.json`, else the file itself. */
function fixtureFrames({ id, frameForm }: Protocol<unknown>): Uint8Array[] {
  const folder = join(repository, 'src/protocols', id, 'fixtures');
  return filesIn(folder).flatMap((name) => {
    const bytes = readFileSync(join(folder, name));
    const lines = bytes.toString('latin1').split(/(?<=\n)/);
    if (name.endsWith('.hex')) return lines.map((line) => Uint8Array.fromHex(line.trim()));
    if (name.endsWith('.txt')) return lines.map((line) => new Uint8Array(Buffer.from(line, 'latin1')));
    if (name.endsWith('.json') && frameForm === 'hex') {
      return (JSON.parse(bytes.toString('utf8')) as { hex: string }[]).map(({ hex }) => Uint8Array.fromHex(hex));
    }
    return [new Uint8Array(bytes)];
  });
}

function filesIn(folder: string): string[] {
  return readdirSync(join(folder, '..'))
    .filter((name) => name === 'fixtures')
    .flatMap(() => readdirSync(folder).filter((name) => !/\.(md|xsd)$/.test(name)));
}

const special: Readonly<Record<string, Pick<FuzzTarget, 'seal' | 'encode'>>> = {
  gb26875: { seal: sealFire },
  hj212: { seal: sealEnvironment },
  jt808: { seal: sealVehicle, encode: (message) => encodeVehicle(message as Jt808Message) },
  modbus: { seal: sealModbus, encode: (message) => encodeModbus(message as ModbusFrame) },
  sensorThings: { encode: (message) => text.encode(JSON.stringify(writeNewEntity(message as NewEntity))) },
  sl651: { seal: sealHydrology, encode: (message) => encodeHydrology(message as Sl651Message) },
  video: { encode: (message) => text.encode(`${writeStreamName(message as StreamName)}\n`) },
};

/** Over TCP the length has to fit, on a serial line the CRC. */
function sealModbus(frame: Uint8Array): Uint8Array {
  if (frame.length < 8) return frame;
  if (frame[2] !== 0 || frame[3] !== 0) return withCrc(frame.subarray(0, -2));
  const sealed = frame.slice();
  sealed.set([(frame.length - 6) >> 8, (frame.length - 6) & 0xff], 4);
  return sealed;
}

function sealFire(frame: Uint8Array): Uint8Array {
  if (frame.length < 30) return frame;
  const sealed = frame.slice();
  const data = frame.length - 30;
  sealed.set([0x40, 0x40]);
  sealed.set([data & 0xff, data >> 8], 24);
  sealed.set([fireSum(sealed.subarray(2, -3)), 0x23, 0x23], frame.length - 3);
  return sealed;
}

function sealEnvironment(frame: Uint8Array): Uint8Array {
  if (frame.length < 12) return frame;
  const data = frame.subarray(6, -6);
  return Uint8Array.of(...text.encode(`##${String(data.length).padStart(4, '0')}`), ...data, ...text.encode(`${crcText(data)}\r\n`));
}

/** Without escapes: a frame with 7D or 7E inside stays damaged. */
function sealVehicle(frame: Uint8Array): Uint8Array {
  if (frame.length < 15) return frame;
  const sealed = frame.slice();
  const is2019 = ((sealed[3] ?? 0) & 0x40) !== 0;
  const head = (is2019 ? 17 : 12) + (((sealed[3] ?? 0) & 0x20) === 0 ? 0 : 4);
  const body = Math.max(0, frame.length - 3 - head);
  sealed.set([0x7e]);
  sealed.set([((sealed[3] ?? 0) & 0xfc) | ((body >> 8) & 3), body & 0xff], 3);
  sealed.set([vehicleXor(sealed.subarray(1, -2)), 0x7e], frame.length - 2);
  return sealed;
}

function sealHydrology(frame: Uint8Array): Uint8Array {
  if (frame.length < 17) return frame;
  const sealed = frame.slice();
  const body = frame.length - 17;
  sealed.set([0x7e, 0x7e]);
  sealed.set([((sealed[11] ?? 0) & 0x80) | ((body >> 8) & 15), body & 0xff], 11);
  if (sealed[13] !== 0x16) sealed[13] = 0x02;
  sealed[frame.length - 3] = 0x03;
  const crc = hydrologyCrc(sealed.subarray(0, -2));
  sealed.set([crc >> 8, crc & 0xff], frame.length - 2);
  return sealed;
}
