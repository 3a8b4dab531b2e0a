import { useText } from '#web/language/language.tsx';
import type { AreaValue } from '#web/map/areaDraft.ts';
import { AreaName } from '#web/tables/cells.tsx';
import { warningWords as words } from './warningWords.ts';

/** An area in words: its divisions, and what was drawn besides. */
export function WarningArea({ area }: { area: AreaValue }) {
  const say = useText();
  const parts = [
    ...area.areas.map((code) => <AreaName key={code} code={code} />),
    ...(area.shape ? [<span key="shape">{say(words.drawnArea)}</span>] : []),
    ...(area.circle ? [<span key="circle">{say(words.circleArea, { km: area.circle.radiusKm })}</span>] : []),
  ];
  if (parts.length === 0) return <span className="nothing">{say(words.noArea)}</span>;
  return (
    <>
      {parts.map((part, at) => (
        <span key={part.key}>
          {at > 0 && say(words.and)}
          {part}
        </span>
      ))}
    </>
  );
}
