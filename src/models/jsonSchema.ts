import type { Field, Fields } from './field.ts';

// JSON Schema 2020-12 of a model's fields, as `anlan model show` prints it. Units and sources travel in `x-unit` and `x-source`.

export type Schema = Record<string, unknown>;

/** Schema of a record of fields. */
export function schemaOfFields(fields: Fields): Schema {
  const required = Object.entries(fields)
    .filter(([, field]) => !field.optional && !('standard' in field && field.standard !== undefined))
    .map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, schemaOfField(field)])),
    required,
    additionalProperties: false,
  };
}

function schemaOfField(field: Field): Schema {
  const { label, note } = field;
  const described = {
    title: label.en,
    'x-title-zh': label.zh,
    ...(note && { description: note.en, 'x-description-zh': note.zh }),
    ...('standard' in field && field.standard !== undefined && { default: field.standard }),
    ...('unit' in field && { 'x-unit': field.unit }),
    ...('source' in field && field.source !== undefined && { 'x-source': field.source }),
  };
  return { ...described, ...shapeOf(field) };
}

const position: Schema = { type: 'array', prefixItems: [{ type: 'number' }, { type: 'number' }], minItems: 2 };

function shapeOf(field: Field): Schema {
  switch (field.kind) {
    case 'number':
      return { type: field.integer ? 'integer' : 'number', ...limitsOf(field) };
    case 'choice':
      return { type: 'string', enum: field.options.map(({ value }) => value) };
    case 'flag':
      return { type: 'boolean' };
    case 'text':
      return { type: 'string', maxLength: field.maxLength };
    case 'place':
      return position;
    case 'area':
      return geoJson(['Polygon', 'MultiPolygon']);
    case 'line':
      return geoJson(['LineString', 'MultiLineString']);
    case 'features':
      return geoJson(['FeatureCollection']);
    case 'series':
      return { type: 'array', items: { type: 'number', ...limitsOf(field) }, ...countsOf(field) };
    case 'grid':
      return gridSchema(field);
    case 'list':
      return { type: 'array', items: schemaOfField(field.of), ...countsOf(field) };
    case 'record':
      return schemaOfFields(field.fields);
  }
}

function limitsOf({ min, max, aboveMin }: { min?: number; max?: number; aboveMin?: true }): Schema {
  return {
    ...(min !== undefined && (aboveMin ? { exclusiveMinimum: min } : { minimum: min })),
    ...(max !== undefined && { maximum: max }),
  };
}

function countsOf({ minItems, maxItems }: { minItems?: number; maxItems: number }): Schema {
  return { ...(minItems !== undefined && { minItems }), maxItems };
}

function geoJson(types: readonly string[]): Schema {
  return { type: 'object', properties: { type: { enum: types } }, required: ['type'], 'x-format': 'GeoJSON, WGS-84' };
}

function gridSchema(field: Extract<Field, { kind: 'grid' }>): Schema {
  const cell = { type: field.holes ? ['number', 'null'] : 'number', ...limitsOf(field) };
  const size = { type: 'integer', minimum: 1 };
  const length = { type: 'number', exclusiveMinimum: 0 };
  return {
    type: 'object',
    properties: {
      columns: size,
      rows: size,
      west: { type: 'number' },
      north: { type: 'number' },
      cellX: length,
      cellY: length,
      crs: { type: 'string' },
      values: { type: 'array', items: cell },
    },
    required: ['columns', 'rows', 'west', 'north', 'cellX', 'cellY', 'crs', 'values'],
  };
}
