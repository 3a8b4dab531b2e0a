import { z, type ZodType } from 'zod';
import { registers } from '#rooms/rooms.ts';
import type { Endpoint } from './endpoint.ts';
import { recordComponents } from './recordSchemas.ts';

/** OpenAPI 3.1 document of the declared calls. */
export function openApi(endpoints: readonly Endpoint[], version: string): object {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const declared of endpoints) {
    const path = (paths[declared.path] ??= {});
    path[declared.method.toLowerCase()] = {
      summary: declared.summary,
      ...(declared.access === 'public' && { security: [] }),
      parameters: [...parameters('path', declared.params, declared.path), ...parameters('query', declared.query, declared.path)],
      ...(declared.body && { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(declared.body) } } } }),
      responses: {
        [String(declared.status ?? 200)]: { description: 'done' },
        default: { description: 'refusal', content: { 'application/problem+json': { schema: problemSchema } } },
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Anlan 安澜', version },
    security: [{ cookie: [] }, { bearer: [] }],
    components: {
      schemas: recordComponents(registers),
      securitySchemes: { cookie: { type: 'apiKey', in: 'cookie', name: 'anlan_session' }, bearer: { type: 'http', scheme: 'bearer' } },
    },
    paths,
  };
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'text'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    text: { type: 'object', properties: { zh: { type: 'string' }, en: { type: 'string' } } },
    fields: { type: 'array', items: { type: 'object' } },
  },
};

function jsonSchema(schema: ZodType): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>;
  return rest;
}

function parameters(where: 'path' | 'query', schema: ZodType | undefined, path: string): object[] {
  if (!schema) {
    return where === 'path'
      ? [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))
      : [];
  }
  const { properties = {}, required = [] } = jsonSchema(schema) as { properties?: Record<string, object>; required?: string[] };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: property,
  }));
}
