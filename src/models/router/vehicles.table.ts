import type { RoadClass } from './roadSource.ts';

// Vehicles and how fast they go by class of road. A county replaces rows by its own measured speeds; what no source confirms
// says `verified: false`.

export interface Vehicle {
  readonly id: string;
  readonly label: { readonly zh: string; readonly en: string };
  /** Kilometres an hour by class of road; a class left out may not be used. */
  readonly kmh: Readonly<Partial<Record<RoadClass, number>>>;
  /** Never faster than this, whatever the road allows. */
  readonly mostKmh: number;
  /** Of the vehicle, loaded; null when it fits everywhere. */
  readonly heightM: number | null;
  readonly weightT: number | null;
  readonly widthM: number | null;
  /** May enter private roads, as emergency vehicles on duty do. */
  readonly entersPrivate: boolean;
  /** Walks: one-way signs and signs for motor vehicles do not bind. */
  readonly onFoot: boolean;
  readonly source: string;
  readonly verified: boolean;
}

/** OSRM's free-flow speeds for cars; `road` and `track` are not in its table and take its default and lowest grade. */
const carKmh = {
  motorway: 90,
  motorway_link: 75,
  trunk: 85,
  trunk_link: 70,
  primary: 65,
  primary_link: 60,
  secondary: 55,
  secondary_link: 50,
  tertiary: 40,
  tertiary_link: 30,
  unclassified: 25,
  residential: 25,
  living_street: 10,
  service: 15,
  road: 10,
} as const satisfies Partial<Record<RoadClass, number>>;

const osrm = 'Project-OSRM/osrm-backend profiles/car.lua, commit 0012f45890a8 (speed_profile)';
const rimea = 'free walking 1.33 m/s: RiMEA test 1 as asserted by PedestrianDynamics/jupedsim Utest/rimea_tests/test_1';

const walkKmh = 4.79;

export const vehicles: readonly Vehicle[] = [
  {
    id: 'car',
    label: { zh: '小型汽车', en: 'Car' },
    kmh: carKmh,
    mostKmh: 90,
    heightM: null,
    weightT: null,
    widthM: null,
    entersPrivate: false,
    onFoot: false,
    source: osrm,
    verified: true,
  },
  {
    id: 'ambulance',
    label: { zh: '救护车', en: 'Ambulance' },
    kmh: { ...carKmh, track: 15, pedestrian: 10 },
    mostKmh: 90,
    heightM: 2.8,
    weightT: 3.5,
    widthM: 2.1,
    entersPrivate: true,
    onFoot: false,
    source: `${osrm}; size, track and pedestrian streets are the house's assumption`,
    verified: false,
  },
  {
    id: 'fireEngine',
    label: { zh: '消防车', en: 'Fire engine' },
    kmh: { ...carKmh, track: 10, pedestrian: 10 },
    mostKmh: 80,
    heightM: 3.6,
    weightT: 18,
    widthM: 2.5,
    entersPrivate: true,
    onFoot: false,
    source: `${osrm}; size and 80 km/h are the house's assumption`,
    verified: false,
  },
  {
    id: 'truck',
    label: { zh: '货车', en: 'Truck' },
    kmh: carKmh,
    mostKmh: 80,
    heightM: 3.8,
    weightT: 18,
    widthM: 2.5,
    entersPrivate: false,
    onFoot: false,
    source: `${osrm}; size and 80 km/h are the house's assumption`,
    verified: false,
  },
  {
    id: 'bus',
    label: { zh: '客车', en: 'Bus' },
    kmh: carKmh,
    mostKmh: 80,
    heightM: 3.3,
    weightT: 14,
    widthM: 2.5,
    entersPrivate: true,
    onFoot: false,
    source: `${osrm}; size and 80 km/h are the house's assumption`,
    verified: false,
  },
  {
    id: 'foot',
    label: { zh: '步行', en: 'On foot' },
    kmh: Object.fromEntries(
      (
        [
          'trunk',
          'primary',
          'primary_link',
          'secondary',
          'secondary_link',
          'tertiary',
          'tertiary_link',
          'unclassified',
          'residential',
          'living_street',
          'service',
          'road',
          'track',
          'pedestrian',
          'footway',
          'path',
          'cycleway',
          'bridleway',
          'steps',
        ] as const
      ).map((roadClass) => [roadClass, roadClass === 'steps' ? 1.8 : walkKmh]),
    ),
    mostKmh: walkKmh,
    heightM: null,
    weightT: null,
    widthM: null,
    entersPrivate: false,
    onFoot: true,
    source: `${rimea}; steps 0.5 m/s: the same, test_2`,
    verified: true,
  },
];

export function vehicleOf(id: string): Vehicle | null {
  return vehicles.find((vehicle) => vehicle.id === id) ?? null;
}
