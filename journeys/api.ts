// The HTTP API as a program uses it: for preparing a story and for looking behind what a page shows.

export interface Answer<T> {
  status: number;
  body: T;
}

interface Listed<T> {
  items: T[];
  total?: number;
}

export class Api {
  readonly url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.url = url;
    this.#token = token;
  }

  static async signIn(url: string, account: string, password: string): Promise<Api> {
    const answer = await new Api(url, '').ask<{ token: string }>('POST', '/session', { account, password });
    if (answer.status >= 300) throw new Error(`signing in as ${account}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return new Api(url, answer.body.token);
  }

  /** Any call under /api/v1, whatever its outcome. */
  async ask<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
    const isForm = body instanceof FormData;
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
        ...(this.#token !== '' && { authorization: `Bearer ${this.#token}` }),
        ...headers,
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? undefined : JSON.parse(text)) as T };
  }

  /** A call that must succeed. */
  async must<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.ask<T>(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  get<T>(path: string): Promise<T> {
    return this.must<T>('GET', path);
  }

  post<T>(path: string, body?: unknown): Promise<T> {
    return this.must<T>('POST', path, body);
  }

  async items<T>(path: string): Promise<T[]> {
    return (await this.get<Listed<T>>(path)).items;
  }
}
