/** A language model on the owner's own computer, behind an OpenAI-compatible address (Ollama, llama.cpp, LM Studio). */
export interface LanguageModel {
  /**
   * The names of the models that it offers.
   * @throws {ModelError}
   */
  models(address: string, signal: AbortSignal): Promise<readonly string[]>;
  /**
   * The model's answer to `request`, unchanged.
   * @throws {ModelError}
   */
  complete(request: ModelRequest, signal: AbortSignal): Promise<string>;
}

export interface ModelRequest {
  readonly address: string;
  readonly model: string;
  readonly messages: readonly { readonly role: 'system' | 'user'; readonly content: string }[];
}

/** `unreachable`: nothing listens there; `timeout`: no answer in time; `refused`: it answered, but not with a text. */
export class ModelError extends Error {
  readonly code: 'unreachable' | 'timeout' | 'refused';

  constructor(code: ModelError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** The address that the owner's input means; null if it means none, or one outside the house. */
export function modelAddress(input: string): string | null {
  const url = URL.parse(/^[a-z]+:\/\//i.test(input) ? input : `http://${input}`);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.search !== '' || url.hash !== '')
    return null;
  if (!isInTheHouse(url.hostname)) return null;
  // Programs of this kind all answer under this path, and print their address without it.
  const path = url.pathname === '/' ? '/v1' : url.pathname.replace(/\/+$/, '');
  return `${url.origin}${path}`;
}

/**
 * Whether a host is this computer or one in the same house, because customers' messages must not go any farther. Addresses are
 * told apart by RFC 1918, RFC 4193 and RFC 6762; a host with any other name could be anywhere.
 */
function isInTheHouse(host: string): boolean {
  if (host === 'localhost' || host.endsWith('.local')) return true;
  if (host.startsWith('[')) return host === '[::1]' || /^\[f[cd][0-9a-f]{2}:/.test(host);
  const octets = host.split('.').map(Number);
  if (octets.length !== 4 || octets.some((octet) => !Number.isInteger(octet))) return false;
  const [a, b] = octets as [number, number, number, number];
  return a === 127 || a === 10 || (a === 192 && b === 168) || (a === 172 && b >= 16 && b < 32);
}
