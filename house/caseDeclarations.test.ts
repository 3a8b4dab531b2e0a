import { expect, test } from 'vitest';
import type { CaseDeclaration } from '#kernel/casework/case.ts';
import { declarationFaults } from '#kernel/casework/declarationFaults.ts';
import { cases } from '#rooms/rooms.ts';
import { officialDocuments } from '#statutes/officialDocuments.table.ts';
import { clockRules } from '#statutes/statutes.ts';

const known = {
  clocks: new Set(clockRules.map(({ id }) => id)),
  documents: new Set(officialDocuments.map(({ id }) => id)),
  cases,
};

test('every case type names only states, actions, fields, clocks and documents that exist', () => {
  expect(cases.flatMap((declaration) => declarationFaults(declaration, known))).toEqual([]);
});

test('official documents have names of their own', () => {
  expect(known.documents.size).toBe(officialDocuments.length);
});

test('it bites on a misspelt clock, a state nobody reaches and a gate that leads nowhere', () => {
  const [sound] = cases as [CaseDeclaration];
  const [id = '', action] = Object.entries(sound.actions)[0] ?? [];
  if (!action) throw new Error('the first case type has no action');
  const broken = {
    ...sound,
    states: { ...sound.states, limbo: { label: { zh: '悬', en: 'Limbo' } } },
    actions: { ...sound.actions, [id]: { ...action, starts: ['nosuch'], gates: [{ kind: 'done' as const, action: 'nosuch' }] } },
  };
  expect(declarationFaults(broken, known)).toEqual([
    `${sound.id} v1: no action leads to state limbo`,
    `${sound.id} v1: nothing leads out of state limbo`,
    `${sound.id} v1: ${id}: unknown clock nosuch`,
    `${sound.id} v1: ${id}: gate names unknown action nosuch`,
  ]);
});
