import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CapAlert } from './alert.ts';
import { readCap, readEnclosedCaps, type CapResult } from './read.ts';

const file = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
const alertOf = (result: CapResult | undefined): CapAlert => {
  if (result?.ok !== true) throw new Error(JSON.stringify(result));
  return result.alert;
};
const problemsOf = (result: CapResult): string[] => (result.ok ? [] : result.problems.map(({ path, rule }) => `${path} ${rule}`));
const changed = (from: string, to: string): CapResult => readCap(file('canada.cap').replace(from, to));

test('the Canadian alert is read in both languages with its areas', () => {
  const result = readCap(file('canada.cap'));
  const alert = alertOf(result);
  expect(result).toMatchObject({ notes: [] });
  expect(alert).toMatchObject({
    version: '1.2',
    identifier: '2.49.0.1.124.6bddbc91.2012',
    sent: '2012-05-02T23:21:04-00:00',
    msgType: 'Update',
    restriction: null,
    addresses: [],
    codes: ['profile:CAP-CP:0.4', 'layer:EC-MSC-SMC:1.0', 'layer:SOREM:1.0'],
  });
  expect(alert.references.map((reference) => reference.identifier)).toEqual(['2.49.0.1.124.a3f342a4.2012', '2.49.0.1.124.60f31a3a.2012']);
  expect(alert.info.map((info) => info.language)).toEqual(['en-CA', 'fr-CA']);
  expect(alert.info[1]?.headline).toBe("veille d'orages violents");
  const [area] = alert.info[0]?.areas ?? [];
  expect(area?.polygons[0]).toHaveLength(17);
  expect(area?.polygons[0]?.[0]).toEqual({ lat: 42.3481, lon: -82.9314 });
  expect(area?.geocodes[0]).toEqual({ valueName: 'layer:EC-MSC-SMC:1.0:CLC', value: '041420' });
});

test('the county observatory alert of the WMO relay is read in Chinese and English', () => {
  const alert = alertOf(readCap(readFileSync(new URL('fixtures/cma-via-wmo-multilang.xml', import.meta.url))));
  expect(alert.info.map((info) => [info.language, info.event])).toEqual([
    ['en-US', 'high temperature'],
    ['zh-CN', '高温'],
  ]);
  expect(alert.info[1]).toMatchObject({
    severity: 'Extreme',
    areas: [{ areaDesc: '蓬莱', polygons: [], geocodes: [{ valueName: 'CPEAS Geographic Code', value: '370614000000' }] }],
  });
});

test.each(['weather.cap', 'earthquake.cap', 'no_optional_fields.cap'])('%s is read as version 1.1', (name) => {
  expect(alertOf(readCap(file(name))).version).toBe('1.1');
});

test('an earthquake circle is latitude, longitude and radius', () => {
  const circles = alertOf(readCap(file('earthquake.cap'))).info.flatMap((info) => info.areas.flatMap((area) => area.circles));
  expect(circles).toHaveLength(1);
  expect(circles[0]?.radiusKm).toBeGreaterThanOrEqual(0);
});

test('alerts inside EDXL-DE and Atom are found', () => {
  const [bushfire] = readEnclosedCaps(file('bushfire_valid.edxlde'));
  expect(alertOf(bushfire)).toMatchObject({ version: '1.2', sender: 'webmaster@rfs.nsw.gov.au' });
  const [amber] = readEnclosedCaps(file('amber.atom'));
  expect(alertOf(amber)).toMatchObject({ version: '1.1', identifier: 'http://doj.dc.gov/amber12345' });
  expect(readCap(file('amber.atom'))).toMatchObject({ ok: false, problems: [{ rule: 'root' }] });
});

test('an alert without scope is refused, naming the element', () => {
  expect(problemsOf(readCap(file('invalid.cap')))).toEqual(['alert/scope required']);
});

test('the faulty weather service alert is refused with every mistake', () => {
  expect(problemsOf(readCap(file('noaa_errors.cap')))).toEqual([
    'alert/references references',
    'alert/info[1]/urgency required',
    'alert/info[1]/severity required',
    'alert/info[1]/certainty required',
    'alert/info[1]/area[1]/polygon[1] position',
    'alert/info[1]/area[1]/polygon[1] position',
    'alert/info[1]/area[1]/polygon[2] position',
  ]);
});

test.each([
  ['<status>Actual', '<status>actual', 'alert/status choice'],
  ['<category>Met', '<category>Weather', 'alert/info[1]/category[1] choice'],
  ['<sent>2012-05-02T23:21:04-00:00', '<sent>2012-05-02T23:21:04Z', 'alert/sent dateTime'],
  ['<sent>2012-05-02T23:21:04-00:00', '<sent>2012-02-30T23:21:04-00:00', 'alert/sent dateTime'],
  ['<identifier>', '<identifier>x</identifier><identifier>', 'alert/identifier single'],
  ['cap@ec.gc.ca,2.49', 'cap@ec.gc.ca;2.49', 'alert/references references'],
  ['42.3481,-82.9314', '142.3481,-82.9314', 'alert/info[1]/area[1]/polygon[1] position'],
  ['emergency:cap:1.2', 'emergency:cap:9.9', 'alert namespace'],
  [' xmlns="urn:oasis:names:tc:emergency:cap:1.2"', '', 'alert namespace'],
  ['<alert', '<!DOCTYPE alert [<!ENTITY a "b">]><alert', 'alert doctype'],
  ['</alert>', '', 'alert unfinished'],
])('%s changed to %s is refused: %s', (from, to, problem) => {
  expect(problemsOf(changed(from, to))).toContain(problem);
});

test('what does no harm is read and noted', () => {
  const result = changed('<scope>Public</scope>', '<scope>Public</scope><colour>red</colour><source>late</source>');
  expect(problemsOf(result)).toEqual(['alert/source single']);
  const noted = changed('<source>Environment Canada - Environnement Canada - Toronto (CWTO)</source>', '<colour>red</colour>');
  expect(noted).toMatchObject({ ok: true, notes: [{ path: 'alert/colour', rule: 'unknownElement' }] });
  const moved = readCap(file('canada.cap').replace('<status>Actual</status>', '').replace('<scope>', '<status>Actual</status><scope>'));
  expect(moved).toMatchObject({ ok: true, notes: [{ path: 'alert/status', rule: 'order' }] });
  const signed = changed('</alert>', '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/></alert>');
  expect(signed).toMatchObject({ ok: true, notes: [] });
});
