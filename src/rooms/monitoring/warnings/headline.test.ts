import { expect, test } from 'vitest';
import { emptyDraft } from './composerDraft.ts';
import { suggestHeadline } from './headline.ts';

const named = () => ({ zh: '龙城镇', en: 'Longcheng' });
const draft = { ...emptyDraft('2026-07-01T00:00:00.000Z'), eventCode: '11B03', color: 'orange' as const };

test('a warning for one township names it', () => {
  expect(suggestHeadline({ ...draft, area: { areas: ['341322100'], shape: null, circle: null } }, '萧县', named)).toBe(
    '萧县龙城镇暴雨橙色预警',
  );
});

test('a warning for the county or several townships names the county', () => {
  expect(suggestHeadline({ ...draft, area: { areas: ['341322'], shape: null, circle: null } }, '萧县', named)).toBe('萧县暴雨橙色预警');
  expect(suggestHeadline({ ...draft, area: { areas: ['341322100', '341322101'], shape: null, circle: null } }, '萧县', named)).toBe(
    '萧县暴雨橙色预警',
  );
});

test('without a level there is no headline to suggest', () => {
  expect(suggestHeadline({ ...draft, color: null }, '萧县', named)).toBeNull();
});
