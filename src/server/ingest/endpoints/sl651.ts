import type { Signal } from '#kernel/observation/reading.ts';
import { command, confirm, deny, needsConfirm, requestPackage } from '#protocols/sl651/answer.ts';
import type { Sl651Message } from '#protocols/sl651/message.ts';
import { createAssembler } from '#protocols/sl651/packets.ts';
import { toReadings } from '#protocols/sl651/readings.ts';
import { sl651 } from '#protocols/sl651/sl651.ts';
import type { DeviceAnswer, Encode } from '../commands/commandDesk.ts';
import { keep, readingOf, tellOnline, type Endpoint, type EndpointOptions } from './endpoint.ts';
import { createPackageRequests } from './packageRequests.ts';
import { startTcpAndUdp, type Peer } from './wire.ts';

// SL 651-2014 over TCP or UDP. A report is confirmed once it is durable (ESC: the station stays on the line) and refused with NAK
// when it could not be kept. What comes in several packages is put together first; packages that never came are asked for by
// number. Pictures are not kept yet, so they are refused: a station must not believe that we have them.

export async function startSl651(options: EndpointOptions, port: number, host: string): Promise<Endpoint> {
  const assembler = createAssembler();
  const pending = createPackageRequests<Sl651Message>(options, {
    protocol: 'sl651',
    keyOf: ({ station, functionCode }) => `${station} ${functionCode.toString(16)}`,
    missingOf: (message) => assembler.missingOf(message),
    ask: (message, missing) => missing.map((number) => requestPackage(message, number)),
    drop: (message) => assembler.drop(message),
  });
  const endpoint = await startTcpAndUdp<Sl651Message>(
    {
      protocol: 'sl651',
      createDecoder: sl651.createDecoder,
      async onFrame({ message: received, frame }, peer) {
        const { message } = assembler.add(received);
        if (message === null) return pending.wait(received, peer);
        pending.done(received);
        await take(options, message, frame, peer);
      },
    },
    options,
    port,
    host,
  );
  return {
    ...endpoint,
    async close() {
      pending.stop();
      await endpoint.close();
    },
  };
}

async function take(options: EndpointOptions, message: Sl651Message, frame: string, peer: Peer): Promise<void> {
  const { clock, commands, book, pipeline } = options;
  const { counters } = pipeline;
  const { signal, problems } = sl651Signal(message, frame, clock.nowMs(), peer.remote);
  for (const { rule, value } of problems) counters.refuse('sl651', rule, peer.remote, frame, value);
  const given = { key: message.password, fingerprint: peer.fingerprint };
  const outcome = hasPicture(message) ? 'pictureNotTaken' : await keep(options, signal, given);
  if (outcome === 'pictureNotTaken') counters.refuse('sl651', outcome, peer.remote, frame, signal.deviceKey);
  if (outcome === 'kept') {
    tellOnline(options, signal.deviceKey, peer, sl651Encode(message, book.device(signal.deviceKey)?.secret ?? null));
    const answer = sl651Answer(message);
    if (answer !== null) commands?.answered(signal.deviceKey, answer);
  }
  if (!needsConfirm(message)) return;
  peer.send(outcome === 'kept' ? confirm(message, clock.nowMs()) : deny(message, clock.nowMs()));
  counters.count('sl651', 'answered', outcome === 'kept' ? '' : 'denied');
}

function hasPicture({ parts }: Sl651Message): boolean {
  return parts.some(({ kind }) => kind === 'picture');
}

/** What a message says, as a signal of its station. */
export function sl651Signal(message: Sl651Message, frame: string, receivedAtMs: number, remote: string) {
  const { readings, problems } = toReadings(message);
  const signal: Signal = {
    protocol: 'sl651',
    deviceKey: `sl651:${message.station}`,
    receivedAtMs,
    remote,
    readings: readings.map((reading) => readingOf(reading, 'good')),
    raw: frame,
  };
  return { signal, problems };
}

/** Functions that ask or set, by the name of the command. */
const functionCodes: Readonly<Record<string, number>> = {
  queryNow: 0x37,
  queryVersion: 0x45,
  queryStatus: 0x46,
  setTime: 0x4a,
  queryTime: 0x51,
};
const askedCodes: ReadonlySet<number> = new Set(Object.values(functionCodes));

/** Stations answer with the function they were asked, so its code is how an answer is known. */
function sl651Encode(from: Sl651Message, key: string | null): Encode {
  return (name, _parameters, atMs) => {
    const functionCode = functionCodes[name];
    if (functionCode === undefined) return null;
    const to = { ...from, password: key ?? from.password };
    return { bytes: command(to, functionCode, atMs, []), reference: String(functionCode) };
  };
}

function sl651Answer({ direction, functionCode, sentAt, parts, end }: Sl651Message): DeviceAnswer | null {
  if (direction !== 'up' || !askedCodes.has(functionCode)) return null;
  const time = sentAt?.atMs ?? null;
  const answer = { sentAt: time === null ? null : new Date(time).toISOString(), parts };
  return { reference: String(functionCode), state: end === 'NAK' ? 'refused' : 'done', answer };
}
