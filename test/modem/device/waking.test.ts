import { describe, expect, test } from 'vitest';
import { simulatedLine, type SimulatedLineOptions } from '../../support/simulated-line.ts';

async function started(options: SimulatedLineOptions = {}) {
  const all = simulatedLine(options);
  await all.start();
  return all;
}
const sent = (trace: readonly string[]): string[] =>
  trace.filter((entry) => entry.startsWith('> ')).map((entry) => entry.slice(2).trimEnd());

describe('[L1] a previous program left a prompt open', () => {
  test('ESC leaves it, and the line becomes ready', async () => {
    const { modem, line, start } = simulatedLine();
    modem.opened(
      () => {},
      () => {},
    );
    modem.received(Buffer.from('AT+CMGS=20\r'));
    await start();
    expect(line.state.name).toBe('ready');
  });
});

describe('[W1] waking a modem', () => {
  test('identity, network, signal, storage and service centre are known when it is ready', async () => {
    const { line, sim, modem, trace } = await started();
    expect(line.state).toEqual({ name: 'ready' });
    expect(line.facts).toMatchObject({
      imei: modem.imei,
      imsi: sim.imsi,
      iccid: sim.iccid,
      operator: 'Demo Mobile',
      signalDbm: -67,
      serviceCentre: sim.smsc,
      storage: { preferred: 'SM', used: 0, total: 20 },
      registration: { registered: true },
    });
    const order = [
      'ATE0',
      'AT+CMEE=1',
      'AT+CGMI',
      'AT+CPIN?',
      'AT+CIMI',
      'AT+CREG?',
      'AT+CMGF=0',
      'AT+CPMS=?',
      'AT+CSCA?',
    ];
    const positions = order.map((command) => sent(trace).indexOf(command));
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    expect(positions).not.toContain(-1);
  });

  test.each(['AT\\+CGMI', 'AT\\+CCID', 'AT\\+COPS', 'AT\\+CSCS', 'AT\\+CLIP', 'AT\\+CMMS', 'AT\\+CSMS', 'AT\\+CFUN'])(
    'an ERROR to %s does not matter',
    async (command) => {
      const { line, modem, start } = simulatedLine();
      modem.faults.push({ match: new RegExp(command), effect: 'reply', text: 'ERROR', times: 99 });
      await start();
      expect(line.state.name).toBe('ready');
    },
  );
});

describe('[W2] a SIM that is still starting', () => {
  test('is asked again until it answers', async () => {
    const { line, clock } = await started({ quirks: { busyAnswers: 6 } });
    await clock.advance(10_000);
    expect(line.state.name).toBe('ready');
  });
});

describe('[W3] the PIN', () => {
  test('is entered once and opens the SIM', async () => {
    const { line, clock, trace } = await started({ sim: { pin: '1234' }, pin: '1234' });
    await clock.advance(5_000);
    expect(line.state.name).toBe('ready');
    expect(sent(trace).filter((command) => command.startsWith('AT+CPIN="'))).toHaveLength(1);
  });

  test('a wrong one is tried once, never towards the PUK', async () => {
    const { line, clock, sim, trace } = await started({ sim: { pin: '1234' }, pin: '9999' });
    await clock.advance(10 * 60_000);
    expect(line.state).toEqual({ name: 'blocked', reason: 'pin-refused' });
    expect(sim.pinTriesLeft).toBe(2);
    expect(sent(trace).filter((command) => command.startsWith('AT+CPIN="'))).toHaveLength(1);
  });

  test('is not tried with a single try left', async () => {
    const all = simulatedLine({ sim: { pin: '1234' }, pin: '1234' });
    all.sim.pinTriesLeft = 1;
    await all.start();
    expect(all.line.state).toEqual({ name: 'blocked', reason: 'pin-refused' });
    expect(all.sim.pinTriesLeft).toBe(1);
  });

  test('none stored, and the SIM locked for good', async () => {
    expect((await started({ sim: { pin: '1234' } })).line.state).toEqual({ name: 'blocked', reason: 'pin-required' });
    const all = simulatedLine({ sim: { pin: '1234' }, pin: '1234' });
    all.sim.pinTriesLeft = 0;
    await all.start();
    expect(all.line.state).toEqual({ name: 'blocked', reason: 'puk-required' });
  });

  test.each(['+CPIN: "READY"', '+CPIN:READY'])('%s is ready too', async (text) => {
    const { line, modem, start } = simulatedLine();
    modem.faults.push({ match: /^AT\+CPIN\?/, effect: 'reply', text: 'OK', times: 0 });
    modem.faults.push({ match: /^AT\+CPIN\?/, effect: 'reply', text: `${text}\r\n\r\nOK`, times: 5 });
    await start();
    expect(line.state.name).toBe('ready');
  });

  test('a bare OK is ready too', async () => {
    const { line, modem, start } = simulatedLine();
    modem.faults.push({ match: /^AT\+CPIN\?/, effect: 'reply', text: 'OK', times: 5 });
    await start();
    expect(line.state.name).toBe('ready');
  });

  test('a SIM that is not there', async () => {
    const { line, modem, start } = simulatedLine();
    modem.faults.push({ match: /^AT\+CPIN\?/, effect: 'reply', text: '+CME ERROR: 10', times: 5 });
    await start();
    expect(line.state).toEqual({ name: 'blocked', reason: 'sim-missing' });
  });
});

describe('[W4] [W5] how new texts are announced', () => {
  test.each([
    [['2,1,0,1,0'], { texts: 'stored', reports: 'direct' }],
    [['2,1,0,2,0'], { texts: 'stored', reports: 'stored' }],
    [['2,1,0,0,0'], { texts: 'stored', reports: 'none' }],
    [['1,1,0,1,0'], { texts: 'stored', reports: 'direct' }],
    [['1,1,0,0,0'], { texts: 'stored', reports: 'none' }],
    [['3,1,0,1,0'], { texts: 'stored', reports: 'direct' }],
    [['2,2,0,1,0'], { texts: 'direct', reports: 'direct', acknowledge: true }],
    [[], { texts: 'none', reports: 'none' }],
  ])('a modem that takes only %j', async (acceptedCnmi, notifications) => {
    const { line, network, sim, pdus, clock } = await started({ quirks: { acceptedCnmi } });
    expect(line.facts?.notifications).toMatchObject(notifications);
    network.sendText('+4917012345', sim.msisdn, 'one');
    network.sendText('+4917012345', sim.msisdn, 'two');
    await clock.advance(notifications.texts === 'none' ? 6_000 : 100);
    expect(pdus).toHaveLength(2);
    expect(sim.slots.filter((slot) => slot !== null)).toEqual([]);
  });
});

describe('[W6] malformed lists of memories', () => {
  test.each(['+CPMS: (("SM","BM","SR"),("SM"))', '+CPMS: (),(),()', '+CPMS: ("SM"),("SM"),("SM")'])(
    '%s',
    async (list) => {
      const { line, modem, start } = simulatedLine();
      modem.faults.push({ match: /CPMS=\?/, effect: 'reply', text: `${list}\r\n\r\nOK`, times: 1 });
      await start();
      expect(line.facts?.storage).toMatchObject({ readable: ['SM'], preferred: 'SM' });
    },
  );

  test('the memory that holds more is preferred, and both are read', async () => {
    const { line } = await started({ quirks: { phoneSlots: 100 } });
    expect(line.facts?.storage).toMatchObject({ readable: ['SM', 'ME'], preferred: 'ME', total: 100 });
  });
});

describe('[W7] registration', () => {
  test('searching until the network is there, ready by itself when it comes back', async () => {
    const all = simulatedLine();
    all.network.setCoverage(false);
    await all.start();
    expect(all.line.state).toEqual({ name: 'searching', reason: 'searching' });
    all.network.setCoverage(true);
    await all.clock.advance(100);
    expect(all.line.state.name).toBe('ready');
    all.network.setCoverage(false);
    await all.clock.advance(100);
    expect(all.line.state.name).toBe('searching');
  });

  test.each([
    ['+CREG: 0,1', 'ready'],
    ['+CREG: 2,5,"00C3","1B2C"', 'ready'],
    ['+CREG: 0,6', 'ready'],
    ['+CREG: 0,7', 'ready'],
  ])('%s', async (text, state) => {
    const { line, modem, start } = simulatedLine();
    modem.faults.push({ match: /CREG\?/, effect: 'reply', text: `${text}\r\n\r\nOK`, times: 1 });
    await start();
    expect(line.state.name).toBe(state);
  });

  test('denied is not searching', async () => {
    const { line, modem, start } = simulatedLine();
    modem.faults.push({ match: /C(G|E)?REG\?/, effect: 'reply', text: '+CREG: 0,3\r\n\r\nOK', times: 1 });
    modem.faults.push({ match: /C(G|E)?REG\?/, effect: 'reply', text: 'ERROR', times: 9 });
    await start();
    expect(line.state).toEqual({ name: 'searching', reason: 'denied' });
  });
});

describe('staying up', () => {
  test('[W9] unplugged and plugged in again: ready by itself', async () => {
    const { line, modem, clock } = await started();
    modem.unplug();
    await clock.advance(100);
    expect(line.state).toMatchObject({ name: 'backing-off', reason: 'unplugged' });
    await clock.advance(5 * 60_000);
    expect(line.state).toMatchObject({ name: 'backing-off', reason: 'not-found', delayMs: 60_000 });
    modem.plug();
    await clock.advance(65_000);
    expect(line.state.name).toBe('ready');
  });

  test('[L7] a lost OK: the line goes on', async () => {
    const { line, modem, clock, pdus, network, sim } = await started();
    modem.faults.push({ match: /CSQ/, effect: 'lose-answer', times: 1 });
    await clock.advance(60_000);
    expect(line.state.name).toBe('ready');
    network.sendText('+4917012345', sim.msisdn, 'still there?');
    await clock.advance(100);
    expect(pdus).toHaveLength(1);
  });

  test('a modem that says nothing any more is started anew', async () => {
    const { line, modem, clock } = await started();
    modem.faults.push({ match: /./, effect: 'silent', times: 6 });
    const states: string[] = [];
    line.stateChanged.on(({ name }) => states.push(name));
    await clock.advance(120_000);
    expect(states).toContain('resetting');
    expect(line.state.name).toBe('ready');
  });
});

describe('after the review of real sequences', () => {
  test('[W3] a right PIN opens the SIM again after every unplug', async () => {
    const { line, modem, clock, sim } = await started({ sim: { pin: '1234' }, pin: '1234' });
    await clock.advance(5_000);
    for (let i = 0; i < 3; i++) {
      modem.unplug();
      await clock.advance(100);
      modem.plug();
      await clock.advance(20_000);
      expect(line.state.name).toBe('ready');
    }
    expect(sim.pinTriesLeft).toBe(3);
  });

  test('[W3] a SIM too busy to look at the PIN has not refused it', async () => {
    const { line, modem, clock, start } = simulatedLine({ sim: { pin: '1234' }, pin: '1234' });
    modem.faults.push({ match: /CPIN="/, effect: 'reply', text: '+CME ERROR: 14', times: 1 });
    await start();
    await clock.advance(5_000);
    expect(line.state.name).toBe('ready');
  });

  test('[W9] a modem that restarts by itself is told everything again', async () => {
    const { line, modem, network, sim, clock, pdus } = await started();
    modem.reboot();
    await clock.advance(3_000);
    expect(modem.settings.notifications).toEqual([2, 1, 0, 1, 0]);
    expect(line.state.name).toBe('ready');
    // One that does not even say so is found out by the next look.
    modem.settings.notifications = [0, 0, 0, 0, 0];
    await clock.advance(35_000);
    network.sendText('+4917012345', sim.msisdn, 'heard');
    await clock.advance(100);
    expect(pdus).toHaveLength(1);
  });

  test('unplugged while it wakes up, again and again: no text is deleted unread', async () => {
    for (let at = 1; at < 30; at += 3) {
      const { network, sim, modem, clock, pdus, line } = simulatedLine({ quirks: { phoneSlots: 10, busyAnswers: 2 } });
      for (let n = 0; n < 8; n++) network.sendText('+4917012345', sim.msisdn, `text ${n}`);
      line.start();
      await clock.advance(at * 40);
      modem.unplug();
      await clock.advance(500);
      modem.plug();
      await clock.advance(30_000);
      expect([at, new Set(pdus).size, sim.slots.filter((slot) => slot !== null).length]).toEqual([at, 8, 0]);
      await line.stop();
    }
  });

  test('stopped while the port is still opening: it lets go before it is opened again', async () => {
    const { line, clock } = simulatedLine();
    line.start();
    const stopped = line.stop();
    line.start();
    await stopped;
    await clock.advance(3_000);
    expect(line.state.name).toBe('ready');
  });
});
