import { once } from 'node:events';
import { PassThrough, type Writable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { accept, refuse, type Outcome } from '#kernel/problem/refusal.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { registerById } from '#rooms/rooms.ts';
import { Sheets } from '../../sheets/sheetOperations.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { listQuery, readListQuery } from '../listQuery.ts';
import type { Services } from '../services.ts';

const params = z.object({ id: z.string() });
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Excel of registers: out, template, in with a look first, undo. */
export function sheetEndpoints(services: Services): Endpoint[] {
  const { context } = services;
  const report: Services['report'] = (error, where) => services.report(error, where);
  const sheets = new Sheets(context);
  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/registers/{id}.xlsx',
      summary: 'What the list shows as an Excel workbook; ?template=1 gives the empty template',
      params,
      query: listQuery,
      handle: ({ actor, params: { id }, query: { template, ...query }, reply }) =>
        within(id, async (declaration) => {
          const stream = streamTo(reply, `${declaration.label.zh}${template ? '模板' : ''}.xlsx`);
          if (template) return sent(await sheets.template(actor, declaration, stream.open), stream, reply);
          const asked = readListQuery(query);
          if (!asked.ok) return asked;
          const filter = Object.entries(query)
            .map(([name, value]) => `${name}=${value}`)
            .join(' ');
          const { limit: _limit, cursor: _cursor, ...rest } = asked.value;
          return sent(
            await sheets.export(actor, declaration, rest, filter, stream.open).catch((error: Error) => stream.fail(error, report)),
            stream,
            reply,
          );
        }),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/registers/{id}/import/preview',
      summary: 'Read a workbook (multipart: file) and say what it would do; nothing is stored',
      params,
      handle: ({ actor, params: { id }, request }) =>
        within(id, async (declaration) => {
          if (!request.isMultipart())
            return refuse('media-type-unknown', 415, { zh: '请以表单文件方式上传', en: 'Send the file as multipart form data' });
          const part = await request.file();
          if (!part) return refuse('file-missing', 422, { zh: '没有选择文件', en: 'No file was sent' });
          return sheets.preview(actor, declaration, part.filename, await part.toBuffer());
        }),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/registers/{id}/import',
      summary: 'Apply accepted rows of a preview in one transaction',
      params,
      body: z.strictObject({
        importId: z.uuid(),
        rows: z.array(z.int().positive()).max(50_000),
        gone: z.array(z.uuid()).max(50_000).default([]),
      }),
      handle: ({ actor, params: { id }, body }) => within(id, (declaration) => sheets.apply(actor, declaration, body)),
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/registers/{id}/import',
      summary: 'Imports of a register, newest first',
      params,
      handle: ({ actor, params: { id } }) =>
        within(id, async (declaration) => {
          const found = await sheets.history(actor, declaration);
          return found.ok ? accept({ items: found.value }) : found;
        }),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/registers/{id}/import/{importId}/undo',
      summary: 'Undo an import as a whole',
      params: params.extend({ importId: z.uuid() }),
      handle: ({ actor, params: { id, importId } }) => within(id, (declaration) => sheets.undo(actor, declaration, importId)),
    }),
  ];
}

async function within<T>(id: string, work: (declaration: RegisterDeclaration) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const declaration = registerById(id);
  return declaration ? work(declaration) : refuse('register-unknown', 404, { zh: `没有台账“${id}”`, en: `There is no register "${id}"` });
}

interface Streaming {
  open: () => Writable;
  isOpen: () => boolean;
  /** The head has gone out: the connection is broken off, so nobody takes half a workbook for a whole one. */
  fail: (error: Error, report: Services['report']) => Outcome<never>;
}

function streamTo(reply: FastifyReply, name: string): Streaming {
  let out: PassThrough | null = null;
  return {
    open: () => {
      out = new PassThrough();
      void reply
        .type(sheetType)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .send(out);
      return out;
    },
    isOpen: () => out !== null,
    fail: (error, report) => {
      report(error, 'export');
      out?.destroy(error);
      return refuse('export-failed', 503, { zh: '导出中断', en: 'The export broke off' });
    },
  };
}

/** Waits until a streamed answer has gone out; refusals before that are answered as usual. */
async function sent(outcome: Outcome<unknown>, stream: Streaming, reply: FastifyReply): Promise<Outcome<unknown>> {
  if (stream.isOpen() && !reply.raw.writableFinished) await Promise.race([once(reply.raw, 'finish'), once(reply.raw, 'close')]);
  return outcome;
}
