import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { discover, type ProbeCandidate } from '../../../modem/device/probe.ts';
import { SimulatedModem } from '../../../modem/simulator/modem.ts';
import { Network } from '../../../modem/simulator/network.ts';
import { SimCard } from '../../../modem/simulator/sim-card.ts';
import { memoryTransport, type MemoryPeer } from '../../../modem/transport/memory.ts';
import { holderOf, lockHolderOf } from '../../../modem/transport/port-holder.ts';
import { roamingTransport } from '../../../modem/transport/roaming.ts';
import { TransportError } from '../../../modem/transport/transport.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const DEAF: MemoryPeer = { opened() {}, received() {}, closed() {}, plugged: true };
const clock = new FakeClock();

function port(path: string, peer: MemoryPeer, interfaceNumber: number | null = null): ProbeCandidate {
  return {
    path,
    usb: interfaceNumber === null ? null : { vendorId: '12d1', interfaceNumber },
    open: () => memoryTransport(path, peer),
  };
}

/** A stick shows several ports; each has a command line of its own over the same SIM and radio. */
function stick(options: { imei: string; imsi: string; pin?: string }) {
  const sim = new SimCard({ imsi: options.imsi, ...(options.pin === undefined ? {} : { pin: options.pin }) });
  const network = new Network({ clock });
  const command = (): SimulatedModem =>
    new SimulatedModem({ sim, network, clock, imei: options.imei, quirks: { make: 'huawei' } });
  return { sim, data: command(), control: command() };
}

async function found(candidates: readonly ProbeCandidate[]) {
  const result = discover(candidates, clock);
  await clock.advance(10_000);
  return result;
}

describe('[W8] which port', () => {
  test('ports of one stick are one modem, on the port that speaks unasked', async () => {
    const { data, control, sim } = stick({ imei: '490154203237518', imsi: '262011111111111' });
    control.quirks.noise = true;
    const { modems, failures } = await found([port('a0', data), port('a1', DEAF), port('a2', control)]);
    expect(modems).toEqual([
      {
        path: 'a2',
        paths: ['a0', 'a2'],
        manufacturer: 'huawei',
        model: 'E173',
        imei: '490154203237518',
        imsi: sim.imsi,
        sim: 'ready',
      },
    ]);
    expect(failures).toEqual([{ path: 'a1', reason: 'silent', holder: null }]);
  });

  test('where none of them speaks, the maker’s usual interface is taken', async () => {
    const { data, control } = stick({ imei: '490154203237518', imsi: '262011111111111' });
    const { modems } = await found([port('a0', data, 0), port('a2', control, 2)]);
    expect(modems.map(({ path }) => path)).toEqual(['a2']);
  });

  test('two modems are told apart by their IMEI', async () => {
    const one = stick({ imei: '111111111111111', imsi: '262011111111111' });
    const two = stick({ imei: '222222222222222', imsi: '262022222222222', pin: '1234' });
    const { modems } = await found([port('a', one.data), port('b', two.data)]);
    expect(modems).toMatchObject([
      { path: 'a', imsi: '262011111111111', sim: 'ready' },
      { path: 'b', imsi: null, sim: 'pin' },
    ]);
    expect(two.sim.pinTriesLeft).toBe(3);
  });

  test('a modem in the middle of somebody’s prompt is found', async () => {
    const { data } = stick({ imei: '111111111111111', imsi: '262011111111111' });
    data.opened(
      () => {},
      () => {},
    );
    data.received(Buffer.from('AT+CMGS=20\r'));
    const { modems } = await found([port('a', data)]);
    expect(modems).toHaveLength(1);
  });

  test('a port that is held says by whom', async () => {
    const held: ProbeCandidate = {
      path: 'a',
      usb: null,
      open: () => ({
        name: 'a',
        open: () => Promise.reject(new TransportError('busy', 'held', { holder: 'ModemManager' })),
      }),
    };
    expect(await found([held])).toEqual({
      modems: [],
      failures: [{ path: 'a', reason: 'busy', holder: 'ModemManager' }],
    });
  });
});

describe('[W8] a modem under another port name', () => {
  const gone = { name: '', open: () => Promise.reject(new TransportError('not-found', 'gone')) };
  const { data } = stick({ imei: '111111111111111', imsi: '262011111111111' });

  test('is followed there', async () => {
    const moved: string[] = [];
    const transport = roamingTransport({
      path: 'a',
      open: (path) => (path === 'b' ? memoryTransport(path, data) : gone),
      find: () => Promise.resolve('b'),
      moved: (path) => moved.push(path),
    });
    await (await transport.open()).close();
    expect([transport.name, moved]).toEqual(['b', ['b']]);
  });

  test('one that is nowhere is not found', async () => {
    const transport = roamingTransport({ path: 'a', open: () => gone, find: () => Promise.resolve(null) });
    await expect(transport.open()).rejects.toMatchObject({ code: 'not-found' });
  });

  test('when asked to look, it looks before it tries the old name, where another stick may stand by now', async () => {
    const tried: string[] = [];
    const transport = roamingTransport({
      path: 'a',
      open: (path) => {
        tried.push(path);
        return memoryTransport(path, data);
      },
      find: () => Promise.resolve('b'),
    });
    await (await transport.open({ locate: true })).close();
    expect(tried).toEqual(['b']);
  });
});

describe('[W8] who holds a port', () => {
  const folder = mkdtempSync(join(tmpdir(), 'counterline-proc-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const process = (id: number, comm: string, files: readonly string[] = []): void => {
    mkdirSync(join(folder, String(id), 'fd'), { recursive: true });
    writeFileSync(join(folder, String(id), 'comm'), `${comm}\n`);
    files.forEach((file, i) => symlinkSync(file, join(folder, String(id), 'fd', String(i))));
  };

  test('the one that has it open', async () => {
    process(41, 'bash', ['/dev/null']);
    process(42, 'minicom', ['/dev/null', '/dev/ttyUSB7']);
    expect(await holderOf('/dev/ttyUSB7', folder)).toBe('minicom');
  });

  test('ModemManager runs as another user, whose files cannot be seen', async () => {
    process(43, 'ModemManager');
    expect(await holderOf('/dev/ttyUSB7', folder)).toBe('ModemManager');
    process(43, 'bash');
    expect(await holderOf('/dev/ttyUSB7', folder)).toBe(null);
  });

  test('a lock file counts as long as its program lives', async () => {
    process(44, 'smsd');
    writeFileSync(join(folder, 'LCK..ttyUSB7'), '        44\n');
    expect(await lockHolderOf('/dev/ttyUSB7', folder, folder)).toBe('smsd');
    writeFileSync(join(folder, 'LCK..ttyUSB7'), '        45\n');
    expect(await lockHolderOf('/dev/ttyUSB7', folder, folder)).toBe(null);
  });
});
