import { describe, expect, test } from 'vitest';
import { hasRole, isInReach, mayTouch, narrowTo, reachOf, type Actor } from './access.ts';

const person = (grants: Actor['grants'], areaCode = '341322'): Actor => ({
  kind: 'person',
  accountId: 'a',
  name: '甲',
  roles: [...new Set((grants ?? []).map(({ role }) => role))],
  areaCode,
  ...(grants && { grants }),
  posts: [],
  from: '',
});

describe('a person with several grants', () => {
  const officer = person([
    { role: 'dutyOfficer', areaCode: '341322101' },
    { role: 'viewer', areaCode: '341322' },
  ]);

  test('may change records where the role counts and only look elsewhere', () => {
    expect(mayTouch(officer, ['dutyOfficer'], '341322101005')).toBe(true);
    expect(mayTouch(officer, ['dutyOfficer'], '341322102')).toBe(false);
    expect(mayTouch(officer, ['dutyOfficer', 'viewer'], '341322102')).toBe(true);
    expect(hasRole(officer, ['dutyOfficer'])).toBe(true);
  });

  test('reaches nothing outside, and nothing with a role that was not given', () => {
    expect(isInReach(officer, '341323')).toBe(false);
    expect(mayTouch(officer, ['administrator'], '341322101')).toBe(false);
    expect(mayTouch(person([]), ['viewer'], '341322')).toBe(false);
  });

  test('is narrowed to the places where a role counts', () => {
    const narrow = narrowTo(officer, ['dutyOfficer']);
    expect(narrow).toMatchObject({
      roles: ['dutyOfficer'],
      areaCode: '341322101',
      grants: [{ role: 'dutyOfficer', areaCode: '341322101' }],
    });
    expect(narrowTo(officer, ['commander'])).toMatchObject({ roles: [], areaCode: '-', grants: [] });
  });
});

test('a person without a list of grants holds every role in the home division', () => {
  const plain: Actor = { kind: 'person', accountId: 'a', name: '甲', roles: ['viewer'], areaCode: '341322101', posts: [], from: '' };
  expect(mayTouch(plain, ['viewer'], '341322101005')).toBe(true);
  expect(mayTouch(plain, ['viewer'], '341322')).toBe(false);
});

test('the reach names each division once, and none inside another', () => {
  const codes = ['341322102', '341322101005', '341322101', '341322102', '341322110'];
  expect(reachOf(codes.map((areaCode) => ({ areaCode })))).toEqual(['341322101', '341322102', '341322110']);
});
