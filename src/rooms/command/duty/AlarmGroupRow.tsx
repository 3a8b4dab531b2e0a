import type { ReactNode } from 'react';
import type { AlarmGroup } from '#kernel/alarm/grouping.ts';
import { useText } from '#web/language/language.tsx';
import { PriorityBadge } from '#web/theme/theme.tsx';
import { deskWords } from './deskWords.ts';

interface AlarmGroupRowProps {
  group: Exclude<AlarmGroup, { kind: 'one' }>;
  place: string;
  /** The selected alarm; its group is open. */
  holds: string | null;
  children: ReactNode;
}

/** Several alarms in one line that opens. */
export function AlarmGroupRow({ group, place, holds, children }: AlarmGroupRowProps) {
  const t = useText();
  const [first] = group.alarms;
  const n = group.alarms.length;
  const isHeld = group.alarms.some(({ id }) => id === holds);
  return (
    <details className="desk-group" open={isHeld || undefined}>
      <summary>
        {group.kind === 'cause' && first ? (
          <>
            <PriorityBadge priority={first.priority} /> <strong>{t(deskWords.groupOf, { cause: t(first.text), place, n })}</strong>
          </>
        ) : (
          t(group.kind === 'shelved' ? deskWords.groupShelved : deskWords.groupSuppressed, { n })
        )}
      </summary>
      <ul className="desk-alarms">{children}</ul>
    </details>
  );
}
