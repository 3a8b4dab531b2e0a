import { createServer } from 'node:net';
import type { Text } from '#kernel/language/text.ts';
import { type Config, ingestProtocols } from '#server/config.ts';
import { errnoOf } from '#server/database/failure.ts';
import { type Check, failed, ok } from './check.ts';
import { portHolder } from './portHolder.ts';

/** Every port the configuration names: free, or held by whom. Port 0 and closed protocols ask for nothing. */
export async function checkPorts(config: Config): Promise<Check[]> {
  const wanted = [{ id: 'port-http', variable: 'ANLAN_PORT', port: config.port }];
  for (const protocol of ingestProtocols) {
    const port = config.ingest[protocol];
    if (port !== null) wanted.push({ id: `port-${protocol}`, variable: 'ANLAN_INGEST', port });
  }
  return Promise.all(wanted.filter(({ port }) => port !== 0).map(({ id, variable, port }) => checkPort(id, variable, config.host, port)));
}

/** @param variable the one that sets this port */
export async function checkPort(id: string, variable: string, host: string, port: number): Promise<Check> {
  const code = await listenError(host, port);
  if (code === null) return ok(id, { zh: `端口 ${port} 空闲。`, en: `Port ${port} is free.` });
  return failed(id, sentence(code, variable, host, port));
}

function sentence(code: string, variable: string, host: string, port: number): Text {
  if (code === 'EADDRINUSE') {
    const holder = portHolder(port);
    const zh = holder === null ? '另一个程序' : `进程 ${holder.pid}（${holder.command}）`;
    const en = holder === null ? 'another program' : `process ${holder.pid} (${holder.command})`;
    return {
      zh: `端口 ${port} 已被${zh}占用，请停止它，或用 ${variable} 换一个端口。`,
      en: `Port ${port} is held by ${en}; stop it or choose another port with ${variable}.`,
    };
  }
  if (code === 'EACCES') {
    return {
      zh: `当前账户不能监听端口 ${port}（小于 1024 的端口需要特权），请用 ${variable} 换一个端口。`,
      en: `This account may not listen on port ${port} (ports below 1024 need a privilege); choose another with ${variable}.`,
    };
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return { zh: `${host} 不是本机的地址，请检查 ANLAN_HOST。`, en: `${host} is no address of this machine; check ANLAN_HOST.` };
  }
  return {
    zh: `不能监听 ${host}:${port}（${code}），请检查 ANLAN_HOST 和 ${variable}。`,
    en: `Cannot listen on ${host}:${port} (${code}); check ANLAN_HOST and ${variable}.`,
  };
}

/** The error code of listening there for a moment; null when it works. */
async function listenError(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(errnoOf(error) || error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)));
  });
}
