import { describe, expect, test } from 'vitest';
import { covers, everyRole, type Grant } from './access.ts';
import { beyond, effectiveGrants, isInForce, type Delegation } from './delegation.ts';

const noon = Date.parse('2026-07-01T12:00:00+08:00');
const at = (hours: number) => new Date(noon + hours * 3_600_000).toISOString();

function aDelegation(from: string, to: string, grants: readonly Grant[], more: Partial<Delegation> = {}): Delegation {
  return { id: `${from}-${to}`, fromAccountId: from, toAccountId: to, grants, startsAt: at(-1), endsAt: at(1), revokedAt: null, ...more };
}

const county: Grant = { role: 'dutyLeader', areaCode: '341322' };
const township: Grant = { role: 'dutyLeader', areaCode: '341322101' };

describe('a delegation', () => {
  test('counts from its start until its end or its revocation', () => {
    const given = aDelegation('a', 'b', [township]);
    expect([at(-2), at(-1), at(0), at(1)].map((when) => isInForce(given, Date.parse(when)))).toEqual([false, true, true, false]);
    expect(isInForce({ ...given, revokedAt: at(-0.5) }, noon)).toBe(false);
  });

  test('of a role or division that is not held is refused', () => {
    expect(beyond([township], [county])).toEqual([]);
    expect(beyond([county], [township])).toEqual([county]);
    expect(beyond([{ role: 'administrator', areaCode: '341322101' }], [county])).toHaveLength(1);
  });

  test('never hands on who may give rights', () => {
    const administrator: Grant = { role: 'administrator', areaCode: '341322' };
    expect(beyond([administrator], [administrator])).toEqual([administrator]);
  });

  test('adds to what the receiver holds, and shrinks with the giver', () => {
    const given = [aDelegation('a', 'b', [county])];
    const own = (a: Grant[]) =>
      new Map([
        ['a', a],
        ['b', [{ role: 'viewer', areaCode: '341322' } as Grant]],
      ]);
    expect(effectiveGrants('b', own([county]), given, noon)).toHaveLength(2);
    expect(effectiveGrants('b', own([township]), given, noon)).toContainEqual(township);
    expect(effectiveGrants('b', own([]), given, noon)).toEqual([{ role: 'viewer', areaCode: '341322' }]);
  });

  test('passed on ends with the first one', () => {
    const chain = [aDelegation('a', 'b', [county]), aDelegation('b', 'c', [township])];
    const own = new Map([['a', [county]]]);
    expect(effectiveGrants('c', own, chain, noon)).toEqual([township]);
    const revoked = [{ ...(chain[0] as Delegation), revokedAt: at(-0.5) }, chain[1] as Delegation];
    expect(effectiveGrants('c', own, revoked, noon)).toEqual([]);
  });

  test('in a circle keeps nothing alive by itself', () => {
    const circle = [aDelegation('a', 'b', [county]), aDelegation('b', 'a', [county])];
    expect(effectiveGrants('a', new Map(), circle, noon)).toEqual([]);
  });
});

/** A small pseudo-random source with a seed (Mulberry32), so that a failure can be repeated. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

test('no chain of delegations ever widens: whatever somebody holds, somebody owns', () => {
  const areas = ['341322', '341322101', '341322102', '341322101001', '341322101002', '341322102001', '3413'];
  for (let seed = 1; seed <= 2_000; seed += 1) {
    const pick = random(seed);
    const accounts = Array.from({ length: 2 + pick(5) }, (_, index) => `p${index}`);
    const anAccount = () => accounts[pick(accounts.length)] as string;
    const grant = (): Grant => ({ role: everyRole[pick(3)] as Grant['role'], areaCode: areas[pick(areas.length)] as string });
    const some = (most: number) => Array.from({ length: pick(most + 1) }, grant);
    const own = new Map(accounts.map((id) => [id, some(2)]));
    const delegations = Array.from({ length: pick(9) }, (_, index) => ({
      ...aDelegation(anAccount(), anAccount(), some(3)),
      id: String(index),
      ...(pick(4) === 0 && { revokedAt: at(-0.5) }),
      ...(pick(4) === 0 && { startsAt: at(0.5) }),
    }));
    const everything = [...own.values()].flat();
    for (const id of accounts) {
      const held = effectiveGrants(id, own, delegations, noon);
      expect(
        held.filter((each) => !everything.some((source) => covers(source, each))),
        `seed ${seed}, ${id}`,
      ).toEqual([]);
      // What is one's own is never lost, and what came from others was handed over by name.
      for (const mine of own.get(id) ?? [])
        expect(
          held.some((each) => covers(each, mine)),
          `seed ${seed}, ${id}`,
        ).toBe(true);
      const received = [
        ...(own.get(id) ?? []),
        ...delegations.filter(({ toAccountId }) => toAccountId === id).flatMap(({ grants }) => grants),
      ];
      expect(
        held.filter((each) => !received.some((source) => covers(source, each))),
        `seed ${seed}, ${id}`,
      ).toEqual([]);
    }
  }
});
