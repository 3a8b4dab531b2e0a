import type { Timer } from '#kernel/clock/clock.ts';
import type { EndpointProtocol } from '#kernel/observation/reading.ts';
import type { EndpointOptions } from './endpoint.ts';
import type { Peer } from './wire.ts';

// Messages that come in several packages: whoever goes silent in the middle of one is asked for the packages that never came, and
// given up after three times.

export interface PackageRules<M> {
  protocol: EndpointProtocol;
  /** One text for all packages of a message. */
  keyOf: (message: M) => string;
  /** Numbers that have not come. */
  missingOf: (message: M) => number[];
  /** Frames that ask for them. */
  ask: (message: M, missing: number[], peer: Peer) => Uint8Array[];
  drop: (message: M) => void;
}

export interface PackageRequests<M> {
  /** A package has come and others have not. */
  wait(message: M, peer: Peer): void;
  /** The message is whole, or was given up elsewhere. */
  done(message: M): void;
  stop(): void;
}

const pauseMs = 5_000;
const mostRequests = 3;
/** Unfinished messages that are watched; those beyond are asked for nothing. */
const mostWatched = 10_000;

export function createPackageRequests<M>({ clock, pipeline }: EndpointOptions, rules: PackageRules<M>): PackageRequests<M> {
  const waiting = new Map<string, { timer: Timer; requests: number }>();

  function wait(message: M, peer: Peer, requests: number): void {
    const key = rules.keyOf(message);
    waiting.get(key)?.timer.cancel();
    if (!waiting.has(key) && waiting.size >= mostWatched) return;
    waiting.set(key, { requests, timer: clock.after(pauseMs, () => ask(message, peer, requests)) });
  }

  function ask(message: M, peer: Peer, requests: number): void {
    const missing = rules.missingOf(message);
    if (missing.length === 0 || peer.isGone || requests >= mostRequests) {
      rules.drop(message);
      waiting.delete(rules.keyOf(message));
      pipeline.counters.refuse(
        rules.protocol,
        'incomplete',
        peer.remote,
        '',
        `${rules.keyOf(message)}: packages ${missing.join(', ')} never came`,
      );
      return;
    }
    for (const frame of rules.ask(message, missing, peer)) peer.send(frame);
    pipeline.counters.count(rules.protocol, 'answered', 'packageRequested');
    wait(message, peer, requests + 1);
  }

  return {
    wait: (message, peer) => wait(message, peer, waiting.get(rules.keyOf(message))?.requests ?? 0),
    done(message) {
      waiting.get(rules.keyOf(message))?.timer.cancel();
      waiting.delete(rules.keyOf(message));
    },
    stop() {
      for (const { timer } of waiting.values()) timer.cancel();
      waiting.clear();
    },
  };
}
