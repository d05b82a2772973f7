import { describe, expect, test } from 'vitest';
import { SimulatedModem } from '../../../../modem/simulator/modem.ts';
import { Network } from '../../../../modem/simulator/network.ts';
import { SimCard } from '../../../../modem/simulator/sim-card.ts';
import { testDesk, type TestDesk } from '../../../support/desk.ts';
import { deskLine } from '../../../support/desk-line.ts';
import { FakeClock } from '../../../support/fake-clock.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ANA = '+491712223344';
const TOM = '+491604412907';

/** At a time of Monday, 23 November 2026, in UTC, the shop's zone here; it is open from nine to six. */
async function shopAt(hour: number, options: Parameters<typeof deskLine>[0] = {}) {
  const desk = await deskLine({ ...options, settings: { closedAnswer: true, ...options.settings } });
  await desk.clock.advance((hour - 9) * HOUR);
  await desk.start();
  const says = async (text: string, from = ANA): Promise<void> => {
    desk.network.sendText(from, desk.sim.msisdn, text);
    await desk.clock.advance(3_000);
  };
  return { ...desk, says, said: () => desk.texts.map(({ text }) => text) };
}

describe('who writes while the shop is closed', () => {
  test('is told when it opens and how many wait before them, by itself, in their own thread', async () => {
    const { says, said, store, clock } = await shopAt(19);
    await says('Is my bike ready?');
    await says('Are you there?', TOM);
    expect(said()).toEqual([
      "Kessler: We're closed right now. We open tomorrow at 9:00.",
      "Kessler: We're closed right now. We open tomorrow at 9:00. You are number 2 in line.",
    ]);
    expect(store.messages.byId(2)).toMatchObject({ purpose: 'auto', source: '@closed-hours' });
    // Who has waited longest stays first, whoever came after them.
    await clock.advance(12 * HOUR);
    expect(store.waitingCustomers.placeInLine(1)).toBe(1);
    expect(store.waitingCustomers.placeInLine(2)).toBe(2);
    // Both still wait for a person.
    expect(store.conversationLists.counts().waiting).toBe(2);
  });

  test('once for each closing, however often they write', async () => {
    const { says, said, clock, line } = await shopAt(19);
    await says('Is my bike ready?');
    await says('Hello?');
    await clock.advance(2 * HOUR);
    await says('Hello??');
    expect(said()).toHaveLength(1);
    await line().stop();
    await clock.advance(22 * HOUR); // the next evening
    line().start();
    await clock.advance(5_000);
    await says('And now?');
    expect(said()).toHaveLength(2);
  });

  test('not while it is open, in no break, and not in the middle of a talk', async () => {
    const open = await shopAt(10);
    await open.says('Hello');
    expect(open.said()).toEqual([]);

    const lunch = [
      { from: '09:00', to: '12:00' },
      { from: '14:00', to: '18:00' },
    ];
    const hours = Array.from({ length: 7 }, () => lunch);
    const midday = await shopAt(13, { settings: { hours } });
    await midday.says('Hello');
    expect(midday.said()).toEqual(["Kessler: We're closed right now. We open today at 14:00."]);

    const talking = await shopAt(19);
    talking.send(ANA, 'I am still here, what is it?');
    await talking.clock.advance(5 * MINUTE);
    await talking.says('My bike');
    expect(talking.said()).toEqual(['I am still here, what is it?']);
    // When the talk is long over, they are told: nobody has told them yet.
    await talking.clock.advance(HOUR);
    await talking.says('Still there?');
    expect(talking.said()[1]).toBe("Kessler: We're closed right now. We open tomorrow at 9:00.");
  });

  test('on a holiday the next open day is named', async () => {
    const specialDays = [{ name: 'Holidays', from: '2026-11-24', to: '2026-11-29', yearly: false, hours: [] }];
    const { says, said } = await shopAt(19, { specialDays });
    await says('Hello');
    expect(said()).toEqual(["Kessler: We're closed right now. We open on 30 November at 9:00."]);
  });

  test('in the customer’s language, or in the owner’s words', async () => {
    const { says, said, store, clock } = await shopAt(19);
    store.contacts.update({ ...store.contacts.findOrCreate(ANA, clock.now()), language: 'pt' });
    await says('Olá');
    expect(said()).toEqual(['Kessler: estamos fechados. Abrimos amanha as 9:00.']);

    const closedText = 'Hi {{first_name}}, back {{opens}} - {{shop}} {{unknown}}';
    const own = await shopAt(19, { settings: { closedText } });
    own.store.contacts.update({ ...own.store.contacts.findOrCreate(ANA, own.clock.now()), name: 'Ana Meireles' });
    await own.says('Hello');
    await own.says('Hello', TOM);
    // What is not known is left out: no customer gets braces.
    expect(own.said()).toEqual(['Hi Ana, back tomorrow at 9:00 - Kessler', 'Hi, back tomorrow at 9:00 - Kessler']);
  });

  test('nobody is told who asked for no more texts, is blocked, or asks for help', async () => {
    const { says, said, store, clock } = await shopAt(19);
    await says('STOP');
    await says('Is my bike ready?');
    await says('help', TOM);
    expect(said()).toEqual([
      "Kessler: You're unsubscribed and won't get more messages. Reply START to resubscribe.",
      'Kessler: A person reads your messages here. Reply STOP to unsubscribe from automatic messages, START to resubscribe.',
    ]);
    const blocked = '+491511111111';
    const contact = store.contacts.findOrCreate(blocked, clock.now());
    store.contacts.update({ ...contact, blocked_at: clock.now() });
    await says('Hello', blocked);
    expect(said()).toHaveLength(2);
  });

  test('is told nothing where the owner wants nothing told', async () => {
    const { says, said } = await shopAt(19, { settings: { closedAnswer: false } });
    await says('Hello');
    expect(said()).toEqual([]);
  });

  test('a sender’s name, a short code, and our own words that come back are not answered', async () => {
    const { says, said, send, clock } = await shopAt(19);
    await says('Your code is 123456', 'Bank');
    await says('Top up now', '22100');
    send(ANA, 'Your bike is ready.');
    await clock.advance(20 * MINUTE);
    await says('YOUR BIKE IS READY.');
    expect(said()).toEqual(['Your bike is ready.']);
  });

  test('a text that lay on the SIM while the program was off is not answered hours later', async () => {
    const { network, sim, clock, start, said } = await (async () => {
      const desk = await deskLine({ settings: { closedAnswer: true } });
      await desk.clock.advance(10 * HOUR);
      return { ...desk, said: () => desk.texts.map(({ text }) => text) };
    })();
    network.sendText(ANA, sim.msisdn, 'Anybody there?');
    await clock.advance(2 * HOUR);
    await start();
    await clock.advance(5_000);
    expect(said()).toEqual([]);
  });
});

describe('two Counterlines that text each other', () => {
  test.each([
    ['closed', 21],
    ['open', 10],
  ])('%s, with everything that answers by itself: it ends by itself, and says so', async (_, hour) => {
    const clock = new FakeClock(new Date(2026, 10, 24, hour).getTime());
    const network = new Network({ clock });
    const texts: string[] = [];
    network.textReceived.on(({ text }) => texts.push(text));
    const shops = await Promise.all([1, 2].map((n) => wiredShop(clock, network, n)));
    const [one, two] = shops as [(typeof shops)[0], (typeof shops)[0]];
    one.all.desk.messages.send(
      {
        to: two.number,
        text: 'Where can I park?',
        // Not a person's: nobody who talks holds anything back.
        purpose: 'service',
        notBefore: null,
        expiresAt: null,
        line: null,
      },
      null,
    );
    for (let hours = 0; hours < 24; hours++) await clock.advance(HOUR);
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.length).toBeLessThan(10);
    const held = shops.flatMap(({ all }) =>
      all.store.messages.list({ after: 0, limit: 100, direction: 'out', state: 'cancelled', conversation: null }),
    );
    expect(held.map(({ reason }) => reason)).toContain('answered-enough');
    for (const { all } of shops) {
      const stopped = all.desk.stop();
      await clock.advance(10_000);
      await stopped;
      await all.close();
    }
  });

  async function wiredShop(clock: FakeClock, network: Network, n: number): Promise<{ all: TestDesk; number: string }> {
    const all = await testDesk({ clock });
    const sim = new SimCard({ imsi: `26201${String(n).repeat(10)}`, msisdn: `+4917${String(n).repeat(8)}` });
    all.hardware.plug('/dev/ttyA', new SimulatedModem({ sim, network, clock, imei: String(n).repeat(15) }));
    const started = all.desk.start({ paths: ['/dev/ttyA'] });
    await clock.advance(5_000);
    await started;
    all.desk.setSettings({ closedAnswer: true });
    // Each answer is the other's question.
    all.desk.faqs.save(null, {
      name: 'Parking',
      enabled: true,
      wordings: [
        {
          language: 'en',
          phrasings: ['Where can I park?', 'You can park behind the house'],
          keywords: ['park'],
          answer: `You can park behind house ${n}.`,
        },
      ],
    });
    for (const trigger of ['first-text', 'text', 'no-answer', 'closed'] as const) {
      all.desk.rules.save(null, {
        name: trigger,
        enabled: true,
        when: trigger === 'no-answer' ? { trigger, minutes: 5 } : { trigger },
        only: { words: [], hours: 'any', tagId: null, field: null },
        does: {
          answer: `Shop ${n}, ${trigger}: thank you, where can we help?`,
          tagId: null,
          assigneeId: null,
          task: '',
          notify: false,
          staffPhone: '',
          close: false,
        },
      });
    }
    return { all, number: sim.msisdn };
  }
});
