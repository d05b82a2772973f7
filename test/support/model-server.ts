import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Completion {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

/** A program with language models, on a real port, that speaks OpenAI's chat completions and says what a test lets it say. */
export class ModelServer {
  readonly asked: Completion[] = [];
  /** What it says next; a status: it refuses; null: it never answers. */
  says: string | number | null = '';
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  static async open(): Promise<ModelServer> {
    const server = new ModelServer();
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'GET' && request.url === '/v1/models') {
      return json(response, { object: 'list', data: [{ id: 'llama3.2:3b' }, { id: 'qwen3:4b' }] });
    }
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions') {
      response.writeHead(404).end();
      return;
    }
    let body = '';
    for await (const chunk of request) body += String(chunk);
    this.asked.push(JSON.parse(body) as Completion);
    if (this.says === null) return;
    if (typeof this.says === 'number') {
      response.writeHead(this.says, { Location: '/elsewhere' }).end('no');
      return;
    }
    json(response, {
      choices: [{ index: 0, message: { role: 'assistant', content: this.says }, finish_reason: 'stop' }],
    });
  }
}

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
