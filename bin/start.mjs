#!/usr/bin/env node
// npm start: installs what is missing, builds the web page if it changed, runs the county.
import { ensureInstalled } from './install.mjs';
import { handOver, main } from './runtime.mjs';
import { ensureWebBuilt } from './web.mjs';

await main(async () => {
  await ensureInstalled();
  await ensureWebBuilt();
  return handOver('src/server/main.ts', process.argv.slice(2));
});
