import { expect, test } from 'vitest';
import { article64 } from './article64.ts';
import { emptyDraft } from './composerDraft.ts';

const now = '2026-07-01T00:00:00.000Z';

test('an empty draft meets only what the program fills in and the start', () => {
  const met = article64(emptyDraft(now)).filter(({ isMet }) => isMet);
  expect(met.map(({ name }) => name)).toEqual(['start', 'issuer', 'time']);
});

test('a drawn circle is an area like any other', () => {
  const draft = { ...emptyDraft(now), area: { areas: [], shape: null, circle: { center: [117, 34] as [number, number], radiusKm: 1 } } };
  expect(article64(draft).find(({ name }) => name === 'area')?.isMet).toBe(true);
});

test('the law asks for eight things', () => {
  expect(article64(emptyDraft(now))).toHaveLength(8);
});
