import { z } from 'zod';
import { accept, refuse } from '#kernel/problem/refusal.ts';
import { schemaOfFields } from '#models/jsonSchema.ts';
import { modelOf, models } from '#models/models.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';

const params = z.object({ id: z.string().max(60) });
export const origins = z
  .record(z.string().max(200), z.enum(['sensor', 'forecast', 'model', 'operator', 'register', 'standard']))
  .default({});
export const inputs = z.record(z.string().max(60), z.unknown());

/** What the models are, and quick answers of them. */
export function modelEndpoints({ modelDesk }: Services): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/models',
      summary: 'Every model: question, version and what it rests on',
      handle: () =>
        Promise.resolve(
          accept({ items: models.map(({ id, version, label, question, clauses }) => ({ id, version, label, question, clauses })) }),
        ),
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/models/{id}',
      summary: 'JSON Schema of a model’s inputs and outputs with units, ranges and sources',
      params,
      handle: ({ params: { id } }) => {
        const model = modelOf(id);
        if (model === null) return Promise.resolve(refuse('model-missing', 404, { zh: `没有模型 ${id}`, en: `There is no model ${id}` }));
        const { version, label, question, clauses } = model;
        return Promise.resolve(
          accept({ id, version, label, question, clauses, inputs: schemaOfFields(model.inputs), outputs: schemaOfFields(model.outputs) }),
        );
      },
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/models/{id}/verification',
      summary: 'The reference cases of a model, computed now: inputs, expected, computed, source',
      params,
      handle: ({ params: { id } }) => modelDesk.verify(id),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/models/{id}/compute',
      summary: 'The quick answer of a model, not kept; wrong inputs are answered with their problems',
      params,
      body: z.object({ inputs, origins }),
      handle: ({ actor, params: { id }, body }) => modelDesk.compute(id, body.inputs, body.origins, actor),
    }),
  ];
}
