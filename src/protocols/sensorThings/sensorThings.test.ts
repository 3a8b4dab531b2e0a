import { expect, test } from 'vitest';
import { decodeAll, everySplit, messagesOf, mutated } from '../decoderChecks.ts';
import { seededRandom, type SeededRandom } from '../seededRandom.ts';
import { entitySets } from './entities.table.ts';
import { readAddress, readEntity, readTimes, writeEntity, writeNewEntity } from './entity.ts';
import { parseFilter, writeFilter, type Expression } from './filter.ts';
import { parseQuery } from './query.ts';
import { sensorThings } from './sensorThings.ts';

const observation = { phenomenonTime: '2026-07-01T08:00:00+08:00', result: 32.1, Datastream: { '@iot.id': 7 }, site: '萧县' };
const unit = { name: 'metre', symbol: 'm', definition: 'ucum:m' };
const datastream = {
  name: '水位',
  description: '倒流河',
  unitOfMeasurement: unit,
  observationType: 'http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement',
  Thing: { '@iot.id': 1 },
  Sensor: { name: 's', description: 'd', encodingType: 'application/pdf', metadata: 'https://example.org/s.pdf' },
  ObservedProperty: { '@iot.id': 3 },
  Observations: [{ result: 1 }],
};

test('an observation is read with its link, unknown members are kept, and it is written back the same', () => {
  const read = readEntity('Observations', observation);
  expect(read).toMatchObject({
    ok: true,
    entity: { properties: { result: 32.1 }, links: { Datastream: [{ id: 7 }] }, more: { site: '萧县' } },
  });
  expect(read.ok && writeNewEntity(read.entity)).toEqual(observation);
});

test('a datastream may bring its sensor and observations along', () => {
  const read = readEntity('Datastreams', datastream);
  expect(read).toMatchObject({ ok: true, entity: { links: { Thing: [{ id: 1 }], Sensor: [{ entity: { set: 'Sensors' } }] } } });
  expect(read.ok && writeNewEntity(read.entity)).toEqual(datastream);
});

test('the address says the collection and the link', () => {
  expect(readAddress('v1.1/Datastreams(7)/Observations')).toEqual({
    ok: true,
    set: 'Observations',
    parent: { set: 'Datastreams', id: 7, link: 'Datastream' },
  });
  expect(readAddress('/Things')).toEqual({ ok: true, set: 'Things', parent: null });
  for (const wrong of ['Things(1)', 'Sensors(1)/Things', 'Datastreams/Observations', 'Observation', ''])
    expect(readAddress(wrong).ok).toBe(false);
  expect(readEntity('Observations', { result: 5 }, { Datastream: 7 })).toMatchObject({
    ok: true,
    entity: { links: { Datastream: [{ id: 7 }] } },
  });
});

test.each([
  ['Observations', { Datastream: { '@iot.id': 1 } }, 'result', 'required'],
  ['Observations', { result: 1 }, 'Datastream', 'required'],
  ['Observations', { result: null, Datastream: { '@iot.id': 1 } }, 'result', 'type'],
  ['Observations', { ...observation, phenomenonTime: '2026-07-01 08:00' }, 'phenomenonTime', 'time'],
  ['Observations', { ...observation, resultTime: '2026-07-01T00:00:00Z/2026-07-02T00:00:00Z' }, 'resultTime', 'time'],
  ['Observations', { ...observation, Datastream: { '@iot.id': 'x' } }, 'Datastream.@iot.id', 'id'],
  ['Observations', { ...observation, Datastream: [] }, 'Datastream', 'type'],
  ['Datastreams', { ...datastream, unitOfMeasurement: { name: 'm' } }, 'unitOfMeasurement', 'type'],
  ['Datastreams', { ...datastream, Sensor: { name: 's' } }, 'Sensor.description', 'required'],
  ['Things', 5, '', 'type'],
] as const)('%s: %j is refused at "%s"', (set, json, field, rule) => {
  expect(readEntity(set, json)).toMatchObject({ ok: false, problems: expect.arrayContaining([expect.objectContaining({ field, rule })]) });
});

test('times are instants or intervals with a zone', () => {
  expect(readTimes('2026-07-01T00:00:00Z/2026-07-01T01:00:00Z')).toEqual({
    fromMs: Date.UTC(2026, 6, 1),
    toMs: Date.UTC(2026, 6, 1, 1),
    isInterval: true,
  });
  for (const wrong of ['2026-07-01', '2026-07-01T01:00:00Z/2026-07-01T00:00:00Z', 5, 'a/b/c']) expect(readTimes(wrong)).toBeNull();
});

test('an entity is shown with integer id, own address and links', () => {
  const shown = writeEntity('https://x/sta/v1.1', { set: 'Observations', id: 9, properties: { result: 1 } });
  expect(shown).toEqual({
    '@iot.id': 9,
    '@iot.selfLink': 'https://x/sta/v1.1/Observations(9)',
    result: 1,
    'Datastream@iot.navigationLink': 'https://x/sta/v1.1/Observations(9)/Datastream',
    'FeatureOfInterest@iot.navigationLink': 'https://x/sta/v1.1/Observations(9)/FeatureOfInterest',
  });
  expect(Object.keys(writeEntity('r', { set: 'Things', id: 1, properties: { name: 'n', description: 'd' } }, ['name']))).toEqual([
    '@iot.id',
    '@iot.selfLink',
    'name',
  ]);
  for (const set of entitySets) expect(writeEntity('r', { set, id: 1, properties: {} })['@iot.selfLink']).toBe(`r/${set}(1)`);
});

test.each([
  ['result gt 5', '(result gt 5)'],
  ['a or b and not c', '(a or (b and (not c)))'],
  ['a eq 1 add 2 mul 3', '(a eq (1 add (2 mul 3)))'],
  ["substringof('O''Neill',Thing/name)", "substringof('O''Neill',Thing/name)"],
  ['phenomenonTime ge 2026-07-01T08:00:00+08:00', '(phenomenonTime ge 2026-07-01T00:00:00.000Z)'],
  [
    "geo.distance(Locations/location,geography'POINT(116.9 34.2)') lt 0.5",
    "(geo.distance(Locations/location,geography'POINT(116.9 34.2)') lt 0.5)",
  ],
  ['not (a eq null) and (b eq true or c ne -1.5e3)', '((not (a eq null)) and ((b eq true) or (c ne -1500)))'],
  ['now() gt resultTime', '(now() gt resultTime)'],
])('%s is read as %s', (text, written) => {
  const read = parseFilter(text);
  expect(read.ok ? writeFilter(read.filter) : read.error).toBe(written);
});

test.each([
  ['result gt', 9, 'unexpected'],
  ['result gt 5 5', 12, 'unexpected'],
  ['(a eq 1', 7, 'unexpected'],
  ['a eq ;', 5, 'character'],
  ['sqrt(2) eq 1', 0, 'function'],
  ['toString(2) eq 1', 0, 'function'],
  ["startswith('a') eq true", 0, 'arguments'],
  ['a eq 2026-13-01T00:00:00Z', 5, 'character'],
  [`${'('.repeat(65)}a`, 64, 'depth'],
  ['', 0, 'unexpected'],
  ['a/ eq 1', 6, 'unexpected'],
])('%.40s is wrong at %i', (text, position, code) => {
  const read = parseFilter(text);
  expect(read).toMatchObject({ ok: false, error: { position, code } });
  expect(!read.ok && read.error.message.zh !== '' && read.error.message.en !== '').toBe(true);
});

function anyExpression(random: SeededRandom, depth: number): Expression {
  const inner = () => anyExpression(random, depth - 1);
  const leaf: (() => Expression)[] = [
    () => ({ kind: 'literal', value: random.pick([0, 1.5, -3, 'text', "it's", '', true, null]) }),
    () => ({ kind: 'path', steps: random.pick([['result'], ['Datastream', 'Thing', 'name'], ['水位']]) }),
    () => ({ kind: 'time', atMs: random.below(2_000_000_000) * 1000 }),
    () => ({ kind: 'geometry', wkt: 'POINT(1 2)' }),
    () => ({ kind: 'duration', text: 'PT1H' }),
  ];
  if (depth === 0) return random.pick(leaf)();
  return random.pick<() => Expression>([
    ...leaf,
    () => ({ kind: random.pick(['or', 'and'] as const), left: inner(), right: inner() }),
    () => ({ kind: 'not', of: inner() }),
    () => ({ kind: 'compare', operator: random.pick(['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const), left: inner(), right: inner() }),
    () => ({ kind: 'arithmetic', operator: random.pick(['add', 'sub', 'mul', 'div', 'mod'] as const), left: inner(), right: inner() }),
    () => ({ kind: 'call', name: 'concat', arguments: [inner(), inner()] }),
  ])();
}

test('five thousand filters are read back as they were written', () => {
  const random = seededRandom(31);
  for (let run = 0; run < 5000; run += 1) {
    const filter = anyExpression(random, 4);
    expect(parseFilter(writeFilter(filter))).toEqual({ ok: true, filter });
  }
});

test('a query becomes a tree, expansions with queries of their own', () => {
  const query = parseQuery(
    '?$filter=result%20gt%205&$orderby=phenomenonTime%20desc,@iot.id&$top=10&$skip=20&$count=true&$select=result,phenomenonTime' +
      "&$expand=Datastream($select=name;$expand=Thing($filter=name%20eq%20'a;b,c')),FeatureOfInterest/Observations",
  );
  expect(query).toMatchObject({
    ok: true,
    query: {
      filter: { kind: 'compare', operator: 'gt' },
      orderBy: [
        { steps: ['phenomenonTime'], isDescending: true },
        { steps: ['@iot.id'], isDescending: false },
      ],
      top: 10,
      skip: 20,
      isCounted: true,
      select: ['result', 'phenomenonTime'],
      expand: [
        {
          steps: ['Datastream'],
          query: { select: ['name'], expand: [{ steps: ['Thing'], query: { filter: { right: { value: 'a;b,c' } } } }] },
        },
        { steps: ['FeatureOfInterest', 'Observations'], query: { top: null } },
      ],
    },
  });
  expect(parseQuery('')).toMatchObject({ ok: true, query: { filter: null, skip: 0 } });
});

test.each([
  ['$top=-1', '$top', 'number'],
  ['$top=1&$top=2', '$top', 'double'],
  ['$limit=5', '$limit', 'option'],
  ['$count=yes', '$count', 'unexpected'],
  ['$orderby=a down', '$orderby', 'unexpected'],
  ['$expand=Thing($select=name', '$expand', 'unexpected'],
  ['$expand=Thing)', '$expand', 'unexpected'],
  ['$select=a b', '$select', 'name'],
  ['$filter=a eq', '$filter', 'unexpected'],
  ['$filter=%E0%A4%A', '$filter', 'character'],
  [`$expand=${'A($expand='.repeat(7)}A${')'.repeat(7)}`, '$expand', 'depth'],
])('%.50s is refused', (text, option, code) => {
  expect(parseQuery(text)).toMatchObject({ ok: false, error: { option, code } });
});

test('ten thousand mutated queries and messages are read or refused, never thrown', { timeout: 60_000 }, () => {
  const random = seededRandom(77);
  const bytesOf = (text: string) => new TextEncoder().encode(text);
  const query = bytesOf(
    "$filter=substringof('a',name) and (result gt 5 or not b)&$expand=Datastream($select=name;$top=1),Thing&$orderby=a desc",
  );
  const message = bytesOf(JSON.stringify(datastream));
  for (let run = 0; run < 2500; run += 1)
    expect(decodeAll(sensorThings.createDecoder(), mutated(message, random)).length).toBeGreaterThan(0);
  for (let run = 0; run < 10_000; run += 1) {
    const read = parseQuery(new TextDecoder('latin1').decode(mutated(query, random)));
    expect(read.ok || read.error.message.en !== '').toBe(true);
  }
});

test('messages in a file are told apart by their properties, in any pieces', () => {
  const stream = new TextEncoder().encode(`${JSON.stringify(observation)}\n${JSON.stringify({ name: 'a', description: 'b' })}\n{"x":1}`);
  const whole = decodeAll(sensorThings.createDecoder(), stream);
  expect(messagesOf(whole).map(({ set }) => set)).toEqual(['Observations', 'Things']);
  expect(whole.at(-1)).toMatchObject({ ok: false, code: 'invalidFormat' });
  for (const results of everySplit(sensorThings.createDecoder, stream)) expect(results).toEqual(whole);
});
