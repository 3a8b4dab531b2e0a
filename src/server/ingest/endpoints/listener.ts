import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';
import type { EndpointOptions, Limits } from './endpoint.ts';
import type { EndpointProtocol } from '#kernel/observation/reading.ts';

// Listening on a TCP port, plain or under TLS, and writing to what connects. What is said there is tcp.ts and mqtt.ts.

/** PEM texts of a TLS endpoint. */
export interface TlsMaterial {
  cert: string;
  key: string;
  /** Authorities that sign devices' certificates; null = any certificate may be shown, its fingerprint decides. */
  ca: string | null;
}

export interface Listening {
  address: { host: string; port: number };
  close(): Promise<void>;
}

export interface ListeningOptions {
  protocol: EndpointProtocol;
  port: number;
  host: string;
  limits: Limits;
  onSocket: (socket: Socket) => void;
}

const handshakeMs = 10_000;

/** Starts listening. Rejects when the port is taken (`EADDRINUSE`) or not allowed (`EACCES`). */
export async function startListening(options: EndpointOptions, listening: ListeningOptions): Promise<Listening> {
  const { pipeline, report, tls } = options;
  const { protocol, port, host, limits, onSocket } = listening;
  const sockets = new Set<Socket>();
  const usual = { allowHalfOpen: true, noDelay: true, keepAlive: true, keepAliveInitialDelay: 60_000 };
  const take = (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    if (socket instanceof TLSSocket && tls?.ca && hasForeignCertificate(socket)) {
      pipeline.counters.count(protocol, 'connection', 'wrongCertificate');
      socket.destroy();
    } else onSocket(socket);
  };
  const server = tls
    ? createTlsServer(
        {
          ...usual,
          cert: tls.cert,
          key: tls.key,
          ...(tls.ca !== null && { ca: tls.ca }),
          requestCert: true,
          rejectUnauthorized: false,
          handshakeTimeout: handshakeMs,
          minVersion: 'TLSv1.2',
        },
        take,
      )
    : createServer(usual, take);
  server.maxConnections = limits.connections;
  server.on('drop', () => pipeline.counters.count(protocol, 'connection', 'tooMany'));
  server.on('tlsClientError', (_error: Error, socket: Socket) => {
    pipeline.counters.count(protocol, 'connection', 'handshake');
    socket.destroy();
  });
  const address = await listen(server, port, host);
  server.on('error', (error) => report(error, `${protocol} endpoint`));
  return { address, close: () => closeAll(server, sockets) };
}

/** A certificate was shown that our authorities did not sign; none at all is for the device's declaration to judge. */
function hasForeignCertificate(socket: TLSSocket): boolean {
  return fingerprintOf(socket) !== null && !socket.authorized;
}

/** SHA-256 of the certificate a peer has shown and holds the key of, in lower-case hexadecimal; null without one. */
export function fingerprintOf(socket: Socket): string | null {
  if (!(socket instanceof TLSSocket)) return null;
  const { fingerprint256 } = socket.getPeerCertificate();
  return fingerprint256 === undefined ? null : fingerprint256.replaceAll(':', '').toLowerCase();
}

/** @returns the address in use */
function listen(server: Server, port: number, host: string): Promise<{ host: string; port: number }> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      resolve({ host, port: (server.address() as AddressInfo).port });
    });
  });
}

function closeAll(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
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
