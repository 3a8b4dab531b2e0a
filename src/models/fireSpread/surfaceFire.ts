import { Sim, type Dag } from '@cbevins/fire-behavior-simulator';

// The head of a surface fire after Rothermel 1972 with Albini 1976, computed by the Forest Service's equations as the library
// holds them. The library counts in feet and minutes; nothing outside this file does.

const metresPerFoot = 0.3048;

export interface SurfaceFireInput {
  /** Key in the library's catalogue. */
  fuel: string;
  /** Moisture as a share of dry weight: dead 1 h, 10 h and 100 h, live herbaceous, live woody. */
  moisture: { dead1h: number; dead10h: number; dead100h: number; liveHerb: number; liveWoody: number };
  /** Rise over run. */
  slope: number;
  /** Where the wind blows to, degrees clockwise from upslope. */
  windHeadingFromUpslopeDeg: number;
  /** Wind in m/s and the height it holds for; 10 m is what stations report. */
  wind: { speedMps: number; height: '10m' | '20ft' | 'midflame' };
  /** Trees over the fuel: cover 0…1, height and height of the crown's base in metres. */
  canopy: { cover: number; heightM: number; baseM: number };
}

export interface SurfaceFire {
  /** Spread of the head, m/s. */
  headMps: number;
  /** Direction of the head, degrees clockwise from upslope. */
  headingFromUpslopeDeg: number;
  /** Wind at flame height that alone would give the same head, m/s: shapes the ellipse. */
  effectiveWindMps: number;
  flameLengthM: number;
  /** Fireline intensity, kW/m. */
  intensityKwPerM: number;
}

const outputs = {
  head: 'surface.weighted.fire.spreadRate',
  heading: 'surface.weighted.fire.heading.fromUpslope',
  wind: 'surface.weighted.fire.effectiveWindSpeed',
  flame: 'surface.weighted.fire.flameLength',
  intensity: 'surface.weighted.fire.firelineIntensity',
} as const;

const windNodes = { '10m': 'site.wind.speed.at10m', '20ft': 'site.wind.speed.at20ft', midflame: 'site.wind.speed.atMidflame' } as const;
const windChoices = { '10m': 'at10m', '20ft': 'at20ft', midflame: 'atMidflame' } as const;

/** One graph a wind height: configuring one costs far more than running it. It holds inputs only, no state between runs. */
const graphs = new Map<SurfaceFireInput['wind']['height'], Dag>();

function graphFor(height: SurfaceFireInput['wind']['height']): Dag {
  const known = graphs.get(height);
  if (known !== undefined) return known;
  const dag = new Sim(height).getDag(height);
  dag.configure([
    ['configure.fuel.primary', 'catalog'],
    ['configure.fuel.secondary', 'none'],
    ['configure.fuel.moisture', 'individual'],
    ['configure.fuel.windSpeedAdjustmentFactor', 'estimated'],
    ['configure.fuel.curedHerbFraction', 'estimated'],
    ['configure.slope.steepness', 'ratio'],
    ['configure.wind.direction', 'headingFromUpslope'],
    ['configure.wind.speed', windChoices[height]],
    ['configure.fire.effectiveWindSpeedLimit', 'ignored'],
  ]);
  dag.select(Object.values(outputs));
  graphs.set(height, dag);
  return dag;
}

/** About 0.1 ms. All inputs must be in the ranges the model declares. */
export function surfaceFire({ fuel, moisture, slope, windHeadingFromUpslopeDeg, wind, canopy }: SurfaceFireInput): SurfaceFire {
  const dag = graphFor(wind.height);
  dag.input([
    ['surface.primary.fuel.model.catalogKey', [fuel]],
    ['site.moisture.dead.tl1h', [moisture.dead1h]],
    ['site.moisture.dead.tl10h', [moisture.dead10h]],
    ['site.moisture.dead.tl100h', [moisture.dead100h]],
    ['site.moisture.live.herb', [moisture.liveHerb]],
    ['site.moisture.live.stem', [moisture.liveWoody]],
    ['site.slope.steepness.ratio', [slope]],
    ['site.wind.direction.heading.fromUpslope', [windHeadingFromUpslopeDeg]],
    [windNodes[wind.height], [(wind.speedMps * 60) / metresPerFoot]],
    ['site.canopy.cover', [canopy.cover]],
    ['site.canopy.crown.totalHeight', [canopy.heightM / metresPerFoot]],
    ['site.canopy.crown.baseHeight', [canopy.baseM / metresPerFoot]],
  ]);
  dag.run();
  const value = (key: keyof typeof outputs) => dag.node(outputs[key]).value();
  const metresPerSecond = (feetPerMinute: number) => (feetPerMinute * metresPerFoot) / 60;
  return {
    headMps: metresPerSecond(value('head')),
    headingFromUpslopeDeg: value('heading'),
    effectiveWindMps: metresPerSecond(value('wind')),
    flameLengthM: value('flame') * metresPerFoot,
    // 1 Btu/(ft·s) = 1.055056 kJ / 0.3048 m / s
    intensityKwPerM: (value('intensity') * 1.055056) / metresPerFoot,
  };
}
