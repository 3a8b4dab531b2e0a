import { expect, test } from 'vitest';
import { runEdgeHistory } from './edgeHistory.ts';

const histories = 60;

test(`${histories} histories of a node cut off from its county lose nothing and repeat nothing`, { timeout: 60_000 }, async () => {
  let [acknowledged, raised] = [0, 0];
  for (let seed = 1; seed <= histories; seed++) {
    const outcome = await runEdgeHistory(seed);
    expect({ seed, broken: outcome.broken }).toEqual({ seed, broken: [] });
    acknowledged += outcome.acknowledged;
    raised += outcome.raised;
  }
  expect(acknowledged).toBeGreaterThan(histories * 15);
  expect(raised).toBeGreaterThan(histories);
});

test('a county that answers a node before its disk has it is noticed', async () => {
  let broken: string[] = [];
  for (let seed = 1; seed <= 200 && broken.length === 0; seed++) ({ broken } = await runEdgeHistory(seed, { answersEarly: true }));
  expect(broken.join('\n')).toMatch(/LOST|DIFFERENT|ALARMS/);
});
