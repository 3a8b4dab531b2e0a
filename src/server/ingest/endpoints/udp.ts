import { createSocket, type RemoteInfo } from 'node:dgram';
import { isIPv6 } from 'node:net';
import type { Decoded } from '#protocols/protocol.ts';
import { usualLimits, type Endpoint, type EndpointOptions, type Limits } from './endpoint.ts';
import type { Peer, WireProtocol } from './wire.ts';

// Devices that send each frame in a datagram of its own. A datagram is whole or not there, so what it leaves unfinished is damage.
// A sender cannot be read more slowly: what comes faster than the disk takes it is dropped, counted and not answered, and the
// device sends it again.

/** Datagrams between socket and disk. */
const mostUnderWay = 4_096;
/** Senders whose rate is watched; whoever has been silent longest is forgotten. */
const mostSenders = 10_000;
const wholeSecond = 1_000;

/** Starts listening. Rejects when the port is taken (`EADDRINUSE`) or not allowed (`EACCES`). */
export async function startUdp<M>(protocol: WireProtocol<M>, options: EndpointOptions, port: number, host: string): Promise<Endpoint> {
  const { clock, pipeline, report } = options;
  const { counters } = pipeline;
  const limits: Limits = { ...usualLimits, ...options.limits };
  const socket = createSocket(isIPv6(host) ? 'udp6' : 'udp4');
  const peers = new Map<string, Peer>();
  const rates = new Map<string, { sinceMs: number; count: number }>();
  let underWay = 0;

  function peerOf({ address, port: from }: RemoteInfo): Peer {
    const remote = `${address}:${from}`;
    const known = peers.get(remote);
    // Set again, so that the first of the map is the one silent longest.
    if (known) peers.delete(remote);
    const peer = known ?? {
      remote,
      fingerprint: null,
      isGone: false,
      send: (bytes: Uint8Array) =>
        socket.send(bytes, from, address, (error) => void (error && counters.count(protocol.protocol, 'connection', 'broken'))),
    };
    peers.set(remote, peer);
    for (const [oldest, gone] of peers.size > mostSenders ? peers.entries().take(1) : []) {
      peers.delete(oldest);
      rates.delete(oldest);
      gone.isGone = true;
      options.commands?.gone(gone);
    }
    return peer;
  }

  /** At most so many datagrams of one sender in a second. */
  function isTooFast(remote: string): boolean {
    const nowMs = clock.nowMs();
    const rate = rates.get(remote);
    if (rate === undefined || nowMs - rate.sinceMs >= wholeSecond || nowMs < rate.sinceMs) {
      rates.set(remote, { sinceMs: nowMs, count: 1 });
      return false;
    }
    rate.count += 1;
    return rate.count > limits.framesPerSecond;
  }

  async function handle(decoded: Decoded<M>, peer: Peer): Promise<void> {
    try {
      if (decoded.ok) await protocol.onFrame(decoded, peer);
      else {
        counters.refuse(protocol.protocol, decoded.code, peer.remote, decoded.frame, decoded.message);
        protocol.onDamage?.(decoded, peer);
      }
    } catch (error) {
      report(error as Error, `${protocol.protocol} endpoint`);
    }
  }

  socket.on('message', (bytes, from) => {
    const peer = peerOf(from);
    if (isTooFast(peer.remote)) return counters.count(protocol.protocol, 'flooding', 'dropped');
    if (underWay >= mostUnderWay) return counters.count(protocol.protocol, 'refused', 'tooMany');
    const decoder = protocol.createDecoder();
    for (const decoded of [...decoder.push(bytes), ...decoder.end()]) {
      underWay += 1;
      void handle(decoded, peer).finally(() => void (underWay -= 1));
    }
  });

  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.bind({ port, address: host, exclusive: true }, () => {
      socket.removeListener('error', reject);
      resolve();
    });
  });
  socket.on('error', (error) => report(error, `${protocol.protocol} endpoint`));
  const { address, port: bound } = socket.address();
  return {
    protocol: protocol.protocol,
    address: { host: address, port: bound },
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}
