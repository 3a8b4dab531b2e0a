import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { fileKinds, isPhoto, largestFile } from '#kernel/file/fileKind.ts';
import type { FileLink } from '#kernel/file/fileLink.ts';
import { contentDisposition } from '#kernel/file/fileName.ts';
import { accept, refuse, type Outcome } from '#kernel/problem/refusal.ts';
import { addFile, listFiles, openFile, removeFile } from '../../files/fileOperations.ts';
import type { FileStore } from '../../files/fileStore.ts';
import { readRange } from '../../files/range.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';

const fileParams = z.object({ id: z.uuid() });

const uploadFields = z.object({
  id: z.uuid(),
  kind: z.string().max(100),
  record: z.uuid(),
  note: z.string().max(500).default(''),
  shrunkFrom: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

/** Files of records: list, send in, open, thumbnail, take away. */
export function fileEndpoints({ context, files: store }: Services): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/files',
      summary: 'Files of one record or case',
      query: z.object({ kind: z.string().max(100), record: z.uuid() }),
      handle: ({ actor, query: { kind, record } }) => listFiles(context, actor, kind, record),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/files',
      summary: "Send a file (multipart: id, kind, record, note, shrunkFrom, then file); the id is the client's (UUIDv7)",
      status: 201,
      handle: async ({ actor, request }) => {
        if (!request.isMultipart())
          return refuse('media-type-unknown', 415, { zh: '请以表单文件方式上传', en: 'Send the file as multipart form data' });
        const part = await request.file({ limits: { fileSize: largestFile + 1, files: 1 } });
        if (!part) return refuse('file-missing', 422, { zh: '没有选择文件', en: 'No file was sent' });
        const fields = uploadFields.safeParse(textFields(part.fields));
        if (!fields.success) {
          part.file.resume();
          return refuse('request-invalid', 422, {
            zh: '请求不完整：file 之前须有 id、kind、record',
            en: 'The request is incomplete: id, kind and record must come before the file',
          });
        }
        const { id, kind, record, note, shrunkFrom = null } = fields.data;
        // The stream must outlive a refusal half way: what is left of the body is then read and thrown away, so that the
        // sender hears the answer.
        const source = part.file.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
        const outcome = await addFile(context, store, actor, { id, kind, recordId: record, name: part.filename, note, shrunkFrom }, source);
        if (!outcome.ok) part.file.resume();
        return outcome;
      },
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/files/{id}',
      summary: 'The file as it was sent (Range, ETag); ?inline=1 to look at it in the browser where its kind allows',
      params: fileParams,
      query: z.object({ inline: z.literal('1').optional() }),
      handle: async ({ actor, params: { id }, query, request, reply }) => {
        const isFirstPart = !/^bytes=[1-9]/.test(request.headers.range ?? '');
        const found = await openFile(context, actor, id, { isFirstPart });
        return found.ok ? sendFile(store, found.value, query.inline === '1', request, reply) : found;
      },
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/files/{id}/thumbnail',
      summary: 'Small picture of a photo (WebP, 480 pixels at most)',
      params: fileParams,
      handle: async ({ actor, params: { id }, reply }) => {
        const found = await openFile(context, actor, id, { isFirstPart: true });
        return found.ok ? sendThumbnail(store, found.value, reply) : found;
      },
    }),
    endpoint({
      method: 'DELETE',
      path: '/api/v1/files/{id}',
      summary: 'Take a file off its record, with a reason; the bytes stay',
      params: fileParams,
      query: z.object({ why: z.string().max(500).default('') }),
      handle: ({ actor, params: { id }, query }) => removeFile(context, actor, id, query.why),
    }),
  ];
}

function textFields(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const value = (field as { value?: unknown } | undefined)?.value;
      return typeof value === 'string' && value !== '' ? [[name, value]] : [];
    }),
  );
}

/** Headers under which a file of any content does no harm: its type is ours, nothing in it runs. */
const harmless = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; sandbox",
  // Every use asks again, so a right that was taken away counts at once.
  'cache-control': 'private, no-cache, no-transform',
};

async function sendFile(
  store: FileStore,
  link: FileLink,
  isInline: boolean,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Outcome<unknown>> {
  const size = await store.size(link.sha256);
  if (size === null) return bytesGone;
  const etag = `"${link.sha256}"`;
  const { mime, shown } = fileKinds[link.kind];
  void reply.headers({
    ...harmless,
    // Browsers show no PDF inside a sandbox; what a PDF may do is bounded by their viewer.
    ...(link.kind === 'pdf' && { 'content-security-policy': "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'" }),
    etag,
    'accept-ranges': 'bytes',
    'content-type': mime,
    'content-disposition': contentDisposition(isInline && shown !== 'saved' ? 'inline' : 'attachment', link.name),
  });
  if (request.headers['if-none-match']?.split(/\s*,\s*/).includes(etag)) return answered(reply.status(304).send());
  const ifRange = request.headers['if-range'];
  const range = ifRange !== undefined && ifRange !== etag ? null : readRange(request.headers.range, size);
  if (range === 'unsatisfiable') {
    return answered(reply.status(416).header('content-range', `bytes */${size}`).send());
  }
  if (range) {
    void reply.status(206).header('content-range', `bytes ${range.from}-${range.to}/${size}`);
    return answered(reply.header('content-length', range.to - range.from + 1).send(store.read(link.sha256, range)));
  }
  return answered(reply.header('content-length', size).send(store.read(link.sha256)));
}

async function sendThumbnail(store: FileStore, link: FileLink, reply: FastifyReply): Promise<Outcome<unknown>> {
  if (!isPhoto(link.kind)) return refuse('thumbnail-missing', 404, { zh: '只有照片有缩略图', en: 'Only photos have a thumbnail' });
  const path = store.thumbnailPath(link.sha256);
  try {
    const { size } = await stat(path);
    void reply.headers({ ...harmless, 'content-type': 'image/webp', 'content-length': size });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return refuse('thumbnail-missing', 404, { zh: '缩略图不在了', en: 'The thumbnail is not there' });
  }
  return answered(reply.send(createReadStream(path)));
}

const answered = (reply: FastifyReply): Outcome<unknown> => accept(reply);

const bytesGone = refuse('file-bytes-missing', 410, {
  zh: '文件登记在案，但存储中找不到内容；请管理员从备份恢复',
  en: 'The file is on record but its bytes are not in the store; the administrator can restore them from a backup',
});
