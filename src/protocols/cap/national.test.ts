import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeAll, mutated } from '../decoderChecks.ts';
import { seededRandom } from '../seededRandom.ts';
import type { CapAlert } from './alert.ts';
import { cap, readCapDocument } from './cap.ts';
import { readCapFile } from './file.ts';
import { nationalDivisions, nationalReferences, nationalSeverities, nationalToCapTime, type NationalAlert } from './national.ts';
import { capToNational, nationalToCap } from './nationalConvert.ts';
import { readNational } from './nationalRead.ts';
import { writeNational } from './nationalWrite.ts';
import { readCap } from './read.ts';
import { validateCap } from './validate.ts';
import { writeCap } from './write.ts';

const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
const gale = fixture('china-12379-style.xml');

function aNational(xml = gale): NationalAlert {
  const result = readNational(xml);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.alert;
}

test('the message of the national platform is read with every field and written back byte for byte', () => {
  const alert = aNational();
  expect(alert).toMatchObject({
    identifier: '41000041600000_20200205105119',
    sender: '河南省气象局',
    senderCode: '41000041600000',
    sendTime: '2020-02-05 10:45:00+08:00',
    msgType: 'Update',
    secClassification: 'None',
    note: '',
  });
  expect(alert.methods.map(({ methodName, audenceprt }) => [methodName, audenceprt])).toEqual([
    ['SPEAKER', ','],
    ['SMS', ','],
    ['WEB', ','],
  ]);
  expect(alert.info).toMatchObject([{ eventType: '11B06', severity: 'Blue', onset: '', expires: '', senderName: '签发人' }]);
  expect(nationalReferences(alert)).toEqual(['41000041600000_20200204121842']);
  expect(nationalDivisions(alert.info[0]!)).toEqual([{ code: '410000000000', name: '河南省' }]);
  expect(`${writeNational(alert).trim()}`).toBe(gale.trim());
});

test('it is told from CAP by itself', () => {
  expect(readCapDocument(gale)).toMatchObject({ ok: true, dialect: 'national' });
  expect(decodeAll(cap.createDecoder(), new TextEncoder().encode(gale))).toMatchObject([{ ok: true, message: { dialect: 'national' } }]);
  expect(readCapDocument(fixture('canada.cap'))).toMatchObject({ ok: true, dialect: 'cap' });
  expect(readCapDocument('<alert><identifier>x</identifier></alert>')).toMatchObject({ ok: false, problems: [{ rule: 'namespace' }] });
});

test.each([
  [/<sendTime>.*<\/sendTime>/, '', 'alert/sendTime', 'required'],
  ['2020-02-05 10:45:00+08:00', '2020-02-30 10:45:00+08:00', 'alert/sendTime', 'dateTime'],
  ['<severity>Blue', '<severity>Purple', 'alert/info[1]/severity', 'choice'],
  ['11B06', 'gale', 'alert/info[1]/eventType', 'code'],
  ['<msgType>Update', '<msgType>Renew', 'alert/msgType', 'choice'],
  ['410000000000,410000000000', '4100', 'alert/info[1]/area[1]/geocode', 'code'],
  [/<info>[\s\S]*<\/info>/, '', 'alert/info', 'required'],
  ['<methodName>SMS</methodName>', '<methodName/>', 'alert/code[1]/method[2]/methodName', 'required'],
])('%s instead of %s is refused at %s', (from, to, path, rule) => {
  const result = readNational(gale.replace(from, to));
  expect(result).toMatchObject({ ok: false, problems: expect.arrayContaining([expect.objectContaining({ path, rule })]) });
});

test('elements nobody knows are kept and written back', () => {
  const odd = gale
    .replace('<note/>', '<note/>\n    <channelPlan v="2"><step>1</step></channelPlan>')
    .replace('<web/>', '<web/><hot>yes</hot>');
  const alert = aNational(odd);
  expect(alert.more).toMatchObject([{ name: 'channelPlan', attributes: { v: '2' }, children: [{ name: 'step', text: '1' }] }]);
  expect(aNational(writeNational(alert))).toEqual(alert);
});

test('lists of references are understood in every form seen', () => {
  expect(nationalReferences({ references: 'a_1,b_2 c_3' })).toEqual(['a_1', 'b_2', 'c_3']);
  expect(nationalReferences({ references: 'agency,a_1,2020-02-05T10:45:00+08:00' })).toEqual(['a_1']);
  expect(nationalReferences({ references: null })).toEqual([]);
  expect(nationalToCapTime('2020-02-05 10:45:00')).toBe('2020-02-05T10:45:00+08:00');
  expect(nationalToCapTime('')).toBeNull();
});

test('as CAP 1.2 it is valid, and comes back the same', () => {
  const { alert, notes } = nationalToCap(aNational(), (code) => (code === '11B06' ? '大风' : null));
  expect(validateCap(alert)).toEqual([]);
  expect(alert).toMatchObject({
    sender: '41000041600000',
    sent: '2020-02-05T10:45:00+08:00',
    references: [{ identifier: '41000041600000_20200204121842', sent: '2020-02-04T12:18:42+08:00' }],
    info: [{ event: '大风', category: ['Met'], severity: 'Minor', eventCodes: [{ valueName: 'eventType', value: '11B06' }] }],
  });
  expect(notes).toMatchObject([{ path: 'alert/references', rule: 'assumed' }]);
  const read = readCap(writeCap(alert));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const back = capToNational(read.alert);
  expect(back).toMatchObject({ ok: true, notes: [] });
  expect(back.ok && writeNational(back.alert).trim()).toBe(gale.trim());
});

test('without a table of names the headline names the event', () => {
  expect(nationalToCap(aNational()).alert.info[0]?.event).toBe('大风');
});

test('two hundred messages survive the way to CAP and back, and writing and reading', () => {
  const random = seededRandom(12);
  for (let run = 0; run < 200; run += 1) {
    const alert = aNational();
    const info = { ...alert.info[0]!, severity: random.pick(nationalSeverities), urgency: random.pick(['Immediate', 'Unknown'] as const) };
    info.eventType = random.pick(['11B03', '12D02', '11G01', '13A00']);
    info.headline = `${random.pick(['<红>', '"引号"', '&', '𠮷'])}预警`;
    info.expires = random.pick(['', '2020-02-06 10:57:42+08:00']);
    info.areas = [
      {
        areaDesc: '萧县',
        polygon: random.pick(['', '34.1,116.9 34.2,116.9 34.2,117 34.1,116.9']),
        circle: random.pick(['', '34.1,116.9 5']),
        geocode: '341322000000',
        more: [],
      },
    ];
    const sent: NationalAlert = { ...alert, methods: random.below(2) === 1 ? alert.methods : [], info: [info] };
    expect(aNational(writeNational(sent))).toEqual(sent);
    const back = capToNational(nationalToCap(sent).alert);
    expect(back.ok && back.alert).toEqual(sent);
  }
});

test('an alert without a national event code is refused, a foreign language is left out and said', () => {
  const canada = readCap(fixture('canada.cap'));
  if (!canada.ok) throw new Error('unreadable');
  expect(capToNational(canada.alert)).toMatchObject({ ok: false, problems: [{ path: 'alert/info[1]/eventCode', rule: 'required' }] });
  const relayed = readCap(fixture('cma-via-wmo-multilang.xml'));
  if (!relayed.ok) throw new Error('unreadable');
  const coded: CapAlert = {
    ...relayed.alert,
    info: relayed.alert.info.map((info) => ({ ...info, eventCodes: [{ valueName: 'eventType', value: '11B09' }] })),
  };
  const converted = capToNational(coded);
  expect(converted).toMatchObject({
    ok: true,
    alert: {
      senderCode: '37061441600000',
      references: '37061441600000_20260727120039',
      info: [{ severity: 'Red', areas: [{ geocode: '370614000000' }] }],
    },
    notes: [{ path: 'alert/info', rule: 'lost' }],
  });
});

// Every recorded file, and what it has to be.
test.each([
  ['weather.cap', 'alert', ['ok'], []],
  ['earthquake.cap', 'alert', ['ok'], []],
  ['canada.cap', 'alert', ['ok'], []],
  ['no_optional_fields.cap', 'alert', ['ok'], []],
  ['cma-via-wmo-multilang.xml', 'alert', ['ok'], []],
  ['china-12379-style.xml', 'alert', ['ok'], []],
  ['invalid.cap', 'alert', ['refused'], []],
  ['noaa_errors.cap', 'alert', ['refused'], []],
  ['amber.atom', 'envelope', ['ok'], []],
  ['bushfire_valid.edxlde', 'envelope', Array.from({ length: 7 }, () => 'ok'), []],
  ['no_link.atom', 'index', [], ['link']],
  ['weather_index.atom', 'index', [], []],
])('%s is an %s and read as %s', (name, kind, documents, problems) => {
  const file = readCapFile(fixture(name));
  expect({
    kind: file.kind,
    documents: file.documents.map(({ ok }) => (ok ? 'ok' : 'refused')),
    problems: file.problems.map(({ rule }) => rule),
  }).toEqual({
    kind,
    documents,
    problems,
  });
});

test('an index of alerts gives the addresses of its alerts, and a page without alerts is told so', () => {
  const { links } = readCapFile(fixture('weather_index.atom'));
  expect(links[0]).toBe('http://www.weather.gov/alerts-beta/wwacapget.php?x=CT20100831030400OKXAirQualityAlertOKX20100901031500CT');
  expect(readCapFile('<html/>').problems).toMatchObject([{ rule: 'noAlert' }]);
  expect(readCapFile('<html>').documents).toMatchObject([{ ok: false, problems: [{ rule: 'unfinished' }] }]);
});

test('three thousand mutated messages are read or refused, never thrown', { timeout: 60_000 }, () => {
  const random = seededRandom(4);
  const bytes = new TextEncoder().encode(gale);
  for (let run = 0; run < 3000; run += 1) {
    const result = readCapDocument(mutated(bytes, random));
    expect(result.ok || result.problems.length > 0).toBe(true);
    const written = result.ok && result.dialect === 'national' ? aNational(writeNational(result.alert)) : null;
    expect(written ?? result).toEqual(result.ok && written ? result.alert : result);
  }
});
