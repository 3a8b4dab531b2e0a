import type { InertialFields } from './fields.ts';
import { emptyLedger, exchangeAtPoints, exchangeWithGround, fastestRise, type Forcing, type Ledger, volumeOf } from './forcing.ts';
import { type InertialKernel, type KernelSettings, stableStep } from './kernel.ts';
import { repairDepths } from './repair.ts';
import { type Band, firstPhase, secondPhase, splitBands } from './step.ts';
import { alone, type Team } from './team.ts';
import { activeShare, chooseActive, deepestOf, measureDepths, stepsBetweenLooks, type Tiles } from './tiles.ts';

// A local-inertial flood in time. The same code runs alone or in every worker of a team: then fields, tiles and control lie in
// shared memory, every worker steps its band, and worker 0 decides the step and does what touches single cells.

/** Rain and losses are added at least this often, s. */
const exchangeEveryS = 60;

/** What worker 0 tells the others: length of the step (0: stop), time, whether an exchange follows, count of looks at tiles. */
const slot = { dtS: 0, atS: 1, exchangeFromS: 2, isExchange: 3, looks: 4, flows: 5 } as const;

/** Float64Array elements of the shared control block. */
export const controlLength = 8;

export interface InertialSetup {
  readonly fields: InertialFields;
  readonly kernel: InertialKernel;
  readonly settings: KernelSettings;
  readonly forcing: Forcing;
  readonly tiles: Tiles;
  /** α of the stable step. */
  readonly courant: number;
  readonly team?: Team;
  /** `controlLength` doubles, shared in a team. */
  readonly control?: Float64Array<ArrayBufferLike>;
}

export interface InertialRun {
  /** Steps until that instant, s from the beginning. In a team, every worker must call it with the same instant. */
  advance(untilS: number): void;
  atS(): number;
  steps(): number;
  /** Which pair of flows is the present one. */
  flows(): 0 | 1;
  /** Of this worker; a team's is their sum. */
  readonly ledger: Ledger;
  readonly initialM3: number;
  /** Share of tiles computed now, 0…1. */
  activeShare(): number;
}

/** Prepares a run from the depths in the fields. */
export function inertialRun({ fields, kernel, settings, forcing, tiles, courant, team = alone, control }: InertialSetup): InertialRun {
  const { layout } = fields;
  const shared = control ?? new Float64Array(controlLength);
  const ledger = emptyLedger();
  const isFirst = team.index === 0;
  const initialM3 = volumeOf(fields, settings);
  const ownRows = evenRows(layout.tileRows, team);
  const cellM = Math.min(settings.dx, settings.dy);
  let [steps, sinceLook, looksSeen] = [0, 0, -1];
  let band: Band = ownRows;
  measureDepths(fields, tiles, ownRows.fromRow, ownRows.toRow);
  team.wait();

  function look(): void {
    chooseActive(fields, tiles, settings.dryM);
    shared[slot.looks] = (shared[slot.looks] as number) + 1;
    sinceLook = 0;
  }

  /** Worker 0: how far the next step goes. */
  function plan(untilS: number): void {
    const atS = shared[slot.atS] as number;
    const deepest = deepestOf(tiles);
    const rise = fastestRise(forcing, settings, atS);
    const first = stableStep(cellM, deepest, courant);
    const stable = stableStep(cellM, deepest + rise * Math.min(first, 60), courant);
    const exchangeAt = (shared[slot.exchangeFromS] as number) + exchangeEveryS;
    const until = Math.min(untilS, exchangeAt);
    // Ten steps or fewer are made equal, so that no sliver is left at the end.
    const left = until - atS;
    const count = Math.ceil(left / stable);
    const dtS = untilS - atS <= 1e-9 ? 0 : count <= 10 ? left / count : stable;
    const isExchange = dtS > 0 && (atS + dtS >= until - 1e-9 || sinceLook + 1 >= stepsBetweenLooks);
    shared[slot.dtS] = dtS;
    shared[slot.isExchange] = isExchange ? 1 : 0;
    kernel.deepestMayBe(deepest + rise * dtS);
  }

  function step(): void {
    const dtS = shared[slot.dtS] as number;
    // Read now: worker 0 may plan the next step while another is still at the end of this one.
    const isExchange = shared[slot.isExchange] === 1;
    const from = flows();
    if (looksSeen !== shared[slot.looks]) {
      looksSeen = shared[slot.looks] as number;
      band = splitBands(layout, tiles, team.count)[team.index] as Band;
    }
    if (!isFirst) kernel.deepestMayBe(deepestOf(tiles) + 1);
    firstPhase(layout, tiles, kernel, band, dtS, from);
    team.wait();
    secondPhase(layout, tiles, kernel, band, dtS, from);
    team.wait();
    if (isFirst) finishStep(dtS, settings.theta < 1 ? ((1 - from) as 0 | 1) : 0);
    steps += 1;
    if (isExchange) exchange();
  }

  function finishStep(dtS: number, now: 0 | 1): void {
    repairDepths(fields, tiles, settings, dtS, now);
    const fromS = shared[slot.atS] as number;
    const isNewTile = exchangeAtPoints(fields, tiles, settings, forcing, ledger, { fromS, toS: fromS + dtS });
    shared[slot.atS] = fromS + dtS;
    shared[slot.flows] = now;
    sinceLook += 1;
    if (isNewTile && shared[slot.isExchange] === 0) look();
  }

  function exchange(): void {
    team.wait();
    const span = { fromS: shared[slot.exchangeFromS] as number, toS: shared[slot.atS] as number };
    exchangeWithGround(fields, tiles, settings, forcing, ledger, ownRows, span);
    team.wait();
    if (!isFirst) return;
    shared[slot.exchangeFromS] = span.toS;
    look();
  }

  const flows = () => shared[slot.flows] as 0 | 1;
  if (isFirst) look();
  team.wait();
  return {
    advance(untilS) {
      for (;;) {
        if (isFirst) plan(untilS);
        team.wait();
        if (shared[slot.dtS] === 0) break;
        step();
      }
      // Nobody may plan the next stretch while another still reads that this one has ended.
      team.wait();
    },
    atS: () => shared[slot.atS] as number,
    steps: () => steps,
    flows,
    ledger,
    initialM3,
    activeShare: () => activeShare(tiles),
  };
}

/** Rows of tiles of a worker when all tiles are alike. */
export function evenRows(tileRows: number, { index, count }: Team): Band {
  return { fromRow: Math.floor((tileRows * index) / count), toRow: Math.floor((tileRows * (index + 1)) / count) };
}
