import type { ReceivedWarning } from '#rooms/monitoring/warningsInForce/receivedWarning.ts';
import type { MapWarning } from './drawn.ts';

/** Warnings of other agencies as the map draws them; one without a colour has no place on it. */
export function mapWarningsOf(received: readonly ReceivedWarning[]): MapWarning[] {
  return received.flatMap(({ id, colour, places, texts, kind, agency }) => {
    const words = texts.find(({ language }) => /^zh\b/i.test(language)) ?? texts[0];
    const title = words?.headline ?? `${agency} ${kind ?? ''}`;
    return colour === null ? [] : [{ id, title, color: colour, areas: places, shape: null, circle: null }];
  });
}

/** Documents of other agencies are numbered by their hash, our own warnings by UUID. */
export function warningAddress(id: string): string {
  return id.length === 64 ? `/warnings-in-force/${id}` : `/warnings/${id}`;
}
