import { describe, expect, test } from 'vitest';
import { treeOf, wouldCircle, type Organisation } from './organisation.ts';
import { decideHandOver, holderAt, isVacant, type PostHolder } from './post.ts';

const noonMs = Date.parse('2026-07-01T12:00:00+08:00');
const at = (days: number) => new Date(noonMs + days * 86_400_000).toISOString();

function aHolder(overrides: Partial<PostHolder> = {}): PostHolder {
  return { id: 'h1', postId: 'p', personId: 'li', personName: '李明', seat: 'A', from: at(-30), to: null, ...overrides };
}

describe('a post', () => {
  test('is held from a day to a day, and vacant in between', () => {
    const holders = [aHolder({ to: at(-2) }), aHolder({ id: 'h2', personId: 'wang', from: at(1) })];
    expect([-3, -2, 0, 1].map((days) => holderAt(holders, 'A', noonMs + days * 86_400_000)?.personId ?? null)).toEqual([
      'li',
      null,
      null,
      'wang',
    ]);
    expect(isVacant(holders, noonMs)).toBe(true);
  });

  test('with only a deputy counts as vacant', () => {
    expect(isVacant([aHolder({ seat: 'B' })], noonMs)).toBe(true);
  });
});

describe('a hand-over', () => {
  const ask = { seat: 'A', personId: 'wang', seenHolderId: 'h1', atMs: noonMs } as const;

  test('ends the present holding', () => {
    expect(decideHandOver([aHolder()], ask)).toMatchObject({ ok: true, value: { ends: { id: 'h1' } } });
    expect(decideHandOver([], { ...ask, seenHolderId: null })).toMatchObject({ ok: true, value: { ends: null } });
  });

  test.each([
    ['somebody else took over meanwhile', [aHolder({ id: 'h9' })], {}, 'post-changed'],
    ['the next holder is settled', [aHolder(), aHolder({ id: 'h2', personId: 'zhao', from: at(3) })], {}, 'post-handed-on'],
    ['the person holds the seat already', [aHolder()], { personId: 'li' }, 'post-held-already'],
    ['the person is the deputy', [aHolder(), aHolder({ id: 'h2', seat: 'B', personId: 'wang' })], {}, 'post-both-seats'],
  ])('is refused when %s', (_, holders, change, code) => {
    expect(decideHandOver(holders, { ...ask, ...change })).toMatchObject({ ok: false, status: 409, code });
  });
});

function anOrganisation(id: string, parentId: string | null, areaCode = '341322'): Organisation {
  return { id, parentId, areaCode, name: id, kind: 'section', phone: '', version: 1 };
}

describe('organisations', () => {
  const all = [anOrganisation('office', 'bureau'), anOrganisation('bureau', null), anOrganisation('longcheng', 'gone', '341322101')];

  test('form a tree; one whose parent is not seen stands at the top', () => {
    expect(treeOf(all).map(({ organisation, below }) => [organisation.id, below.map((each) => each.organisation.id)])).toEqual([
      ['bureau', ['office']],
      ['longcheng', []],
    ]);
  });

  test('cannot stand under themselves', () => {
    expect(wouldCircle(all, 'bureau', 'office')).toBe(true);
    expect(wouldCircle(all, 'bureau', 'bureau')).toBe(true);
    expect(wouldCircle(all, 'office', 'longcheng')).toBe(false);
  });
});
