import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testServer, type TestServer } from './testServer.ts';

// Single sign-on against a real OpenID provider (oidc-provider) on this machine. The provider shows its own pages; here its
// development pages are answered as a browser would: account name, consent, back.

let provider: Server;
let bench: TestServer;
/** A second county office on the same provider, which makes accounts for newcomers. */
let open: TestServer;
let issuer: string;

/** People of the provider: subject → what it says of them. */
const people: Record<string, { preferred_username: string; name: string; amr?: string[] }> = {
  'subject-li': { preferred_username: 'li', name: '李明' },
  'subject-other': { preferred_username: 'li', name: '另一个李明' },
  'subject-new': { preferred_username: 'newcomer', name: '新来的' },
  'subject-guard': { preferred_username: 'guarded', name: '有第二验证的人' },
};

beforeAll(async () => {
  provider = createServer();
  await new Promise<void>((resolve) => void provider.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  const environment = { ANLAN_OIDC_ISSUER: issuer, ANLAN_OIDC_CLIENT_ID: 'anlan', ANLAN_OIDC_CLIENT_SECRET: 'loopback-secret' };
  bench = await testServer(environment);
  open = await testServer({ ...environment, ANLAN_OIDC_NEWCOMERS: 'viewer' });
  const oidc = new Provider(issuer, {
    clients: [
      {
        client_id: 'anlan',
        client_secret: 'loopback-secret',
        redirect_uris: [bench, open].map(({ server }) => `${server.url}/api/v1/session/sso/callback`),
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'] },
    findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id, ...people[id] }) }),
    cookies: { keys: ['only-for-tests'] },
    features: { devInteractions: { enabled: true } },
  });
  const answer = oidc.callback();
  provider.on('request', (request, response) => void answer(request, response));
});
afterAll(async () => {
  await bench.stop();
  await open.stop();
  await new Promise((resolve) => void provider.close(resolve));
});

/** A browser as far as it matters here: cookies by host, no redirect followed by itself. */
function aBrowser() {
  const jars = new Map<string, Map<string, string>>();
  return async (address: string, form?: Record<string, string>): Promise<Response> => {
    const { host } = new URL(address);
    const jar = jars.get(host) ?? new Map<string, string>();
    jars.set(host, jar);
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  };
}

/** Goes all the way through the provider as one person; answers where Anlan sends the browser in the end. */
async function signInAs(subject: string, { server } = bench): Promise<{ to: string; browser: ReturnType<typeof aBrowser> }> {
  const browser = aBrowser();
  let address = `${server.url}/api/v1/session/sso`;
  for (let hop = 0; hop < 12; hop += 1) {
    const answer = await browser(address);
    const next = answer.headers.get('location');
    if (next !== null) {
      const to = new URL(next, address);
      if (to.origin === server.url && !to.pathname.startsWith('/api/')) return { to: `${to.pathname}${to.search}`, browser };
      address = to.href;
      continue;
    }
    // A page of the provider: the form says what it asks.
    const page = await answer.text();
    const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
    const sent = await browser(new URL(action, address).href, { prompt, ...(prompt === 'login' && { login: subject, password: 'any' }) });
    address = new URL(sent.headers.get('location') ?? '', address).href;
  }
  throw new Error('the way through the provider has no end');
}

describe('single sign-on', () => {
  test('is offered when it is configured', async () => {
    expect((await bench.as('')('GET', '/setup')).body['sso']).toBe(true);
  });

  test('signs in the account of the same name, and by its subject ever after', async () => {
    await bench.person('li', [{ role: 'viewer', areaCode: '341322' }]);
    const { to, browser } = await signInAs('subject-li');
    expect(to).toBe('/');
    const { me } = (await (await browser(`${bench.server.url}/api/v1/session`)).json()) as { me: { account: string } };
    expect(me.account).toBe('li');
    // Renamed at the provider: still the same person.
    people['subject-li'] = { preferred_username: 'li.ming', name: '李明' };
    expect((await signInAs('subject-li')).to).toBe('/');
  });

  test('does not hand an account to another person of the same name', async () => {
    expect((await signInAs('subject-other')).to).toBe('/login?problem=sso-unknown');
  });

  test('makes no account by itself', async () => {
    expect((await signInAs('subject-new')).to).toBe('/login?problem=sso-unknown');
    const { items } = (await bench.admin<{ items: { account: string }[] }>('GET', '/accounts')).body;
    expect(items.map(({ account }) => account)).not.toContain('newcomer');
  });

  test('refuses an account that was switched off', async () => {
    const { items } = (await bench.admin<{ items: { id: string; account: string }[] }>('GET', '/accounts')).body;
    const id = items.find(({ account }) => account === 'li')?.id ?? '';
    await bench.admin('PATCH', `/accounts/${id}`, { active: false });
    expect((await signInAs('subject-li')).to).toBe('/login?problem=sso-unknown');
    await bench.admin('PATCH', `/accounts/${id}`, { active: true });
  });

  test('still asks for the second factor a role demands', async () => {
    await bench.person('guarded', [{ role: 'commander', areaCode: '341322' }]);
    await bench.admin('PATCH', '/access-policy', { secondFactorRoles: ['commander'] });
    const { to, browser } = await signInAs('subject-guard');
    expect(to).toMatch(/^\/login\?step=[\w-]+&factors=$/);
    const { me } = (await (await browser(`${bench.server.url}/api/v1/session`)).json()) as { me: unknown };
    expect(me).toBeNull();
    await bench.admin('PATCH', '/access-policy', { secondFactorRoles: [] });
  });

  test('takes a callback only from the browser that set out, and once', async () => {
    const stranger = aBrowser();
    const answer = await stranger(`${bench.server.url}/api/v1/session/sso/callback?code=x&state=y`);
    expect(answer.headers.get('location')).toBe('/login?problem=step-expired');
    const browser = aBrowser();
    await browser(`${bench.server.url}/api/v1/session/sso`);
    const forged = await browser(`${bench.server.url}/api/v1/session/sso/callback?code=x&state=y`);
    expect(forged.headers.get('location')).toBe('/login?problem=sso-refused');
    expect((await browser(`${bench.server.url}/api/v1/session/sso/callback?code=x&state=y`)).headers.get('location')).toBe(
      '/login?problem=step-expired',
    );
  });
});

test('newcomers get an account with the configured role where that is configured', async () => {
  const { to, browser } = await signInAs('subject-new', open);
  expect(to).toBe('/');
  const { me } = (await (await browser(`${open.server.url}/api/v1/session`)).json()) as { me: object };
  expect(me).toMatchObject({ account: 'newcomer', name: '新来的', grants: [{ role: 'viewer', areaCode: '341322' }] });
});

test('a provider that is away is said so', async () => {
  const alone = await testServer({ ANLAN_OIDC_ISSUER: 'http://127.0.0.1:9', ANLAN_OIDC_CLIENT_ID: 'anlan', ANLAN_OIDC_CLIENT_SECRET: 'x' });
  try {
    const gone = await alone.as('')('GET', '/session/sso');
    expect([gone.status, gone.headers.get('location')]).toEqual([302, '/login?problem=sso-away']);
  } finally {
    await alone.stop();
  }
});

test('nothing of all this is a fault of ours', () => {
  expect([...bench.faults, ...open.faults]).toEqual([]);
});
