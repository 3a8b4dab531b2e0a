// A solver for linear and mixed-integer programs, handed in by whoever runs a model: the server loads HiGHS (WASM, MIT) in a
// worker, since its call blocks; the browser may go without. Models that can use one say so and have an answer without.

/** What is used of the package `highs`. */
export interface LinearSolver {
  solve(
    program: string,
    options?: { readonly time_limit?: number; readonly mip_rel_gap?: number; readonly output_flag?: boolean },
  ): {
    readonly Status: string;
    readonly ObjectiveValue: number;
    readonly Columns: Readonly<Record<string, { readonly Primal?: number }>>;
  };
}

export interface ProgramColumn {
  readonly name: string;
  readonly cost: number;
  readonly isBinary: boolean;
}

export interface ProgramRow {
  readonly terms: readonly { readonly name: string; readonly factor: number }[];
  readonly relation: '<=' | '=' | '>=';
  readonly bound: number;
}

/** The program in CPLEX LP format, to be minimised. */
export function writeProgram(columns: readonly ProgramColumn[], rows: readonly ProgramRow[]): string {
  const sum = (terms: readonly { name: string; factor: number }[]): string =>
    terms.map(({ name, factor }, i) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}${i % 20 === 19 ? '\n' : ''}`).join(' ');
  const objective = sum(columns.filter(({ cost }) => cost !== 0).map(({ name, cost }) => ({ name, factor: cost })));
  const lines = rows.map(({ terms, relation, bound }, i) => ` r${i}: ${sum(terms)} ${relation} ${bound}`);
  const binaries = columns.filter(({ isBinary }) => isBinary).map(({ name }, i) => `${name}${i % 20 === 19 ? '\n' : ''}`);
  return `Minimize\n obj: ${objective === '' ? '0' : objective}\nSubject To\n${lines.join('\n')}\n${binaries.length > 0 ? `Binary\n ${binaries.join(' ')}\n` : ''}End\n`;
}

/** Names of binary columns that are 1 in the answer; null when there is none. */
export function chosenColumns(answer: ReturnType<LinearSolver['solve']>): Set<string> | null {
  const names = Object.entries(answer.Columns).filter(([, { Primal }]) => Primal !== undefined);
  if (names.length === 0) return null;
  return new Set(names.filter(([, { Primal }]) => Primal! > 0.5).map(([name]) => name));
}
