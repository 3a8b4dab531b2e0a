import { expect, test } from 'vitest';
import { createDeviceBook, type KnownDevice } from './deviceBook.ts';

const aDevice = (more: Partial<KnownDevice>): KnownDevice => ({
  id: more.deviceKey ?? 'd1',
  deviceKey: 'hj212:1',
  name: '1',
  areaCode: '341322',
  demo: false,
  proof: 'key',
  user: null,
  secret: '123456',
  fingerprint: null,
  ...more,
});

test('a device that declares a key is believed with it and with nothing else', () => {
  const book = createDeviceBook(new Set(), [aDevice({})]);
  expect(book.check('hj212', 'hj212:1', { key: '123456' })).toBeNull();
  expect(book.check('hj212', 'hj212:1', { key: '123457' })).toBe('wrongKey');
  expect(book.check('hj212', 'hj212:1', { key: '' })).toBe('keyMissing');
  expect(book.check('hj212', 'hj212:1', {})).toBe('keyMissing');
});

test('a key that is asked for and was never set lets nobody in', () => {
  const book = createDeviceBook(new Set(), [aDevice({ secret: null })]);
  expect(book.check('hj212', 'hj212:1', { key: '' })).toBe('keyNotSet');
});

test('a device known by its address, and one nobody knows, pass unless the protocol asks for proof', () => {
  const devices = [aDevice({ proof: 'address', secret: null })];
  for (const key of ['hj212:1', 'hj212:unknown']) {
    expect(createDeviceBook(new Set(), devices).check('hj212', key, {})).toBeNull();
    expect(createDeviceBook(new Set(['hj212']), devices).check('hj212', key, { key: 'x' })).toBe('proofRequired');
    expect(createDeviceBook(new Set(['hj212']), devices).check('mqtt', key, {})).toBeNull();
  }
});

test('an account may carry several devices, but not those of another account', () => {
  const book = createDeviceBook(new Set(['mqtt']), [
    aDevice({ deviceKey: 'mqtt:a', proof: 'password', user: 'gate', secret: 's1' }),
    aDevice({ deviceKey: 'mqtt:b', proof: 'password', user: 'gate', secret: 's1' }),
    aDevice({ deviceKey: 'mqtt:c', proof: 'password', user: 'other', secret: 's1' }),
  ]);
  const gate = { user: 'gate', key: 's1' };
  expect(book.checkAccount('mqtt', gate)).toBeNull();
  expect(['mqtt:a', 'mqtt:b', 'mqtt:c'].map((key) => book.check('mqtt', key, gate))).toEqual([null, null, 'wrongKey']);
  expect(book.checkAccount('mqtt', { user: 'gate', key: 's2' })).toBe('wrongKey');
  expect(book.checkAccount('mqtt', { user: 'nobody', key: 's1' })).toBe('proofRequired');
});

test('a certificate is compared by its fingerprint', () => {
  const book = createDeviceBook(new Set(), [aDevice({ proof: 'certificate', fingerprint: 'ab'.repeat(32) })]);
  expect(book.check('hj212', 'hj212:1', { fingerprint: 'ab'.repeat(32) })).toBeNull();
  expect(book.check('hj212', 'hj212:1', { fingerprint: null, key: '123456' })).toBe('wrongCertificate');
});
