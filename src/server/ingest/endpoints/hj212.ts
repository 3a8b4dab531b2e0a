import type { Quality, Signal } from '#kernel/observation/reading.ts';
import { answerTo, requestAnswer } from '#protocols/hj212/answer.ts';
import { hj212 } from '#protocols/hj212/hj212.ts';
import { flagBits, type Hj212Message } from '#protocols/hj212/message.ts';
import { toReadings, type Hj212Reading } from '#protocols/hj212/readings.ts';
import { isProofProblem, keep, readingOf, tellOnline, type Endpoint, type EndpointOptions } from './endpoint.ts';
import { hj212Answer, hj212Encode } from './hj212Downlink.ts';
import { startTcp } from './tcp.ts';
import type { Peer } from './wire.ts';

// HJ 212-2017 over TCP. A message is answered when its flag asks for it, after it is durable; one that was not kept hears 9011 with
// QnRtn 3 (password) or 2 (rejected), which are no receipts, so the device keeps its data. A frame with a wrong CRC gets no
// answer: the standard has QnRtn 9 for requests of the centre only, and a device that waits in vain sends again.

/** Means of a period are another series than what is measured now, although their factor code is the same. */
const periodChannels: Readonly<Record<string, string>> = { '2031': 'day', '2051': 'minute', '2061': 'hour' };

/** N is a plain measurement and T one over the device's own limit; every other flag says that something else was going on. */
const measuredFlags: ReadonlySet<string> = new Set(['N', 'T']);

/** Keys of requestAnswers (protocols/hj212/codes.table.ts). */
const rejected = 2;
const wrongPassword = 3;

export function startHj212(options: EndpointOptions, port: number, host: string): Promise<Endpoint> {
  const { counters } = options.pipeline;
  return startTcp<Hj212Message>(
    {
      protocol: 'hj212',
      createDecoder: hj212.createDecoder,
      async onFrame({ message, frame }, peer) {
        const { signal, problems } = hj212Signal(message, frame, options.clock.nowMs(), peer.remote);
        for (const { name, value, rule } of problems) counters.refuse('hj212', rule, peer.remote, frame, `${name}=${value}`);
        const outcome = await keep(options, signal, { key: message.password, fingerprint: peer.fingerprint });
        if (outcome === 'kept') talk(options, signal.deviceKey, message, peer);
        const answer = answerTo(message);
        if (answer === null) return;
        peer.send(outcome === 'kept' ? answer : requestAnswer(message, isProofProblem(outcome) ? wrongPassword : rejected));
        counters.count('hj212', 'answered', outcome === 'kept' ? '' : 'denied');
      },
    },
    options,
    port,
    host,
  );
}

/** Command by which a device asks for the time (HJ 212-2017, 1013). */
const asksForTime = '1013';

/** A believed device can be told something on this connection, may have answered something, and is told the time when it asks. */
function talk(options: EndpointOptions, deviceKey: string, message: Hj212Message, peer: Peer): void {
  const { clock, commands, book, pipeline } = options;
  const encode = hj212Encode(message, book.device(deviceKey)?.secret ?? null);
  tellOnline(options, deviceKey, peer, encode);
  const answer = hj212Answer(message);
  if (answer !== null) commands?.answered(deviceKey, answer);
  const time = message.command === asksForTime ? encode('setTime', {}, clock.nowMs()) : null;
  if (time === null) return;
  peer.send(time.bytes);
  pipeline.counters.count('hj212', 'answered', 'timeTold');
}

/** What a message says, as a signal of its device. */
export function hj212Signal(message: Hj212Message, frame: string, receivedAtMs: number, remote: string) {
  const { readings, problems } = toReadings(message);
  const channel = periodChannels[message.command] ?? '';
  const signal: Signal = {
    protocol: 'hj212',
    deviceKey: `hj212:${message.deviceId}`,
    receivedAtMs,
    remote,
    readings: withoutDoubles(readings).map((reading) => readingOf({ ...reading, channel }, qualityOf(reading, message))),
    raw: frame,
  };
  return { signal, problems };
}

/** Where one message gives the momentary value and the mean of a factor for the same instant, the momentary one counts. */
function withoutDoubles(readings: readonly Hj212Reading[]): Hj212Reading[] {
  const momentary = new Set(readings.filter(({ suffix }) => suffix === 'Rtd').map(({ quantity, atMs }) => `${quantity}@${atMs}`));
  return readings.filter(({ quantity, atMs, suffix }) => suffix === 'Rtd' || !momentary.has(`${quantity}@${atMs}`));
}

/** Devices of 2005 flag by digits whose meaning depends on the system type; only letters are judged. */
function qualityOf({ flag }: Hj212Reading, message: Hj212Message): Quality {
  if (flag === null || (flagBits(message.flag).version === 0 && /\d/.test(flag))) return 'good';
  return measuredFlags.has(flag) ? 'good' : 'device';
}
