import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { attachPseudoTerminal } from '../../../modem/simulator/pseudo-terminal.ts';
import { serialTransport } from '../../../modem/transport/serial-port.ts';
import type { MemoryPeer } from '../../../modem/transport/memory.ts';
import { temporaryFolder } from '../../support/headless.ts';
import { needs } from '../../support/needs.ts';

const SEND = `AT+CMGS=23\r0001000B919471122232F400000AC8329BFD065DDF723619\x1a`;
const KNOWN_WITHIN_MS = 3_000;

/** Counts what reaches it, and hangs up when that is enough. */
function peerThatHangsUp(after: number): MemoryPeer & { hangUp: () => void } {
  let left = after;
  let drop: ((reason: string) => void) | null = null;
  return {
    plugged: true,
    opened(_send, dropped) {
      drop = dropped;
    },
    received(chunk) {
      left -= chunk.length;
      if (left <= 0) drop?.('');
    },
    closed() {},
    hangUp() {
      drop?.('');
    },
  };
}

describe.skipIf(needs('socat'))('K13: [L10] a port whose other side hangs up', () => {
  const folder = temporaryFolder('hang-up');
  afterAll(() => folder.remove());
  let number = 0;

  async function openPort(peer: MemoryPeer) {
    const terminal = await attachPseudoTerminal(peer, join(folder.path, `port-${number++}`));
    const link = await serialTransport(terminal.path).open();
    const lost = new Promise<{ tookMs: number; reason: string | null }>((resolve) => {
      const from = performance.now();
      link.onClose((reason) => resolve({ tookMs: performance.now() - from, reason }));
    });
    return { terminal, link, lost };
  }

  test('closed right after a write, 100 times: known each time, with no core kept busy', async () => {
    const cpu = process.cpuUsage();
    const from = performance.now();
    for (let n = 0; n < 100; n++) {
      const peer = peerThatHangsUp(Infinity);
      const { terminal, link, lost } = await openPort(peer);
      link.write('AT\r');
      peer.hangUp();
      expect((await lost).tookMs).toBeLessThan(KNOWN_WITHIN_MS);
      await link.close();
      await terminal.close();
    }
    const { user, system } = process.cpuUsage(cpu);
    expect((user + system) / 1_000).toBeLessThan(performance.now() - from + 3_000);
  });

  test('at every octet of a send', async () => {
    for (let octets = 1; octets <= SEND.length; octets++) {
      const { terminal, link, lost } = await openPort(peerThatHangsUp(octets));
      for (const octet of SEND) link.write(octet);
      expect((await lost).tookMs).toBeLessThan(KNOWN_WITHIN_MS);
      await terminal.close();
    }
  });

  test('afterwards the process rests', async () => {
    const peer = peerThatHangsUp(Infinity);
    const { terminal, link, lost } = await openPort(peer);
    peer.hangUp();
    await lost;
    const cpu = process.cpuUsage();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const { user, system } = process.cpuUsage(cpu);
    expect((user + system) / 1_000).toBeLessThan(500); // ms of a second
    await link.close();
    await terminal.close();
  });

  test('a port that is closed by us announces no loss', async () => {
    const { terminal, link, lost } = await openPort(peerThatHangsUp(Infinity));
    await link.close();
    expect((await lost).reason).toBeNull();
    await terminal.close();
  });

  test('a port that works is read to its last octet', async () => {
    const lines: string[] = [];
    let send: (chunk: Uint8Array) => void = () => {};
    const { terminal, link } = await openPort({
      plugged: true,
      opened: (given) => (send = given),
      received: () => {},
      closed() {},
    });
    link.onLine((line) => lines.push(line));
    for (let n = 0; n < 200; n++) send(Buffer.from(`line ${n}\r\n`));
    await expect.poll(() => lines.filter((line) => line !== '').length).toBe(200);
    await link.close();
    await terminal.close();
  });
});
