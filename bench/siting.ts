import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kCentre } from '../src/models/siting/centre.ts';
import { pMedian } from '../src/models/siting/median.ts';
import { readPmed } from '../src/models/siting/pmedFile.ts';
import { mostForeignCores, watchCpu } from './machine.ts';
import { record } from './record.ts';

// p-median and k-centre over a folder of OR-Library files with their published optima (`optima.csv`).
// node bench/siting.ts [folder = the fixtures]

const folder = process.argv[2] ?? join(import.meta.dirname, '../src/models/siting/fixtures');
const cpu = watchCpu({});
const lines = readFileSync(join(folder, 'optima.csv'), 'utf8').trim().split('\n').slice(1);
const rows = lines.flatMap((line) => {
  const [name = '', median, centre] = line.split(',');
  let text: string;
  try {
    text = readFileSync(join(folder, `${name}.txt`), 'utf8');
  } catch {
    // The fixtures hold fewer instances than the table of optima.
    return [];
  }
  const { p, distance } = readPmed(text);
  const problem = { distance, weight: distance.map(() => 1), sites: p };
  const begun = performance.now();
  const found = pMedian(problem);
  const between = performance.now();
  const reached = kCentre(problem);
  const ended = performance.now();
  const gap = (value: number, best: string | undefined): number => Math.round((value / Number(best) - 1) * 1e5) / 1e3;
  return [
    {
      name,
      nodes: distance.length,
      p,
      median: found.value,
      medianGap: gap(found.value, median),
      medianS: Math.round(between - begun) / 1000,
      centre: reached.value,
      centreGap: gap(reached.value, centre),
      proven: reached.proven,
      centreS: Math.round(ended - between) / 1000,
    },
  ];
});
const { foreignCores } = cpu();
record('siting', {
  what: 'siting',
  instances: rows.length,
  rows,
  foreignCores,
  rejected: foreignCores > mostForeignCores,
  isWithinBar: rows.length > 0 && rows.every((row) => row.medianGap <= 1 && row.centreGap <= 1 && row.medianS <= 30 && row.centreS <= 30),
});
