import { randomUUID } from 'node:crypto';
import type { Alarm } from '#kernel/alarm/alarm.ts';
import type { Api } from './api.ts';
import type { County } from './county.ts';
import { MqttDevice } from './devices.ts';
import { until } from './until.ts';

// What a story needs before it begins, made through the API.

export interface Gauge {
  device: MqttDevice;
  name: string;
  pointId: string;
}

interface Point {
  id: string;
  device: string;
}

/** Where a gauge stands and what its station is called. */
interface Site {
  name: string;
  place: readonly [lon: number, lat: number];
}

/** A registered water gauge on MQTT with one rule: an alarm of this text above the limit in metres. */
export async function addGauge(
  county: County,
  api: Api,
  name: string,
  text: string,
  limit = 31,
  site: Site = { name, place: [116.94, 34.18] },
): Promise<Gauge> {
  const device = await MqttDevice.connect(county.ports.mqtt, name);
  await device.send(1);
  const deviceKey = `mqtt:${name}`;
  await until('the unknown device', async () =>
    (await api.items<{ deviceKey: string }>('/quarantine')).some((each) => each.deviceKey === deviceKey),
  );
  await api.post('/quarantine/register', {
    deviceKey,
    stationName: site.name,
    stationKind: 'water',
    place: site.place,
  });
  const [made] = await api.items<{ id: string }>(`/registers/devices?deviceKey=${encodeURIComponent(deviceKey)}`);
  const [point] = await api.items<Point>(`/registers/points?device=${made?.id ?? ''}`);
  if (!point) throw new Error(`${name} has no point`);
  await api.post('/registers/alarmRules', {
    id: randomUUID(),
    textZh: text,
    textEn: text,
    point: point.id,
    kind: 'above',
    priority: 'critical',
    limit,
    active: true,
  });
  await until('the rule applies', async () => (await api.get<{ rules: unknown[] }>(`/points/${point.id}/observations`)).rules.length > 0);
  return { device, name, pointId: point.id };
}

/** The open alarm of this text. */
export async function openAlarm(api: Api, text: string): Promise<Alarm> {
  return until(`the alarm ${text}`, async () => (await api.items<Alarm>('/alarms?state=open')).find((alarm) => alarm.text.zh === text));
}

/** Another account with a password, without the way through the pages. */
export async function addAccount(county: County, api: Api, account: string, name: string, role: string, password: string): Promise<Api> {
  const { invitation } = await api.post<{ invitation: string }>('/accounts', { account, name, roles: [role], areaCode: '341322' });
  const token = new URL(invitation, county.url).searchParams.get('token');
  await api.post('/invitation', { token, password });
  return county.api(account, password);
}

/** An incident that came of an alarm. */
export async function openIncident(api: Api, alarm: Alarm, title: string): Promise<string> {
  const incidentId = randomUUID();
  await api.post(`/alarms/${alarm.id}/actions/openIncident`, {
    version: alarm.version,
    incidentId,
    kind: '11A01',
    title,
    facts: '水位32.1米，超警戒1.1米。',
    place: [116.94, 34.18],
  });
  return incidentId;
}

/** A warning about an incident, submitted by one account and published by another. */
export async function publishWarning(author: Api, approver: Api, incident: string, headlineZh: string): Promise<string> {
  const id = randomUUID();
  const now = Date.now();
  await author.post('/cases/warning', {
    id,
    action: 'draft',
    headlineZh,
    descriptionZh: '倒流河水位32.1米，超警戒1.1米，预计未来6小时继续上涨。',
    instructionZh: '沿河低洼处人员立即转移到安置点。不要涉水，不要在桥上逗留。',
    eventCode: '11A01',
    color: 'orange',
    areas: ['341322100'],
    shape: {
      type: 'Polygon',
      coordinates: [
        [
          [116.86, 34.24],
          [116.99, 34.26],
          [117.02, 34.17],
          [116.9, 34.15],
          [116.86, 34.24],
        ],
      ],
    },
    effective: new Date(now).toISOString(),
    expires: new Date(now + 24 * 3_600_000).toISOString(),
    incident,
  });
  await author.post(`/cases/warning/${id}/actions/submit`, { version: 1 });
  await approver.post(`/cases/warning/${id}/actions/publish`, { version: 2 });
  return id;
}
