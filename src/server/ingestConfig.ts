import type { EdgeConfig } from './ingest/edge/httpParent.ts';
import { existsSync, readFileSync } from 'node:fs';
import type { EndpointProtocol } from '#kernel/observation/reading.ts';
import { readPort, type Reader } from './configReader.ts';
import { readModbusPolls, type ModbusPoll } from './ingest/polling/modbusPolls.ts';
import { readBrokerAddress, type BrokerAddress } from './ingest/endpoints/brokerAddress.ts';

// What is set about devices: where they connect, how they must prove themselves, which brokers are read.

/** Protocols devices connect by; the ones with an s are under TLS. */
export const ingestProtocols = ['hj212', 'gb26875', 'sl651', 'jt808', 'mqtt', 'hj212s', 'gb26875s', 'sl651s', 'jt808s', 'mqtts'] as const;
export type IngestProtocol = (typeof ingestProtocols)[number];
export type IngestPorts = Record<IngestProtocol, number | null>;

/** Whether a protocol of the list is the one under TLS. */
export function isUnderTls(protocol: IngestProtocol): boolean {
  return protocol.endsWith('s');
}

const closed = Object.fromEntries(ingestProtocols.map((protocol) => [protocol, null])) as IngestPorts;
const provable = ['hj212', 'gb26875', 'sl651', 'jt808', 'mqtt'] as const satisfies readonly EndpointProtocol[];

/** Paths of PEM files. */
export interface TlsFiles {
  cert: string;
  key: string;
  ca: string | null;
}

export function readIngest(read: Reader): IngestPorts {
  const name = 'ANLAN_INGEST';
  const ingest: IngestPorts = { ...closed };
  if (read.text(name) === 'off') return ingest;
  for (const part of read
    .text(name)
    .split(',')
    .map((piece) => piece.trim())) {
    const [protocol = '', port = '', ...rest] = part.split(':');
    if (!isIngestProtocol(protocol) || rest.length > 0) {
      read.fault(name, 'choice', {
        zh: `“${part}”应为 协议:端口，协议为 ${ingestProtocols.join('、')} 之一，或整个变量为 off`,
        en: `"${part}" must be protocol:port with one of ${ingestProtocols.join(', ')}, or the whole variable off`,
      });
      continue;
    }
    if (ingest[protocol] !== null)
      read.fault(name, 'unique', { zh: `协议 ${protocol} 写了两次`, en: `protocol ${protocol} is named twice` });
    ingest[protocol] = readPort(read, name, port);
  }
  checkPortsDiffer(read, ingest);
  return ingest;
}

export function readBrokers(read: Reader): BrokerAddress[] {
  const name = 'ANLAN_MQTT_BROKER';
  const words = read
    .text(name)
    .split(/\s+/)
    .filter((word) => word !== '');
  return words.flatMap((word) => {
    const address = readBrokerAddress(word, `anlan-${read.text('ANLAN_COUNTY')}`);
    if (address === null)
      read.fault(name, 'url', {
        zh: '应为 mqtt://主机:端口?topic=主题 形式的地址',
        en: 'must be addresses like mqtt://host:port?topic=filter',
      });
    return address ?? [];
  });
}

function isIngestProtocol(text: string): text is IngestProtocol {
  return ingestProtocols.some((protocol) => protocol === text);
}

function checkPortsDiffer(read: Reader, ingest: IngestPorts): void {
  const taken = new Map<number, string>([[Number(read.text('ANLAN_PORT')), 'ANLAN_PORT']]);
  for (const protocol of ingestProtocols) {
    const port = ingest[protocol];
    if (port === null || port === 0) continue;
    const other = taken.get(port);
    if (other !== undefined)
      read.fault('ANLAN_INGEST', 'unique', {
        zh: `端口 ${port} 同时用于 ${other} 和 ${protocol}`,
        en: `port ${port} is used by both ${other} and ${protocol}`,
      });
    taken.set(port, protocol);
  }
}

/** Protocols that take proven devices only. */
export function readProof(read: Reader): EndpointProtocol[] {
  const words = read
    .text('ANLAN_INGEST_PROOF')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const known = provable.filter((protocol) => words.includes(protocol));
  if (known.length !== new Set(words).size) {
    const list = provable.join(', ');
    read.fault('ANLAN_INGEST_PROOF', 'choice', {
      zh: `应为 ${list} 中的若干，用逗号分开`,
      en: `must be some of ${list}, separated by commas`,
    });
  }
  return known;
}

/** Files of the TLS ports; needed as soon as one is open. */
export function readTlsFiles(read: Reader, ports: IngestPorts): TlsFiles | null {
  const [cert, key, ca] = [file(read, 'ANLAN_INGEST_TLS_CERT'), file(read, 'ANLAN_INGEST_TLS_KEY'), file(read, 'ANLAN_INGEST_TLS_CA')];
  const open = ingestProtocols.find((protocol) => isUnderTls(protocol) && ports[protocol] !== null);
  for (const [name, path] of [
    ['ANLAN_INGEST_TLS_CERT', cert],
    ['ANLAN_INGEST_TLS_KEY', key],
  ] as const)
    if (open !== undefined && path === null)
      read.fault(name, 'required', { zh: `打开 ${open} 端口须设置`, en: `is needed for the port of ${open}` });
  return cert === null || key === null ? null : { cert, key, ca };
}

/** Modbus devices to ask; every mistake of the file is reported. */
export function readPolls(read: Reader): ModbusPoll[] {
  const name = 'ANLAN_MODBUS';
  const path = file(read, name);
  if (path === null || !existsSync(path)) return [];
  const found = readModbusPolls(readFileSync(path, 'utf8'));
  if (found.ok) return found.polls;
  const list = found.problems.join('; ');
  read.fault(name, 'content', { zh: `文件有误：${list}`, en: `the file has mistakes: ${list}` });
  return [];
}

/** Authorities to check brokers against; usable without any TLS port. */
export function readAuthorities(read: Reader): string | null {
  return read.optional('ANLAN_INGEST_TLS_CA');
}

function file(read: Reader, name: string): string | null {
  const path = read.optional(name);
  if (path !== null && !existsSync(path)) read.fault(name, 'file', { zh: '没有这个文件', en: 'there is no such file' });
  return path;
}

/** Whom a town or plant node hands its log up to; address, token and name belong together. */
export function readEdge(read: Reader): EdgeConfig | null {
  const parent = read.url('ANLAN_EDGE_PARENT', ['http:', 'https:'])?.replace(/\/+$/, '') ?? null;
  if (parent === null) return null;
  for (const name of ['ANLAN_EDGE_TOKEN', 'ANLAN_EDGE_ID']) {
    if (read.optional(name) === null)
      read.fault(name, 'required', { zh: '设了 ANLAN_EDGE_PARENT 就须一并设置', en: 'is needed together with ANLAN_EDGE_PARENT' });
  }
  const id = read.matching('ANLAN_EDGE_ID', /^([\w.-]{1,40})?$/, {
    zh: '应为字母、数字、点和横线，最多 40 个',
    en: 'must be letters, digits, dots and dashes, at most 40',
  });
  return { parent, token: read.text('ANLAN_EDGE_TOKEN'), id };
}
