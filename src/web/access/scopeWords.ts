import type { Text } from '#kernel/language/text.ts';
import { caseById, cases, registerById, registers } from '#rooms/rooms.ts';

const verbs: Record<string, Text> = { read: { zh: '读取', en: 'Read' }, write: { zh: '写入', en: 'Write' } };

/** A scope in words: `write:stations` is “写入监测站点”. */
export function scopeWords(scope: string): Text {
  const [verb = '', subject = ''] = scope.split(':');
  const label = registerById(subject)?.label ?? caseById(subject)?.label ?? { zh: subject, en: subject };
  const said = verbs[verb] ?? { zh: verb, en: verb };
  return { zh: `${said.zh}${label.zh}`, en: `${said.en} ${label.en.toLowerCase()}` };
}

/** Scopes over one register or case type. */
export function declaredScopes(): string[] {
  return [...registers, ...cases].flatMap(({ id }) => [`read:${id}`, `write:${id}`]);
}
