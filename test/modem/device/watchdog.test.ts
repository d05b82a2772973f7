import { describe, expect, test } from 'vitest';
import { simulatedLine, type SimulatedLineOptions } from '../../support/simulated-line.ts';

async function started(options: SimulatedLineOptions = {}) {
  const all = simulatedLine(options);
  await all.start();
  const states: string[] = [];
  all.line.stateChanged.on(({ name }) => states.push(name));
  return { ...all, states };
}

/** Long enough to be noticed by the watch, three ATs, a reset, and its time-out. */
const NOTICED_MS = 90_000;

describe('[W9] the watchdog’s ladder', () => {
  test('a modem that hangs is told to start anew, and works again without its port being touched', async () => {
    const { modem, clock, line, states, trace } = await started();
    modem.hung = 'until-reset';
    await clock.advance(NOTICED_MS);
    expect(states).toEqual(['resetting', 'initialising', 'ready']);
    expect(trace.join()).toContain('> AT+CFUN=1,1');
    expect(line.state.name).toBe('ready');
  });

  test('where that does not help its port is closed and opened', async () => {
    const { modem, clock, states } = await started();
    modem.hung = 'until-reopened';
    await clock.advance(NOTICED_MS);
    expect(states).toEqual(['resetting', 'backing-off', 'opening', 'initialising', 'ready']);
  });

  test('one that is dead for good is tried ever more seldom, up to a minute, and each step is told', async () => {
    const { modem, clock, line, states } = await started();
    modem.hung = 'for-good';
    await clock.advance(15 * 60_000);
    expect(new Set(states)).toEqual(new Set(['resetting', 'backing-off', 'opening', 'initialising']));
    expect(line.state.name).not.toBe('ready');
    modem.unplug();
    modem.plug();
    await clock.advance(75_000);
    expect(line.state.name).toBe('ready');
  });

  test('one that hangs while it wakes up is reset as well', async () => {
    const { modem, clock, line } = await started();
    modem.unplug();
    await clock.advance(20_000);
    modem.plug();
    modem.hung = 'until-reset';
    await clock.advance(3 * 60_000);
    expect(line.state.name).toBe('ready');
  });

  test('a reset that takes the port along is not called unplugged', async () => {
    const { modem, clock, line } = await started();
    modem.faults.push({ match: /CFUN=1,1/, effect: 'silent', times: 1 });
    modem.hung = 'until-reopened';
    const reasons: unknown[] = [];
    line.stateChanged.on((state) => {
      if (state.name === 'resetting') modem.unplug();
      if (state.name === 'backing-off') reasons.push(state.reason);
    });
    await clock.advance(60_000);
    expect(reasons[0]).toBe('restarting');
  });

  test('a SIM taken out is said within a moment, and put back works by itself', async () => {
    const { modem, clock, line } = await started();
    modem.removeSim();
    await clock.advance(1_000);
    expect(line.state).toEqual({ name: 'blocked', reason: 'sim-missing' });
    modem.insertSim();
    await clock.advance(35_000);
    expect(line.state.name).toBe('ready');
  });

  test('a SIM taken out of a modem that says nothing about it is noticed by the watch', async () => {
    const { modem, clock, line } = await started();
    modem.simOut = true;
    await clock.advance(35_000);
    expect(line.state).toEqual({ name: 'blocked', reason: 'sim-missing' });
  });

  test('a SIM that is busy for a moment is not gone', async () => {
    const { modem, clock, states } = await started();
    modem.faults.push({ match: /CPIN\?/, effect: 'reply', text: '+CME ERROR: 14', times: 2 });
    await clock.advance(120_000);
    expect(states).toEqual([]);
  });

  test('a network lost and regained is followed', async () => {
    const { network, clock, line } = await started();
    network.setCoverage(false);
    await clock.advance(1_000);
    expect(line.state).toEqual({ name: 'searching', reason: 'searching' });
    network.setCoverage(true);
    await clock.advance(1_000);
    expect(line.state.name).toBe('ready');
  });

  test('a computer that wakes up does not wait for the next look', async () => {
    const { modem, clock, line } = await started();
    modem.unplug();
    await clock.advance(5 * 60_000);
    modem.plug();
    line.checkNow();
    await clock.advance(3_000);
    expect(line.state.name).toBe('ready');
  });

  test('a network that refuses everything does not have the modem restarted again and again', async () => {
    const { line, modem, clock, states } = await started();
    modem.faults.push({ match: /^PDU$/, effect: 'reply', text: '+CMS ERROR: 38', times: 99 });
    const tpdu = Uint8Array.from(Buffer.from('11000B919471224433F20000A701E8', 'hex'));
    for (let i = 0; i < 12; i++) {
      await Promise.all([line.submit(tpdu), clock.advance(3_000)]);
    }
    expect(states.filter((name) => name === 'resetting')).toHaveLength(1);
  });
});
