import { type InputProblem, refused } from '../../model.ts';
import { type Figure, type FigureName, figureWords, type Substance } from './substance.ts';
import { substances } from './substances.table.ts';

/** Choices for a form and for the check of input. */
export const substanceOptions = substances.map(({ id, name }) => ({ value: id, label: name }));

/** The substance of an id, or null. */
export function substanceOf(id: string): Substance | null {
  return substances.find((substance) => substance.id === id) ?? null;
}

/**
 * The figures a computation needs: what was entered first, then the table. What neither holds comes back as problems, each
 * naming field, unit and substance.
 * @param wanted name of the figure to path of the input that may hold it
 */
export function needFigures<N extends FigureName>(
  substance: Substance,
  entered: Readonly<Partial<Record<N, number | null>>>,
  wanted: Readonly<Record<N, string>>,
): { ok: true; values: Record<N, number>; used: Figure[] } | { ok: false; problems: InputProblem[] } {
  const values = {} as Record<N, number>;
  const used: Figure[] = [];
  const problems: InputProblem[] = [];
  for (const name of Object.keys(wanted) as N[]) {
    const figure = substance.figures[name];
    const own = entered[name] ?? null;
    if (own !== null) values[name] = own;
    else if (figure) {
      values[name] = figure.value;
      used.push(figure);
    } else problems.push(missing(substance, name, wanted[name]));
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, values, used };
}

function missing(substance: Substance, name: FigureName, field: string): InputProblem {
  const { label, unit } = figureWords[name];
  const text = {
    zh: `物质表中没有${substance.name.zh}的${label.zh}（${unit}），请查证后填写`,
    en: `the table has no ${label.en.toLowerCase()} (${unit}) of ${substance.name.en.toLowerCase()}; look it up and enter it`,
  };
  return refused(field, 'data', text, { unit }).problems[0]!;
}
