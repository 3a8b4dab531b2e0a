import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

// For tests only: a gateway as an operator runs it, on a real socket. It keeps what it was asked and answers as told.

export interface TestGateway {
  url: string;
  asked: { path: string; headers: IncomingHttpHeaders; body: string }[];
  answer: { status: number; body: string };
  close(): Promise<void>;
}

export async function testGateway(): Promise<TestGateway> {
  const asked: TestGateway['asked'] = [];
  const server = createServer((request, reply) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => {
      asked.push({ path: request.url ?? '', headers: request.headers, body });
      reply.writeHead(gateway.answer.status, { 'content-type': 'application/json' }).end(gateway.answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const gateway: TestGateway = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answer: { status: 200, body: '{"code":"0","msgId":"m-1"}' },
    close: () => new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
  };
  return gateway;
}
