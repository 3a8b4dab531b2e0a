import { expect, test } from 'vitest';
import { divisionsOf, namesOf } from './callAffected.ts';
import { placeFrom } from './placeFrom.ts';

const met = (kind: string, id: string, name: string, division?: string): GeoJSON.Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [116.95, 34.19] },
  properties: { kind, id, name, ...(division !== undefined && { division }) },
});

test('those called are the divisions met, and those of the things met, each once, in the order of the zones; never the county for a school', () => {
  const found = [
    met('areas', '341322100001', '东村'),
    met('schools', '341322', '下风小学', '341322'),
    met('careHomes', '01a2', '敬老院', '341322102'),
    met('areas', '341322101', '西镇'),
    met('areas', '341322100001', '东村'),
    met('areas', 'camp', '营地'),
  ];
  expect(divisionsOf(found)).toEqual(['341322100001', '341322102', '341322101']);
  expect(namesOf(found)).toEqual(['东村', '下风小学', '敬老院', '西镇', '营地']);
});

test('a place in the address is two numbers on the earth, or none', () => {
  expect(placeFrom('116.95,34.19')).toEqual([116.95, 34.19]);
  expect(['', ',', '116.95', '116.95,', '116.95,34.19,3', '216,34', '116,x', undefined].map(placeFrom)).toEqual(Array(8).fill(null));
});
