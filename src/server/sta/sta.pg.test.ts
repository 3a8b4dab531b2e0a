import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testServer, type TestServer } from '../access/testServer.ts';

// SensorThings over a whole server, asked as its clients ask: FROST's and 52°North's viewers, QGIS, dashboards.

type Json = Record<string, unknown>;
interface Collection {
  value: Json[];
  '@iot.count'?: number;
  '@iot.nextLink'?: string;
}

let town: TestServer;
let root = '';
let token = '';
const soon = { timeout: 15_000, interval: 40 };
const ids = { station: randomUUIDv7(), other: randomUUIDv7(), device: randomUUIDv7(), level: randomUUIDv7(), rain: randomUUIDv7() };

beforeAll(async () => {
  town = await testServer();
  root = `${town.server.url}/sta/v1.1`;
  await create('stations', ids.station, { name: '岱河闸', kind: 'water', place: [116.9, 34.2], owner: "O'Neill" });
  await create('stations', ids.other, { name: '城关站', kind: 'rain', areaCode: '341322100' });
  await create('devices', ids.device, { name: '水位计', station: ids.station, protocol: 'http', deviceKey: 'http:G1' });
  await create('points', ids.level, { name: '闸上水位', device: ids.device, quantity: 'waterLevel', unit: 'm' });
  await create('points', ids.rain, { name: '雨量', device: ids.device, channel: '2', quantity: 'rain', unit: 'mm' });
  const scoped = await town.admin<{ token: string }>('POST', '/me/tokens', {
    name: 'viewer',
    scopes: ['read:sta'],
    areaCode: '341322',
    expiresAt: tomorrow(),
  });
  token = scoped.body.token;
});
afterAll(() => town.stop());

const tomorrow = () => new Date(town.clock.nowMs() + 86_400_000).toISOString();

async function create(register: string, id: string, fields: object): Promise<void> {
  expect(await town.admin('POST', `/registers/${register}`, { id, ...fields })).toMatchObject({ status: 201 });
}

/** Until ingest knows the points. */
async function reload(): Promise<void> {
  await expect.poll(async () => (await town.admin('GET', `/points/${ids.rain}/observations`)).status, soon).toBe(200);
}

interface Sent {
  method?: string;
  body?: string;
  headers?: Record<string, string>;
}

async function ask(
  path: string,
  { headers = {}, ...sent }: Sent = {},
  bearer = token,
): Promise<{ status: number; body: Collection & Json; headers: Headers }> {
  const url = path.startsWith('http') ? path : `${root}${path}`;
  const answer = await fetch(url, { ...sent, headers: { ...headers, authorization: `Bearer ${bearer}` } });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
  return { status: answer.status, headers: answer.headers, body: (isJson ? JSON.parse(text) : { text }) as Collection & Json };
}
const get = (path: string) => ask(encodeURI(path));
const values = async (path: string) => {
  const { status, body } = await get(path);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.value;
};
const idOf = async (path: string) => Number((await values(path))[0]?.['@iot.id']);

test('readings of a device are found as observations', async () => {
  await reload();
  const items = Array.from({ length: 25 }, (_, index) => ({
    code: 'waterLevel',
    value: 30 + index / 10,
    t: town.clock.nowMs() - index * 60_000,
  }));
  const sent = await town.admin('POST', '/observations', { device: 'G1', items });
  expect(sent.status).toBe(202);
  await expect
    .poll(async () => (town.clock.advance(60), (await get('/Observations?$count=true&$top=0')).body['@iot.count']), soon)
    .toBe(25);
});

test('the service lists its collections', async () => {
  const { body } = await get('');
  expect(body.value.map(({ name }) => name)).toEqual([
    'Things',
    'Locations',
    'HistoricalLocations',
    'Datastreams',
    'Sensors',
    'ObservedProperties',
    'Observations',
    'FeaturesOfInterest',
  ]);
  expect(await values('/HistoricalLocations')).toEqual([]);
});

test('a viewer asks for things with their places and streams in one go', async () => {
  const things = await values(
    '/Things?$expand=Locations($select=location),Datastreams($select=name,unitOfMeasurement;$orderby=name)&$orderby=name desc',
  );
  expect(things.map(({ name }) => name)).toEqual(['岱河闸', '城关站']);
  expect(things[0]).toMatchObject({
    '@iot.id': expect.any(Number),
    properties: { kind: 'water', areaCode: '341322' },
    Locations: [{ location: { type: 'Point', coordinates: [116.9, 34.2] } }],
    Datastreams: [{ name: '闸上水位', unitOfMeasurement: { symbol: 'm' } }, { name: '雨量' }],
  });
  expect(things[1]).toMatchObject({ Locations: [], Datastreams: [] });
});

test('a dashboard asks for the newest value of each stream', async () => {
  const streams = await values(
    "/Datastreams?$filter=ObservedProperty/name eq 'waterLevel'&$expand=Observations($top=1;$select=result,phenomenonTime),Thing,Sensor,ObservedProperty",
  );
  expect(streams).toMatchObject([
    {
      name: '闸上水位',
      observationType: 'http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement',
      Thing: { name: '岱河闸' },
      Sensor: { metadata: 'http:G1' },
      ObservedProperty: { definition: 'urn:anlan:quantity:waterLevel' },
      Observations: [{ result: 30 }],
      'Observations@iot.nextLink': expect.stringContaining('/Observations?$skip=1'),
    },
  ]);
});

test('pages follow each other to the end, each observation once', async () => {
  const id = await idOf("/Datastreams?$filter=name eq '闸上水位'");
  let next: string | undefined =
    `${root}/Datastreams(${id})/Observations?$top=10&$count=true&$orderby=${encodeURIComponent('phenomenonTime asc')}`;
  const seen: number[] = [];
  const sizes: number[] = [];
  while (next) {
    const { body } = await ask(next);
    expect(body['@iot.count']).toBe(25);
    sizes.push(body.value.length);
    seen.push(...body.value.map((each) => Number(each['@iot.id'])));
    next = body['@iot.nextLink'];
  }
  expect(sizes).toEqual([10, 10, 5]);
  expect(new Set(seen).size).toBe(25);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  const { body } = await get(`/Observations(${seen[3]})?$expand=Datastream/Thing`);
  expect(body).toMatchObject({ '@iot.id': seen[3], resultQuality: 'good', Datastream: { Thing: { name: '岱河闸' } } });
  expect((await get(`/Datastreams(${id})/Observations(${seen[3]})`)).body['@iot.id']).toBe(seen[3]);
  expect((await get(`/Observations(${seen[3]})/FeatureOfInterest`)).body['feature']).toMatchObject({ type: 'Point' });
  expect((await get(`/Datastreams(${id + 1000})/Observations(${seen[3]})`)).status).toBe(404);
});

test.each([
  ['/Observations?$filter=result gt 32 and result le 32.3&$count=true', 3],
  ['/Observations?$filter=not (result lt 32) or result eq 30&$count=true', 6],
  ["/Observations?$filter=Datastream/Thing/name eq '岱河闸'&$count=true&$top=0", 25],
  ['/Observations?$filter=round(result) eq 31 add 0 and floor(result mul 10) mod 2 eq 0&$count=true', 5],
  ['/Observations?$filter=phenomenonTime gt now()&$count=true', 0],
  ['/Observations?$filter=result div 0 eq 1&$count=true', 0],
  ["/Things?$filter=substringof('河',name)&$count=true", 1],
  ["/Things?$filter=startswith(name,'城') or endswith(name,'闸')&$count=true", 2],
  ["/Things?$filter=properties/owner eq 'O''Neill'&$count=true", 1],
  ['/Things?$filter=properties/owner eq null&$count=true', 1],
  ["/Things?$filter=name eq '%25'&$count=true", 0],
  ["/Things?$filter=name eq '''; drop table stations; --'&$count=true", 0],
  ['/Sensors?$count=true', 1],
  ['/ObservedProperties?$count=true', 2],
  ['/FeaturesOfInterest?$count=true', 1],
])('%s finds %i', async (path, count) => {
  expect((await ask(path.replaceAll(' ', '%20'))).body['@iot.count']).toBe(count);
});

test('properties, their bare values and references stand under addresses of their own', async () => {
  const id = await idOf("/Things?$filter=name eq '岱河闸'");
  expect((await get(`/Things(${id})/name`)).body).toEqual({ name: '岱河闸' });
  expect((await get(`/Things(${id})/name/$value`)).body['text']).toBe('岱河闸');
  expect((await get(`/Things(${id})/Datastreams/$ref`)).body.value).toHaveLength(2);
  expect((await get(`/Things(${id})?$select=name`)).body).toEqual({
    '@iot.id': id,
    '@iot.selfLink': `${root}/Things(${id})`,
    name: '岱河闸',
  });
});

test.each([
  ['/Things?$limit=5', '$limit', 0],
  ['/Things?$filter=name eq', '$filter', 7],
  ['/Things?$filter=name eq 5', '$filter', 5],
  ['/Things?$filter=colour eq 5', '$filter', 0],
  ["/Things?$filter=name eq 'x' and Datastreams/name eq 'y'", '$filter', 16],
  ["/Things?$filter=geo.distance(name,geography'POINT(1 2)') lt 5", '$filter', 0],
  ['/Things?$orderby=name,colour', '$orderby', 5],
  ['/Things?$orderby=properties', '$orderby', 0],
  ['/Things?$select=name,colour', '$select', 5],
  ['/Things?$expand=Rooms', '$expand', 0],
  ['/Things?$top=-1', '$top', 0],
  ['/Observations?$resultFormat=dataArray', '$resultFormat', 0],
])('%s is refused at its place', async (path, option, position) => {
  const { status, body } = await get(path);
  expect([status, body['code'], body['fields']]).toMatchObject([400, 'query-invalid', [{ field: option, value: position }]]);
});

test.each(['/Rooms', '/Things(999999)', '/Things/Datastreams', '/Things(1', "/Things('x')", '/Things(1)/Things(2)/x'])(
  '%s leads nowhere',
  async (path) => {
    expect((await get(path)).status).toBe(404);
  },
);

test('an observation that is posted goes through the log and is found under the address that was told', async () => {
  const id = await idOf("/Datastreams?$filter=name eq '雨量'");
  const at = new Date(town.clock.nowMs() - 5_000).toISOString();
  const send = (path: string, body: object, bearer: string) =>
    ask(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }, bearer);
  const observation = { phenomenonTime: at, result: 1.5 };
  expect((await send(`/Datastreams(${id})/Observations`, observation, token)).status).toBe(403);
  const made = await town.admin<{ token: string }>('POST', '/me/tokens', {
    name: 'logger',
    scopes: ['write:sta', 'read:sta'],
    areaCode: '341322',
    expiresAt: tomorrow(),
  });
  const writer = made.body.token;
  const kept = await send(`/Datastreams(${id})/Observations`, observation, writer);
  expect(kept.status).toBe(201);
  const location = kept.headers.get('location') ?? '';
  await expect.poll(async () => (town.clock.advance(60), (await ask(location)).status), soon).toBe(200);
  expect((await ask(location)).body).toMatchObject({ result: 1.5, phenomenonTime: at });
  expect((await send('/Observations', { ...observation, Datastream: { '@iot.id': id } }, writer)).headers.get('location')).toBe(location);
  const wrong: [object, string][] = [
    [{ result: 'high', Datastream: { '@iot.id': id } }, 'result'],
    [{ result: 1 }, 'Datastream'],
    [{ result: 1, phenomenonTime: '2199-01-01T00:00:00Z', Datastream: { '@iot.id': id } }, 'phenomenonTime'],
    [{ result: 1, Datastream: { '@iot.id': id }, FeatureOfInterest: { '@iot.id': 1 } }, 'FeatureOfInterest'],
  ];
  for (const [body, field] of wrong)
    expect((await send('/Observations', body, writer)).body).toMatchObject({ status: 400, fields: [{ field }] });
  expect((await send('/Observations', { result: 1, Datastream: { '@iot.id': 99_999 } }, writer)).status).toBe(404);
  expect((await send('/Things', { name: 'x', description: 'y' }, writer)).status).toBe(422);
  expect(await values(`/Datastreams(${id})/Observations`)).toHaveLength(1);
});

test('somebody of one township finds what is there and nothing else; without a token nothing', async () => {
  const { token: narrow } = await town.person('town', [{ role: 'viewer', areaCode: '341322100' }], '341322100');
  expect((await ask('/Things', {}, narrow)).body.value.map(({ name }) => name)).toEqual(['城关站']);
  for (const set of ['Datastreams', 'Sensors', 'Observations', 'ObservedProperties', 'FeaturesOfInterest'])
    expect((await ask(`/${set}`, {}, narrow)).body.value).toEqual([]);
  expect((await fetch(`${root}/Things`)).status).toBe(401);
  expect(town.faults).toEqual([]);
});
