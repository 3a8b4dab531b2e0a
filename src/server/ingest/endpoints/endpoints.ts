import type { Clock } from '#kernel/clock/clock.ts';
import type { EndpointProtocol } from '#kernel/observation/reading.ts';
import { ingestProtocols, isUnderTls, type IngestPorts, type IngestProtocol } from '../../ingestConfig.ts';
import type { CommandDesk } from '../commands/commandDesk.ts';
import { pollModbus } from '../polling/modbusMaster.ts';
import type { ModbusPoll } from '../polling/modbusPolls.ts';
import type { Contacts } from '../contacts.ts';
import type { DeviceBook } from '../deviceBook.ts';
import type { PayloadBook } from '../payloadBook.ts';
import type { Pipeline } from '../pipeline.ts';
import type { BrokerAddress } from './brokerAddress.ts';
import type { Endpoint, EndpointOptions, Source } from './endpoint.ts';
import { startGb26875 } from './gb26875.ts';
import { startHj212 } from './hj212.ts';
import type { TlsMaterial } from './listener.ts';
import { startJt808 } from './jt808.ts';
import { startMqtt } from './mqtt.ts';
import { readBroker } from './mqttBroker.ts';
import { startSl651 } from './sl651.ts';

// The endpoints devices connect to. A new protocol adds a line.

type Start = (options: EndpointOptions, port: number, host: string) => Promise<Endpoint>;

const starts = {
  gb26875: startGb26875,
  gb26875s: startGb26875,
  hj212: startHj212,
  hj212s: startHj212,
  jt808: startJt808,
  jt808s: startJt808,
  mqtt: startMqtt,
  mqtts: startMqtt,
  sl651: startSl651,
  sl651s: startSl651,
} satisfies Record<IngestProtocol, Start>;

/** Where devices connect. */
export interface ListeningAddress {
  protocol: EndpointProtocol;
  host: string;
  port: number;
  isTls: boolean;
}

export interface OpenEndpoints {
  addresses: readonly ListeningAddress[];
  sources: readonly Source[];
  close(): Promise<void>;
}

export interface EndpointsConfig {
  host: string;
  ingest: IngestPorts;
  brokers: readonly BrokerAddress[];
  modbusPolls: readonly ModbusPoll[];
  /** PEM text of the authorities that sign brokers' certificates; null = the system's. */
  brokerAuthorities: string | null;
  /** Certificate and key of the ports under TLS. */
  tls: TlsMaterial | null;
}

/** Opens the endpoints that have a port (0 = any free one). Rejects when one cannot be opened; those before it are closed again. */
export async function openEndpoints(options: {
  pipeline: Pipeline;
  config: EndpointsConfig;
  book: DeviceBook;
  contacts: Contacts;
  commands: CommandDesk;
  payloads: PayloadBook;
  clock: Clock;
  report: (error: Error, where: string) => void;
}): Promise<OpenEndpoints> {
  const { config, ...given } = options;
  const open: Endpoint[] = [];
  const addresses: ListeningAddress[] = [];
  const sources: Source[] = [];
  const close = async () => void (await Promise.all([...open, ...sources].map((one) => one.close())));
  try {
    for (const name of ingestProtocols) {
      const port = config.ingest[name];
      if (port === null) continue;
      const tls = isUnderTls(name) ? config.tls : null;
      const endpoint = await starts[name]({ ...given, ...(tls && { tls }) }, port, config.host);
      open.push(endpoint);
      addresses.push({ protocol: endpoint.protocol, ...endpoint.address, isTls: tls !== null });
    }
  } catch (error) {
    await close();
    throw error;
  }
  sources.push(...config.brokers.map((address) => readBroker(address, { ...given, authorities: config.brokerAuthorities })));
  sources.push(...config.modbusPolls.map((poll) => pollModbus(poll, given)));
  return { addresses, sources, close };
}
