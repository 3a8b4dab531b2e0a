import type { FastifyReply } from 'fastify';
import type { Refusal } from '#kernel/problem/refusal.ts';

/** Answers a refusal as application/problem+json (RFC 9457) with a stable type. */
export function sendProblem(reply: FastifyReply, { code, status, text, fields, clause }: Refusal): FastifyReply {
  return reply
    .status(status)
    .type('application/problem+json; charset=utf-8')
    .send(
      JSON.stringify({
        type: `https://anlan.invalid/problems/${code}`,
        title: text.en,
        status,
        code,
        text,
        ...(fields && { fields }),
        ...(clause && { clause }),
      }),
    );
}
