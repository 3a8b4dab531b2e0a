import { expect, test } from 'vitest';
import { newId } from './newId.ts';

test('an id is a UUID of version 7', () => {
  expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('an id begins with its instant, so ids sort by time', () => {
  expect(newId(0x0123456789ab).startsWith('01234567-89ab-7')).toBe(true);
  expect(newId(1_700_000_000_000) < newId(1_700_000_000_001)).toBe(true);
});
