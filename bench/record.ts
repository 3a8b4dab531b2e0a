import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { facts } from './machine.ts';

// Raw results: one JSON object a line in bench/results/<name>.jsonl, never rewritten.

const folder = join(import.meta.dirname, 'results');

/** Appends a result with the facts of the machine, and prints it. */
export function record(name: string, result: Readonly<Record<string, unknown>>): void {
  mkdirSync(folder, { recursive: true });
  const line = JSON.stringify({ ...facts(), ...result });
  appendFileSync(join(folder, `${name}.jsonl`), `${line}\n`);
  console.log(line);
}

/** Every result of a bench so far, oldest first. */
export function results(name: string): Record<string, unknown>[] {
  const path = join(folder, `${name}.jsonl`);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>);
}
