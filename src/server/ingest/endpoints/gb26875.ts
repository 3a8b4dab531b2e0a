import type { Signal } from '#kernel/observation/reading.ts';
import { confirm, deny, needsConfirm, refuse as refuseMessage } from '#protocols/gb26875/answer.ts';
import { gb26875 } from '#protocols/gb26875/gb26875.ts';
import { addressText, type FireMessage } from '#protocols/gb26875/message.ts';
import { toReadings } from '#protocols/gb26875/readings.ts';
import { keep, readingOf, tellOnline, type Endpoint, type EndpointOptions } from './endpoint.ts';
import { gb26875Answer, gb26875Encode } from './gb26875Downlink.ts';
import { startTcpAndUdp } from './wire.ts';

// GB/T 26875.3-2011 over TCP or UDP: what a user transmission device sends is confirmed (command 3) once durable; a frame with a wrong
// checksum or a reserved command, and one that could not be kept, is denied (command 6), so that the device sends it again at once
// and not after its 10 s. The protocol has no keys: a device that must prove itself does so by its TLS certificate.

const deniedCodes: ReadonlySet<string> = new Set(['checksum', 'unknownCommand']);

export function startGb26875(options: EndpointOptions, port: number, host: string): Promise<Endpoint> {
  const { clock, pipeline } = options;
  const { counters } = pipeline;
  return startTcpAndUdp<FireMessage>(
    {
      protocol: 'gb26875',
      createDecoder: gb26875.createDecoder,
      async onFrame({ message, frame }, peer) {
        const { signal, problems } = gb26875Signal(message, frame, clock.nowMs(), peer.remote);
        for (const { rule, value } of problems) counters.refuse('gb26875', rule, peer.remote, frame, value);
        const outcome = await keep(options, signal, peer);
        if (outcome === 'kept') {
          tellOnline(options, signal.deviceKey, peer, gb26875Encode(message));
          const answer = gb26875Answer(message);
          if (answer !== null) options.commands?.answered(signal.deviceKey, answer);
        }
        if (!needsConfirm(message)) return;
        const isKept = outcome === 'kept';
        peer.send(isKept ? confirm(message, clock.nowMs()) : refuseMessage(message, clock.nowMs()));
        counters.count('gb26875', 'answered', isKept ? '' : 'denied');
      },
      onDamage(damage, peer) {
        const answer = deniedCodes.has(damage.code) ? deny(damage.frame, clock.nowMs()) : null;
        if (answer === null) return;
        peer.send(answer);
        counters.count('gb26875', 'answered', 'denied');
      },
    },
    options,
    port,
    host,
  );
}

/** What a message says, as a signal of the device it came from. */
export function gb26875Signal(message: FireMessage, frame: string, receivedAtMs: number, remote: string) {
  const { readings, problems } = toReadings(message);
  const signal: Signal = {
    protocol: 'gb26875',
    deviceKey: `gb26875:${addressText(message.source)}`,
    receivedAtMs,
    remote,
    readings: readings.map((reading) => readingOf(reading, 'good')),
    raw: frame,
  };
  return { signal, problems };
}
