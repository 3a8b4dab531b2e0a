import { expect, test } from 'vitest';
import { parseFilter } from '#protocols/sensorThings/filter.ts';
import { stretchOf } from '../storage/sensorThings.ts';
import { readStaAddress } from './staAddress.ts';

test.each([
  ['Things', ['Things'], null, null],
  ['Things(1)/Datastreams(22)/Observations', ['Things(1)', 'Datastreams(22)', 'Observations'], null, null],
  ['Observations(549755813888)/Datastream/Thing', ['Observations(549755813888)', 'Datastream', 'Thing'], null, null],
  ['Things(1)/properties/$value', ['Things(1)'], 'properties', '$value'],
  ['Things(1)/Locations/$ref', ['Things(1)', 'Locations'], null, '$ref'],
] as const)('%s is read', (path, steps, property, ending) => {
  const read = readStaAddress(path);
  expect(read?.steps.map(({ name, id }) => (id === null ? name : `${name}(${id})`))).toEqual(steps);
  expect(read).toMatchObject({ property, ending });
});

test.each([
  '',
  'Rooms',
  'Thing(1)',
  'Things(-1)',
  'Things/name',
  'Things(1)/Sensors',
  'Datastreams(1)/Thing(2)',
  'Things(1)/name/Datastreams',
  'Things(1)/$value',
  'Things(1)/name/$ref',
  'Things/$ref/x',
  '$ref',
])('"%s" leads nowhere', (path) => expect(readStaAddress(path)).toBeNull());

test.each([
  ['phenomenonTime ge 2026-07-01T00:00:00Z and phenomenonTime lt 2026-07-02T00:00:00Z and result gt 5', '2026-07-01', '2026-07-02'],
  ['resultTime gt 2026-07-01T00:00:00Z', '2026-07-01', null],
  ['phenomenonTime ge 2026-07-01T00:00:00Z or result gt 5', null, null],
  ['not (phenomenonTime ge 2026-07-01T00:00:00Z)', null, null],
])('%s concerns a stretch of time', (text, from, to) => {
  const read = parseFilter(text);
  const open = stretchOf(null);
  const { fromMs, toMs } = stretchOf(read.ok ? read.filter : null);
  expect(read.ok).toBe(true);
  expect(fromMs).toBe(from === null ? open.fromMs : Date.parse(from));
  expect(toMs).toBe(to === null ? open.toMs : Date.parse(to) + 1);
});
