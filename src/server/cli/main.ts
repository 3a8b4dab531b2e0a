import { runCommand } from './commands.ts';

// Entry of `npx anlan …` once the pinned runtime is there (bin/anlan.mjs).

const print = (line: string) => void process.stdout.write(`${line}\n`);
const complain = (line: string) => void process.stderr.write(`${line}\n`);

process.exitCode = await runCommand(process.argv.slice(2), process.env, print, complain);
