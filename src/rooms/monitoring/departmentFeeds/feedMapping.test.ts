import { expect, test } from 'vitest';
import { feedRecords, readFeedMapping, type FeedMapping } from './feedMapping.ts';

const declared = {
  records: '$.result.stations[*]',
  device: '$.id',
  each: '$.values[*]',
  time: { path: '$.t', form: 'chinese' },
  readings: [{ quantity: '$.code', value: '$.v', unit: 'm', isText: true, invalid: [-9999] }],
};

function mappingOf(json: object): FeedMapping {
  const read = readFeedMapping(JSON.stringify(json), '水利');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.mapping;
}

test('stations with lists of values become readings by device, times in Chinese time, sentinels left out', () => {
  const json = {
    result: {
      stations: [
        {
          id: 'A',
          values: [
            { code: 'z', v: '30.25', t: '2026-07-01 08:00:00' },
            { code: 'q', v: '-9999', t: '2026-07-01 08:00:00' },
          ],
        },
        { id: 'B', values: [{ code: 'z', v: 'none', t: '2026-07-01 08:00:00' }] },
      ],
    },
  };
  const read = feedRecords(mappingOf(declared), json);
  expect([...read.devices]).toEqual([
    ['A', [{ channel: '', quantity: 'z', value: 30.25, unit: 'm', quality: null, atMs: Date.UTC(2026, 6, 1) }]],
  ]);
  expect(read).toMatchObject({ records: 2, faults: 1, problems: [{ field: '$.result.stations[1].values[0].v', rule: 'type' }] });
});

test('a record without a time is left out and named', () => {
  const read = feedRecords(mappingOf(declared), { result: { stations: [{ id: 'A', values: [{ code: 'z', v: '1' }] }] } });
  expect(read.devices.size).toBe(0);
  expect(read.problems).toMatchObject([{ field: '$.result.stations[0]', rule: 'time' }]);
});

test('of very many problems twenty are shown and all are counted', () => {
  const stations = Array.from({ length: 500 }, () => ({ id: 'A', values: [] }));
  const read = feedRecords(mappingOf(declared), { result: { stations } });
  expect(read.problems).toHaveLength(20);
  expect(read.faults).toBe(500);
});

test.each([
  ['{', '', 'type'],
  ['[]', '', 'type'],
  [JSON.stringify({ ...declared, records: undefined }), 'records', 'required'],
  [JSON.stringify({ ...declared, records: '$.a[' }), 'records', 'path'],
  [JSON.stringify({ ...declared, time: undefined }), 'time', 'required'],
  [JSON.stringify({ ...declared, device: null }), 'device', 'required'],
  [JSON.stringify({ ...declared, topics: ['x'] }), 'topics', 'unknown'],
  [JSON.stringify({ ...declared, paging: 1 }), 'paging', 'unknown'],
])('%.60s is refused at "%s"', (text, field, rule) => {
  expect(readFeedMapping(text, 'x')).toMatchObject({
    ok: false,
    problems: expect.arrayContaining([expect.objectContaining({ field, rule })]),
  });
});
