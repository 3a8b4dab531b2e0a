import type { Socket } from 'node:net';
import type { Timer } from '#kernel/clock/clock.ts';
import type { Decoded, Decoder } from '#protocols/protocol.ts';
import { remoteOf, usualLimits, type Endpoint, type EndpointOptions, type Limits } from './endpoint.ts';
import { createFrameQueue, type FrameQueue } from './frameQueue.ts';
import { fingerprintOf, startListening, write } from './listener.ts';
import type { Peer, WireProtocol } from './wire.ts';

// Listening for devices that keep a TCP connection and send frames. What a frame means and how it is answered is the
// protocol's file beside this one; here are connections, their limits and their ends.

/** Starts listening. Rejects when the port is taken (`EADDRINUSE`) or not allowed (`EACCES`). */
export async function startTcp<M>(protocol: WireProtocol<M>, options: EndpointOptions, port: number, host: string): Promise<Endpoint> {
  const limits: Limits = { ...usualLimits, ...options.limits };
  const onSocket = (socket: Socket) => void new TcpConnection(socket, protocol, options, limits);
  const listening = await startListening(options, { protocol: protocol.protocol, port, host, limits, onSocket });
  return { protocol: protocol.protocol, ...listening };
}

class TcpConnection<M> {
  readonly #socket: Socket;
  readonly #protocol: WireProtocol<M>;
  readonly #options: EndpointOptions;
  readonly #limits: Limits;
  readonly #decoder: Decoder<M>;
  readonly #queue: FrameQueue<Decoded<M>>;
  readonly #peer: Peer;
  #frameTimer: Timer | null = null;

  constructor(socket: Socket, protocol: WireProtocol<M>, options: EndpointOptions, limits: Limits) {
    this.#socket = socket;
    this.#protocol = protocol;
    this.#options = options;
    this.#limits = limits;
    this.#decoder = protocol.createDecoder();
    this.#peer = { remote: remoteOf(socket), fingerprint: fingerprintOf(socket), isGone: false, send: (bytes) => this.#send(bytes) };
    this.#queue = createFrameQueue<Decoded<M>>({
      clock: options.clock,
      unacknowledged: limits.unacknowledged,
      framesPerSecond: limits.framesPerSecond,
      handle: (decoded) => this.#handle(decoded),
      pause: () => socket.pause(),
      resume: () => socket.resume(),
      onFlooding: () => this.#count('flooding'),
    });
    this.#listen();
  }

  #listen(): void {
    this.#count('connection', 'opened');
    this.#socket.setTimeout(this.#limits.idleMs, () => this.#end('idle'));
    this.#socket.on('data', (bytes: Buffer) => {
      this.#queue.push(this.#decoder.push(bytes));
      this.#watchFrame();
    });
    this.#socket.on('end', () => void this.#leave());
    this.#socket.on('error', () => this.#count('connection', 'broken'));
    this.#socket.once('close', () => {
      this.#peer.isGone = true;
      this.#options.commands?.gone(this.#peer);
      this.#frameTimer?.cancel();
      this.#queue.stop();
    });
  }

  #count(name: string, reason = ''): void {
    this.#options.pipeline.counters.count(this.#protocol.protocol, name, reason);
  }

  async #handle(decoded: Decoded<M>): Promise<void> {
    const { protocol, onFrame, onDamage } = this.#protocol;
    try {
      if (decoded.ok) await onFrame(decoded, this.#peer);
      else {
        this.#options.pipeline.counters.refuse(protocol, decoded.code, this.#peer.remote, decoded.frame, decoded.message);
        onDamage?.(decoded, this.#peer);
      }
    } catch (error) {
      this.#options.report(error as Error, `${protocol} endpoint`);
    }
  }

  #send(bytes: Uint8Array): void {
    if (!write(this.#socket, bytes)) this.#end('notReading');
  }

  #end(reason: string): void {
    this.#count('connection', reason);
    this.#socket.destroy();
  }

  /** Answers to what was sent before the half-close still go out. */
  async #leave(): Promise<void> {
    this.#queue.push(this.#decoder.end());
    await this.#queue.drained();
    this.#socket.end();
  }

  /** A frame whose rest never comes must not swallow what is sent after the pause. */
  #watchFrame(): void {
    this.#frameTimer?.cancel();
    this.#frameTimer = null;
    if (this.#decoder.heldBytes === 0) return;
    this.#frameTimer = this.#options.clock.after(this.#limits.frameMs, () => this.#queue.push(this.#decoder.end()));
  }
}
