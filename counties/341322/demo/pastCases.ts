import type { DemoCase, DemoLine } from '../../demo.ts';
import { rainMiddleMs } from './curves.ts';
import type { Land } from './land.ts';
import { toDegrees } from './plane.ts';
import type { Site } from './sites.ts';

// What has already happened in the story: two closed incidents and one warning that was published and cancelled.

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const officer = '演示值班员甲';
const leader = '演示带班领导甲';

const iso = (ms: number): string => new Date(ms).toISOString();

/** Lines at minutes after the start. */
function timeline(
  startMs: number,
  nextId: () => string,
  rows: [minutes: number, actor: string, action: string, note: string][],
): DemoLine[] {
  return rows.map(([minutes, actor, action, note]) => ({ id: nextId(), at: iso(startMs + minutes * 60_000), actor, action, note }));
}

export function makePastIncidents(land: Land, enterprises: readonly Site[], nowMs: number, nextId: () => string): DemoCase[] {
  const flooded = land.villages.find(({ township }) => township.division.code.endsWith('002')) ?? land.villages[0]!;
  const plant = enterprises[0]!;
  const none = { dead: 0, missing: 0, injured: 0, alarmId: null };
  const floodMs = nowMs - 23 * dayMs;
  const leakMs = nowMs - 61 * dayMs;
  return [
    {
      id: nextId(),
      areaCode: flooded.township.division.code,
      state: 'closed',
      openedAt: iso(floodMs),
      closedAt: iso(floodMs + 410 * 60_000),
      fields: {
        title: `演示：${flooded.name.zh.replace('演示·', '')}村口道路积水`,
        eventCode: '11A02',
        place: toDegrees(flooded.place),
        placeText: `${flooded.name.zh}村口低洼路段`,
        facts: '演示事件：短时强降雨后村口路段积水约 40 厘米，两辆车熄火，无人受伤。已封路、抽排，转移低洼处居民 12 人。',
        grade: 'general',
        ...none,
      },
      lines: timeline(floodMs, nextId, [
        [0, officer, 'open', '演示：村灾害信息员电话报告。'],
        [9, officer, 'reportByPhone', '演示：已电话报告市级值班室。'],
        [16, leader, 'note', '演示：要求属地封闭路段，调用抽水泵两台。'],
        [38, officer, 'reportInWriting', '演示：书面初报已报送。'],
        [55, officer, 'reportToDepartment', '演示：已报市应急部门。'],
        [140, officer, 'update', '演示：转移 12 人至邻近避难场所，积水开始下降。'],
        [410, leader, 'close', '演示：积水排空，道路恢复通行，转移人员返回。'],
      ]),
    },
    {
      id: nextId(),
      areaCode: plant.record.areaCode,
      state: 'closed',
      openedAt: iso(leakMs),
      closedAt: iso(leakMs + 190 * 60_000),
      fields: {
        title: '演示：化工企业储罐法兰微量泄漏',
        eventCode: '12D02',
        place: plant.record['place'],
        placeText: `${String(plant.record['name'])}储罐区`,
        facts: '演示事件：可燃气体报警后，企业发现储罐出料法兰渗漏，关闭阀门后止漏，未起火，1 人轻微不适，观察后返岗。',
        grade: 'general',
        ...none,
        injured: 1,
      },
      lines: timeline(leakMs, nextId, [
        [0, officer, 'open', '演示：由可燃气体报警转为事件。'],
        [6, officer, 'reportByPhone', '演示：已电话报告市级值班室。'],
        [12, leader, 'note', '演示：消防队伍已出动，企业启动现场处置方案。'],
        [33, officer, 'reportInWriting', '演示：书面初报已报送。'],
        [48, officer, 'reportToDepartment', '演示：已报市应急部门。'],
        [75, officer, 'update', '演示：泄漏止住，下风向浓度降至 1 %LEL 以下。'],
        [190, leader, 'close', '演示：检测合格，现场移交企业整改。'],
      ]),
    },
  ];
}

export function makePastWarnings(land: Land, countyCode: string, nowMs: number, nextId: () => string): DemoCase[] {
  const rainMs = rainMiddleMs(nowMs);
  const draftMs = rainMs - 4 * hourMs;
  const endMs = Math.min(rainMs + 5 * hourMs, nowMs - 20 * 60_000);
  const north = land.townships.all.filter(({ seat }) => seat[1] > 8000).map(({ division }) => division.code);
  return [
    {
      id: nextId(),
      areaCode: countyCode,
      state: 'cancelled',
      openedAt: iso(draftMs),
      closedAt: iso(endMs),
      fields: {
        headlineZh: '演示：暴雨黄色预警',
        headlineEn: 'Demo: yellow rainstorm warning',
        descriptionZh: '演示预警：预计未来 6 小时北部乡镇将出现 50 毫米以上降雨，局地伴有雷电和短时大风。',
        descriptionEn:
          'Demo warning: more than 50 mm of rain expected in the northern townships within 6 hours, with lightning and gusts in places.',
        instructionZh: '演示指引：减少外出，远离河道和低洼路段；乡镇检查排水，转移低洼处人员。',
        instructionEn:
          'Demo advice: stay indoors, keep away from rivers and low roads; townships check drains and move people from low ground.',
        eventCode: '11B03',
        color: 'yellow',
        areas: north,
        shape: null,
        circleCenter: null,
        circleRadiusKm: null,
        effective: iso(draftMs + 20 * 60_000),
        expires: iso(draftMs + 12 * hourMs),
        incident: null,
        supersedes: null,
        publishedAt: iso(draftMs + 20 * 60_000),
        cancelledAt: iso(endMs),
      },
      lines: [
        ...timeline(draftMs, nextId, [
          [0, officer, 'draft', '演示：根据气象部门预报起草。'],
          [8, officer, 'submit', '演示：请审批。'],
          [20, leader, 'publish', '演示：同意发布。'],
        ]),
        ...timeline(endMs, nextId, [[0, leader, 'cancel', '演示：降雨明显减弱，解除预警。']]),
      ],
    },
  ];
}
