// Takes typed values out of one XML element and notes every rule it breaks, so that a sender hears of all his mistakes at
// once. A missing or wrong value is replaced by a stand-in; the caller refuses the alert when a problem was noted.

import type { XmlElement } from '../xml/xml.ts';
import type { CapPair, CapPosition, CapProblem } from './alert.ts';

export class ElementReader {
  readonly path: string;
  readonly #element: XmlElement;
  readonly #problems: CapProblem[];

  constructor(element: XmlElement, path: string, problems: CapProblem[]) {
    this.#element = element;
    this.path = path;
    this.#problems = problems;
  }

  problem(name: string, rule: string, message: string): void {
    this.#problems.push({ path: name === '' ? this.path : `${this.path}/${name}`, rule, message });
  }

  /** Children of a name in this element's own namespace. */
  elements(name: string): XmlElement[] {
    return this.#element.children.filter((child) => child.name === name && child.namespace === this.#element.namespace);
  }

  readers(name: string): ElementReader[] {
    return this.elements(name).map((element, at) => new ElementReader(element, `${this.path}/${name}[${at + 1}]`, this.#problems));
  }

  /** Text of an optional element, trimmed; null when absent or empty, which real senders mean to be the same. */
  optional(name: string): string | null {
    const found = this.elements(name);
    if (found.length > 1) this.problem(name, 'single', `<${name}> stands ${found.length} times.`);
    return found[0]?.text.trim() || null;
  }

  required(name: string): string {
    const text = this.optional(name);
    if (text === null) this.problem(name, 'required', `<${name}> is missing or empty.`);
    return text ?? '';
  }

  texts(name: string): string[] {
    return this.elements(name)
      .map((element) => element.text.trim())
      .filter((text) => text !== '');
  }

  choice<const V extends string>(name: string, allowed: readonly [V, ...V[]]): V {
    return this.#choose(name, this.required(name), allowed);
  }

  choices<const V extends string>(name: string, allowed: readonly [V, ...V[]]): V[] {
    return this.elements(name).map((element, at) => this.#choose(`${name}[${at + 1}]`, element.text.trim(), allowed));
  }

  #choose<V extends string>(path: string, text: string, allowed: readonly [V, ...V[]]): V {
    const found = allowed.find((value) => value === text);
    if (found === undefined && text !== '') this.problem(path, 'choice', `"${text}" is not one of ${allowed.join(', ')}.`);
    else if (found === undefined && path.endsWith(']')) this.problem(path, 'choice', 'The element is empty.');
    return found ?? allowed[0];
  }

  number(name: string): number | null {
    const text = this.optional(name);
    if (text === null) return null;
    const value = readDecimal(text);
    if (value === null) this.problem(name, 'number', `"${text}" is not a decimal number.`);
    return value;
  }

  pairs(name: string): CapPair[] {
    return this.readers(name).map((reader) => {
      const value = reader.elements('value')[0];
      if (value === undefined) reader.problem('value', 'required', '<value> is missing.');
      return { valueName: reader.required('valueName'), value: value?.text.trim() ?? '' };
    });
  }

  /** Unknown elements and elements out of order, in this element's own namespace. Senders err here, harmlessly. */
  strays(order: readonly string[]): CapProblem[] {
    const found: CapProblem[] = [];
    let reached = 0;
    for (const child of this.#element.children) {
      if (child.namespace !== this.#element.namespace) continue;
      const place = order.indexOf(child.name);
      const path = `${this.path}/${child.name}`;
      if (place === -1) found.push({ path, rule: 'unknownElement', message: `<${child.name}> is not an element of CAP.` });
      else if (place < reached) found.push({ path, rule: 'order', message: `<${child.name}> stands too late.` });
      reached = Math.max(reached, place);
    }
    return found;
  }
}

/** A plain decimal number, or null. */
export function readDecimal(text: string): number | null {
  const value = /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}

/** `lat,lon` in degrees, or null when it is not two numbers within the globe. */
export function readPosition(text: string): CapPosition | null {
  const [lat, lon, ...more] = text.split(',').map(readDecimal);
  if (lat === null || lat === undefined || lon === null || lon === undefined || more.length > 0) return null;
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null;
}

/** Splits a list at white space; a member with blanks stands in double quotes (CAP-V1.2-OS, addresses and incidents). */
export function readGroup(text: string | null): string[] {
  return [...(text ?? '').matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
}
