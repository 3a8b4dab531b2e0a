import { useQueryClient } from '@tanstack/react-query';
import type { Alarm } from '#kernel/alarm/alarm.ts';
import { keys } from '#web/api/keys.ts';
import { useAlarmAction } from '#web/api/queries.ts';

export interface DeskAct {
  run: (alarm: Alarm, action: 'acknowledge' | 'note' | 'dismiss', text: string | null, onDone?: () => void) => void;
  isPending: boolean;
  error: Error | null;
  /** Id of the alarm the last act was about. */
  about: string | null;
}

/** An officer's act on an alarm from the desk. After a refusal the list is asked again: what was shown is old. */
export function useDeskAct(): DeskAct {
  const client = useQueryClient();
  const act = useAlarmAction();
  return {
    run: (alarm, action, text, onDone) =>
      act.mutate(
        { id: alarm.id, version: alarm.version, action, ...(text === null ? {} : { text }) },
        { onSuccess: () => onDone?.(), onError: () => void client.invalidateQueries({ queryKey: keys.allAlarms() }) },
      ),
    isPending: act.isPending,
    error: act.error,
    about: act.variables?.id ?? null,
  };
}
