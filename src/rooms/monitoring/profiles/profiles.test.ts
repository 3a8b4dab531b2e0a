import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { quantityOf } from './profile.ts';
import { profiles } from './profiles.ts';

test('every declared profile is listed, once', () => {
  expect(profiles).toHaveLength(readdirSync(import.meta.dirname).filter((name) => name.endsWith('.profile.ts')).length);
  expect(new Set(profiles.map(({ id }) => id)).size).toBe(profiles.length);
});

test.each(profiles.map((profile) => [profile.id, profile] as const))(
  '%s: rules are on its own quantities, and each says where it comes from',
  (_, profile) => {
    for (const rule of profile.rules) {
      expect(quantityOf(profile, rule.quantity)?.codes[0]).toBe(rule.quantity);
      expect(rule.source).not.toBe('');
      expect(rule.verified && rule.limit === null).toBe(false);
      expect(rule.hours !== undefined).toBe(rule.kind === 'sum');
    }
    const codes = profile.quantities.flatMap((quantity) => quantity.codes);
    expect(new Set(codes).size).toBe(codes.length);
  },
);
