import type { Signal } from '#kernel/observation/reading.ts';
import { generalAnswer, needsAnswer, registrationAnswer, resendRequest, timeAnswer, type results } from '#protocols/jt808/answer.ts';
import { jt808 } from '#protocols/jt808/jt808.ts';
import type { Jt808Message } from '#protocols/jt808/message.ts';
import { createAssembler, type Assembler } from '#protocols/jt808/packets.ts';
import { toReadings } from '#protocols/jt808/readings.ts';
import type { GivenProof } from '../deviceBook.ts';
import { keep, readingOf, tellOnline, type Endpoint, type EndpointOptions } from './endpoint.ts';
import { jt808Answer, jt808Encode } from './jt808Downlink.ts';
import { createPackageRequests } from './packageRequests.ts';
import { startTcp } from './tcp.ts';
import type { Peer } from './wire.ts';

// JT/T 808-2013 and -2019 over TCP. A terminal registers, authenticates with the token it was given, and from then on everything it
// sends is answered once it is durable. A terminal with a key of its own in the register gets no token by registering: it must
// have the key already and authenticate with it. Pictures and sounds are not kept yet, so they are refused.

/** What one connection has been told and has said. */
interface Talk {
  /** Of our next message. */
  serial: number;
  /** Tokens by terminal; a connection mostly carries one. */
  tokens: Map<string, string>;
}

const mostTerminals = 1_000;

export async function startJt808(options: EndpointOptions, port: number, host: string): Promise<Endpoint> {
  const { clock } = options;
  const assembler = createAssembler();
  const talks = new WeakMap<Peer, Talk>();
  const talkOf = (peer: Peer): Talk => {
    const talk = talks.get(peer) ?? { serial: 0, tokens: new Map<string, string>() };
    talks.set(peer, talk);
    return talk;
  };
  const pending = createPackageRequests<Jt808Message>(options, {
    protocol: 'jt808',
    keyOf: ({ phone, id }) => `${phone} ${id.toString(16)}`,
    missingOf: (message) => assembler.missingOf(message).packages,
    ask: (message, _, peer) => [resendRequest(message, next(talkOf(peer)), assembler.missingOf(message))],
    drop: (message) => assembler.drop(message),
  });

  async function take(received: Jt808Message, frame: string, peer: Peer): Promise<void> {
    const message = whole(options, assembler, received, frame, peer);
    if (message === null) {
      if (assembler.missingOf(received).packages.length > 0) pending.wait(received, peer);
      return;
    }
    pending.done(received);
    const talk = talkOf(peer);
    if (message.body.kind === 'registration') return register(options, message, talk, peer);
    if (message.body.kind === 'authentication') giveToken(talk, message.phone, message.body.fields.token);
    const given = { key: talk.tokens.get(message.phone) ?? null, fingerprint: peer.fingerprint };
    const result = await outcomeOf(options, message, frame, peer, given);
    if (result === 'done') tell(options, message, talk, peer);
    if (message.body.kind === 'timeQuery') peer.send(timeAnswer(message, next(talk), clock.nowMs()));
    else if (needsAnswer(message) || message.body.kind === 'mediaData') answer(options, received, message, talk, peer, result);
  }

  const endpoint = await startTcp<Jt808Message>(
    { protocol: 'jt808', createDecoder: jt808.createDecoder, onFrame: ({ message, frame }, peer) => take(message, frame, peer) },
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

function next(talk: Talk): number {
  const { serial } = talk;
  talk.serial = (serial + 1) % 65_536;
  return serial;
}

/** A connection that invents terminals is let in with so many. */
function giveToken(talk: Talk, phone: string, token: string): void {
  if (talk.tokens.has(phone) || talk.tokens.size < mostTerminals) talk.tokens.set(phone, token);
}

/** The whole message a package completes; null while others are missing or when it cannot be read. */
function whole(
  { pipeline }: EndpointOptions,
  assembler: Assembler,
  received: Jt808Message,
  frame: string,
  peer: Peer,
): Jt808Message | null {
  const { message, reason } = assembler.add(received);
  if (reason !== null) pipeline.counters.refuse('jt808', 'invalidFormat', peer.remote, frame, reason);
  return message;
}

/** Registration gives a token only where none is asked for: whoever knows a phone number could register. */
function register({ book, pipeline }: EndpointOptions, message: Jt808Message, talk: Talk, peer: Peer): void {
  const { counters } = pipeline;
  const problem = book.check('jt808', deviceKeyOf(message), { fingerprint: peer.fingerprint });
  const result = problem === null ? 'done' : problem === 'proofRequired' ? 'noTerminal' : 'terminalRegistered';
  if (problem !== null) counters.refuse('jt808', problem, peer.remote, '', `registration of ${message.phone}`);
  peer.send(registrationAnswer(message, next(talk), result, message.phone));
  counters.count('jt808', 'answered', problem === null ? '' : 'denied');
}

async function outcomeOf(
  options: EndpointOptions,
  message: Jt808Message,
  frame: string,
  peer: Peer,
  given: GivenProof,
): Promise<keyof typeof results> {
  const { clock, pipeline } = options;
  const { signal, problems } = jt808Signal(message, frame, clock.nowMs(), peer.remote);
  for (const { rule, value } of problems) pipeline.counters.refuse('jt808', rule, peer.remote, frame, value);
  const outcome = await keep(options, signal, given);
  if (outcome !== 'kept') return 'failed';
  if (message.body.kind === 'unknown') return 'unsupported';
  if (message.body.kind !== 'mediaData') return 'done';
  pipeline.counters.refuse('jt808', 'pictureNotTaken', peer.remote, frame, signal.deviceKey);
  return 'unsupported';
}

/** Every package of a message has a serial of its own that waits for an answer. */
function answer(
  { pipeline }: EndpointOptions,
  received: Jt808Message,
  message: Jt808Message,
  talk: Talk,
  peer: Peer,
  result: keyof typeof results,
): void {
  const packages = received.packet?.total ?? 1;
  for (let at = 0; at < packages; at++)
    peer.send(generalAnswer({ ...message, serial: (message.serial + at) % 65_536 }, next(talk), result));
  pipeline.counters.count('jt808', 'answered', result === 'done' ? '' : 'denied');
}

function tell(options: EndpointOptions, message: Jt808Message, talk: Talk, peer: Peer): void {
  const deviceKey = deviceKeyOf(message);
  tellOnline(
    options,
    deviceKey,
    peer,
    jt808Encode(message, () => next(talk)),
  );
  const said = jt808Answer(message);
  if (said !== null) options.commands?.answered(deviceKey, said);
}

/** Phone numbers have 12 digits in one edition and 20 in the other; a terminal that is updated stays the same device. */
function deviceKeyOf({ phone }: Jt808Message): string {
  return `jt808:${phone.replace(/^0+(?=\d)/, '')}`;
}

/** What a message says, as a signal of its terminal. */
export function jt808Signal(message: Jt808Message, frame: string, receivedAtMs: number, remote: string) {
  const { readings, problems } = toReadings(message);
  const signal: Signal = {
    protocol: 'jt808',
    deviceKey: deviceKeyOf(message),
    receivedAtMs,
    remote,
    readings: readings.map((reading) => readingOf(reading, 'good')),
    raw: frame,
  };
  return { signal, problems };
}
