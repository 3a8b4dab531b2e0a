import type { EndpointProtocol } from '#kernel/observation/reading.ts';
import type { Accepted, Damaged, Decoder } from '#protocols/protocol.ts';
import type { Endpoint, EndpointOptions } from './endpoint.ts';
import { startTcp } from './tcp.ts';
import { startUdp } from './udp.ts';

// What a protocol of frames says about itself, whatever carries the frames, and the carriers together.

export interface Peer {
  remote: string;
  /** SHA-256 of the TLS certificate it has shown; null without one. */
  fingerprint: string | null;
  /** Its connection has ended. */
  isGone: boolean;
  /** Sends an answer; a peer that does not read its answers is disconnected. */
  send(bytes: Uint8Array): void;
}

export interface WireProtocol<M> {
  protocol: EndpointProtocol;
  createDecoder: () => Decoder<M>;
  /** Makes the frame durable, then answers it. */
  onFrame: (frame: Accepted<M>, peer: Peer) => Promise<void>;
  /** Answers bytes that are no message, where the standard has an answer; they are counted already. */
  onDamage?: (damage: Damaged, peer: Peer) => void;
}

/** Listens on a TCP port and, unless it is under TLS, on the UDP port of the same number. */
export async function startTcpAndUdp<M>(
  protocol: WireProtocol<M>,
  options: EndpointOptions,
  port: number,
  host: string,
): Promise<Endpoint> {
  const tcp = await startTcp(protocol, options, port, host);
  if (options.tls) return tcp;
  try {
    const udp = await startUdp(protocol, options, tcp.address.port, host);
    return { ...tcp, close: async () => void (await Promise.all([tcp.close(), udp.close()])) };
  } catch (error) {
    await tcp.close();
    throw error;
  }
}
