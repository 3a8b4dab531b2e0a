import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '#kernel/clock/clock.ts';
import { Rounds } from '../calling/rounds.ts';
import type { WarningBook } from './warningBook.ts';

// A folder into which another system writes alerts as files. What was taken is moved to `done`, what was refused to `refused`
// with the reason beside it, so the folder itself stays empty and nothing is read twice.

const everyMs = 10_000;

export class DropFolder {
  readonly #folder: string;
  readonly #clock: Clock;
  readonly #book: WarningBook;
  readonly #rounds: Rounds;

  constructor(folder: string, clock: Clock, book: WarningBook, report: (error: Error) => void) {
    this.#folder = folder;
    this.#clock = clock;
    this.#book = book;
    this.#rounds = new Rounds(clock, () => this.#round(), report);
  }

  wake(): void {
    this.#rounds.wake();
  }

  settled(): Promise<void> {
    return this.#rounds.settled();
  }

  stop(): Promise<void> {
    return this.#rounds.stop();
  }

  async #round(): Promise<Date | null> {
    for (const folder of ['', 'done', 'refused']) await mkdir(join(this.#folder, folder), { recursive: true });
    // A file that is still being written has another name until it is whole (`x.xml.part`).
    const names = (await readdir(this.#folder)).filter((name) => /\.(xml|cap)$/i.test(name)).sort();
    for (const name of names) {
      const path = join(this.#folder, name);
      const outcome = await this.#book.take(await readFile(path), name);
      const isFine = outcome.ok || outcome.code === 'warning-elsewhere';
      await rename(path, join(this.#folder, isFine ? 'done' : 'refused', name));
      if (!isFine) await writeFile(join(this.#folder, 'refused', `${name}.txt`), `${outcome.text.zh}\n${outcome.text.en}\n`);
    }
    return new Date(this.#clock.nowMs() + everyMs);
  }
}
