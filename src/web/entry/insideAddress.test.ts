import { expect, test } from 'vitest';
import { insideAddress } from './insideAddress.ts';

test('after the login one comes back to the page one wanted', () => {
  expect(insideAddress('/registers/stations?q=x')).toBe('/registers/stations?q=x');
});

test('an address that leads away from Anlan is not followed', () => {
  expect(insideAddress('//evil.example')).toBe('/');
  expect(insideAddress('/\\evil.example')).toBe('/');
  expect(insideAddress('https://evil.example')).toBe('/');
  expect(insideAddress(undefined)).toBe('/');
});
