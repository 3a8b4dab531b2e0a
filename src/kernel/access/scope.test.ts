import { describe, expect, test } from 'vitest';
import { admits, askedOf, isScope } from './scope.ts';

describe('the scopes of a token', () => {
  test.each([
    ['reading everything reads a register', ['read:*'], 'read', 'stations', true],
    ['reading everything changes nothing', ['read:*'], 'write', 'stations', false],
    ['one register is not another', ['read:schools'], 'read', 'stations', false],
    ['a device hands in readings', ['observations'], 'write', 'observations', true],
    ['a device reads nothing', ['observations'], 'read', 'observations', false],
    ['a device changes no station', ['observations'], 'write', 'stations', false],
    ['no token touches accounts', ['read:*', 'write:*'], 'write', 'accounts', false],
    ['no token makes tokens', ['read:*', 'write:*'], 'write', 'me', false],
    ['no scope is nothing', [], 'read', 'stations', false],
  ] as const)('%s', (_, scopes, verb, subject, may) => {
    expect(admits(scopes, verb, subject)).toBe(may);
  });

  test('do not bind a person', () => {
    expect(admits(undefined, 'write', 'accounts')).toBe(true);
  });

  test('are refused when they are not of the form or name what is personal', () => {
    expect(['read:*', 'write:hiddenHazards', 'observations'].every(isScope)).toBe(true);
    expect(['*', 'admin', 'write:', 'write:accounts', 'read:me', 'read:a b'].some(isScope)).toBe(false);
  });
});

test.each([
  ['GET', '/api/v1/registers/stations?limit=3', 'read', 'stations'],
  ['GET', '/api/v1/registers/stations.geojson', 'read', 'stations'],
  ['PATCH', '/api/v1/registers/stations/1', 'write', 'stations'],
  ['POST', '/api/v1/cases/incident/1/actions/close', 'write', 'incident'],
  ['GET', '/api/v1/incidents', 'read', 'incident'],
  ['GET', '/api/v1/alarms/1', 'read', 'alarms'],
  ['DELETE', '/api/v1/me/tokens/1', 'write', 'me'],
  ['GET', '/ogc/collections', 'read', 'ogc'],
])('%s %s asks to %s %s', (method, path, verb, subject) => {
  expect(askedOf(method, path, ['incident'])).toEqual({ verb, subject });
});
