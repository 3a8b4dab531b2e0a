// What is met becomes a call: the divisions whose posts are called, and what they are told.

/** Code of a township or village, and of a division that is met itself also a county's. */
const isBelowCounty = /^(\d{9}|\d{12})$/;
const isDivision = /^(\d{6}|\d{9}|\d{12})$/;

/**
 * Codes of the divisions among what the impact query found and of those that the things met belong to, worst zone first, each
 * once. A thing that is kept for the whole county names no division: the county would be called for one school.
 */
export function divisionsOf(found: readonly GeoJSON.Feature[]): string[] {
  const codes = found.flatMap(({ properties }) => {
    const isArea = properties?.['kind'] === 'areas';
    const code: unknown = properties?.[isArea ? 'id' : 'division'];
    return typeof code === 'string' && (isArea ? isDivision : isBelowCounty).test(code) ? [code] : [];
  });
  return [...new Set(codes)];
}

/** Names of what is met, in the same order, each once. */
export function namesOf(found: readonly GeoJSON.Feature[]): string[] {
  return [...new Set(found.map(({ properties }) => properties?.['name'] as unknown))].filter((name) => typeof name === 'string');
}
