import { expect, test } from 'vitest';
import { seeded } from '../support/bad-wire.ts';
import { deskModem } from '../support/desk-line.ts';

const LOSSES = 1_000;
const VISIBLE_WITHIN_MS = 10_000;

test(
  'K14: a thousand lost answers: none doubled, and what comes in meanwhile is in the inbox within 10 s',
  { timeout: 120_000 },
  async () => {
    const random = seeded(14);
    const shop = await deskModem({ network: { latencyMs: 1_000, reportDelayMs: 2_000 }, sim: { slots: 30 } });
    await shop.start();
    shop.trace.push = () => 0;
    const arrived = new Map<string, number>();
    shop.network.textReceived.on(({ text }) => arrived.set(text, (arrived.get(text) ?? 0) + 1));
    const sent: ReturnType<typeof shop.send>[] = [];
    let hidden = 0;
    for (let n = 0; n < LOSSES; n++) {
      shop.network.reportDelayMs = random() < 0.3 ? null : Math.floor(random() * 30_000);
      shop.modem.faults.push({ match: /^PDU$/, effect: 'lose-answer', times: 1 });
      sent.push(shop.send(`+49171${2_000_000 + Math.floor(random() * 1_000_000)}`, `Text ${n}`));
      const customer = `+49172${2_000_000 + n}`;
      await shop.clock.advance(Math.floor(random() * 12_000));
      shop.network.sendText(customer, shop.sim.msisdn, `Question ${n}`);
      await shop.clock.advance(VISIBLE_WITHIN_MS);
      if (shop.store.conversations.find(shop.row.id, customer) === null) hidden += 1;
    }
    await shop.clock.advance(48 * 3_600_000);
    const states = new Map<string, number>();
    for (const message of sent) states.set(shop.state(message), (states.get(shop.state(message)) ?? 0) + 1);
    expect({
      hidden,
      doubled: [...arrived.values()].filter((times) => times > 1).length,
      arrived: arrived.size,
    }).toEqual({
      hidden: 0,
      doubled: 0,
      arrived: LOSSES,
    });
    // Settled by its report, or left to a person where none came.
    expect([...states.keys()].toSorted()).toEqual(['delivered', 'uncertain']);
    expect(states.get('delivered')).toBeGreaterThan(LOSSES / 2);
  },
);
