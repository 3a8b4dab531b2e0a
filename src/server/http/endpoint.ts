import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z, ZodType } from 'zod';
import type { Actor, Role } from '#kernel/access/access.ts';
import { hasRole, narrowTo } from '#kernel/access/access.ts';
import { refuse, type FieldError, type Outcome, type Refusal } from '#kernel/problem/refusal.ts';
import { sendProblem } from './problem.ts';

// One API call, declared: schema, roles and handler together. The list of declared calls is also the OpenAPI document.

export interface Ask<Params, Query, Body> {
  actor: Actor;
  params: Params;
  query: Query;
  body: Body;
  request: FastifyRequest;
  reply: FastifyReply;
}

export interface Endpoint<Params = unknown, Query = unknown, Body = unknown> {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** OpenAPI form: `/api/v1/registers/{id}`. */
  path: string;
  summary: string;
  /** Absent: everybody with a session. `public`: nobody needs one. */
  access?: 'public' | readonly Role[];
  params?: ZodType<Params>;
  query?: ZodType<Query>;
  body?: ZodType<Body>;
  /** Longest body in bytes where the usual 2 MiB do not do. */
  bodyLimit?: number;
  /** Status of success, default 200; 204 when the value is null. */
  status?: number;
  handle(ask: Ask<Params, Query, Body>): Promise<Outcome<unknown>>;
}

/** Keeps the types of schemas and handler together. */
export function endpoint<P = unknown, Q = unknown, B = unknown>(declared: Endpoint<P, Q, B>): Endpoint {
  return declared;
}

/** Who asks: found from cookie or bearer token by the app. */
export type Identify = (request: FastifyRequest) => Promise<Outcome<Actor>>;

const nobody: Actor = { kind: 'person', accountId: null, name: '', roles: [], areaCode: '-', posts: [], from: '' };

export function serve(app: FastifyInstance, identify: Identify, declared: Endpoint): void {
  app.route({
    method: declared.method,
    ...(declared.bodyLimit !== undefined && { bodyLimit: declared.bodyLimit }),
    url: declared.path.replace(/\{(\w+)\}/g, ':$1'),
    handler: async (request, reply) => {
      const known = declared.access === 'public' ? { ok: true as const, value: { ...nobody, from: request.ip } } : await identify(request);
      if (!known.ok) return sendProblem(reply, known);
      const allowed = declared.access === 'public' ? undefined : declared.access;
      if (allowed && !hasRole(known.value, allowed)) {
        return sendProblem(reply, refuse('role-missing', 403, { zh: '您的角色不能进行此操作', en: 'Your role may not do this' }));
      }
      const params = parse(declared.params, request.params);
      if (!params.ok) return sendProblem(reply, params);
      const query = parse(declared.query, request.query);
      if (!query.ok) return sendProblem(reply, query);
      const body = parse(declared.body, request.body);
      if (!body.ok) return sendProblem(reply, body);
      const outcome = await declared.handle({
        // A call for some roles reaches only where those roles count.
        actor: allowed ? narrowTo(known.value, allowed) : known.value,
        params: params.value,
        query: query.value,
        body: body.value,
        request,
        reply,
      });
      if (reply.sent || reply.raw.writableEnded) return reply;
      if (!outcome.ok) return sendProblem(reply, outcome);
      // A handler that answered by itself (a stream, a part of a file) gives its reply.
      if (outcome.value === reply) return reply;
      if (outcome.value === null) return reply.status(204).send();
      return reply.status(declared.status ?? 200).send(outcome.value);
    },
  });
}

function parse(schema: ZodType | undefined, input: unknown): { ok: true; value: unknown } | Refusal {
  if (!schema) return { ok: true, value: input };
  const parsed = schema.safeParse(input ?? {});
  if (parsed.success) return { ok: true, value: parsed.data };
  const fields = parsed.error.issues.map((issue): FieldError => ({
    field: issue.path.join('.') || '(body)',
    value: valueAt(input, issue.path),
    rule: issue.code,
    text: { zh: chinese(issue), en: issue.message },
  }));
  return refuse('request-invalid', 422, { zh: '请求内容不正确', en: 'The request is not right' }, { fields });
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return typeof value === 'string' ? value.slice(0, 200) : typeof value === 'object' && value !== null ? '(object)' : (value ?? null);
}

function chinese(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `类型不对，应为 ${issue.expected}`;
    case 'too_small':
      return `不小于 ${String(issue.minimum)}`;
    case 'too_big':
      return `不大于 ${String(issue.maximum)}`;
    case 'unrecognized_keys':
      return `含有不认识的字段 ${issue.keys.join('、')}`;
    case 'invalid_value':
      return `应为 ${issue.values.map(String).join('、')} 之一`;
    default:
      return '格式不正确';
  }
}
