import { expect, test } from 'vitest';
import { startCustomers } from '../../../modem/simulator/customers.ts';
import { Network } from '../../../modem/simulator/network.ts';
import { SimCard } from '../../../modem/simulator/sim-card.ts';
import { SimulatedModem } from '../../../modem/simulator/modem.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const SHOP = '+491700000000';
const ASKS = 'My shop: Reminder: Bike check, Wed 25 Nov at 10:00. Reply C to confirm, R to reschedule, X to cancel.';
const TIMES =
  'Which time?\n1: Tue 24 Nov 12:15\n2: Wed 25 Nov 9:00\n3: Wed 25 Nov 12:00\nReply with the number, or R for more times.';

/** A customer of the Demo line, and what they say to a text. */
function talk(number: string) {
  const clock = new FakeClock();
  const network = new Network({ clock });
  const said: string[] = [];
  const modem = new SimulatedModem({ sim: new SimCard({ msisdn: SHOP }), network, clock });
  const sendText = network.sendText.bind(network);
  network.sendText = (from, to, text, ...more) => {
    said.push(text);
    return sendText(from, to, text, ...more);
  };
  const stop = startCustomers(network, SHOP, clock, { introduce: false });
  return {
    async hears(text: string): Promise<readonly string[]> {
      network.textReceived.emit({ from: SHOP, to: number, text });
      await clock.advance(10_000);
      return said.splice(0);
    },
    stop,
    modem,
  };
}

test.each([
  ['+491712223344', ['C']],
  ['+491604412907', ['R']],
  ['+491795550118', ['X']],
  ['+491701234567', ['C']],
])('%s answers a reminder in their manner, and the next one with C', async (number, answer) => {
  const customer = talk(number);
  expect(await customer.hears(ASKS)).toEqual(answer);
  expect(await customer.hears('Thank you. See you Wed 25 Nov at 10:00.')).toEqual([]);
  expect(await customer.hears(ASKS)).toEqual(['C']);
  customer.stop();
});

test('chooses of several times, takes what has come free, and says nothing to a notice', async () => {
  const customer = talk('+491604412907');
  expect(await customer.hears(TIMES)).toEqual(['2']);
  expect(await customer.hears('My shop: Bike check is now Wed 25 Nov at 9:00.')).toEqual([]);
  expect(
    await customer.hears(
      'My shop: A slot opened up: Bike check, Wed 25 Nov at 10:00. Reply C to book it, X to pass. Held for you until 11:00.',
    ),
  ).toEqual(['C']);
  expect(await customer.hears('All right.')).toEqual([]);
  expect(await customer.hears('My shop: Bike check is booked for Wed 25 Nov at 10:00.')).toEqual([]);
  expect(await customer.hears('Yes, we repair e-bikes.')).toEqual([
    'That is fine. Can I bring it on Saturday morning?',
  ]);
  customer.stop();
});
