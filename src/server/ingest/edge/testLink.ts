import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

// For tests only: the line between a node and its parent, which can be cut and can lose answers.

export interface GatedLink {
  url: string;
  cut(): void;
  mend(): void;
  /** Of the next so many stretches the answer is lost after the parent has taken them. */
  losesAnswers(times: number): void;
  lost(): number;
  stop(): Promise<void>;
}

export async function startLink(parent: string): Promise<GatedLink> {
  let isCut = false;
  let losing = 0;
  let lost = 0;

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (isCut) return void request.socket.destroy();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const answer = await fetch(`${parent}${request.url ?? ''}`, {
      method: request.method ?? 'GET',
      headers: { authorization: request.headers.authorization ?? '', ...(chunks.length > 0 && { 'content-type': 'application/json' }) },
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    });
    const text = await answer.text();
    if (losing > 0 && request.method === 'POST') {
      losing -= 1;
      lost += 1;
      return void request.socket.destroy();
    }
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
  }

  const server = createServer((request, response) => {
    pass(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => void (isCut = true),
    mend: () => void (isCut = false),
    losesAnswers: (times) => void (losing = times),
    lost: () => lost,
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
}
