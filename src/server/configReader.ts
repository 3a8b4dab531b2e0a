import type { Text } from '#kernel/language/text.ts';
import type { FieldError } from '#kernel/problem/refusal.ts';
import { variables } from './configVariables.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** One variable's text turned into its value, or the rule it breaks. */
export class Reader {
  readonly faults: FieldError[] = [];
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  text(name: string): string {
    const given = this.#environment[name]?.trim();
    return given === undefined || given === '' ? (variables.find((variable) => variable.name === name)?.standard ?? '') : given;
  }

  optional(name: string): string | null {
    return this.text(name) === '' ? null : this.text(name);
  }

  fault(name: string, rule: string, text: Text): void {
    const secret = variables.find((variable) => variable.name === name)?.secret === true;
    const value = secret ? '***' : this.text(name);
    this.faults.push({ field: name, value, rule, text: { zh: `${name}=${value}：${text.zh}`, en: `${name}=${value}: ${text.en}` } });
  }

  matching(name: string, pattern: RegExp, text: Text): string {
    if (!pattern.test(this.text(name))) this.fault(name, 'pattern', text);
    return this.text(name);
  }

  url(name: string, schemes: readonly string[]): string | null {
    const value = this.optional(name);
    if (value === null) return null;
    if (!URL.canParse(value) || !schemes.includes(new URL(value).protocol)) {
      const list = schemes.map((scheme) => `${scheme}//…`).join(', ');
      this.fault(name, 'url', { zh: `应为 ${list} 形式的地址`, en: `must be an address like ${list}` });
    }
    return value;
  }
}

export function readPort(read: Reader, name: string, text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 0 && port <= 65_535) return port;
  read.fault(name, 'port', { zh: `端口“${text}”应为 0 到 65535 的整数`, en: `port "${text}" must be a whole number from 0 to 65535` });
  return null;
}
