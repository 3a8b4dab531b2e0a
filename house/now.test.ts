import { expect, test } from 'vitest';
import { clocksRead } from './now.ts';
import { inScratch, repository } from './sources.ts';

test('now comes from the clock', () => {
  expect(clocksRead(repository)).toEqual([]);
});

test.each(['Date.now()', 'new Date()', 'new Date().toISOString()'])('it bites on %s', (code) => {
  expect(inScratch({ 'src/server/a.ts': `const now = ${code};\n` }, clocksRead)).toHaveLength(1);
});

test('an instant made from a given time passes', () => {
  expect(inScratch({ 'src/server/a.ts': 'const at = new Date(clock.nowMs()); // not Date.now()\n' }, clocksRead)).toEqual([]);
});
