import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../modem/clock.ts';
import { SimulatedModem } from '../../modem/simulator/modem.ts';
import { Network, type ReceivedText } from '../../modem/simulator/network.ts';
import { attachPseudoTerminal, type PseudoTerminal } from '../../modem/simulator/pseudo-terminal.ts';
import { SimCard } from '../../modem/simulator/sim-card.ts';
import { Headless, temporaryFolder, until } from '../support/headless.ts';
import { needs } from '../support/needs.ts';

const CUSTOMER = '+491712223344';
const SIZE = '96m';

/** A file system of its own needs a system's rights. */
function canMount(): boolean {
  const folder = temporaryFolder('mount');
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder.path], { stdio: 'ignore' });
    execFileSync('umount', [folder.path]);
    return true;
  } catch {
    process.stderr.write('skipped: needs the right to mount a file system\n');
    return false;
  } finally {
    folder.remove();
  }
}

describe.skipIf(needs('socat') || !canMount())('security 1: a file system that is full to the last octet', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let disk: string;
  let sim: SimCard;
  let network: Network;
  let terminal: PseudoTerminal;
  let desk: Headless;
  let arrived: ReceivedText[];

  const start = async (): Promise<void> => {
    desk = await Headless.start({ dataDir: join(disk, 'data'), modem: terminal.path });
  };
  const isReady = (): Promise<boolean> => until(async () => (await status())?.state === 'ready');
  beforeEach(async () => {
    folder = temporaryFolder('full');
    disk = join(folder.path, 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', disk]);
    network = new Network({ clock: systemClock, latencyMs: 20, reportDelayMs: 20 });
    arrived = [];
    network.textReceived.on((text) => arrived.push(text));
    sim = new SimCard({ slots: 20 });
    const modem = new SimulatedModem({ sim, network, clock: systemClock, quirks: { make: 'huawei', noise: true } });
    terminal = await attachPseudoTerminal(modem, join(folder.path, 'modem'));
    await start();
    await isReady();
  });
  afterEach(async () => {
    await desk.stop('SIGKILL');
    await terminal.close();
    execFileSync('umount', ['-l', disk]);
    folder.remove();
  });

  const status = async (): Promise<any> => (await desk.request('GET', '/status')).body.lines[0];
  const FILL = 'fill';
  /** Writes until nothing more fits. */
  function fill(): void {
    const file = openSync(join(disk, FILL), 'w');
    for (let size = 1 << 20; size >= 1; size >>= 4) {
      try {
        for (;;) writeSync(file, Buffer.alloc(size, 7));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    }
    closeSync(file);
  }
  const makeRoom = (): void => rmSync(join(disk, FILL));
  const comesIn = (text: string): void => network.sendText(CUSTOMER, sim.msisdn, text);
  const inbox = async (): Promise<readonly string[]> =>
    (await desk.all('/messages?direction=in')).map(({ text }: { text: string }) => text);
  const isAlive = async (): Promise<void> => {
    expect(desk.process.exitCode, desk.output()).toBeNull();
    expect((await desk.request('GET', '/status')).status).toBe(200);
  };

  test('while texts come in and go out: nothing is lost or doubled, and it goes on by itself', async () => {
    comesIn('Before');
    await until(async () => (await inbox()).length === 1);
    // Some are under way while it fills.
    const ids: string[] = [];
    for (let n = 0; n < 10; n++) {
      const { body } = await desk.request('POST', '/messages', { to: CUSTOMER, text: `Out ${n}` });
      ids.push(body.id);
    }
    fill();
    for (let n = 0; n < 8; n++) comesIn(`In ${n}`);
    const refused = await desk.request('POST', '/messages', { to: CUSTOMER, text: 'Refused' });
    expect([refused.status, refused.body.error?.code]).toEqual([507, 'disk-full']);
    for (let n = 0; n < 30; n++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await isAlive();
    }
    makeRoom();
    await until(async () => (await inbox()).length === 9);
    expect([...(await inbox())].toSorted()).toEqual(['Before', ...Array.from({ length: 8 }, (_, n) => `In ${n}`)]);
    await until(async () => {
      const states = await Promise.all(
        ids.map(async (id) => (await desk.request('GET', `/messages/${id}`)).body.state),
      );
      return states.every((state) => state === 'delivered' || state === 'uncertain');
    });
    const out = arrived.map(({ text }) => text);
    expect(new Set(out).size).toBe(out.length);
    expect(out.filter((text) => text.startsWith('Out ')).length).toBe(10);
    expect(out).not.toContain('Refused');
    expect(sim.slots.every((slot) => slot === null)).toBe(true);
  }, 120_000);

  test('killed while it is full it starts again, says so, and goes on by itself', async () => {
    comesIn('Before');
    await until(async () => (await inbox()).length === 1);
    fill();
    comesIn('Meanwhile');
    await desk.stop('SIGKILL');
    await start();
    expect(await inbox()).toContain('Before');
    const refused = await desk.request('POST', '/messages', { to: CUSTOMER, text: 'Refused' });
    expect([refused.status, refused.body.error?.code]).toEqual([507, 'disk-full']);
    expect((await desk.ask('app.state', {})).isDiskFull).toBe(true);
    makeRoom();
    // A line whose opening could not be written down is opened by itself.
    await isReady();
    await until(async () => (await inbox()).includes('Meanwhile'));
    // What the last end left is put right first.
    await until(async () => !(await desk.ask('app.state', {})).isDiskFull);
    expect((await desk.request('POST', '/messages', { to: CUSTOMER, text: 'After' })).status).toBe(202);
    await until(() => arrived.some(({ text }) => text === 'After'));
    expect(await desk.stop()).toBe(0);
  }, 120_000);

  const customers = async (): Promise<readonly string[]> =>
    (await desk.ask('contacts.list', { groupId: null, query: '', after: null, limit: 5 })).items.map(
      ({ name }) => name,
    );
  const add = (name: string, number: string) =>
    desk.ask('contacts.save', { id: null, contact: { name, numbers: [{ number, label: '' }] } });

  test('a list of customers that finds no room half-way is taken back, and brought in later', async () => {
    await add('Ana Kuhn', '0160 4412907');
    const rows = Array.from({ length: 20_000 }, (_, n) => `Customer ${n};0171 ${2_000_000 + n};${'x'.repeat(200)}`);
    const take = async (): Promise<unknown> => {
      const text = ['Name;Phone;Notes', ...rows].join('\n');
      const { id, columns } = await desk.ask('contacts.readFile', { name: 'list.csv', text });
      const targets = columns.map(({ target }) => target);
      const choices = { targets, known: 'fill', alike: 'separate', tag: '', consentSource: '' } as const;
      await desk.ask('contacts.planImport', { id, choices: { ...choices, targets: [...targets] } });
      return desk.ask('contacts.runImport', { id });
    };
    fill();
    truncateSync(join(disk, FILL), statSync(join(disk, FILL)).size - 4_000_000);
    await expect(take()).rejects.toThrow('disk-full');
    await isAlive();
    makeRoom();
    await until(async () => (await customers()).join() === 'Ana Kuhn');
    expect(await desk.ask('contacts.imports', {})).toEqual([]);
    await until(async () => !(await desk.ask('app.state', {})).isDiskFull);
    expect(await take()).toMatchObject({ counts: { new: 20_000 } });
    await isAlive();
  }, 120_000);

  test('a backup that finds no room to be put back: what is there stays, and later it is put back', async () => {
    await add('Ana Kuhn', '0160 4412907');
    const { name } = await desk.ask('backups.make', {});
    await add('Tom Ebert', '0160 4412908');
    const restore = () => desk.ask('backups.restore', { name, passphrase: null, folder: null });
    fill();
    await expect(restore()).rejects.toThrow('disk-full');
    await isAlive();
    expect(await customers()).toEqual(['Ana Kuhn', 'Tom Ebert']);
    comesIn('Meanwhile');
    makeRoom();
    await until(async () => !(await desk.ask('app.state', {})).isDiskFull);
    await until(async () => (await inbox()).includes('Meanwhile'));
    await restore();
    await until(async () => (await customers().catch(() => [])).join() === 'Ana Kuhn');
    await isAlive();
  }, 120_000);

  test('an import, a backup, a calendar: refused with the reason, nothing half is left, and later it works', async () => {
    fill();
    const calendar = [
      'BEGIN:VCALENDAR',
      ...Array.from({ length: 200 }, (_, n) => [
        'BEGIN:VEVENT',
        `UID:${n}`,
        `DTSTART;VALUE=DATE:${2027 + n}0101`,
        `SUMMARY:Day ${n}`,
        'END:VEVENT',
      ]).flat(),
      'END:VCALENDAR',
    ].join('\r\n');
    const { days } = await desk.ask('days.read', { text: calendar });
    const all = days.map(({ isKnown: _known, ...day }) => day);
    await expect(desk.ask('days.add', { days: all })).rejects.toThrow('disk-full');
    await expect(desk.ask('backups.make', {})).rejects.toThrow(/disk-full|no-folder/);
    await isAlive();
    expect((await desk.ask('app.state', {})).specialDays).toEqual([]);
    makeRoom();
    await until(async () => !(await desk.ask('app.state', {})).isDiskFull);
    await desk.ask('days.add', { days: all });
    expect((await desk.ask('app.state', {})).specialDays).toHaveLength(all.length);
    await desk.ask('backups.make', {});
    await isAlive();
  }, 120_000);
});
