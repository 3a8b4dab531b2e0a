import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OrganisationView } from './organisations.ts';
import { testServer, type Answer, type Ask, type TestServer } from './testServer.ts';

// Rights as clients meet them: a whole server, real requests. Longcheng is 341322100, Huangkou 341322101 in these tests.

let bench: TestServer;
const [longcheng, huangkou, third] = ['341322100', '341322101', '341322110'];
const hour = 3_600_000;

beforeAll(async () => {
  bench = await testServer();
});
afterAll(async () => {
  await bench.stop();
});

const later = (ms: number) => new Date(bench.clock.nowMs() + ms).toISOString();
const aStation = (areaCode: string) => ({ id: randomUUIDv7(), name: `站 ${areaCode}`, kind: 'water', areaCode });
const codeOf = async (asked: Promise<Answer<unknown>>) => {
  const { status, body } = await asked;
  return [status, (body as { code?: string }).code];
};
const stationsOf = async (ask: Ask) => {
  const { body } = await ask<{ items: { areaCode: string }[] }>('GET', '/registers/stations?limit=100');
  return [...new Set(body.items.map(({ areaCode }) => areaCode))].sort();
};

describe('somebody with rights in several places', () => {
  let ask: Ask;
  beforeAll(async () => {
    ({ ask } = await bench.person('two.places', [
      { role: 'dutyOfficer', areaCode: longcheng },
      { role: 'viewer', areaCode: third },
    ]));
    for (const area of [longcheng, huangkou, third]) await bench.admin('POST', '/registers/stations', aStation(area));
  });

  test('sees those places and nothing between them', async () => {
    expect(await stationsOf(ask)).toEqual([longcheng, third]);
    expect(await stationsOf(bench.admin)).toEqual([longcheng, huangkou, third]);
  });

  test('changes records only where the role that may change them counts', async () => {
    expect(await codeOf(ask('POST', '/registers/stations', aStation(longcheng)))).toEqual([201, undefined]);
    expect((await ask('POST', '/registers/stations', aStation(third))).status).toBe(403);
    expect((await ask('POST', '/registers/stations', aStation(huangkou))).status).toBe(403);
  });
});

describe('an API token', () => {
  const expiresAt = () => later(24 * hour);
  let owner: Awaited<ReturnType<TestServer['person']>>;
  const make = async (scopes: string[], more: Record<string, unknown> = {}) => {
    const made = await owner.ask<{ token: string; id: string }>('POST', '/me/tokens', {
      name: '水位接口',
      scopes,
      areaCode: '341322',
      expiresAt: expiresAt(),
      ...more,
    });
    return { ...made.body, status: made.status, ask: bench.as(made.body.token) };
  };
  beforeAll(async () => {
    owner = await bench.person('token.owner', [{ role: 'dutyOfficer', areaCode: '341322' }]);
  });

  test('reads what its scope says and nothing else', async () => {
    const { ask, token } = await make(['read:stations']);
    expect(token).toMatch(/^anlan_[\w-]{43}$/);
    expect((await ask('GET', '/registers/stations')).status).toBe(200);
    expect(await codeOf(ask('GET', '/registers/schools'))).toEqual([403, 'scope-missing']);
    expect(await codeOf(ask('POST', '/registers/stations', aStation('341322')))).toEqual([403, 'scope-missing']);
    expect(await codeOf(ask('GET', '/me'))).toEqual([403, 'scope-missing']);
    expect(await codeOf(ask('GET', '/events'))).toEqual([403, 'scope-missing']);
  });

  test('of a device hands in readings', async () => {
    const { ask } = await make(['observations']);
    const readings = { device: 'meter-1', items: [{ code: 'waterLevel', value: 31.2, unit: 'm' }] };
    expect((await ask('POST', '/observations', readings)).status).toBe(202);
    expect(await codeOf(ask('GET', '/alarms'))).toEqual([403, 'scope-missing']);
  });

  test('is not taken from a cookie', async () => {
    const { token } = await make(['read:*']);
    expect(await codeOf(bench.as('')('GET', '/areas', undefined, { cookie: `anlan_session=${token}` }))).toEqual([401, 'session-missing']);
  });

  test('reaches only its own division, and never further than its owner', async () => {
    const { ask } = await make(['read:*'], { areaCode: third });
    expect(await stationsOf(ask)).toEqual([third]);
    expect(
      await codeOf(owner.ask('POST', '/me/tokens', { name: 'x', scopes: ['read:*'], areaCode: '341323', expiresAt: expiresAt() })),
    ).toEqual([422, 'fields-invalid']);
    await bench.admin('PATCH', `/accounts/${owner.id}`, { grants: [{ role: 'dutyOfficer', areaCode: longcheng }] });
    expect(await codeOf(ask('GET', '/registers/stations'))).toEqual([403, 'role-missing']);
    await bench.admin('PATCH', `/accounts/${owner.id}`, { grants: [{ role: 'dutyOfficer', areaCode: '341322' }] });
  });

  test('is listed without its secret, is revoked, and expires', async () => {
    const made = await make(['read:*']);
    const short = await make(['read:*'], { expiresAt: later(hour) });
    const { body } = await owner.ask<{ tokens: Record<string, unknown>[] }>('GET', '/me');
    const line = body.tokens.find(({ id }) => id === made.id);
    expect(line).toMatchObject({ name: '水位接口', start: made.token.slice(0, 10), scopes: ['read:*'] });
    expect(JSON.stringify(body.tokens)).not.toContain(made.token);
    expect((await made.ask('GET', '/areas')).status).toBe(200);
    expect((await owner.ask('DELETE', `/me/tokens/${made.id}`)).status).toBe(204);
    expect(await codeOf(made.ask('GET', '/areas'))).toEqual([401, 'session-missing']);
    bench.clock.advance(hour);
    expect(await codeOf(short.ask('GET', '/areas'))).toEqual([401, 'token-expired']);
  });

  test.each([
    ['without end', { expiresAt: '2099-01-01T00:00:00Z' }],
    ['already over', { expiresAt: '2020-01-01T00:00:00Z' }],
    ['with a scope that does not exist', { scopes: ['everything'] }],
    ['with a scope over accounts', { scopes: ['write:accounts'] }],
  ])('%s is refused', async (_, more) => {
    const answer = await owner.ask('POST', '/me/tokens', {
      name: 'x',
      scopes: ['read:*'],
      areaCode: '341322',
      expiresAt: expiresAt(),
      ...more,
    });
    expect([answer.status, answer.body['code']]).toEqual([422, 'fields-invalid']);
  });

  test('ends with the account', async () => {
    const leaver = await bench.person('leaver', [{ role: 'viewer', areaCode: '341322' }]);
    const made = await leaver.ask<{ token: string }>('POST', '/me/tokens', {
      name: 'x',
      scopes: ['read:*'],
      areaCode: '341322',
      expiresAt: expiresAt(),
    });
    await bench.admin('PATCH', `/accounts/${leaver.id}`, { active: false });
    expect(await codeOf(bench.as(made.body.token)('GET', '/areas'))).toEqual([401, 'session-missing']);
    expect(await codeOf(leaver.ask('GET', '/areas'))).toEqual([401, 'session-missing']);
  });
});

describe('a delegation', () => {
  test('adds rights until its end, shrinks with the giver, and is journaled', async () => {
    const giver = await bench.person('giver', [{ role: 'dutyLeader', areaCode: '341322' }]);
    const helper = await bench.person('helper', [{ role: 'viewer', areaCode: longcheng }], longcheng);
    expect(await stationsOf(helper.ask)).toEqual([longcheng]);
    const given = { toAccountId: helper.id, grants: [{ role: 'dutyLeader', areaCode: third }], endsAt: later(2 * hour), why: '外出培训' };
    expect((await giver.ask('POST', '/me/delegations', given)).status).toBe(201);
    expect(await stationsOf(helper.ask)).toEqual([longcheng, third]);
    const onward = { ...given, toAccountId: giver.id, grants: [{ role: 'dutyLeader', areaCode: longcheng }] };
    expect(await codeOf(helper.ask('POST', '/me/delegations', onward))).toEqual([403, 'delegation-beyond']);
    await bench.admin('PATCH', `/accounts/${giver.id}`, { grants: [{ role: 'viewer', areaCode: '341322' }] });
    bench.clock.advance(20_000);
    expect(await stationsOf(helper.ask)).toEqual([longcheng]);
    await bench.admin('PATCH', `/accounts/${giver.id}`, { grants: [{ role: 'dutyLeader', areaCode: '341322' }] });
    bench.clock.advance(20_000);
    expect(await stationsOf(helper.ask)).toEqual([longcheng, third]);
    bench.clock.advance(2 * hour);
    expect(await stationsOf(helper.ask)).toEqual([longcheng]);
    const entries = await bench.database.pool.query<{ why: string; actor_name: string }>(
      `select why, actor_name from journal where act = 'delegated' and subject_id = $1`,
      [giver.id],
    );
    expect(entries.rows).toEqual([{ why: '外出培训', actor_name: 'giver' }]);
  });

  test('is taken back at once, with everything that was handed on from it', async () => {
    const first = await bench.person('chain.a', [{ role: 'dutyLeader', areaCode: '341322' }]);
    const second = await bench.person('chain.b', [{ role: 'viewer', areaCode: longcheng }], longcheng);
    const last = await bench.person('chain.c', [{ role: 'viewer', areaCode: longcheng }], longcheng);
    const hand = (to: string, areaCode: string | undefined) => ({
      toAccountId: to,
      grants: [{ role: 'dutyLeader', areaCode }],
      endsAt: later(24 * hour),
      why: '休假',
    });
    const given = await first.ask<{ id: string }>('POST', '/me/delegations', hand(second.id, third));
    expect((await second.ask('POST', '/me/delegations', hand(last.id, third))).status).toBe(201);
    expect(await stationsOf(last.ask)).toEqual([longcheng, third]);
    expect((await last.ask('DELETE', `/me/delegations/${given.body.id}`)).status).toBe(404);
    expect((await first.ask('DELETE', `/me/delegations/${given.body.id}`)).status).toBe(204);
    expect(await stationsOf(last.ask)).toEqual([longcheng]);
  });
});

describe('a post', () => {
  test('carries its rights from one holder to the next', async () => {
    const { admin } = bench;
    const [organisationId, postId, liId, wangId] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7(), randomUUIDv7()];
    const li = await bench.person('post.li', [{ role: 'viewer', areaCode: longcheng }], longcheng);
    const wang = await bench.person('post.wang', [{ role: 'viewer', areaCode: longcheng }], longcheng);
    const made = await admin('POST', '/organisations', {
      id: organisationId,
      parentId: null,
      areaCode: '341322',
      name: '应急指挥中心',
      kind: 'section',
      phone: '0557-5020000',
      version: 0,
    });
    expect(made).toMatchObject({ status: 200, body: { version: 1 } });
    for (const [id, name, accountId] of [
      [liId, '李', li.id],
      [wangId, '王', wang.id],
    ])
      expect(
        (await admin('POST', '/persons', { id, organisationId, areaCode: '341322', name, phone: '13855770001', accountId, version: 0 }))
          .status,
      ).toBe(200);
    const post = {
      id: postId,
      organisationId,
      areaCode: '341322',
      name: '值班长',
      code: 'watchChief',
      duties: '接报',
      grants: [{ role: 'dutyLeader', areaCode: third }],
      superiorId: null,
      version: 0,
    };
    expect((await admin('POST', '/posts', post)).status).toBe(200);
    expect((await admin('POST', '/posts', post)).status).toBe(412);

    const hand = (personId: string, seenHolderId: string | null) =>
      admin<{ holders: { id: string; to: string | null }[] }>('POST', `/posts/${postId}/hand-over`, {
        seat: 'A',
        personId,
        seenHolderId,
        why: '轮岗',
      });
    const first = await hand(liId, null);
    expect(first.status).toBe(200);
    expect(await stationsOf(li.ask)).toEqual([longcheng, third]);
    expect((await li.ask<{ me: { posts: string[] } }>('GET', '/session')).body.me.posts).toEqual([postId, 'watchChief']);

    bench.clock.advance(hour);
    expect(await codeOf(hand(wangId, null))).toEqual([409, 'post-changed']);
    expect((await hand(wangId, first.body.holders[0]?.id ?? '')).status).toBe(200);
    expect(await stationsOf(li.ask)).toEqual([longcheng]);
    expect(await stationsOf(wang.ask)).toEqual([longcheng, third]);

    const view = (await admin<OrganisationView>('GET', '/organisations')).body;
    const holders = view.posts.find(({ id }) => id === postId)?.holders ?? [];
    expect(holders.map(({ personName, to }) => [personName, to === null])).toEqual([
      ['王', true],
      ['李', false],
    ]);
    expect(await codeOf(admin('DELETE', `/posts/${postId}`))).toEqual([409, 'still-used']);
    expect((await admin('POST', `/posts/${postId}/vacate`, { holderId: holders[0]?.id, why: '退休' })).status).toBe(200);
    expect(await stationsOf(wang.ask)).toEqual([longcheng]);
    expect((await admin('DELETE', `/posts/${postId}`)).status).toBe(204);
  });

  test('is kept by the administrators of its division only; numbers are masked for those who need not call', async () => {
    const viewer = await bench.person('org.viewer', [{ role: 'viewer', areaCode: '341322' }]);
    const officer = await bench.person('org.officer', [{ role: 'dutyOfficer', areaCode: '341322' }]);
    const township = await bench.person('org.township', [{ role: 'administrator', areaCode: longcheng }], longcheng);
    const phoneSeen = async (ask: Ask) => (await ask<OrganisationView>('GET', '/organisations')).body.persons[0]?.phone;
    expect(await phoneSeen(officer.ask)).toBe('13855770001');
    expect(await phoneSeen(viewer.ask)).toBe('138****0001');
    expect(await phoneSeen(township.ask)).toBeUndefined();
    const organisation = { id: randomUUIDv7(), parentId: null, areaCode: '341322', name: 'x', kind: 'section', phone: '', version: 0 };
    expect(await codeOf(viewer.ask('POST', '/organisations', organisation))).toEqual([403, 'role-missing']);
    expect(await codeOf(township.ask('POST', '/organisations', organisation))).toEqual([403, 'area-outside']);
    expect((await township.ask('POST', '/organisations', { ...organisation, areaCode: longcheng })).status).toBe(200);
  });
});

describe('an administrator', () => {
  test('of a township gives no rights outside it and does not touch those given from above', async () => {
    const township = await bench.person('small.admin', [{ role: 'administrator', areaCode: longcheng }], longcheng);
    const clerk = await bench.person(
      'clerk',
      [
        { role: 'viewer', areaCode: longcheng },
        { role: 'viewer', areaCode: third },
      ],
      longcheng,
    );
    const change = (areaCode: string | undefined) =>
      township.ask<{ grants: object[] }>('PATCH', `/accounts/${clerk.id}`, { grants: [{ role: 'dutyOfficer', areaCode }] });
    expect(await codeOf(change('341322'))).toEqual([403, 'area-outside']);
    expect((await change(longcheng)).body.grants).toEqual([
      { role: 'viewer', areaCode: third },
      { role: 'dutyOfficer', areaCode: longcheng },
    ]);
    expect(await codeOf(township.ask('PATCH', '/access-policy', { secondFactorRoles: ['viewer'] }))).toEqual([403, 'area-outside']);
  });

  test('of a township cannot rise through the accounts and posts of those above', async () => {
    const { admin } = bench;
    const township = await bench.person('climber', [{ role: 'administrator', areaCode: longcheng }], longcheng);
    // Lives in the township, answers for the county.
    const senior = await bench.person('senior', [{ role: 'dutyLeader', areaCode: '341322' }], longcheng);
    for (const [method, path] of [
      ['POST', `/accounts/${senior.id}/invitation`],
      ['DELETE', `/accounts/${senior.id}/factors`],
    ] as const)
      expect(await codeOf(township.ask(method, path))).toEqual([403, 'account-above']);

    const [organisationId, postId, personId] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()];
    await admin('POST', '/organisations', {
      id: organisationId,
      parentId: null,
      areaCode: longcheng,
      name: '龙城镇',
      kind: 'township',
      phone: '',
      version: 0,
    });
    const post = { id: postId, organisationId, areaCode: longcheng, name: '镇长', code: null, duties: '', superiorId: null, version: 0 };
    await admin('POST', '/posts', { ...post, grants: [{ role: 'dutyLeader', areaCode: '341322' }] });
    const person = { id: personId, organisationId, areaCode: longcheng, name: '某', phone: '', accountId: null, version: 0 };
    expect((await township.ask('POST', '/persons', person)).status).toBe(200);
    const appoint = { seat: 'A', personId, seenHolderId: null };
    expect(await codeOf(township.ask('POST', `/posts/${postId}/hand-over`, appoint))).toEqual([403, 'area-outside']);
    expect((await admin('POST', `/posts/${postId}/hand-over`, appoint)).status).toBe(200);
    const tied = { ...person, version: 1 };
    expect(await codeOf(township.ask('POST', '/persons', { ...tied, accountId: township.id }))).toEqual([403, 'area-outside']);
    const stranger = await bench.person('stranger', [{ role: 'viewer', areaCode: '341322' }]);
    const free = { ...person, id: randomUUIDv7(), accountId: stranger.id };
    expect(await codeOf(township.ask('POST', '/persons', free))).toEqual([404, 'not-found']);
  });

  test('cannot hand the administrator role on for a time', async () => {
    const helper = await bench.person('no.deputy', [{ role: 'viewer', areaCode: longcheng }], longcheng);
    const given = { toAccountId: helper.id, grants: [{ role: 'administrator', areaCode: longcheng }], endsAt: later(hour), why: '休假' };
    expect(await codeOf(bench.admin('POST', '/me/delegations', given))).toEqual([403, 'delegation-beyond']);
  });

  test('cannot take the administrator role from oneself', async () => {
    const me = (await bench.admin<{ me: { accountId: string } }>('GET', '/session')).body.me.accountId;
    expect(await codeOf(bench.admin('PATCH', `/accounts/${me}`, { grants: [{ role: 'viewer', areaCode: '341322' }] }))).toEqual([
      409,
      'account-own',
    ]);
  });

  test('signs somebody out everywhere', async () => {
    const person = await bench.person('signed.out', [{ role: 'viewer', areaCode: '341322' }]);
    expect((await person.ask('GET', '/areas')).status).toBe(200);
    expect((await bench.admin('DELETE', `/accounts/${person.id}/sessions`)).body).toEqual({ ended: 1 });
    expect(await codeOf(person.ask('GET', '/areas'))).toEqual([401, 'session-missing']);
  });
});

test('nothing of all this is a fault of ours', () => {
  expect(bench.faults).toEqual([]);
});
