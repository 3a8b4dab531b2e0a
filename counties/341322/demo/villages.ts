import type { Random } from '#geo/random.ts';
import { representativePoint } from '#geo/centre.ts';
import { isInside } from '#geo/inside.ts';
import type { Text } from '#kernel/language/text.ts';
import { villageName } from './names.ts';
import { gap, toLine, type Place } from './plane.ts';
import type { RoadPlan } from './roads.ts';
import type { River } from './rivers.ts';
import type { Landscape } from './terrain.ts';
import type { Township, Townships } from './townships.ts';

export interface Village {
  code: string;
  name: Text;
  township: Township;
  place: Place;
  population: number;
}

const villageCount = 250;

/** Invented villages on dry, flat ground, off the long roads, about evenly spread, at least one in each township. */
export function settleVillages(
  outline: readonly Place[],
  townships: Townships,
  { rivers, landscape, plan }: { rivers: readonly River[]; landscape: Landscape; plan: RoadPlan },
  random: Random,
): Village[] {
  const county: GeoJSON.Polygon = { type: 'Polygon', coordinates: [outline as Place[]] };
  const places: Place[] = [];
  const taken = townships.all.map(({ seat }) => seat);
  /** @param ease share of the usual distances that will do */
  const suits = (place: Place, spacing: number, ease = 1): boolean =>
    [...taken, ...places].every((other) => gap(other, place) >= spacing) &&
    isInside(place, county) &&
    toLine(place, outline).distance > 450 * ease &&
    rivers.every(({ line }) => toLine(place, line).distance > 420 * ease) &&
    landscape.heightAt(place) < 62 &&
    plan.roads.every(({ line }) => gap(place, line[0]!) > 3000 || toLine(place, line).distance > 480 * ease);

  for (const { ring, seat, division } of townships.all) {
    const area: GeoJSON.Polygon = { type: 'Polygon', coordinates: [ring] };
    const middle = representativePoint(area);
    let found: Place | null = null;
    for (let attempt = 0; attempt < 800 && !found; attempt += 1) {
      const from = attempt % 2 === 0 ? middle : seat;
      const [reach, ease] = [300 + attempt * 4, Math.max(0.3, 1 - attempt / 600)];
      const place: Place = [from[0] + random.between(-reach, reach), from[1] + random.between(-reach, reach)];
      if (isInside(place, area) && suits(place, 700 * ease, ease)) found = place;
    }
    if (!found) throw new Error(`No room for a village in ${division.code}`);
    places.push(found);
  }
  const [xs, ys] = [outline.map((p) => p[0]), outline.map((p) => p[1])];
  for (let spacing = 2150; places.length < villageCount; spacing *= 0.97) {
    for (let attempt = 0; attempt < 1500 && places.length < villageCount; attempt += 1) {
      const place: Place = [random.between(Math.min(...xs), Math.max(...xs)), random.between(Math.min(...ys), Math.max(...ys))];
      if (suits(place, spacing)) places.push(place);
    }
  }
  const numbers = new Map<string, number>();
  return places.map((place, i) => {
    const township = townships.at(place);
    const { code } = township.division;
    const number = (numbers.get(code) ?? 900) + 1;
    numbers.set(code, number);
    const population = Math.round(Math.min(4000, Math.max(400, 1900 + 750 * random.normal())) / 10) * 10;
    return { code: `${code}${number}`, name: villageName(i), township, place, population };
  });
}
