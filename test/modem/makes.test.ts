import { describe, expect, test } from 'vitest';
import { isNoise, unsolicitedShape } from '../../modem/at/unsolicited.ts';
import { MAKES, makeOf, makeOfUsb, PLAYED } from '../../modem/makes/index.ts';
import { runCommand } from '../../modem/simulator/commands.ts';
import { SimulatedModem } from '../../modem/simulator/modem.ts';
import { Network } from '../../modem/simulator/network.ts';
import { SimCard } from '../../modem/simulator/sim-card.ts';
import { FakeClock } from '../support/fake-clock.ts';

describe('makes of modems', () => {
  test('each has a name of its own, and a USB vendor is one make', () => {
    const names = MAKES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const vendors = MAKES.flatMap(({ usb }) => usb.vendorIds);
    expect(new Set(vendors).size).toBe(vendors.length);
    for (const vendor of vendors) expect(vendor).toMatch(/^[0-9a-f]{4}$/);
  });

  test.each([
    ['huawei', 'E173', 'huawei'],
    ['SIMCOM_Ltd', 'SIMCOM_SIM800L', 'simcom'],
    [null, 'SIM900', 'simcom'],
    ['ZTE INCORPORATED', 'MF190', 'zte'],
    ['WAVECOM MODEM', 'MULTIBAND  900E  1800', 'sierra'],
    ['Sierra Wireless, Incorporated', 'MC7304', 'sierra'],
    ['Quectel', 'EC25', 'quectel'],
    ['u-blox', 'SARA-U270', 'u-blox'],
    ['Nobody', 'Knows', 'standard'],
    [null, null, 'standard'],
  ])('a modem that calls itself %s %s is %s', (manufacturer, model, name) => {
    expect(makeOf(manufacturer, model).name).toBe(name);
  });

  test('by its USB vendor, in whatever letters; a vendor of other things as well is none', () => {
    expect(makeOfUsb('12D1')?.name).toBe('huawei');
    expect(makeOfUsb('067b')).toBeNull();
  });

  test.each([...PLAYED])(
    '%s is played as it is known: by its name, its chatter and the commands it is sent',
    (name, play) => {
      const clock = new FakeClock();
      const modem = new SimulatedModem({
        sim: new SimCard({}),
        network: new Network({ clock }),
        clock,
        quirks: { make: name },
      });
      const known = makeOf(play.manufacturer, play.model);
      if (known.play !== null) expect(known.name).toBe(name);
      for (const line of play.chatter) expect({ line, isNoise: isNoise(line) }).toEqual({ line, isNoise: true });
      if (play.memoryFull !== null) expect(unsolicitedShape(play.memoryFull('SM'))?.shape).toBe('line');
      for (const command of known.setup) {
        let answer = '';
        runCommand(modem, command, (_lines, final) => (answer = final));
        expect({ command, answer }).toEqual({ command, answer: 'OK' });
      }
    },
  );
});
