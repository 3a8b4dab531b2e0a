import { expect, test } from 'vitest';
import { readBrokerAddress } from './brokerAddress.ts';

test('an address names host, port, account, topics and session', () => {
  expect(readBrokerAddress('mqtts://reader:p%40ss@broker.example:8884?topic=xe/#&topic=site/+/level&client=anlan-a', 'anlan-1')).toEqual({
    label: 'mqtts://broker.example:8884',
    host: 'broker.example',
    port: 8884,
    isTls: true,
    user: 'reader',
    password: 'p@ss',
    topics: ['xe/#', 'site/+/level'],
    clientId: 'anlan-a',
  });
});

test('what is left out is the usual', () => {
  expect(readBrokerAddress('mqtt://[::1]', 'anlan-341322')).toMatchObject({
    host: '::1',
    port: 1883,
    isTls: false,
    user: null,
    topics: ['xe/+/+/+/+/up/+'],
    clientId: 'anlan-341322',
  });
});

test.each(['broker.example:1883', 'http://broker.example', 'mqtt://', 'mqtt://a/path', 'mqtt://a?topic=x/a%23', 'mqtt://a?topci=x/#'])(
  '%s is no address of a broker',
  (word) => {
    expect(readBrokerAddress(word, 'anlan-1')).toBeNull();
  },
);
