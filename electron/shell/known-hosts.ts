import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Hosts that a person has said may be opened from the window. The list is the shell's own: whatever may run in the window can change the
 * shop's link, and cannot answer for the person.
 */
export class KnownHosts {
  readonly #path: string;
  readonly #ask: (host: string) => Promise<boolean>;
  readonly #hosts: Set<string>;
  #isAsking = false;

  /** @param ask asks a person, outside of the window */
  constructor(path: string, ask: (host: string) => Promise<boolean>) {
    this.#path = path;
    this.#ask = ask;
    this.#hosts = new Set(readHosts(path));
  }

  /** A person is asked before a new host is opened, one question at a time. */
  async mayOpen(url: string): Promise<boolean> {
    const host = URL.canParse(url) ? new URL(url).host : '';
    if (host === '' || this.#isAsking) return false;
    if (this.#hosts.has(host)) return true;
    this.#isAsking = true;
    try {
      if (!(await this.#ask(host))) return false;
    } finally {
      this.#isAsking = false;
    }
    this.#hosts.add(host);
    try {
      writeFileSync(this.#path, JSON.stringify([...this.#hosts]), { mode: 0o600 });
    } catch {
      // If the disk is full, the question is asked again after the next start.
    }
    return true;
  }
}

function readHosts(path: string): readonly string[] {
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return Array.isArray(read) ? read.filter((host) => typeof host === 'string') : [];
  } catch {
    return []; // none yet, or a file that was cut off: it is asked again
  }
}
