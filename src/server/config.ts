import { isAbsolute, join, resolve } from 'node:path';
import { roles, type Role } from '#kernel/access/access.ts';
import type { Language, Text } from '#kernel/language/text.ts';
import { type FieldError, type Outcome, accept, refuse } from '#kernel/problem/refusal.ts';
import type { SsoConfig } from './access/singleSignOn.ts';
import { readBrokerAddress, type BrokerAddress } from './ingest/endpoints/brokerAddress.ts';

// Everything that is set from outside, one line a variable. `anlan config` prints this table; nothing else reads the
// environment.

/** Folder of the program: where package.json lies. */
export const programFolder = join(import.meta.dirname, '..', '..');

export const ingestProtocols = ['hj212', 'gb26875', 'mqtt'] as const;
export type IngestProtocol = (typeof ingestProtocols)[number];

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
  ingest: Record<IngestProtocol, number | null>;
  /** MQTT brokers whose messages are read. */
  brokers: BrokerAddress[];
  lang: Language;
  demo: boolean;
  smtpUrl: string | null;
  mailFrom: string;
  /** Address under which browsers and feed readers reach this server, without a slash at the end. */
  publicUrl: string | null;
  /** OpenID Connect provider for single sign-on; null = none. */
  oidc: SsoConfig | null;
}

export interface Variable {
  name: string;
  standard: string;
  meaning: Text;
  /** Holds a password; its value is never shown. */
  secret?: boolean;
}

export const variables: readonly Variable[] = [
  {
    name: 'ANLAN_ADMIN_PASSWORD',
    standard: '',
    secret: true,
    meaning: {
      zh: '仅首次启动：建立管理员 admin 并设此口令；不设则打印一次性设置链接',
      en: 'First start only: creates the account admin with this password; without it a one-time set-up link is printed',
    },
  },
  {
    name: 'ANLAN_COUNTY',
    standard: '341322',
    meaning: { zh: '县级行政区划代码（counties 下的文件夹）', en: 'Division code of the county (a folder of counties)' },
  },
  {
    name: 'ANLAN_DATA',
    standard: join(programFolder, 'data'),
    meaning: { zh: '数据文件夹：数据库、接收日志、附件', en: 'Data folder: database, ingest log, files' },
  },
  { name: 'ANLAN_DEMO', standard: '0', meaning: { zh: '1：装入带演示标记的示例数据', en: '1: fills the county with a marked demo story' } },
  {
    name: 'ANLAN_HOST',
    standard: '127.0.0.1',
    meaning: { zh: '监听地址；0.0.0.0 表示本机所有网卡', en: 'Address to listen on; 0.0.0.0 is every network card' },
  },
  {
    name: 'ANLAN_INGEST',
    standard: 'mqtt:1883,hj212:9212,gb26875:9526',
    meaning: {
      zh: '设备接入协议及端口；off 全部关闭，端口 0 为任意空闲端口',
      en: 'Device protocols and ports; off closes all, port 0 is any free port',
    },
  },
  {
    name: 'ANLAN_LANG',
    standard: 'zh',
    meaning: { zh: '命令行与邮件的语言：zh 或 en', en: 'Language of the command line and of e-mails: zh or en' },
  },
  { name: 'ANLAN_MAIL_FROM', standard: 'anlan@localhost', meaning: { zh: '外发邮件的发件人', en: 'Sender of outgoing e-mail' } },
  {
    name: 'ANLAN_MQTT_BROKER',
    standard: '',
    secret: true,
    meaning: {
      zh: '从已有的 MQTT 服务器读取，如 mqtt://用户:口令@broker.example:1883?topic=xe/#；多个用空格分开；mqtts 为加密；client= 为会话名（默认 anlan-县代码）',
      en: 'Existing MQTT brokers to read from, such as mqtt://user:password@broker.example:1883?topic=xe/#, separated by blanks; mqtts is encrypted; client= names the session (anlan-<county> otherwise)',
    },
  },
  {
    name: 'ANLAN_OIDC_CLIENT_ID',
    standard: '',
    meaning: { zh: '统一身份认证：本系统的客户端编号', en: 'Single sign-on: client id of this installation' },
  },
  {
    name: 'ANLAN_OIDC_CLIENT_SECRET',
    standard: '',
    secret: true,
    meaning: { zh: '统一身份认证：客户端密钥', en: 'Single sign-on: client secret' },
  },
  {
    name: 'ANLAN_OIDC_ISSUER',
    standard: '',
    meaning: {
      zh: '统一身份认证（OpenID Connect）的地址；不设则只用账号密码登录。回调地址为 <ANLAN_PUBLIC_URL>/api/v1/session/sso/callback',
      en: 'OpenID Connect issuer for single sign-on; without it people sign in by password. Redirect URI: <ANLAN_PUBLIC_URL>/api/v1/session/sso/callback',
    },
  },
  {
    name: 'ANLAN_OIDC_NEWCOMERS',
    standard: '',
    meaning: {
      zh: '统一身份认证中有而本系统没有的人，自动建账号并授此角色（如 viewer）；不设则拒绝',
      en: 'Role for people the provider knows and Anlan does not (such as viewer), who then get an account; without it they are refused',
    },
  },
  {
    name: 'ANLAN_PORT',
    standard: '8080',
    meaning: { zh: '网页与接口的端口；0 为任意空闲端口', en: 'Port of the web page and API; 0 is any free port' },
  },
  {
    name: 'ANLAN_PUBLIC_URL',
    standard: '',
    meaning: {
      zh: '用户访问安澜的地址，用于邀请链接、设置链接和预警信息源',
      en: 'Address under which users reach Anlan, for invitations, set-up links and the warning feed',
    },
  },
  {
    name: 'ANLAN_SMTP_URL',
    standard: '',
    secret: true,
    meaning: {
      zh: '邮件服务器，如 smtp://用户:口令@mail.example:587；不设则不发邮件',
      en: 'Mail server, such as smtp://user:password@mail.example:587; without it no e-mail is sent',
    },
  },
  {
    name: 'DATABASE_URL',
    standard: '',
    secret: true,
    meaning: {
      zh: '使用已有的 PostgreSQL（15 或更新）代替内置数据库',
      en: 'A PostgreSQL (15 or newer) to use instead of the embedded one',
    },
  },
];

type Environment = Readonly<Record<string, string | undefined>>;

/** One variable's text turned into its value, or the rule it breaks. */
class Reader {
  readonly faults: FieldError[] = [];
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  text(name: string): string {
    const given = this.#environment[name]?.trim();
    return given === undefined || given === '' ? (variables.find((variable) => variable.name === name)?.standard ?? '') : given;
  }

  optional(name: string): string | null {
    return this.text(name) === '' ? null : this.text(name);
  }

  fault(name: string, rule: string, text: Text): void {
    const secret = variables.find((variable) => variable.name === name)?.secret === true;
    const value = secret ? '***' : this.text(name);
    this.faults.push({ field: name, value, rule, text: { zh: `${name}=${value}：${text.zh}`, en: `${name}=${value}: ${text.en}` } });
  }

  matching(name: string, pattern: RegExp, text: Text): string {
    if (!pattern.test(this.text(name))) this.fault(name, 'pattern', text);
    return this.text(name);
  }

  url(name: string, schemes: readonly string[]): string | null {
    const value = this.optional(name);
    if (value === null) return null;
    if (!URL.canParse(value) || !schemes.includes(new URL(value).protocol)) {
      const list = schemes.map((scheme) => `${scheme}//…`).join(', ');
      this.fault(name, 'url', { zh: `应为 ${list} 形式的地址`, en: `must be an address like ${list}` });
    }
    return value;
  }
}

/**
 * Reads the configuration; on a mistake every one is reported with variable, value and rule.
 * @returns refusal `config-invalid` otherwise
 */
export function readConfig(environment: Environment): Outcome<Config> {
  const read = new Reader(environment);
  const config: Config = {
    port: readPort(read, 'ANLAN_PORT', read.text('ANLAN_PORT')) ?? 0,
    host: read.matching('ANLAN_HOST', /^[\w.:-]+$/, { zh: '应为 IP 地址或主机名', en: 'must be an IP address or host name' }),
    dataFolder: absolute(read.text('ANLAN_DATA')),
    databaseUrl: read.url('DATABASE_URL', ['postgres:', 'postgresql:']),
    county: read.matching('ANLAN_COUNTY', /^\d{6}$/, { zh: '应为六位行政区划代码', en: 'must be a division code of six digits' }),
    adminPassword: read.optional('ANLAN_ADMIN_PASSWORD'),
    ingest: readIngest(read),
    brokers: readBrokers(read),
    lang: read.matching('ANLAN_LANG', /^(zh|en)$/, { zh: '应为 zh 或 en', en: 'must be zh or en' }) as Language,
    demo: read.matching('ANLAN_DEMO', /^[01]$/, { zh: '应为 0 或 1', en: 'must be 0 or 1' }) === '1',
    smtpUrl: read.url('ANLAN_SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: read.matching('ANLAN_MAIL_FROM', /^[^\r\n]*@[^\r\n]+$/, { zh: '应为邮件地址', en: 'must be an e-mail address' }),
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

function readPort(read: Reader, name: string, text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 0 && port <= 65_535) return port;
  read.fault(name, 'port', { zh: `端口“${text}”应为 0 到 65535 的整数`, en: `port "${text}" must be a whole number from 0 to 65535` });
  return null;
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

function readIngest(read: Reader): Config['ingest'] {
  const name = 'ANLAN_INGEST';
  const ingest: Config['ingest'] = { hj212: null, gb26875: null, mqtt: null };
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

function readBrokers(read: Reader): BrokerAddress[] {
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

function checkPortsDiffer(read: Reader, ingest: Config['ingest']): void {
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

/** Names that look like ours but are not: a typing mistake the user should hear of. */
export function unknownVariables(environment: Environment): string[] {
  const known = new Set([...variables.map((variable) => variable.name), 'ANLAN_CHROMIUM', 'ANLAN_TEST_DATABASE_URL']);
  return Object.keys(environment)
    .filter((name) => name.startsWith('ANLAN_') && !known.has(name))
    .sort();
}
