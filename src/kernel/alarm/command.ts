import { accept, refuse, type Outcome, type Refusal } from '#kernel/problem/refusal.ts';
import type { Text } from '#kernel/language/text.ts';
import type { Alarm, AlarmLine } from './alarm.ts';
import type { AlarmCommand } from './entry.ts';

// Whether an officer's act on an alarm is allowed. Two officers see the same alarm: the second one is told who was first.

const did: Record<AlarmLine['kind'], Text> = {
  raised: { zh: '报警', en: 'raised' },
  returned: { zh: '恢复', en: 'returned' },
  raisedAgain: { zh: '再次报警', en: 'raised again' },
  climbed: { zh: '升级', en: 'climbed' },
  fell: { zh: '降级', en: 'fell' },
  suppressed: { zh: '并入信号源报警', en: 'was put under the alarm about its source' },
  released: { zh: '不再并入', en: 'speaks for itself again' },
  shelved: { zh: '搁置', en: 'shelved' },
  unshelved: { zh: '取消搁置', en: 'taken off the shelf' },
  acknowledged: { zh: '确认', en: 'acknowledged' },
  note: { zh: '补充说明', en: 'annotated' },
  dismissed: { zh: '按误报关闭', en: 'dismissed' },
  incidentOpened: { zh: '转为事件', en: 'turned into an incident' },
};

export const alarmUnknown: Refusal = refuse('alarm-unknown', 404, {
  zh: '没有这条报警，或已成为历史。',
  en: 'There is no such alarm, or it is history.',
});

/**
 * Checks a command against the alarm as it is.
 * Refuses: `alarm-unknown` 404; `alarm-changed` 409 when the version is not the present one or the alarm is history;
 * `alarm-acknowledged` 409; `alarm-text-missing` 422 for a note, dismissal or shelving
 * without words; `alarm-shelving-invalid` 422; `alarm-not-shelved` 409.
 */
export function checkCommand(alarm: Alarm | undefined, command: AlarmCommand): Outcome<Alarm> {
  if (alarm === undefined) return alarmUnknown;
  if (alarm.version !== command.version || alarm.state === 'normal') return changedSince(alarm, command.version);
  if (command.action === 'acknowledge' && alarm.state === 'acknowledged') {
    return refuse('alarm-acknowledged', 409, {
      zh: `${alarm.acknowledgedBy ?? ''} 已确认该报警。`,
      en: `${alarm.acknowledgedBy ?? ''} has already acknowledged this alarm.`,
    });
  }
  if (needsText.has(command.action) && command.text.trim() === '') return textMissing();
  if (command.action === 'shelve') return checkShelving(alarm, command);
  if (command.action === 'unshelve' && !alarm.shelf) {
    return refuse('alarm-not-shelved', 409, { zh: '该报警没有被搁置。', en: 'This alarm is not shelved.' });
  }
  return accept(alarm);
}

const needsText = new Set<AlarmCommand['action']>(['dismiss', 'note', 'shelve']);

/** An alarm out of sight for longer than this is no longer watched by anybody. */
const longestShelvingMs = 7 * 86_400_000;

function checkShelving(alarm: Alarm, { untilMs, atMs }: AlarmCommand): Outcome<Alarm> {
  if (untilMs !== undefined && untilMs > atMs && untilMs - atMs <= longestShelvingMs) return accept(alarm);
  const text = { zh: '搁置须有结束时间，且不超过 7 天。', en: 'Shelving needs an end, at most 7 days away.' };
  return refuse('alarm-shelving-invalid', 422, text, { fields: [{ field: 'until', value: untilMs ?? null, rule: 'range', text }] });
}

function changedSince(alarm: Alarm, seen: number): Refusal {
  const since = alarm.lines.slice(-Math.max(1, alarm.version - seen));
  const line = since.findLast((other) => other.actor !== '') ?? since.at(-1);
  if (line === undefined) return alarmUnknown;
  const act = did[line.kind];
  const at = localTime(line.at);
  return line.actor === ''
    ? refuse('alarm-changed', 409, { zh: `该报警已于 ${at} ${act.zh}。`, en: `This alarm ${act.en} at ${at}.` })
    : refuse('alarm-changed', 409, {
        zh: `${line.actor} 已于 ${at} 将该报警${act.zh}。`,
        en: `${line.actor} ${act.en} this alarm at ${at}.`,
      });
}

function textMissing(): Refusal {
  const text = { zh: '请填写说明。', en: 'Please write what was found.' };
  return refuse('alarm-text-missing', 422, text, { fields: [{ field: 'text', value: '', rule: 'required', text }] });
}

/** HH:mm:ss in Asia/Shanghai, which has no summer time. */
function localTime(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 19);
}
