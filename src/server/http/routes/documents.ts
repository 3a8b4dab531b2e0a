import { z } from 'zod';
import { declareVoid, listDocuments, makeDocument } from '../../documents/documentOperations.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';

const caseParams = z.object({ type: z.string(), id: z.uuid() });

/** Official documents of a case; their Word and PDF files are opened under /api/v1/files. */
export function documentEndpoints({ context, documents: desk }: Services): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/cases/{type}/{id}/documents',
      summary: 'Official documents made of a case, and those that can be made or are due',
      params: caseParams,
      handle: ({ actor, params: { type, id } }) => listDocuments(context, actor, type, id),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/cases/{type}/{id}/documents',
      summary: 'Make a document under an id the client made (UUIDv7); `input` is what the document asks for',
      params: caseParams,
      body: z.strictObject({ id: z.uuid(), document: z.string().max(100), input: z.record(z.string(), z.unknown()).default({}) }),
      status: 201,
      handle: ({ actor, params: { type, id }, body }) => makeDocument(context, desk, actor, type, id, body),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/documents/{id}/void',
      summary: 'Declare a document void, with a reason; its number is not given again',
      params: z.object({ id: z.uuid() }),
      body: z.strictObject({ why: z.string().max(500) }),
      handle: ({ actor, params: { id }, body: { why } }) => declareVoid(context, actor, id, why),
    }),
  ];
}
