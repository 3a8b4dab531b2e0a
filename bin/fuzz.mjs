#!/usr/bin/env node
// npm run fuzz: a million damaged frames for every protocol; see bench/fuzz.ts.
import { ensureInstalled } from './install.mjs';
import { handOver, main } from './runtime.mjs';

await main(async () => {
  await ensureInstalled();
  return handOver('bench/fuzz.ts', process.argv.slice(2));
});
