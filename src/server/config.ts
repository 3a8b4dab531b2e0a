import { isAbsolute, resolve } from 'node:path';
import { roles, type Role } from '#kernel/access/access.ts';
import type { Language, Text } from '#kernel/language/text.ts';
import { type FieldError, type Outcome, accept, refuse } from '#kernel/problem/refusal.ts';
import type { SsoConfig } from './access/singleSignOn.ts';
import type { EndpointProtocol } from '#kernel/observation/reading.ts';
import { Reader, readPort, type Environment } from './configReader.ts';
import { variables } from './configVariables.ts';
import type { EdgeConfig } from './ingest/edge/httpParent.ts';
import type { ModbusPoll } from './ingest/polling/modbusPolls.ts';
import type { BrokerAddress } from './ingest/endpoints/brokerAddress.ts';
import {
  readAuthorities,
  readBrokers,
  readEdge,
  readIngest,
  readPolls,
  readProof,
  readTlsFiles,
  type IngestPorts,
  type TlsFiles,
} from './ingestConfig.ts';

export { programFolder, variables, type Variable } from './configVariables.ts';
export { ingestProtocols } from './ingestConfig.ts';

// Everything that is set from outside, read once and checked; the variables are listed in configVariables.ts. Nothing else reads
// the environment.

export interface Config {
  /** TCP port of the web page and API; 0 = any free port. */
  port: number;
  host: string;
  /** Absolute path. */
  dataFolder: string;
  /** PostgreSQL to use instead of the embedded one. */
  databaseUrl: string | null;
  /** Division code of the county pack, six digits. */
  county: string;
  /** Creates the account `admin` on the first start. */
  adminPassword: string | null;
  /** TCP port of each device protocol; null = closed, 0 = any free port. */
  ingest: IngestPorts;
  /** Protocols that take only devices that prove who they are. */
  ingestProof: EndpointProtocol[];
  /** Certificate and key of the TLS ports; null = there are none. */
  ingestTls: TlsFiles | null;
  /** PEM file of the authorities a broker's certificate is checked against; null = the system's. */
  brokerAuthorities: string | null;
  /** MQTT brokers whose messages are read. */
  brokers: BrokerAddress[];
  /** Modbus TCP devices that are asked on a schedule. */
  modbusPolls: ModbusPoll[];
  /** Set on a town or plant node: whom it hands its log up to; absent or null = nobody. */
  edge?: EdgeConfig | null;
  lang: Language;
  demo: boolean;
  smtpUrl: string | null;
  mailFrom: string;
  /** File that declares the SMS gateway and the voice call service; absent or null = neither is used. */
  gateways?: string | null;
  /** Address under which browsers and feed readers reach this server, without a slash at the end. */
  publicUrl: string | null;
  /** OpenID Connect provider for single sign-on; null = none. */
  oidc: SsoConfig | null;
}

/**
 * Reads the configuration; on a mistake every one is reported with variable, value and rule.
 * @returns refusal `config-invalid` otherwise
 */
export function readConfig(environment: Environment): Outcome<Config> {
  const read = new Reader(environment);
  const ingest = readIngest(read);
  const config: Config = {
    port: readPort(read, 'ANLAN_PORT', read.text('ANLAN_PORT')) ?? 0,
    host: read.matching('ANLAN_HOST', /^[\w.:-]+$/, { zh: '应为 IP 地址或主机名', en: 'must be an IP address or host name' }),
    dataFolder: absolute(read.text('ANLAN_DATA')),
    databaseUrl: read.url('DATABASE_URL', ['postgres:', 'postgresql:']),
    county: read.matching('ANLAN_COUNTY', /^\d{6}$/, { zh: '应为六位行政区划代码', en: 'must be a division code of six digits' }),
    adminPassword: read.optional('ANLAN_ADMIN_PASSWORD'),
    ingest,
    ingestProof: readProof(read),
    ingestTls: readTlsFiles(read, ingest),
    brokerAuthorities: readAuthorities(read),
    brokers: readBrokers(read),
    modbusPolls: readPolls(read),
    edge: readEdge(read),
    lang: read.matching('ANLAN_LANG', /^(zh|en)$/, { zh: '应为 zh 或 en', en: 'must be zh or en' }) as Language,
    demo: read.matching('ANLAN_DEMO', /^[01]$/, { zh: '应为 0 或 1', en: 'must be 0 or 1' }) === '1',
    smtpUrl: read.url('ANLAN_SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: read.matching('ANLAN_MAIL_FROM', /^[^\r\n]*@[^\r\n]+$/, { zh: '应为邮件地址', en: 'must be an e-mail address' }),
    gateways: read.optional('ANLAN_GATEWAYS'),
    publicUrl: read.url('ANLAN_PUBLIC_URL', ['http:', 'https:'])?.replace(/\/+$/, '') ?? null,
    oidc: readOidc(read),
  };
  return read.faults.length === 0 ? accept(config) : refusal(read.faults);
}

function refusal(faults: FieldError[]): Outcome<Config> {
  const text: Text = {
    zh: `配置有误：${faults.map((fault) => fault.text.zh).join('；')}。`,
    en: `The configuration is wrong: ${faults.map((fault) => fault.text.en).join('; ')}.`,
  };
  return refuse('config-invalid', 422, text, { fields: faults });
}

function absolute(path: string): string {
  return isAbsolute(path) ? path : resolve(path);
}

/** Issuer, client id and secret belong together; plain http is taken only from this very machine. */
function readOidc(read: Reader): SsoConfig | null {
  const issuer = read.url('ANLAN_OIDC_ISSUER', ['http:', 'https:']);
  const clientId = read.optional('ANLAN_OIDC_CLIENT_ID');
  const clientSecret = read.optional('ANLAN_OIDC_CLIENT_SECRET');
  const newcomers = read.optional('ANLAN_OIDC_NEWCOMERS');
  if (newcomers !== null && !Object.hasOwn(roles, newcomers)) {
    const list = Object.keys(roles).join(', ');
    read.fault('ANLAN_OIDC_NEWCOMERS', 'choice', { zh: `应为 ${list} 之一`, en: `must be one of ${list}` });
  }
  if (issuer === null) return null;
  if (/^http:\/\/(?!(localhost|127\.0\.0\.1|\[::1\])([:/]|$))/.test(issuer))
    read.fault('ANLAN_OIDC_ISSUER', 'secure', { zh: '须用 https', en: 'must use https' });
  for (const name of ['ANLAN_OIDC_CLIENT_ID', 'ANLAN_OIDC_CLIENT_SECRET'] as const)
    if (read.optional(name) === null)
      read.fault(name, 'required', { zh: '设了 ANLAN_OIDC_ISSUER 就须一并设置', en: 'is needed together with ANLAN_OIDC_ISSUER' });
  return { issuer, clientId: clientId ?? '', clientSecret: clientSecret ?? '', newcomers: newcomers as Role | null };
}

/** Names that look like ours but are not: a typing mistake the user should hear of. */
export function unknownVariables(environment: Environment): string[] {
  const known = new Set([...variables.map((variable) => variable.name), 'ANLAN_CHROMIUM', 'ANLAN_TEST_DATABASE_URL']);
  return Object.keys(environment)
    .filter((name) => name.startsWith('ANLAN_') && !known.has(name))
    .sort();
}
