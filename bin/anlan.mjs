#!/usr/bin/env node
// npx anlan <command>: the command line of Anlan. `serve` is what npm start does.
import { ensureInstalled } from './install.mjs';
import { handOver, main } from './runtime.mjs';
import { ensureWebBuilt } from './web.mjs';

await main(async () => {
  const [command, ...rest] = process.argv.slice(2);
  await ensureInstalled();
  if (command !== 'serve') return handOver('src/server/cli/main.ts', process.argv.slice(2));
  await ensureWebBuilt();
  return handOver('src/server/main.ts', rest);
});
