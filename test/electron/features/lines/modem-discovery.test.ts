import { expect, test } from 'vitest';
import type { DeskContext } from '../../../../electron/core/context.ts';
import { ModemDiscovery } from '../../../../electron/features/lines/modem-discovery.ts';
import { FakeClock } from '../../../support/fake-clock.ts';
import { FakePorts } from '../../../support/fake-ports.ts';
import { PORT, twoModems } from '../../../support/two-modems.ts';

test.each([
  ['offered', false, [PORT.b]],
  ['not offered once somebody has taken it while it was looked at', true, []],
])('a modem that is plugged in is %s', async (_, isTaken, offered) => {
  const clock = new FakeClock(0);
  const ports = new FakePorts();
  const { two } = twoModems(clock);
  ports.plug(PORT.b, two);
  const context = { clock, store: { lines: { all: () => [] } } } as unknown as DeskContext;
  const finder = new ModemDiscovery(context, ports, () => []);
  const looked = finder.portsChanged();
  await clock.advance(1);
  if (isTaken) finder.forgetOffer(PORT.b);
  await clock.advance(60_000);
  await looked;
  expect(finder.offers.map(({ path }) => path)).toEqual(offered);
});
