import { join } from 'node:path';
import type { Text } from '#kernel/language/text.ts';

// Everything that is set from outside, one entry a variable, alphabetically. `anlan config` prints this table.

/** Folder of the program: where package.json lies. */
export const programFolder = join(import.meta.dirname, '..', '..');

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
    name: 'ANLAN_EDGE_ID',
    standard: '',
    meaning: {
      zh: '本节点在上级的名称（字母、数字、点、横线，最多 40 个），与 ANLAN_EDGE_PARENT 一并设置',
      en: 'Name of this node at its parent (letters, digits, dots and dashes, at most 40), together with ANLAN_EDGE_PARENT',
    },
  },
  {
    name: 'ANLAN_EDGE_PARENT',
    standard: '',
    meaning: {
      zh: '作为乡镇或企业节点运行：上级安澜的地址（同 anlan serve --edge <地址>）；断网时本地照常报警，恢复后按序补传',
      en: 'Run as a town or plant node: address of the parent Anlan (as anlan serve --edge <address>); alarms go on while cut off, the rest is caught up in order',
    },
  },
  {
    name: 'ANLAN_EDGE_TOKEN',
    standard: '',
    secret: true,
    meaning: {
      zh: '上级发放的接口令牌，范围 read:edge 与 write:edge',
      en: 'API token of the parent, with the scopes read:edge and write:edge',
    },
  },
  {
    name: 'ANLAN_GATEWAYS',
    standard: '',
    meaning: {
      zh: '短信网关与语音电话的声明文件（JSON，见 docs/calling.md）；不设则不发短信、不打电话',
      en: 'File that declares the SMS gateway and the voice call service (JSON, see docs/calling.md); without it neither is used',
    },
  },
  {
    name: 'ANLAN_HOST',
    standard: '127.0.0.1',
    meaning: { zh: '监听地址；0.0.0.0 表示本机所有网卡', en: 'Address to listen on; 0.0.0.0 is every network card' },
  },
  {
    name: 'ANLAN_INGEST',
    standard: 'mqtt:1883,hj212:9212,gb26875:9526,sl651:9651,jt808:9808',
    meaning: {
      zh: '设备接入协议及端口；off 全部关闭，端口 0 为任意空闲端口；协议名加 s 为 TLS，如 mqtts:8883',
      en: 'Device protocols and ports; off closes all, port 0 is any free port; a protocol with an s is under TLS, such as mqtts:8883',
    },
  },
  {
    name: 'ANLAN_INGEST_PROOF',
    standard: '',
    meaning: {
      zh: '只接收已证明身份的设备的协议，如 mqtt,hj212；未列出的协议里，台账声明了密钥或证书的设备仍须证明',
      en: 'Protocols that take proven devices only, such as mqtt,hj212; elsewhere a device proves itself where the register declares how',
    },
  },
  {
    name: 'ANLAN_INGEST_TLS_CA',
    standard: '',
    meaning: {
      zh: '签发设备证书的机构证书（PEM 文件）；设了就拒绝其他机构签发的设备证书，也用于核验 mqtts 服务器',
      en: 'PEM file of the authorities that sign device certificates; others are then refused; also checks mqtts brokers',
    },
  },
  {
    name: 'ANLAN_INGEST_TLS_CERT',
    standard: '',
    meaning: { zh: '设备接入 TLS 端口的证书链（PEM 文件）', en: 'PEM file with the certificate chain of the TLS device ports' },
  },
  {
    name: 'ANLAN_INGEST_TLS_KEY',
    standard: '',
    meaning: { zh: '上述证书的私钥（PEM 文件）', en: 'PEM file with the key of that certificate' },
  },
  {
    name: 'ANLAN_LANG',
    standard: 'zh',
    meaning: { zh: '命令行与邮件的语言：zh 或 en', en: 'Language of the command line and of e-mails: zh or en' },
  },
  { name: 'ANLAN_MAIL_FROM', standard: 'anlan@localhost', meaning: { zh: '外发邮件的发件人', en: 'Sender of outgoing e-mail' } },
  {
    name: 'ANLAN_MODBUS',
    standard: '',
    meaning: {
      zh: '要轮询的 Modbus TCP 设备（JSON 文件，格式见 docs/ingest.md）',
      en: 'Modbus TCP devices to ask on a schedule (a JSON file, see docs/ingest.md)',
    },
  },
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
