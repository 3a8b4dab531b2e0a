import type { AlarmLine } from '#kernel/alarm/alarm.ts';
import type { Text } from '#kernel/language/text.ts';

/** What happened to an alarm, in the words of its history. */
export const alarmLineKinds: Record<AlarmLine['kind'], Text> = {
  raised: { zh: '报警', en: 'Raised' },
  returned: { zh: '恢复', en: 'Returned' },
  raisedAgain: { zh: '再次报警', en: 'Raised again' },
  climbed: { zh: '升级', en: 'Climbed' },
  fell: { zh: '降级', en: 'Fell' },
  suppressed: { zh: '并入信号源报警', en: 'Under the alarm about its source' },
  released: { zh: '不再并入', en: 'Speaks for itself again' },
  shelved: { zh: '搁置', en: 'Shelved' },
  unshelved: { zh: '取消搁置', en: 'Off the shelf' },
  acknowledged: { zh: '确认', en: 'Acknowledged' },
  note: { zh: '核实', en: 'Noted' },
  dismissed: { zh: '误报', en: 'Dismissed' },
  incidentOpened: { zh: '转为事件', en: 'Incident opened' },
};
