import type { Clock } from '#kernel/clock/clock.ts';
import type { EndpointProtocol } from '#kernel/observation/reading.ts';
import type { Pipeline } from '../pipeline.ts';
import type { BrokerAddress } from './brokerAddress.ts';
import type { Endpoint, EndpointOptions, Source } from './endpoint.ts';
import { startGb26875 } from './gb26875.ts';
import { startHj212 } from './hj212.ts';
import { startMqtt } from './mqtt.ts';
import { readBroker } from './mqttBroker.ts';

// The endpoints devices connect to. A new protocol adds a line.

type Start = (options: EndpointOptions, port: number, host: string) => Promise<Endpoint>;

const starts = { gb26875: startGb26875, hj212: startHj212, mqtt: startMqtt } satisfies Partial<Record<EndpointProtocol, Start>>;
export type ListeningProtocol = keyof typeof starts;

export interface OpenEndpoints {
  addresses: readonly { protocol: EndpointProtocol; host: string; port: number }[];
  sources: readonly Source[];
  close(): Promise<void>;
}

/** Opens the endpoints that have a port (0 = any free one). Rejects when one cannot be opened; those before it are closed again. */
export async function openEndpoints(options: {
  pipeline: Pipeline;
  config: { host: string; ingest: Readonly<Record<ListeningProtocol, number | null>>; brokers: readonly BrokerAddress[] };
  clock: Clock;
  report: (error: Error, where: string) => void;
}): Promise<OpenEndpoints> {
  const { config, ...given } = options;
  const open: Endpoint[] = [];
  const sources: Source[] = [];
  const close = async () => void (await Promise.all([...open, ...sources].map((one) => one.close())));
  try {
    for (const protocol of Object.keys(starts) as ListeningProtocol[]) {
      const port = config.ingest[protocol];
      if (port !== null) open.push(await starts[protocol](given, port, config.host));
    }
  } catch (error) {
    await close();
    throw error;
  }
  sources.push(...config.brokers.map((address) => readBroker(address, { ...given, authorities: null })));
  return { addresses: open.map(({ protocol, address }) => ({ protocol, ...address })), sources, close };
}
