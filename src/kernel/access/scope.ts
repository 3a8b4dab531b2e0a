import type { Text } from '#kernel/language/text.ts';

// What an API token may be used for. A scope is `read:<function>` or `write:<function>`; a function is the id of a register
// or case type, or the first word of an address (`alarms`, `map`); `*` is every function. `observations` alone is the
// scope of a device: it may hand in readings and nothing else. What concerns people's accounts takes no token at all.

export type Verb = 'read' | 'write';

/** Functions that only a person with a session may use. */
const personal: ReadonlySet<string> = new Set(['access-policy', 'accounts', 'invitation', 'me', 'offline', 'session', 'setup']);

const pattern = /^(?:observations|(?:read|write):(?:\*|[a-zA-Z][a-zA-Z0-9-]*))$/;

/** Scopes offered with words of their own; any other function may be named too. */
export const namedScopes: Record<string, Text> = {
  observations: { zh: '设备：仅上报监测读数', en: 'Device: hands in readings only' },
  'read:*': { zh: '读取全部', en: 'Read everything' },
  'write:*': { zh: '写入全部', en: 'Write everything' },
};

export function isScope(text: string): boolean {
  return pattern.test(text) && !personal.has(text.split(':')[1] ?? '');
}

/** Whether scopes admit a verb on a function; without scopes (a person) everything is admitted. */
export function admits(scopes: readonly string[] | undefined, verb: Verb, subject: string): boolean {
  if (scopes === undefined) return true;
  if (personal.has(subject)) return false;
  if (verb === 'write' && subject === 'observations' && scopes.includes('observations')) return true;
  return scopes.includes(`${verb}:*`) || scopes.includes(`${verb}:${subject}`);
}

/**
 * The function an address belongs to, and the verb of its method.
 * @param caseTypes ids of case types, whose lists also stand under their plain plural (`/api/v1/incidents`)
 */
export function askedOf(method: string, path: string, caseTypes: readonly string[]): { verb: Verb; subject: string } {
  const verb: Verb = method === 'GET' || method === 'HEAD' ? 'read' : 'write';
  const parts = (path.split('?')[0] ?? '').split('/').filter((part) => part !== '');
  const own = parts[0] === 'api' ? parts.slice(2) : parts;
  const bare = (part: string | undefined) => (part ?? '').replace(/\..*$/, '');
  const first = bare(own[0]);
  const subject = (first === 'registers' || first === 'cases') && own[1] !== undefined ? bare(own[1]) : first;
  return { verb, subject: caseTypes.find((type) => `${type}s` === subject) ?? subject };
}
