import type { Grid } from '../field.ts';
import type { Scenario } from './scenario.ts';

// The same scenario on larger cells: each is the mean of the cells it covers. Dikes narrower than a large cell are lost, so a
// coarse run is a preview, never a result.

/** @param block cells merged along each side, from 1 */
export function coarsened(scenario: Scenario, block: number): Scenario {
  if (block === 1) return scenario;
  const { columns, rows, where, input } = scenario;
  const [across, down] = [Math.ceil(columns / block), Math.ceil(rows / block)];
  const merge = (grid: Grid | null) => grid && { ...grid, values: blockMeans(grid.values, columns, rows, block) };
  const smaller = (cell: number) => Math.floor(cell / block);
  return {
    ...scenario,
    columns: across,
    rows: down,
    where: {
      dxM: where.dxM * block,
      dyM: where.dyM * block,
      toLonLat: (column, row) => where.toLonLat(column * block, row * block),
      toCell(place) {
        const [x, y] = where.toCell(place);
        return [x / block, y / block];
      },
    },
    ground: blockMeans(scenario.ground, columns, rows, block),
    input: {
      ...input,
      rainShare: merge(input.rainShare),
      lossShare: merge(input.lossShare),
      roughnessGrid: merge(input.roughnessGrid),
      initialDepth: merge(input.initialDepth),
    },
    inflows: scenario.inflows.map((each) => ({ ...each, column: smaller(each.column), row: smaller(each.row) })),
    breachCell: scenario.breachCell && { column: smaller(scenario.breachCell.column), row: smaller(scenario.breachCell.row) },
  };
}

/** Means of square blocks without the cells that are NaN; NaN where all are. */
export function blockMeans(values: ArrayLike<number>, columns: number, rows: number, block: number): Float64Array {
  const [across, down] = [Math.ceil(columns / block), Math.ceil(rows / block)];
  const [sums, counts] = [new Float64Array(across * down), new Float64Array(across * down)];
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const value = values[row * columns + column] as number;
      if (Number.isNaN(value)) continue;
      const at = Math.floor(row / block) * across + Math.floor(column / block);
      sums[at] = (sums[at] as number) + value;
      counts[at] = (counts[at] as number) + 1;
    }
  return sums.map((sum, at) => sum / (counts[at] as number));
}
