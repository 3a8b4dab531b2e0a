import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { OutgoingMessage } from '#kernel/message/message.ts';
import type { Carrier } from './postman.ts';

// SMS gateways and voice call services of whatever operator a county has: all are an HTTP call with the number and the words in
// it. The call is declared in a file that the administrator writes, secrets included, so none of them stands in the database.

const timeoutMs = 15_000;
const template = z.string().min(1).max(10_000);

const gatewayForm = z.strictObject({
  /** May hold {phone} and {text}, written into it percent-encoded. */
  url: template.refine((url) => /^https?:\/\//.test(url), 'must begin with http:// or https://'),
  method: z.enum(['GET', 'POST']).default('POST'),
  headers: z.record(z.string(), z.string()).default({}),
  contentType: z.enum(['application/json', 'application/x-www-form-urlencoded', 'application/xml']).default('application/json'),
  /** {phone} {name} {text} {subject} {id}, escaped for the content type. */
  body: template.optional(),
  /** What the answer must hold besides status 2xx: a value at a path such as `data.0.code`. */
  accepted: z.strictObject({ path: z.string().min(1), equals: z.union([z.string(), z.number(), z.boolean()]) }).optional(),
  /** Where the answer holds the gateway's own number of the message. */
  receiptPath: z.string().min(1).optional(),
});
const gatewaysForm = z.strictObject({ sms: gatewayForm.optional(), voice: gatewayForm.optional() });

export type Gateway = z.infer<typeof gatewayForm>;
export type Gateways = z.infer<typeof gatewaysForm>;

/** Reads the declaration. Rejects with the file, the field and the rule when it is not right. */
export async function readGateways(path: string): Promise<Gateways> {
  const text = await readFile(path, 'utf8');
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw new Error(`${path} is no JSON: ${(error as Error).message}`, { cause: error });
  }
  const parsed = gatewaysForm.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.') || '(file)'}: ${issue.message}`);
  throw new Error(`${path}: ${faults.join('; ')}`);
}

/** Sends through a declared gateway; rejects with what it answered when it did not accept. */
export function gatewayCarrier(gateway: Gateway): Carrier {
  return async (message, id) => {
    if (message.demo) throw new Error('demo messages are not sent to phones');
    const request = requestOf(gateway, message, id);
    const answer = await fetch(request.url, { ...request.init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    const text = (await answer.text()).slice(0, 2_000);
    if (!answer.ok) throw new Error(`HTTP ${answer.status} ${text.slice(0, 200)}`.trim());
    return receiptOf(gateway, text, answer.status);
  };
}

const escapes: Record<Gateway['contentType'], (text: string) => string> = {
  'application/json': (text) => JSON.stringify(text).slice(1, -1),
  'application/x-www-form-urlencoded': encodeURIComponent,
  'application/xml': (text) => text.replace(/[<>&'"]/g, (sign) => `&#${sign.charCodeAt(0)};`),
};

function requestOf(gateway: Gateway, message: OutgoingMessage, id: string): { url: string; init: RequestInit } {
  const values: Record<string, string> = {
    phone: message.address,
    name: message.recipientName,
    text: message.text,
    subject: message.subject,
    id,
  };
  const filled = (pattern: string, escape: (text: string) => string) =>
    pattern.replace(/\{(phone|name|text|subject|id)\}/g, (_, name: string) => escape(values[name] ?? ''));
  const hasBody = gateway.method === 'POST' && gateway.body !== undefined;
  return {
    url: filled(gateway.url, encodeURIComponent),
    init: {
      method: gateway.method,
      headers: { 'user-agent': 'anlan', ...(hasBody && { 'content-type': `${gateway.contentType}; charset=utf-8` }), ...gateway.headers },
      ...(hasBody && { body: filled(gateway.body ?? '', escapes[gateway.contentType]) }),
    },
  };
}

function receiptOf({ accepted, receiptPath }: Gateway, text: string, status: number): string {
  if (!accepted && !receiptPath) return `HTTP ${status}`;
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (error) {
    throw new Error(`the gateway answered no JSON: ${text.slice(0, 200)}`, { cause: error });
  }
  if (accepted && String(at(answer, accepted.path)) !== String(accepted.equals)) throw new Error(`refused: ${text.slice(0, 300)}`);
  const receipt = receiptPath ? at(answer, receiptPath) : undefined;
  return receipt === undefined ? `HTTP ${status}` : `HTTP ${status} ${typeof receipt === 'string' ? receipt : JSON.stringify(receipt)}`;
}

function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inside, key) => (inside as Record<string, unknown> | null | undefined)?.[key], value);
}
