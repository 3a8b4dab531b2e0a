import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

// The other side of a warning: a mail server and a web address that receive it.

export interface Letter {
  from: string;
  to: string[];
  /** The whole message, RFC 5322. */
  text: string;
}

export interface MailServer {
  /** For ANLAN_SMTP_URL. */
  url: string;
  letters: Letter[];
  close(): Promise<void>;
}

export async function openMailServer(): Promise<MailServer> {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        letters.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          text: Buffer.concat(parts).toString(),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, letters, close: () => new Promise((resolve) => server.close(resolve)) };
}

/** The attached file of a letter whose attachment is base64, decoded; null without one. */
export function attachmentOf({ text }: Letter): { name: string; content: string } | null {
  const part = text.split(/^--\S+$/m).find((each) => /content-disposition:\s*attachment/i.test(each));
  const name = part && /filename="?([^"\s;]+)"?/i.exec(part)?.[1];
  const body = part
    ?.split(/\r?\n\r?\n/)
    .slice(1)
    .join('\n\n');
  if (!part || !name || body === undefined) return null;
  const isBase64 = /content-transfer-encoding:\s*base64/i.test(part);
  return { name, content: isBase64 ? Buffer.from(body, 'base64').toString() : unquote(body) };
}

/** RFC 2045, 6.7: quoted-printable. */
function unquote(text: string): string {
  const joined = text.replace(/=\r?\n/g, '');
  return Buffer.from(
    joined.replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  ).toString();
}

export interface Webhook {
  url: string;
  /** What arrived, with the status it was answered. */
  calls: { status: number; contentType: string; body: string }[];
  close(): Promise<void>;
}

/** Answers the first calls with the given statuses, every later one with 200. */
export async function openWebhook(...statuses: number[]): Promise<Webhook> {
  const calls: Webhook['calls'] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const status = statuses[calls.length] ?? 200;
      calls.push({ status, contentType: request.headers['content-type'] ?? '', body: Buffer.concat(parts).toString() });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/warnings`, calls, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
