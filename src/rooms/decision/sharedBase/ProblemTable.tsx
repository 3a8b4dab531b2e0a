import { Button } from 'antd';
import { useText } from '#web/language/language.tsx';
import { saveFile } from '#web/page/csv.ts';
import { problemsFile, valueText, type FileProblem } from './baseImport.ts';
import { baseWords as words } from './baseWords.ts';

const shown = 100;

/** What is wrong with which row, in words that say how to mend it. */
export function ProblemTable({ problems, total, file }: { problems: readonly FileProblem[]; total: number; file: string }) {
  const say = useText();
  if (total === 0) return null;
  const columns = [words.layer, words.row, words.field, words.value, words.rule, words.text].map((word) => say(word));
  const save = () =>
    saveFile(
      `${file}-${say(words.reportName)}.csv`,
      'text/csv;charset=utf-8',
      problemsFile(problems, columns, ({ text }) => say(text)),
    );
  return (
    <div>
      <div className="case-panel-head base-problems-head">
        <h3>{say(words.problems, { n: total.toLocaleString('en-US') })}</h3>
        <Button onClick={save}>{say(words.report)}</Button>
      </div>
      <p className="case-quiet">
        {say(words.problemsHint)} {total > shown && say(words.problemsCut, { n: Math.min(shown, problems.length) })}
      </p>
      <div className="base-scroll" tabIndex={0} role="region" aria-label={say(words.problems, { n: total })}>
        <table className="base-table base-problems">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {problems.slice(0, shown).map((problem) => (
              <tr key={`${problem.layer} ${problem.row} ${problem.field} ${problem.rule}`}>
                <td>{problem.layer}</td>
                <td>{problem.row === 0 ? say(words.wholeFile) : problem.row}</td>
                <td>{problem.field}</td>
                <td className="base-value">{valueText(problem.value)}</td>
                <td>
                  <code>{problem.rule}</code>
                </td>
                <td>{say(problem.text)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
