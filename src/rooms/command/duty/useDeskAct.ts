import { useQueryClient } from '@tanstack/react-query';
import type { Alarm } from '#kernel/alarm/alarm.ts';
import { keys } from '#web/api/keys.ts';
import { useAlarmAction } from '#web/api/queries.ts';

type DeskAction = 'acknowledge' | 'note' | 'dismiss' | 'shelve' | 'unshelve';

export interface DeskAct {
  run: (alarm: Alarm, action: DeskAction, text: string | null, onDone?: () => void, until?: string) => void;
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
    run: (alarm, action, text, onDone, until) =>
      act.mutate(
        { id: alarm.id, version: alarm.version, action, ...(text === null ? {} : { text }), ...(until && { until }) },
        { onSuccess: () => onDone?.(), onError: () => void client.invalidateQueries({ queryKey: keys.allAlarms() }) },
      ),
    isPending: act.isPending,
    error: act.error,
    about: act.variables?.id ?? null,
  };
}
