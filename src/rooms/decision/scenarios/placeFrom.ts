/** A new scenario's place from an address, `longitude,latitude` in degrees; null when it is none. */
export function placeFrom(text: string | undefined): [number, number] | null {
  const [lon, lat, ...more] = (text ?? '').split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  if (lon === undefined || lat === undefined || more.length > 0) return null;
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : null;
}

/** That place for every named input; nothing when it is none. */
export function placesFrom(text: string | undefined, names: readonly string[]): Record<string, [number, number]> {
  const place = placeFrom(text);
  return place ? Object.fromEntries(names.map((name) => [name, place])) : {};
}
