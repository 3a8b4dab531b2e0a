import { setTimeout as pause } from 'node:timers/promises';

// Waiting without guessing: a question asked again and again until its answer is there, or the deadline has passed.

/** Thrown by a question whose answer can never come. */
export class Hopeless extends Error {}

/**
 * Asks until the answer is neither undefined, null nor false.
 * @param what named in the error when time runs out
 * @throws Error with the last thing that went wrong
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T> | T,
  { withinMs = 15_000, everyMs = 40 } = {},
): Promise<NonNullable<Exclude<T, false>>> {
  const begun = performance.now();
  let last: unknown;
  do {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== null && answer !== false) return answer as NonNullable<Exclude<T, false>>;
      last = 'the answer was no';
    } catch (error) {
      if (error instanceof Hopeless) throw error;
      last = error;
    }
    await pause(everyMs);
  } while (performance.now() - begun < withinMs);
  throw new Error(`not within ${withinMs} ms: ${what} (${last instanceof Error ? last.message : String(last)})`);
}
