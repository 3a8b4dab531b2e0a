import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Timer } from '#kernel/clock/clock.ts';
import type { EndpointProtocol } from '#kernel/observation/reading.ts';
import type { Accepted, Damaged, Decoded, Decoder } from '#protocols/protocol.ts';
import { remoteOf, usualLimits, type Endpoint, type EndpointOptions, type Limits } from './endpoint.ts';
import { createFrameQueue } from './frameQueue.ts';

// Listening for devices that keep a TCP connection and send frames. What a frame means and how it is answered is the
// protocol's file beside this one; here are connections, their limits and their ends.

export interface Peer {
  remote: string;
  /** Sends an answer; a peer that does not read its answers is disconnected. */
  send(bytes: Uint8Array): void;
}

export interface TcpProtocol<M> {
  protocol: EndpointProtocol;
  createDecoder: () => Decoder<M>;
  /** Makes the frame durable, then answers it. */
  onFrame: (frame: Accepted<M>, peer: Peer) => Promise<void>;
  /** Answers bytes that are no message, where the standard has an answer; they are counted already. */
  onDamage?: (damage: Damaged, peer: Peer) => void;
}

/** Starts listening. Rejects when the port is taken (`EADDRINUSE`) or not allowed (`EACCES`). */
export async function startTcp<M>(protocol: TcpProtocol<M>, options: EndpointOptions, port: number, host: string): Promise<Endpoint> {
  const limits: Limits = { ...usualLimits, ...options.limits };
  const { counters } = options.pipeline;
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true, noDelay: true, keepAlive: true, keepAliveInitialDelay: 60_000 }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    serve(socket, protocol, options, limits);
  });
  server.maxConnections = limits.connections;
  server.on('drop', () => counters.count(protocol.protocol, 'connection', 'tooMany'));
  const address = await listen(server, port, host);
  server.on('error', (error) => options.report(error, `${protocol.protocol} endpoint`));
  return {
    protocol: protocol.protocol,
    address,
    close: () => closeAll(server, sockets),
  };
}

/** @returns the address in use */
export function listen(server: Server, port: number, host: string): Promise<{ host: string; port: number }> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      resolve({ host, port: (server.address() as AddressInfo).port });
    });
  });
}

export function closeAll(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of sockets) socket.destroy();
  });
}

const mostUnread = 256 * 1024;

/** Sends bytes; answers given in one turn of the event loop go out together. False when the peer does not read what it is sent. */
export function write(socket: Socket, bytes: Uint8Array): boolean {
  if (socket.destroyed || socket.writableEnded) return true;
  if (socket.writableCorked === 0) {
    socket.cork();
    process.nextTick(() => socket.uncork());
  }
  socket.write(bytes);
  return socket.writableLength <= mostUnread;
}

function serve<M>(
  socket: Socket,
  { protocol, createDecoder, onFrame, onDamage }: TcpProtocol<M>,
  options: EndpointOptions,
  limits: Limits,
): void {
  const { clock, pipeline, report } = options;
  const { counters } = pipeline;
  const decoder = createDecoder();
  const peer: Peer = { remote: remoteOf(socket), send };
  let frameTimer: Timer | null = null;

  const queue = createFrameQueue<Decoded<M>>({
    clock,
    unacknowledged: limits.unacknowledged,
    framesPerSecond: limits.framesPerSecond,
    handle: (decoded) =>
      decoded.ok ? onFrame(decoded, peer).catch((error: Error) => report(error, `${protocol} endpoint`)) : refuse(decoded),
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    onFlooding: () => counters.count(protocol, 'flooding'),
  });

  async function refuse(damage: Damaged): Promise<void> {
    counters.refuse(protocol, damage.code, peer.remote, damage.frame, damage.message);
    onDamage?.(damage, peer);
  }

  function send(bytes: Uint8Array): void {
    if (!write(socket, bytes)) end('notReading');
  }

  function end(reason: string): void {
    counters.count(protocol, 'connection', reason);
    socket.destroy();
  }

  /** A frame whose rest never comes must not swallow what is sent after the pause. */
  function watchFrame(): void {
    frameTimer?.cancel();
    frameTimer = decoder.heldBytes === 0 ? null : clock.after(limits.frameMs, () => queue.push(decoder.end()));
  }

  counters.count(protocol, 'connection', 'opened');
  socket.setTimeout(limits.idleMs, () => end('idle'));
  socket.on('data', (bytes: Buffer) => {
    queue.push(decoder.push(bytes));
    watchFrame();
  });
  socket.on('end', () => {
    queue.push(decoder.end());
    // Answers to what was sent before the half-close still go out.
    void queue.drained().then(() => socket.end());
  });
  socket.on('error', () => counters.count(protocol, 'connection', 'broken'));
  socket.once('close', () => {
    frameTimer?.cancel();
    queue.stop();
  });
}
