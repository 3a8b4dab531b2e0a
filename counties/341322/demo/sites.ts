import { isInside } from '#geo/inside.ts';
import type { Random } from '#geo/random.ts';
import type { DemoRecord } from '../../demo.ts';
import type { Land } from './land.ts';
import { demoPhone, placeWord, stems } from './names.ts';
import { toDegrees, toLine, type Place } from './plane.ts';

// Invented enterprises, schools and shelters.

interface Maker {
  land: Land;
  random: Random;
  nextId: () => string;
}

/** Where things stand: the place on the plane beside the record made of it. */
export interface Site {
  place: Place;
  record: DemoRecord;
}

const industries: { industry: string; count: number; suffix: string; staff: [number, number]; townships?: string[] }[] = [
  { industry: 'chemical', count: 5, suffix: '化工有限公司', staff: [60, 420], townships: ['400'] },
  { industry: 'gas', count: 6, suffix: '燃气储配站', staff: [8, 60] },
  { industry: 'mining', count: 4, suffix: '煤业有限公司', staff: [180, 900], townships: ['115', '116', '117', '119'] },
  { industry: 'wood', count: 8, suffix: '木业有限公司', staff: [20, 260] },
  { industry: 'food', count: 6, suffix: '食品有限公司', staff: [30, 400] },
  { industry: 'metal', count: 5, suffix: '机械制造有限公司', staff: [40, 350] },
  { industry: 'textile', count: 4, suffix: '纺织有限公司', staff: [60, 500] },
  { industry: 'other', count: 2, suffix: '仓储物流有限公司', staff: [20, 120] },
];

export function makeEnterprises(maker: Maker): Site[] {
  const { random, nextId } = maker;
  let number = 0;
  return industries.flatMap(({ industry, count, suffix, staff, townships }) =>
    Array.from({ length: count }, (): Site => {
      number += 1;
      const place = placeNear(maker, townships, 250, 900);
      const record: DemoRecord = {
        id: nextId(),
        areaCode: areaCodeAt(maker.land, place),
        name: `演示·${placeWord(number * 7).zh}${suffix}`,
        creditCode: null,
        industry,
        place: toDegrees(place),
        staff: random.whole(...staff),
        principal: `演示负责人${stems[number % 10]}`,
        phone: demoPhone(1000 + number),
      };
      return { place, record };
    }),
  );
}

const schoolKinds: { kind: string; count: number; suffix: string; pupils: [number, number] }[] = [
  { kind: 'kindergarten', count: 20, suffix: '幼儿园', pupils: [60, 320] },
  { kind: 'primary', count: 26, suffix: '小学', pupils: [150, 1400] },
  { kind: 'middle', count: 12, suffix: '中学', pupils: [500, 2600] },
  { kind: 'vocational', count: 2, suffix: '职业学校', pupils: [900, 2200] },
];

export function makeSchools(maker: Maker): Site[] {
  const { random, nextId } = maker;
  let number = 0;
  return schoolKinds.flatMap(({ kind, count, suffix, pupils }) =>
    Array.from({ length: count }, (): Site => {
      number += 1;
      const place = placeNear(maker, undefined, 120, 450);
      const record: DemoRecord = {
        id: nextId(),
        areaCode: areaCodeAt(maker.land, place),
        name: `演示·${placeWord(number * 3 + 1).zh}${suffix}`,
        kind,
        place: toDegrees(place),
        pupils: random.whole(...pupils),
        contact: `演示校长${stems[number % 10]}`,
        phone: demoPhone(2000 + number),
      };
      return { place, record };
    }),
  );
}

const shelterCount = 30;

export function makeShelters(maker: Maker): Site[] {
  const { random, nextId } = maker;
  return Array.from({ length: shelterCount }, (_, i): Site => {
    const outdoor = random.next() < 0.6;
    const place = placeNear(maker, undefined, 150, 500);
    const record: DemoRecord = {
      id: nextId(),
      areaCode: areaCodeAt(maker.land, place),
      name: `演示·${placeWord(i * 8 + 5).zh}${outdoor ? '广场' : '体育馆'}应急避难场所`,
      kind: outdoor ? 'outdoor' : 'indoor',
      place: toDegrees(place),
      capacity: 10 * (outdoor ? random.whole(80, 500) : random.whole(20, 120)),
      keeper: `演示管理人${stems[i % 10]}`,
      phone: demoPhone(3001 + i),
    };
    return { place, record };
  });
}

export function areaCodeAt(land: Land, place: Place): string {
  return land.townships.at(place).division.code;
}

/** A dry place inside the county, near a random village of the townships (code endings), or of any. */
export function placeNear(
  { land, random }: Pick<Maker, 'land' | 'random'>,
  endings: string[] | undefined,
  nearest: number,
  farthest: number,
): Place {
  const villages = land.villages.filter(({ township }) => !endings || endings.some((ending) => township.division.code.endsWith(ending)));
  const county: GeoJSON.Polygon = { type: 'Polygon', coordinates: [land.outline] };
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const village = random.pick(villages).place;
    const [angle, reach] = [random.between(0, 2 * Math.PI), random.between(nearest, farthest)];
    const place: Place = [village[0] + Math.cos(angle) * reach, village[1] + Math.sin(angle) * reach];
    const dry = land.rivers.every(({ line, widthM }) => toLine(place, line).distance > widthM / 2 + 120);
    if (dry && isInside(place, county)) return place;
  }
  throw new Error('No dry place found near the villages');
}
