import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { programFolder, readConfig, unknownVariables, variables } from './config.ts';

function faultsOf(environment: Record<string, string>) {
  const outcome = readConfig(environment);
  return outcome.ok ? [] : (outcome.fields ?? []).map(({ field, rule, value }) => ({ field, rule, value }));
}

test('an empty environment runs the county on this machine only, with an embedded database', () => {
  expect(readConfig({})).toEqual({
    ok: true,
    value: {
      port: 8080,
      host: '127.0.0.1',
      dataFolder: join(programFolder, 'data'),
      databaseUrl: null,
      county: '341322',
      adminPassword: null,
      ingest: {
        hj212: 9212,
        gb26875: 9526,
        sl651: 9651,
        jt808: 9808,
        jt808s: null,
        mqtt: 1883,
        hj212s: null,
        gb26875s: null,
        sl651s: null,
        mqtts: null,
      },
      ingestProof: [],
      ingestTls: null,
      brokerAuthorities: null,
      brokers: [],
      gateways: null,
      modbusPolls: [],
      edge: null,
      lang: 'zh',
      demo: false,
      smtpUrl: null,
      mailFrom: 'anlan@localhost',
      publicUrl: null,
      oidc: null,
    },
  });
});

test('ANLAN_INGEST opens only what it lists, and off opens nothing', () => {
  expect(readConfig({ ANLAN_INGEST: 'mqtt:0' })).toMatchObject({ value: { ingest: { hj212: null, gb26875: null, mqtt: 0 } } });
  expect(readConfig({ ANLAN_INGEST: 'off' })).toMatchObject({ value: { ingest: { hj212: null, gb26875: null, mqtt: null } } });
});

test('a mistake names the variable, its value and the rule', () => {
  expect(faultsOf({ ANLAN_PORT: '80a' })).toEqual([{ field: 'ANLAN_PORT', rule: 'port', value: '80a' }]);
  expect(faultsOf({ ANLAN_PORT: '65536' })).toHaveLength(1);
  expect(faultsOf({ ANLAN_INGEST: 'telnet:23' })).toEqual([{ field: 'ANLAN_INGEST', rule: 'choice', value: 'telnet:23' }]);
  expect(faultsOf({ ANLAN_INGEST: 'mqtt' })).toEqual([{ field: 'ANLAN_INGEST', rule: 'port', value: 'mqtt' }]);
  expect(faultsOf({ ANLAN_INGEST: 'mqtt:1,mqtt:2' })).toMatchObject([{ rule: 'unique' }]);
  expect(faultsOf({ ANLAN_INGEST: 'mqtt:8080' })).toMatchObject([{ rule: 'unique' }]);
  expect(faultsOf({ ANLAN_COUNTY: '萧县' })).toMatchObject([{ field: 'ANLAN_COUNTY', rule: 'pattern' }]);
  expect(faultsOf({ ANLAN_PUBLIC_URL: 'anlan.example' })).toMatchObject([{ field: 'ANLAN_PUBLIC_URL', rule: 'url' }]);
});

test('all mistakes are told at once, and no password is shown', () => {
  const outcome = readConfig({ ANLAN_PORT: 'x', ANLAN_LANG: 'fr', DATABASE_URL: 'mysql://root:geheim@db/anlan' });
  expect(outcome).toMatchObject({ ok: false, code: 'config-invalid' });
  expect(outcome.ok ? [] : outcome.fields).toHaveLength(3);
  expect(JSON.stringify(outcome)).not.toContain('geheim');
});

test('the public address is kept without a slash at the end', () => {
  expect(readConfig({ ANLAN_PUBLIC_URL: 'https://yj.example/' })).toMatchObject({ value: { publicUrl: 'https://yj.example' } });
});

test('a misspelt variable is noticed', () => {
  expect(unknownVariables({ ANLAN_PROT: '80', ANLAN_PORT: '80', PATH: '' })).toEqual(['ANLAN_PROT']);
});

test('a TLS port needs a certificate and its key, and both must be there', () => {
  const rules = (environment: Record<string, string>) => {
    const read = readConfig(environment);
    return read.ok ? [] : read.fields?.map(({ field, rule }) => `${field} ${rule}`);
  };
  expect(rules({ ANLAN_INGEST: 'mqtts:8883' })).toEqual(['ANLAN_INGEST_TLS_CERT required', 'ANLAN_INGEST_TLS_KEY required']);
  expect(rules({ ANLAN_INGEST_TLS_CERT: '/no/such.pem' })).toEqual(['ANLAN_INGEST_TLS_CERT file']);
  const here = import.meta.filename;
  expect(readConfig({ ANLAN_INGEST: 'mqtts:8883', ANLAN_INGEST_TLS_CERT: here, ANLAN_INGEST_TLS_KEY: here })).toMatchObject({
    value: { ingest: { mqtt: null, mqtts: 8883 }, ingestTls: { cert: here, key: here, ca: null } },
  });
});

test('a node needs address, token and name of its way up together, and the token is not shown', () => {
  const wrong = readConfig({ ANLAN_EDGE_PARENT: 'https://county.example/', ANLAN_EDGE_ID: 'long cheng' });
  expect(!wrong.ok && wrong.fields?.map(({ field, rule }) => `${field} ${rule}`)).toEqual([
    'ANLAN_EDGE_TOKEN required',
    'ANLAN_EDGE_ID pattern',
  ]);
  const right = readConfig({ ANLAN_EDGE_PARENT: 'https://county.example/', ANLAN_EDGE_ID: 'longcheng', ANLAN_EDGE_TOKEN: 't' });
  expect(right).toMatchObject({ ok: true, value: { edge: { parent: 'https://county.example', id: 'longcheng', token: 't' } } });
});

test('protocols that take proven devices only are named, others are a mistake', () => {
  expect(readConfig({ ANLAN_INGEST_PROOF: 'mqtt, hj212' })).toMatchObject({ value: { ingestProof: ['hj212', 'mqtt'] } });
  expect(readConfig({ ANLAN_INGEST_PROOF: 'mqt' })).toMatchObject({ ok: false, fields: [{ field: 'ANLAN_INGEST_PROOF', rule: 'choice' }] });
});

test('mistakes in the file of Modbus devices are reported with their place', () => {
  const wrong = readConfig({ ANLAN_MODBUS: import.meta.filename });
  expect(wrong).toMatchObject({ ok: false, fields: [{ field: 'ANLAN_MODBUS', rule: 'content' }] });
  expect(readConfig({ ANLAN_MODBUS: '/no/such.json' })).toMatchObject({ ok: false, fields: [{ rule: 'file' }] });
});

test('brokers are read one by one, and a wrong address is reported without its password', () => {
  const brokers = [
    { label: 'mqtt://a:1883', clientId: 'anlan-341322' },
    { label: 'mqtts://b:8883', clientId: 'two' },
  ];
  expect(readConfig({ ANLAN_MQTT_BROKER: ' mqtt://a  mqtts://u:p@b?client=two' })).toMatchObject({ value: { brokers } });
  const wrong = readConfig({ ANLAN_MQTT_BROKER: 'mqtt://u:geheim@a/path' });
  expect(wrong.ok).toBe(false);
  expect(JSON.stringify(wrong)).not.toContain('geheim');
});

test('every variable is listed once, alphabetically', () => {
  const names = variables.map((variable) => variable.name);
  expect(names).toEqual([...new Set(names)].sort());
});

describe('single sign-on', () => {
  const whole = { ANLAN_OIDC_ISSUER: 'https://id.example', ANLAN_OIDC_CLIENT_ID: 'anlan', ANLAN_OIDC_CLIENT_SECRET: 'x' };

  test('is off unless an issuer is named, and makes no accounts unless a role is', () => {
    expect(readConfig({})).toMatchObject({ ok: true, value: { oidc: null } });
    expect(readConfig(whole)).toMatchObject({
      ok: true,
      value: { oidc: { issuer: 'https://id.example', clientId: 'anlan', clientSecret: 'x', newcomers: null } },
    });
    expect(readConfig({ ...whole, ANLAN_OIDC_NEWCOMERS: 'viewer' })).toMatchObject({ ok: true, value: { oidc: { newcomers: 'viewer' } } });
  });

  test.each([
    ['http to another machine', { ...whole, ANLAN_OIDC_ISSUER: 'http://id.example' }, 'ANLAN_OIDC_ISSUER', 'secure'],
    ['an issuer without its secret', { ...whole, ANLAN_OIDC_CLIENT_SECRET: '' }, 'ANLAN_OIDC_CLIENT_SECRET', 'required'],
    ['newcomers with a role nobody knows', { ...whole, ANLAN_OIDC_NEWCOMERS: 'king' }, 'ANLAN_OIDC_NEWCOMERS', 'choice'],
  ])('refuses %s', (_, environment, field, rule) => {
    expect(readConfig(environment)).toMatchObject({ ok: false, fields: [{ field, rule }] });
  });

  test('takes http from this very machine', () => {
    expect(readConfig({ ...whole, ANLAN_OIDC_ISSUER: 'http://127.0.0.1:9000' })).toMatchObject({ ok: true });
  });
});
