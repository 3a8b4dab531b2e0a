import type { DemoRecord } from '../../demo.ts';
import { demoPhone, stems } from './names.ts';

// Invented people on duty and invented recipients of warnings.

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** Shifts of twelve hours, changing at 08:00 and 20:00 in Asia/Shanghai, from two days ago to seven days ahead. */
export function makeDutyShifts(nowMs: number, countyCode: string, nextId: () => string): DemoRecord[] {
  const today = Math.floor((nowMs + 8 * hourMs) / dayMs) * dayMs - 8 * hourMs;
  return Array.from({ length: 18 }, (_, i) => {
    const startMs = today - 2 * dayMs + 8 * hourMs + i * 12 * hourMs;
    const [leader, officer] = [Math.floor(i / 2) % 4, i % 6];
    return {
      id: nextId(),
      areaCode: countyCode,
      startsAt: new Date(startMs).toISOString(),
      endsAt: new Date(startMs + 12 * hourMs).toISOString(),
      leaderName: `演示带班领导${stems[leader]}`,
      leaderPhone: demoPhone(101 + leader),
      officerName: `演示值班员${stems[officer]}`,
      officerPhone: demoPhone(1 + officer),
    };
  });
}

/** Addresses in the reserved domain .invalid, which no mail reaches. */
export function makeRecipients(countyCode: string, nextId: () => string): DemoRecord[] {
  const recipients = [
    ['演示·县融媒体中心', 'demo@example.invalid'],
    ['演示·应急广播平台', 'broadcast@example.invalid'],
    ['演示·水利部门', 'water@example.invalid'],
    ['演示·教育部门', 'education@example.invalid'],
    ['演示·乡镇应急办', 'townships@example.invalid'],
  ];
  return recipients.map(([name, address]) => ({ id: nextId(), areaCode: countyCode, name, channel: 'email', address, active: true }));
}
