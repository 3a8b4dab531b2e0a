import { expect, test } from 'vitest';
import type { ClockRule } from '#kernel/clock/deadline.ts';
import { clockRules } from '#statutes/statutes.ts';

/** What a rule's versions lack: the law behind a deadline must be named, and versions stand oldest first. */
function faultsOf(rules: readonly ClockRule[]): string[] {
  return rules.flatMap((rule) => [
    ...(rule.versions.length === 0 ? [`${rule.id} has no version`] : []),
    ...rule.versions.flatMap((version, index) => {
      const empty = (['standard', 'clause', 'jurisdiction', 'source'] as const).filter((name) => version[name].trim() === '');
      const next = rule.versions[index + 1];
      const ends = version.to ?? version.from;
      const wrongDay = !/^\d{4}-\d{2}-\d{2}$/.test(version.from) || ends < version.from || (next !== undefined && ends >= next.from);
      return [
        ...empty.map((name) => `${rule.id} ${version.from} has no ${name}`),
        ...(wrongDay ? [`${rule.id} ${version.from} has wrong days`] : []),
      ];
    }),
  ]);
}

test('every deadline names standard, clause, jurisdiction and source', () => {
  expect(faultsOf(clockRules)).toEqual([]);
  expect(new Set(clockRules.map((rule) => rule.id)).size).toBe(clockRules.length);
});

test('it bites on a version without clause and on versions that do not follow each other', () => {
  const version = { from: '2020-01-01', within: { hours: 1 }, standard: 's', clause: 'c', jurisdiction: 'j', source: 'x', verified: true };
  const rule = { id: 'r', label: { zh: '规', en: 'r' }, duty: { zh: '职', en: 'd' } };
  expect(faultsOf([{ ...rule, versions: [{ ...version, clause: ' ' }] }])).toEqual(['r 2020-01-01 has no clause']);
  expect(faultsOf([{ ...rule, versions: [{ ...version, from: '2024-01-01' }, version] }])).toEqual(['r 2024-01-01 has wrong days']);
  expect(
    faultsOf([
      {
        ...rule,
        versions: [
          { ...version, to: '2024-05-01' },
          { ...version, from: '2024-05-01' },
        ],
      },
    ]),
  ).toHaveLength(1);
  expect(faultsOf([{ ...rule, versions: [version, { ...version, from: '2024-01-01' }] }])).toEqual([]);
  expect(faultsOf([{ ...rule, versions: [] }])).toEqual(['r has no version']);
});
