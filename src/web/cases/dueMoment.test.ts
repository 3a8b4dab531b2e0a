import { expect, test } from 'vitest';
import { dueMoment } from './dueMoment.ts';

test('a deadline that ends with a day names that day, another its minute', () => {
  expect(dueMoment('2026-12-15T16:00:00.000Z')).toBe('2026-12-15 24:00');
  expect(dueMoment('2026-12-15T09:30:00.000Z')).toBe('2026-12-15 17:30');
});
