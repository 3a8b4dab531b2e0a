import type { Observations } from '#web/api/answers.ts';
import { useText } from '#web/language/language.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { chartWords } from './chartWords.ts';

const most = 500;

/** The readings of a chart as a table, newest first. */
export function ReadingTable({ observations, height }: { observations: Observations; height: number }) {
  const t = useText();
  const rows = observations.items.slice(-most).toReversed();
  return (
    // It scrolls, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="chart-table" style={{ maxHeight: height }} tabIndex={0} role="region" aria-label={observations.point.name}>
      <table>
        <caption>{t(chartWords.shown, { total: observations.items.length, shown: rows.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t(chartWords.time)}</th>
            <th scope="col" className="chart-number">
              {observations.point.name} ({observations.point.unit})
            </th>
            <th scope="col">{t(chartWords.quality)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([atMs, value, quality]) => (
            <tr key={atMs}>
              <td>{dayAndTime(atMs, true)}</td>
              <td className="chart-number">{value}</td>
              <td>{t(chartWords[quality])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
