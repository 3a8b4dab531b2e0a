import type { Text } from '#kernel/language/text.ts';

/** One question `anlan doctor` asks about this machine. */
export interface Check {
  /** Stable, for scripts: `port-http`, `data-folder`. */
  id: string;
  /** `failed`: Anlan does not start; `limited`: it starts without something. */
  state: 'ok' | 'limited' | 'failed';
  /** One sentence: what was found and, unless ok, what to do. */
  text: Text;
  /** What does not work meanwhile. */
  disables?: Text;
}

export const ok = (id: string, text: Text): Check => ({ id, state: 'ok', text });
export const limited = (id: string, text: Text, disables: Text): Check => ({ id, state: 'limited', text, disables });
export const failed = (id: string, text: Text): Check => ({ id, state: 'failed', text });
