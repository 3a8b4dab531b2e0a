import { z, type ZodType } from 'zod';
import type { Field } from '#kernel/register/field.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';

// zod schema of each register's record and input, for the OpenAPI document: units, ranges, options, which field is personal.
// What is refused and in which words is decided by kernel/register/check.ts; a test holds the two together.

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const areaCode = z.string().regex(/^(\d{6}|\d{9}|\d{12})$/);

/** JSON of a filled field. */
function valueSchema(field: Field): ZodType {
  switch (field.kind) {
    case 'text':
      return field.pattern ? z.string().max(field.maxLength).regex(new RegExp(field.pattern.source)) : z.string().max(field.maxLength);
    case 'longText':
      return z.string().max(field.maxLength);
    case 'count':
      return bounded(z.int(), field);
    case 'measure':
      return bounded(z.number(), field);
    case 'flag':
      return z.boolean();
    case 'choice':
      return field.dictionary ? z.string().max(60) : z.enum(Object.keys(field.options) as [string, ...string[]]);
    case 'list':
      return z.array(z.enum(Object.keys(field.options) as [string, ...string[]]));
    case 'date':
      return z.iso.date();
    case 'instant':
      return z.iso.datetime({ offset: true });
    case 'point':
      return position;
    case 'geometry':
      return z.object({ type: z.enum(field.allow as unknown as [string, ...string[]]), coordinates: z.array(z.unknown()) });
    case 'areas':
      return z.array(areaCode);
    case 'reference':
      return z.uuid();
  }
}

function bounded(schema: z.ZodNumber, { min, max }: { min?: number; max?: number }): z.ZodNumber {
  const from = min === undefined ? schema : schema.min(min);
  return max === undefined ? from : from.max(max);
}

/** What a reader of the document must know of a field besides its JSON type. */
function describe(field: Field): string {
  const parts = [`${field.label.zh} / ${field.label.en}`];
  if (field.kind === 'count') parts.push(`unit: ${field.unit.en} (${field.unit.zh})`);
  if (field.kind === 'measure' && field.unit !== '') parts.push(`unit: ${field.unit}`);
  if (field.kind === 'point' || field.kind === 'geometry') parts.push('WGS-84 degrees, longitude first');
  if (field.kind === 'reference') parts.push(`id in ${field.register}`);
  if (field.kind === 'choice' && field.dictionary) parts.push(`code of dictionary ${field.dictionary}`);
  if (field.kind === 'text' && field.check) parts.push(`check: ${field.check}`);
  if (field.sensitive) parts.push('personal data: read as a mask, opened by POST …/open');
  if (field.unique) parts.push(field.unique === 'area' ? 'unique within the division' : 'unique');
  if (field.computed) parts.push('set by the program');
  if (field.when) parts.push(`only while ${field.when.field} is ${field.when.is.join(' or ')}`);
  if (field.hint) parts.push(field.hint.en);
  return parts.join('; ');
}

/** What a POST takes; a PATCH takes any part of it. */
export function inputSchema(declaration: RegisterDeclaration): ZodType {
  const fields = Object.entries(declaration.fields).filter(([, field]) => !field.computed);
  const shape = Object.fromEntries(
    fields.map(([name, field]) => {
      const value = valueSchema(field);
      const demanded = field.required && !field.when ? value : value.nullable().optional();
      return [name, demanded.describe(describe(field))];
    }),
  );
  return z.strictObject({ ...shape, areaCode: areaCode.optional() });
}

/** What a GET answers. */
export function recordSchema(declaration: RegisterDeclaration): ZodType {
  const own = Object.fromEntries(
    Object.entries(declaration.fields).map(([name, field]) => {
      const value = field.sensitive ? z.string() : valueSchema(field);
      return [name, value.nullable().describe(describe(field))];
    }),
  );
  return z.object({
    id: z.uuid(),
    areaCode,
    version: z.int().min(1),
    demo: z.boolean(),
    createdAt: z.iso.datetime(),
    createdBy: z.string(),
    updatedAt: z.iso.datetime(),
    updatedBy: z.string(),
    archivedAt: z.iso.datetime().optional(),
    ...own,
  });
}

/** Components of the OpenAPI document: `enterprisesRecord`, `enterprisesInput`, … */
export function recordComponents(declarations: readonly RegisterDeclaration[]): Record<string, object> {
  const json = (schema: ZodType) => {
    const { $schema: _, ...rest } = z.toJSONSchema(schema, { unrepresentable: 'any' }) as Record<string, unknown>;
    return rest;
  };
  return Object.fromEntries(
    declarations.flatMap((declaration) => [
      [`${declaration.id}Record`, json(recordSchema(declaration))],
      [`${declaration.id}Input`, json(inputSchema(declaration))],
    ]),
  );
}
