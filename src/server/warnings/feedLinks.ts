import { readXml, type XmlElement } from '#protocols/xml/xml.ts';

// A list of alerts (Atom RFC 4287 or RSS 2.0): the addresses of the alerts it links to, in order, each once.

/** Null when the document is no list. An address that cannot be read is left out. */
export function alertLinks(source: Uint8Array, base: string): string[] | null {
  const read = readXml(source);
  if (!read.ok) return null;
  const { root } = read;
  const entries =
    root.name === 'feed'
      ? childrenOf(root, 'entry')
      : root.name === 'rss'
        ? childrenOf(root, 'channel').flatMap((channel) => childrenOf(channel, 'item'))
        : null;
  if (entries === null) return null;
  const links = entries.flatMap((entry) => {
    const found = childrenOf(entry, 'link');
    const alert =
      found.find(({ attributes }) => /cap\+xml/.test(attributes.get('type') ?? '')) ??
      found.find(({ attributes }) => attributes.get('rel') !== 'self') ??
      found[0];
    const href = alert ? (alert.attributes.get('href') ?? alert.text.trim()) : '';
    return URL.canParse(href, base) && /^https?:$/.test(new URL(href, base).protocol) ? [new URL(href, base).href] : [];
  });
  return [...new Set(links)];
}

function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}
