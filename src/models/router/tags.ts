import { isRoadClass, type RoadAccess, type RoadLimits, type RoadWay } from './roadSource.ts';

// From the words on a road (OpenStreetMap keys, also used as property names of GeoJSON lines) to what the router needs.
// Meaning of the keys: OpenStreetMap wiki, Key:oneway, Key:access, Key:maxheight, Key:maxweight, Key:maxspeed.

export type Tags = Readonly<Record<string, string>>;

const closedWords = new Set(['no', 'agricultural', 'forestry']);
const privateWords = new Set(['private', 'emergency', 'permit', 'customers', 'delivery', 'military']);

/** Reads the tags of a way; null when its class is no road. */
export function wayOfTags(id: string, nodes: readonly number[], tags: Tags): RoadWay | null {
  const roadClass = tags['highway'] ?? '';
  if (!isRoadClass(roadClass) || tags['area'] === 'yes') return null;
  return {
    id,
    nodes,
    roadClass,
    name: tags['name'] ?? tags['ref'] ?? '',
    direction: directionOf(tags, roadClass),
    maximumKmh: speedOf(tags['maxspeed']),
    limits: limitsOf(tags),
    access: accessOf(tags, ['motor_vehicle', 'vehicle', 'access']),
    footAccess: accessOf(tags, ['foot', 'access']),
    isBridge: tags['bridge'] !== undefined && tags['bridge'] !== 'no',
  };
}

function directionOf(tags: Tags, roadClass: string): RoadWay['direction'] {
  const oneway = tags['oneway'] ?? '';
  if (oneway === '-1' || oneway === 'reverse') return 'backward';
  if (oneway === 'yes' || oneway === '1' || oneway === 'true') return 'forward';
  if (oneway === 'no' || oneway === '0' || oneway === 'false') return 'both';
  // What these imply without the key: a roundabout and a motorway are one-way.
  const implied = tags['junction'] === 'roundabout' || tags['junction'] === 'circular' || roadClass === 'motorway';
  return implied ? 'forward' : 'both';
}

function accessOf(tags: Tags, keys: readonly string[]): RoadAccess {
  const word = keys.map((key) => tags[key]).find((value) => value !== undefined) ?? 'yes';
  if (closedWords.has(word)) return 'closed';
  return privateWords.has(word) ? 'private' : 'open';
}

function limitsOf(tags: Tags): RoadLimits {
  return {
    heightM: lengthOf(tags['maxheight'] ?? tags['maxheight:physical']),
    weightT: weightOf(tags['maxweight']),
    widthM: lengthOf(tags['maxwidth'] ?? tags['maxwidth:physical']),
  };
}

/** Kilometres an hour; `mph` is converted, words such as `none` or `signals` give null. */
function speedOf(word: string | undefined): number | null {
  const found = /^(\d+(?:\.\d+)?)\s*(mph|km\/h|kmh|kph)?$/.exec(word?.trim() ?? '');
  if (!found) return null;
  const value = Number(found[1]) * (found[2] === 'mph' ? 1.609344 : 1);
  return value > 0 ? value : null;
}

/** Metres; feet and inches (`14'6"`, `14 ft`) are converted. */
function lengthOf(word: string | undefined): number | null {
  const metres = /^(\d+(?:\.\d+)?)\s*m?$/.exec(word?.trim() ?? '');
  if (metres) return Number(metres[1]);
  const feet = /^(\d+)\s*(?:'|ft)\s*(?:(\d+)\s*(?:"|in))?$/.exec(word?.trim() ?? '');
  return feet ? Number(feet[1]) * 0.3048 + Number(feet[2] ?? 0) * 0.0254 : null;
}

/** Tonnes; kilograms are converted. */
function weightOf(word: string | undefined): number | null {
  const found = /^(\d+(?:\.\d+)?)\s*(t|kg)?$/.exec(word?.trim() ?? '');
  return found ? Number(found[1]) / (found[2] === 'kg' ? 1000 : 1) : null;
}

/** Barriers that let vehicles pass; any other value of the key stops them. After the whitelist of OSRM's car profile. */
const openBarriers = new Set([
  'cattle_grid',
  'border_control',
  'toll_booth',
  'sally_port',
  'gate',
  'no',
  'entrance',
  'lift_gate',
  'kerb',
  'height_restrictor',
]);

/** Whether a node stops vehicles. */
export function isBarred(tags: Tags): boolean {
  const word = tags['motor_vehicle'] ?? tags['vehicle'] ?? tags['access'];
  if (word !== undefined && tags['barrier'] !== undefined) return closedWords.has(word);
  const barrier = tags['barrier'];
  return barrier !== undefined && !openBarriers.has(barrier);
}
