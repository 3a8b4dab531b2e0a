import { expect, test } from 'vitest';
import { seededRandom } from '../seededRandom.ts';
import { escapeXml, hasImpossibleCharacters, readXml } from './xml.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const codeOf = (source: string | Uint8Array): string => {
  const result = readXml(source);
  return result.ok ? 'ok' : result.code;
};

test('elements come with namespace, attributes, text and line', () => {
  const result = readXml('<?xml version="1.0"?>\n<a:x xmlns:a="urn:a" k="1">s<!-- c -->t<y xmlns="urn:b"><![CDATA[<z>]]></y>\n</a:x>');
  expect(result).toMatchObject({
    ok: true,
    root: {
      name: 'x',
      namespace: 'urn:a',
      text: 'st\n',
      line: 2,
      children: [{ name: 'y', namespace: 'urn:b', text: '<z>', children: [] }],
    },
  });
  expect(result.ok && result.root.attributes.get('k')).toBe('1');
});

test.each([
  ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'doctype'],
  ['<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'doctype'],
  ['<a>&undefined;</a>', 'notWellFormed'],
  ['<a><b></a></b>', 'notWellFormed'],
  ['<a b="1" b="2"/>', 'notWellFormed'],
  ['<p:a/>', 'notWellFormed'],
  ['<a>\u0001</a>', 'notWellFormed'],
  ['<a/><b/>', 'notWellFormed'],
  ['plain text', 'notWellFormed'],
  ['<a><b>', 'unfinished'],
  ['<a', 'unfinished'],
  ['', 'unfinished'],
  ['<a>'.repeat(33) + '</a>'.repeat(33), 'tooDeep'],
  [`<a>${'<b/>'.repeat(20_001)}</a>`, 'tooManyElements'],
  [`<a>${' '.repeat(1 << 20)}</a>`, 'tooLarge'],
])('%.40s is refused as %s', (source, code) => {
  expect(codeOf(source)).toBe(code);
});

test('bytes are read by their declaration or mark, and refused when they do not fit', () => {
  const gbk = Uint8Array.of(...bytesOf('<?xml version="1.0" encoding="GBK"?><a>'), 0xcf, 0xf4, ...bytesOf('</a>'));
  expect(readXml(gbk)).toMatchObject({ ok: true, root: { text: '萧' } });
  expect(readXml(Uint8Array.of(0xef, 0xbb, 0xbf, ...bytesOf('<a>萧</a>')))).toMatchObject({ ok: true, root: { text: '萧' } });
  expect(codeOf(Uint8Array.of(...bytesOf('<a>'), 0xcf, 0xf4, ...bytesOf('</a>')))).toBe('encoding');
  expect(codeOf(bytesOf('<?xml version="1.0" encoding="UTF-7"?><a/>'))).toBe('encoding');
});

test('any text survives escaping, apart from what XML cannot hold', () => {
  const random = seededRandom(5);
  const alphabet = ['<', '>', '&', '"', "'", ']]>', '\r', '\n', '\t', '萧', '😀', 'a', '&amp;', ' '];
  for (let run = 0; run < 500; run += 1) {
    const text = Array.from({ length: random.below(20) }, () => random.pick(alphabet)).join('');
    const result = readXml(`<a k="${escapeXml(text).replace(/[\n\t]/g, ' ')}">${escapeXml(text)}</a>`);
    expect(result.ok && result.root.text).toBe(text);
    expect(hasImpossibleCharacters(text)).toBe(false);
  }
  expect(escapeXml('a\u0000b\ud800c\uffff')).toBe('a\ufffdb\ufffdc\ufffd');
  expect(hasImpossibleCharacters('\u000b')).toBe(true);
});

test('twenty thousand mutated documents are read or refused, never thrown', { timeout: 60_000 }, () => {
  const random = seededRandom(9);
  const document = '<?xml version="1.0"?><a xmlns="urn:a"><b c="d">text &amp; more</b><![CDATA[x]]><!-- y --></a>'.split('');
  for (let run = 0; run < 20_000; run += 1) {
    const changed = document.slice();
    for (let change = 0; change <= random.below(4); change += 1) {
      changed.splice(random.below(changed.length), random.below(3), random.pick(['<', '>', '&', '"', '!', '/', '\u0000', 'é', ']]>']));
    }
    expect(typeof readXml(changed.join('')).ok).toBe('boolean');
  }
});
