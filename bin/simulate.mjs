#!/usr/bin/env node
// npm run simulate: ingest through simulated histories of faults; see bench/simulate.ts.
import { ensureInstalled } from './install.mjs';
import { handOver, main } from './runtime.mjs';

await main(async () => {
  await ensureInstalled();
  return handOver('bench/simulate.ts', process.argv.slice(2));
});
