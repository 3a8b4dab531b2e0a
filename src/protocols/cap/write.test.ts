import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { seededRandom, type SeededRandom } from '../seededRandom.ts';
import { readXml } from '../xml/xml.ts';
import { capInstant, capTime, type CapAlert, type CapInfo } from './alert.ts';
import { writeAtomFeed } from './atom.ts';
import { readCap } from './read.ts';
import { validateCap } from './validate.ts';
import { capValues } from './values.table.ts';
import { writeCap } from './write.ts';

const schema = fileURLToPath(new URL('fixtures/CAP-v1.2.xsd', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'anlan-cap-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the real xmllint; throws with its report when a document breaks the schema. */
function checkBySchema(documents: readonly string[]): void {
  const files = documents.map((document, at) => {
    const path = join(folder, `${at}.xml`);
    writeFileSync(path, document);
    return path;
  });
  execFileSync('xmllint', ['--noout', '--nonet', '--schema', schema, ...files], { stdio: ['ignore', 'ignore', 'pipe'] });
}

function anInfo(changes: Partial<CapInfo> = {}): CapInfo {
  return {
    language: 'zh-CN',
    category: ['Met'],
    event: '暴雨',
    responseType: ['Prepare', 'Evacuate'],
    urgency: 'Immediate',
    severity: 'Severe',
    certainty: 'Likely',
    audience: null,
    eventCodes: [{ valueName: 'GB event code', value: '11B03' }],
    effective: '2026-07-01T08:00:00+08:00',
    onset: null,
    expires: '2026-07-01T20:00:00+08:00',
    senderName: '萧县应急管理局',
    headline: '萧县发布暴雨橙色预警 <"&\'>',
    description: '未来 3 小时\n降雨量 > 50 mm & 阵风',
    instruction: '低洼地区人员立即转移。',
    web: 'https://example.invalid/warnings/1?a=1&b=2',
    contact: '0557-0000000',
    parameters: [{ valueName: 'color', value: 'orange' }],
    resources: [{ resourceDesc: '降雨分布图', mimeType: 'image/png', size: 2048, uri: 'map.png', derefUri: null, digest: 'a'.repeat(40) }],
    areas: [
      {
        areaDesc: '龙城镇',
        polygons: [
          [
            { lat: 34.2, lon: 116.9 },
            { lat: 34.2, lon: 117 },
            { lat: 34.1, lon: 117 },
            { lat: 34.2, lon: 116.9 },
          ],
        ],
        circles: [{ lat: 34.186, lon: 116.947, radiusKm: 5.5 }],
        geocodes: [{ valueName: 'GB/T 2260', value: '341322' }],
        altitudeFeet: 100,
        ceilingFeet: 1000.5,
      },
    ],
    ...changes,
  };
}

function anAlert(changes: Partial<CapAlert> = {}): CapAlert {
  return {
    version: '1.2',
    identifier: '341322_20260701080000',
    sender: 'yjj@xiao.invalid',
    sent: '2026-07-01T08:00:00+08:00',
    status: 'Actual',
    msgType: 'Update',
    source: null,
    scope: 'Restricted',
    restriction: '限本县',
    addresses: ['duty officer', 'a@b.invalid'],
    codes: ['x'],
    note: null,
    references: [{ sender: 'yjj@xiao.invalid', identifier: '341322_1', sent: '2026-07-01T07:00:00+08:00' }],
    incidents: ['one', 'two words'],
    info: [anInfo(), anInfo({ language: 'en', event: 'Rainstorm', headline: 'Orange rainstorm warning', areas: [], resources: [] })],
    ...changes,
  };
}

const rulesOf = (alert: CapAlert): string[] => validateCap(alert).map(({ path, rule }) => `${path} ${rule}`);

test('a full alert is valid by the OASIS schema and read back the same', () => {
  expect(validateCap(anAlert())).toEqual([]);
  expect(() => checkBySchema([writeCap(anAlert())])).not.toThrow();
  expect(() => checkBySchema([writeCap(anAlert()).replace('<scope>', '<Scope>').replace('</scope>', '</Scope>')])).toThrow(/Scope/);
  expect(readCap(writeCap(anAlert()))).toEqual({ ok: true, alert: anAlert(), notes: [] });
});

test('a ring left open is closed, latitude first', () => {
  const [area] = anInfo().areas;
  const open = { ...area!, polygons: [area!.polygons[0]!.slice(0, 3)] };
  const alert = anAlert({ info: [anInfo({ areas: [open] })] });
  expect(rulesOf(alert)).toEqual(['alert/info[1]/area[1]/polygon[1] polygon', 'alert/info[1]/area[1]/polygon[1] polygon']);
  expect(writeCap(alert)).toContain('<polygon>34.2,116.9 34.2,117 34.1,117 34.2,116.9</polygon>');
});

test('an alert of CAP 1.1 is written as valid 1.2', () => {
  const files = ['weather.cap', 'earthquake.cap', 'canada.cap', 'cma-via-wmo-multilang.xml', 'no_optional_fields.cap'];
  const documents = files.map((name) => {
    const result = readCap(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
    if (!result.ok) throw new Error(name);
    return writeCap(result.alert);
  });
  expect(() => checkBySchema(documents)).not.toThrow();
});

test('times carry the Chinese offset, and a Z is turned into it', () => {
  expect(capTime(Date.parse('2026-07-01T00:00:00.999Z'))).toBe('2026-07-01T08:00:00+08:00');
  expect(writeCap(anAlert({ sent: '2026-07-01T00:00:00.5Z' }))).toContain('<sent>2026-07-01T08:00:00+08:00</sent>');
  expect([capInstant('2026-02-30T00:00:00+08:00'), capInstant('2026-07-01')]).toEqual([null, null]);
});

test.each<[string, CapAlert]>([
  ['alert/identifier characters', anAlert({ identifier: 'a b' })],
  ['alert/sender characters', anAlert({ sender: 'a,b' })],
  ['alert/sent dateTime', anAlert({ sent: '2026-07-01T00:00:00Z' })],
  ['alert/restriction required', anAlert({ restriction: null })],
  ['alert/addresses required', anAlert({ scope: 'Private', addresses: [] })],
  ['alert/references references', anAlert({ msgType: 'Cancel', references: [] })],
  ['alert/info language', anAlert({ info: [anInfo(), anInfo()] })],
  ['alert characters', anAlert({ note: 'bell \u0007' })],
  ['alert/info[1]/expires timeOrder', anAlert({ info: [anInfo({ expires: '2026-07-01T07:00:00+08:00' })] })],
  ['alert/info[1]/category required', anAlert({ info: [anInfo({ category: [] })] })],
  ['alert/info[1]/language language', anAlert({ info: [anInfo({ language: '中文' })] })],
  ['alert/info[1]/web uri', anAlert({ info: [anInfo({ web: 'not a uri' })] })],
  ['alert/info[1]/resource[1]/digest digest', anAlert({ info: [anInfo({ resources: [{ ...anInfo().resources[0]!, digest: 'x' }] })] })],
  ['alert/info[1]/area[1]/ceiling required', anAlert({ info: [anInfo({ areas: [{ ...anInfo().areas[0]!, altitudeFeet: null }] })] })],
  [
    'alert/info[1]/area[1]/circle[1] circle',
    anAlert({ info: [anInfo({ areas: [{ ...anInfo().areas[0]!, circles: [{ lat: 1, lon: 1, radiusKm: -1 }] }] })] }),
  ],
])('%s is found', (rule, alert) => {
  expect(rulesOf(alert)).toEqual([rule]);
});

test('whatever is valid by our rules is valid by the schema and read back the same', () => {
  const random = seededRandom(12);
  const alerts = Array.from({ length: 150 }, () => randomAlert(random));
  for (const alert of alerts) {
    expect(validateCap(alert)).toEqual([]);
    expect(readCap(writeCap(alert))).toEqual({ ok: true, alert, notes: [] });
  }
  checkBySchema(alerts.map(writeCap));
});

function randomAlert(random: SeededRandom): CapAlert {
  const words = ['雨', '<', '&', ']]>', '"', "'", 'storm', '😀', '\n', '--'];
  const text = (): string => `a${Array.from({ length: random.below(8) }, () => random.pick(words)).join('')}z`;
  const perhaps = <T>(make: () => T): T | null => (random.below(2) === 0 ? make() : null);
  const degrees = (limit: number): number => (random.below(limit * 2_000_000) - limit * 1_000_000) / 1_000_000;
  const ring = Array.from({ length: 3 + random.below(9) }, () => ({ lat: degrees(90), lon: degrees(180) }));
  const languages = ['zh-CN', 'en', 'fr-CA'].slice(0, random.below(4));
  return anAlert({
    identifier: `id-${random.below(1e9)}`,
    status: random.pick(capValues.status),
    msgType: random.pick(capValues.msgType),
    source: perhaps(text),
    note: perhaps(text),
    codes: Array.from({ length: random.below(3) }, text),
    info: languages.map((language) =>
      anInfo({
        language,
        category: [random.pick(capValues.category)],
        responseType: [random.pick(capValues.responseType)],
        urgency: random.pick(capValues.urgency),
        severity: random.pick(capValues.severity),
        certainty: random.pick(capValues.certainty),
        headline: perhaps(text),
        description: perhaps(text),
        onset: perhaps(() => capTime(1_700_000_000_000 + random.below(1e9) * 1000)),
        parameters: Array.from({ length: random.below(3) }, () => ({ valueName: text(), value: random.below(2) === 0 ? '' : text() })),
        areas: [{ ...anInfo().areas[0]!, polygons: [[...ring, ring[0]!]], circles: [] }],
      }),
    ),
  });
}

test('the feed is well-formed, newest first, and links to the alerts', () => {
  const older = anAlert({ identifier: 'old', sent: '2026-06-30T08:00:00+08:00' });
  const feed = {
    id: 'urn:uuid:0197c3a0-0000-7000-8000-000000000000',
    title: '萧县预警 & warnings',
    author: '萧县应急管理局',
    selfUrl: 'https://example.invalid/feeds/cap.atom',
    language: 'en',
    emptySince: '2026-01-01T00:00:00+08:00',
    entries: [older, anAlert()].map((alert) => ({ alert, url: `https://example.invalid/feeds/cap/${alert.identifier}.xml` })),
  };
  const document = readXml(writeAtomFeed(feed));
  if (!document.ok) throw new Error(document.message);
  const { root } = document;
  const texts = (name: string): string[] => root.children.filter((child) => child.name === name).map((child) => child.text);
  expect(root).toMatchObject({ name: 'feed', namespace: 'http://www.w3.org/2005/Atom' });
  expect([texts('id'), texts('title'), texts('updated')]).toEqual([[feed.id], [feed.title], ['2026-07-01T08:00:00+08:00']]);
  const entries = root.children.filter((child) => child.name === 'entry');
  const hrefs = entries.map((entry) => entry.children.find((child) => child.name === 'link')?.attributes.get('href'));
  expect(hrefs).toEqual(['https://example.invalid/feeds/cap/341322_20260701080000.xml', 'https://example.invalid/feeds/cap/old.xml']);
  expect(entries[0]?.children.find((child) => child.name === 'title')?.text).toBe('Orange rainstorm warning');
  expect(writeAtomFeed({ ...feed, entries: feed.entries.toReversed() })).toBe(writeAtomFeed(feed));
  expect(writeAtomFeed({ ...feed, entries: [] })).toContain('<updated>2026-01-01T00:00:00+08:00</updated>');
});
