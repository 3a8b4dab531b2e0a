import { expect, test } from 'vitest';
import type { AnyCase } from '#kernel/casework/case.ts';
import {
  draftFromIncident,
  draftThatUpdates,
  emptyDraft,
  faultsOf,
  hoursAfter,
  missingEnglish,
  valuesOf,
  type ComposerDraft,
  type Warning,
} from './composerDraft.ts';

const now = '2026-07-01T00:00:00.000Z';

function aDraft(change: Partial<ComposerDraft> = {}): ComposerDraft {
  return {
    ...emptyDraft(now),
    eventCode: '11B03',
    color: 'orange',
    headlineZh: '萧县暴雨橙色预警',
    descriptionZh: '未来 6 小时降雨量将达 50 毫米以上',
    instructionZh: '切断危险地带的室外电源',
    area: { areas: ['341322'], shape: null, circle: null },
    expires: hoursAfter(now, 6),
    ...change,
  };
}

test('a complete draft may be submitted', () => {
  expect(faultsOf(aDraft(), true)).toEqual([]);
});

test('a warning that expires before it takes effect is refused, as a draft too', () => {
  const late = aDraft({ expires: '2026-06-30T23:00:00.000Z' });
  expect(faultsOf(late, false).map(({ field }) => field)).toEqual(['expires']);
});

test('a half-written draft may be saved but not submitted', () => {
  const half = aDraft({ headlineZh: '', color: null, area: { areas: [], shape: null, circle: null } });
  expect(faultsOf(half, false)).toEqual([]);
  expect(
    faultsOf(half, true)
      .map(({ field }) => field)
      .toSorted(),
  ).toEqual(['areas', 'color', 'headlineZh']);
});

test('English is all or nothing', () => {
  expect(missingEnglish(aDraft())).toEqual([]);
  expect(missingEnglish(aDraft({ headlineEn: 'Rainstorm' }))).toEqual(['descriptionEn', 'instructionEn']);
});

test('a circle becomes centre and radius, an empty text null', () => {
  const values = valuesOf(aDraft({ area: { areas: [], shape: null, circle: { center: [117, 34], radiusKm: 3 } } }), false);
  expect(values).toMatchObject({ areas: null, circleCenter: [117, 34], circleRadiusKm: 3, headlineEn: null });
  expect(values).not.toHaveProperty('incident');
});

test('a warning from an incident starts with its kind and the township it lies in', () => {
  const draft = draftFromIncident({ id: 'i', areaCode: '341322104005', eventCode: '12D02' } as unknown as AnyCase, now);
  expect(draft).toMatchObject({ eventCode: '12D02', incident: 'i', area: { areas: ['341322104'] } });
});

test('an update keeps the content, starts now, and drops an expiry that has passed', () => {
  const found = {
    id: 'w',
    headlineZh: '旧',
    expires: '2026-06-30T00:00:00.000Z',
    areas: null,
    shape: null,
    circleCenter: null,
    circleRadiusKm: null,
  } as unknown as Warning;
  expect(draftThatUpdates(found, now)).toMatchObject({ supersedes: 'w', headlineZh: '旧', effective: now, expires: null });
});
