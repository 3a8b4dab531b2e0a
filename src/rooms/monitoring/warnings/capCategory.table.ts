import type { CapInfo } from '#protocols/cap/alert.ts';

// Event code (five characters) → CAP 1.2 category. The longest prefix wins. CAP counts floods among Met (CAP-V1.2-OS,
// section 3.2.2, category).

type Category = CapInfo['category'][number];

const byPrefix: readonly (readonly [prefix: string, category: Category])[] = [
  ['11', 'Met'],
  ['11C', 'Geo'],
  ['11D', 'Geo'],
  ['11F', 'Env'],
  ['11G', 'Fire'],
  ['12', 'Safety'],
  ['12D', 'CBRNE'],
  ['12G', 'Fire'],
  ['12H', 'Transport'],
  ['12J', 'Transport'],
  ['12K', 'Transport'],
  ['12P', 'Infra'],
  ['12Q', 'Env'],
  ['13', 'Health'],
  ['14', 'Security'],
];

/** CAP category of an event code; Other when the table has none. */
export function capCategory(code: string): Category {
  const fitting = byPrefix.filter(([prefix]) => code.startsWith(prefix)).sort(([a], [b]) => b.length - a.length);
  return fitting[0]?.[1] ?? 'Other';
}
