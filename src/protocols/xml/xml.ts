// Reads XML that strangers send us. Safe by refusal: no document type, hence no entities of the sender's own and nothing
// external; limits on size, depth and number of elements. Keeps namespaces, attributes, text and line numbers; comments
// and processing instructions are dropped.

import { SaxesParser, type SaxesTagNS } from 'saxes';

export interface XmlElement {
  /** Local name, without prefix. */
  name: string;
  /** Namespace URI; empty when there is none. */
  namespace: string;
  /** Attribute values by name as written, prefix included. */
  attributes: ReadonlyMap<string, string>;
  children: XmlElement[];
  /** All character data directly inside this element, entities resolved, white space kept. */
  text: string;
  /** Line of the start tag, from 1. */
  line: number;
}

export type XmlRefusalCode = 'encoding' | 'notWellFormed' | 'unfinished' | 'doctype' | 'tooLarge' | 'tooDeep' | 'tooManyElements';

export type XmlResult = { ok: true; root: XmlElement } | { ok: false; code: XmlRefusalCode; message: string; line: number };

export interface XmlLimits {
  /** In UTF-16 units of the text, or bytes of the input; default 1 MiB. */
  size: number;
  /** Nested elements, default 32. */
  depth: number;
  /** Default 20,000. */
  elements: number;
}

const defaultLimits: XmlLimits = { size: 1 << 20, depth: 32, elements: 20_000 };

/** Carries a refusal out of the parser's callbacks; never leaves this file. */
class Refused extends Error {
  readonly code: XmlRefusalCode;
  constructor(code: XmlRefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Reads a document. Never throws. */
export function readXml(source: string | Uint8Array, limits: Partial<XmlLimits> = {}): XmlResult {
  const allowed = { ...defaultLimits, ...limits };
  if (source.length > allowed.size) return refusal('tooLarge', `The document is longer than ${allowed.size}.`, 1);
  const text = typeof source === 'string' ? source : decodeXmlText(source);
  if (text === null) return refusal('encoding', 'The bytes do not fit the encoding of the document.', 1);
  const parser = new SaxesParser({ xmlns: true });
  const tree = new TreeBuilder(parser, allowed);
  try {
    parser.write(text).close();
    const { root } = tree;
    return root === null ? refusal('unfinished', 'The document has no element.', 1) : { ok: true, root };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return refusal(error.code, error.message, parser.line);
  }
}

class TreeBuilder {
  root: XmlElement | null = null;
  readonly #open: XmlElement[] = [];
  #count = 0;

  constructor(parser: SaxesParser<{ xmlns: true }>, limits: XmlLimits) {
    let line = 1;
    parser.on('doctype', () => {
      throw new Refused('doctype', 'A document type is not allowed.');
    });
    parser.on('error', (error) => {
      const isCutOff = /unclosed tag|unexpected end|must contain a root/.test(error.message);
      throw new Refused(isCutOff ? 'unfinished' : 'notWellFormed', error.message.replace(/^\d+:\d+: /, ''));
    });
    parser.on('opentagstart', () => {
      line = parser.line;
      this.#count += 1;
      if (this.#count > limits.elements) throw new Refused('tooManyElements', `More than ${limits.elements} elements.`);
      if (this.#open.length >= limits.depth) throw new Refused('tooDeep', `More than ${limits.depth} nested elements.`);
    });
    parser.on('opentag', (tag) => this.#enter(tag, line));
    parser.on('text', (text) => this.#addText(text));
    parser.on('cdata', (text) => this.#addText(text));
    parser.on('closetag', () => void this.#open.pop());
  }

  #enter(tag: SaxesTagNS, line: number): void {
    const attributes = new Map(Object.values(tag.attributes).map(({ name, value }) => [name, value]));
    const element: XmlElement = { name: tag.local, namespace: tag.uri, attributes, children: [], text: '', line };
    this.#open.at(-1)?.children.push(element);
    this.root ??= element;
    this.#open.push(element);
  }

  #addText(text: string): void {
    const element = this.#open.at(-1);
    if (element !== undefined) element.text += text;
  }
}

/** Decodes by byte order mark, else by the XML declaration, else as UTF-8; null when the bytes do not fit. */
export function decodeXmlText(bytes: Uint8Array): string | null {
  const declared = /^<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 200)));
  const [first, second] = bytes;
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  const encoding = (marked ?? declared?.[1] ?? 'utf-8').toLowerCase();
  if (!/^(utf-8|utf-16le|utf-16be|gb2312|gbk|gb18030|us-ascii|iso-8859-1)$/.test(encoding)) return null;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function refusal(code: XmlRefusalCode, message: string, line: number): XmlResult {
  return { ok: false, code, message, line };
}

/** Characters that XML 1.0 cannot hold at all, not even escaped, lone surrogates included. */
const impossible = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** True when a text contains characters XML cannot carry. */
export function hasImpossibleCharacters(text: string): boolean {
  return text.search(impossible) !== -1;
}

/** Escapes text for element content and attribute values alike. Impossible characters become U+FFFD. */
export function escapeXml(text: string): string {
  const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '\r': '&#13;' };
  return text.replace(impossible, '\ufffd').replace(/[&<>"'\r]/g, (character) => escapes[character] ?? character);
}
