import { describe, expect, test } from 'vitest';
import { kindNamed, kindOf } from './fileKind.ts';
import { contentDisposition, safeFileName } from './fileName.ts';
import { pictureSize } from './pictureSize.ts';

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? Array.from(part, (sign) => sign.charCodeAt(0)) : part)));

describe('a file is what its first bytes say', () => {
  test.each([
    ['jpeg', bytes([0xff, 0xd8, 0xff, 0xe1], 'xxExif')],
    ['png', bytes([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0, 0, 13], 'IHDR', [0, 0, 0, 9, 0, 0, 0, 7])],
    ['webp', bytes('RIFF', [9, 0, 0, 0], 'WEBPVP8 ')],
    ['wav', bytes('RIFF', [9, 0, 0, 0], 'WAVEfmt ')],
    ['gif', bytes('GIF89a', [9, 0, 7, 0])],
    ['pdf', bytes('%PDF-1.7\n')],
    ['zip', bytes('PK', [3, 4, 20, 0])],
    ['mp4', bytes([0, 0, 0, 24], 'ftypisom')],
    ['amr', bytes('#!AMR\n', [4])],
    ['mp3', bytes('ID3', [4, 0])],
    ['mp3', bytes([0xff, 0xfb, 0x90, 0x44, 0])],
    ['text', new TextEncoder().encode('名称,数量\r\n棉被,200\r\n')],
    ['text', bytes('{"type":"FeatureCollection","features":[]}')],
  ] as const)('%s', (kind, head) => expect(kindOf(head)).toBe(kind));

  test.each([
    ['a web page', bytes('<!DOCTYPE html><html>')],
    ['a page behind blanks and a byte order mark', new TextEncoder().encode('\uFEFF \n <html onload=x>')],
    ['a drawing with scripts', bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>')],
    ['a script', bytes('#!/bin/sh\nrm -rf /')],
    ['text with a script inside', bytes('hello <script>alert(1)</script>')],
    ['a Windows program', bytes('MZ', [0x90, 0, 3, 0, 0, 0])],
    ['a Linux program', bytes([0x7f], 'ELF', [2, 1, 1, 0])],
    ['a PDF with something in front', bytes([0], 'x%PDF-1.7')],
    ['a RIFF file of another kind', bytes('RIFF', [9, 0, 0, 0], 'AVI LIST')],
    ['an animated picture of a kind not taken', bytes([0, 0, 0, 24], 'ftypheic')],
    ['nothing', new Uint8Array()],
  ])('%s is not taken', (_name, head) => expect(kindOf(head)).toBeNull());
});

test('the ending of a name says what people expect', () => {
  expect(kindNamed('现场 照片.JPG')).toBe('jpeg');
  expect(kindNamed('a.tar.docx')).toBe('docx');
  expect(kindNamed('a.exe')).toBeNull();
  expect(kindNamed('no ending')).toBeNull();
});

describe('a file name', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\现场.jpg', '现场.jpg'],
    ['photo\u202Egpj.exe', 'photogpj.exe'],
    ['a\r\nSet-Cookie: x=1.txt', 'aSet-Cookie_ x=1.txt'],
    ['...hidden...', 'hidden'],
    ['', 'file'],
    ['\u0000', 'file'],
  ])('%j becomes %j', (given, safe) => expect(safeFileName(given)).toBe(safe));

  test('keeps its ending when it is cut, and is cut between characters', () => {
    const cut = safeFileName(`${'照'.repeat(200)}🚒.jpeg`);
    expect(Array.from(cut)).toHaveLength(120);
    expect(cut.endsWith('.jpeg')).toBe(true);
  });

  test('goes into the header in ASCII and in UTF-8, with nothing that ends the header early', () => {
    const header = contentDisposition('attachment', '检查"记录"; filename=x\r\n.pdf');
    expect(header).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[A-Za-z0-9._~%-]+$/);
    expect(header).not.toMatch(/[\r\n]/);
    expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toBe('检查_记录__ filename=x.pdf');
  });
});

describe('the size of a picture is read from its header', () => {
  test('png, gif, webp', () => {
    expect(pictureSize('png', bytes([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0, 0, 13], 'IHDR', [0, 0, 1, 0, 0, 0, 0, 7]))).toEqual({
      width: 256,
      height: 7,
    });
    expect(pictureSize('gif', bytes('GIF89a', [0x2c, 1, 7, 0]))).toEqual({ width: 300, height: 7 });
    expect(pictureSize('webp', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0, 0x0f, 0x27, 0, 0x2b, 1, 0]))).toEqual({
      width: 10_000,
      height: 300,
    });
  });

  test('jpeg, past its other segments; a cut header gives nothing', () => {
    const head = bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc4, 0, 3, 9, 0xff, 0xc2, 0, 17, 8, 0x0b, 0xb8, 0x0f, 0xa0]);
    expect(pictureSize('jpeg', head)).toEqual({ width: 4000, height: 3000 });
    expect(pictureSize('jpeg', head.subarray(0, 16))).toBeNull();
    expect(pictureSize('png', bytes([0x89], 'PNG'))).toBeNull();
  });
});
