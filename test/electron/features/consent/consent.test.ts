import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Purpose } from '../../../../electron/features/messaging/contract.ts';
import { openSqlite } from '../../../../electron/core/db/sqlite.ts';
import { openStore } from '../../../../electron/app/store.ts';
import { addressOf } from '../../../../modem/pdu/address.ts';
import { planContents, planSegments } from '../../../../modem/pdu/segmentation.ts';
import { encodeDeliver, toPdu } from '../../../../modem/pdu/tpdu.ts';
import { deskLine } from '../../../support/desk-line.ts';
import { temporaryFolder } from '../../../support/headless.ts';
import { numberOf } from '../../../../electron/shared/ids.ts';

const CUSTOMER = '+491712223344';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A desk on a line, and a customer who texts it. */
async function shop(options: Parameters<typeof deskLine>[0] = {}) {
  const desk = await deskLine(options);
  /** @param agoMs it lay on the SIM, or with the network, for so long */
  const hears = (text: string, agoMs = 0): void => {
    const [content] = planContents(planSegments(text), 1);
    if (content === undefined) throw new Error('nothing to say');
    // The network's clock has seconds only.
    const serviceCentreTimeUtcMs = Math.floor((desk.clock.now() - agoMs) / 1_000) * 1_000;
    const deliver = encodeDeliver({ originator: addressOf(CUSTOMER), content, serviceCentreTimeUtcMs });
    desk.inbox.accept(desk.row.id, toPdu(deliver, '+491710760000'));
  };
  const said = (): readonly string[] => desk.texts.map(({ text }) => text);
  const ledger = (): readonly string[] =>
    desk.store.consent.ofNumber(CUSTOMER, 50).map(({ state, source, wording }) => `${state} ${source}: ${wording}`);
  return { ...desk, hears, said, ledger };
}

const STOPPED = "Kessler: You're unsubscribed and won't get more messages. Reply START to resubscribe.";
const STARTED = "Kessler: You're subscribed again. Reply STOP to unsubscribe.";

describe('STOP', () => {
  test('is confirmed once, without anything else in it, and obeyed from then on', async () => {
    const { start, hears, said, store, clock, ledger, send, state } = await shop();
    await start();
    hears('STOP');
    await clock.advance(MINUTE);
    hears('stop');
    hears('Please stop texting me');
    await clock.advance(MINUTE);
    expect(said()).toEqual([STOPPED]);
    expect(store.optOuts.has(CUSTOMER)).toBe(true);
    expect(ledger()).toEqual(['withdrawn text: STOP']);
    const reminder = send(CUSTOMER, 'reminder', { purpose: 'service' });
    await clock.advance(MINUTE);
    expect(state(reminder)).toBe('cancelled');
  });

  test('is confirmed in the language it was said in, else in the customer’s', async () => {
    const german = await shop();
    await german.start();
    german.hears('Bitte keine SMS mehr');
    await german.clock.advance(MINUTE);
    expect(german.said()[0]).toContain('Sie sind abgemeldet');
    const french = await shop();
    await french.start();
    const known = french.store.contacts.findOrCreate(CUSTOMER, 0);
    french.store.contacts.update({ ...known, language: 'fr' });
    french.hears('STOP');
    await french.clock.advance(MINUTE);
    expect(french.said()[0]).toContain('vous ne recevrez plus');
  });

  test('a line that is away for six minutes confirms nothing any more', async () => {
    const { start, hears, said, store, clock } = await shop();
    hears('STOP'); // taken in; the line has not started yet
    await clock.advance(6 * MINUTE);
    await start();
    await clock.advance(MINUTE);
    expect(said()).toEqual([]);
    expect(store.optOuts.has(CUSTOMER)).toBe(true);
  });

  test('one that lay on the SIM for long is obeyed and not confirmed', async () => {
    const { start, hears, said, store, clock } = await shop();
    await start();
    hears('STOP', 6 * MINUTE);
    await clock.advance(MINUTE);
    expect([said(), store.optOuts.has(CUSTOMER)]).toEqual([[], true]);
  });

  test('of five hundred texts that wait in every state nothing leaves but one confirmation', async () => {
    const { start, hears, said, store, clock, send, wake } = await shop();
    const purposes: readonly Purpose[] = ['auto', 'service', 'survey', 'offer'];
    const now = clock.now();
    for (let n = 0; n < 500; n++) {
      const sent = send(CUSTOMER, `text ${n}`, {
        purpose: purposes[n % 4] as Purpose,
        notBefore: n % 5 === 0 ? now + HOUR : null,
        expiresAt: n % 7 === 0 ? now + 2 * HOUR : null,
      });
      const id = numberOf(sent.id);
      if (n % 11 === 0) store.messages.setState(id, 'held', 'cap-hour', now + HOUR);
      if (n % 13 === 0) store.messages.setState(id, 'held', 'consent-question');
      if (n % 17 === 0) store.messages.setState(id, 'scheduled', 'not-taken', now + MINUTE);
      if (n % 19 === 0) store.messages.setState(id, 'held', 'line-away');
    }
    hears('STOP');
    await start();
    for (let hour = 0; hour < 4; hour++) {
      await clock.advance(HOUR);
      await wake();
    }
    expect(said()).toEqual([STOPPED]);
    const { queued, held, sending } = store.queue.queueCounts();
    expect([queued, held, sending]).toEqual([0, 0, 0]);
  });

  test('START brings texts back, and says so once', async () => {
    const { start, hears, said, store, clock, ledger, send, state } = await shop();
    await start();
    hears('STOP');
    await clock.advance(MINUTE);
    hears('START');
    await clock.advance(MINUTE);
    hears('start');
    await clock.advance(MINUTE);
    expect(said()).toEqual([STOPPED, STARTED]);
    expect(store.optOuts.has(CUSTOMER)).toBe(false);
    expect(ledger()).toEqual(['granted text: START', 'withdrawn text: STOP']);
    const reminder = send(CUSTOMER, 'reminder', { purpose: 'service' });
    await clock.advance(MINUTE);
    expect(state(reminder)).toBe('delivered');
  });

  test('is seen, and keeps nobody waiting for an answer; what was asked before does', async () => {
    const { hears, conversations, clock } = await shop();
    hears('STOP');
    const stands = () => {
      const found = conversations.get('conversation_1');
      return found.ok ? [found.value.unread, found.value.waitingSince] : [];
    };
    expect(stands()).toEqual([1, null]);
    hears('Is my bike ready?');
    const asked = clock.now();
    await clock.advance(MINUTE);
    hears('stop');
    expect(stands()).toEqual([3, asked]);
  });

  test('YES means that only from somebody who had asked for an end', async () => {
    const { start, hears, said, store, clock } = await shop();
    await start();
    hears('Yes');
    await clock.advance(MINUTE);
    expect(said()).toEqual([]);
    hears('STOP');
    await clock.advance(MINUTE);
    hears('yes please');
    await clock.advance(MINUTE);
    expect([said(), store.optOuts.has(CUSTOMER)]).toEqual([[STOPPED, STARTED], false]);
  });

  test('two programs that say STOP and START to each other end by themselves', async () => {
    const { start, hears, said, clock, store } = await shop();
    await start();
    for (let n = 0; n < 40; n++) {
      hears(n % 2 === 0 ? 'STOP' : 'START');
      await clock.advance(MINUTE);
    }
    expect(said().length).toBeLessThanOrEqual(10);
    hears('STOP');
    expect(store.optOuts.has(CUSTOMER)).toBe(true); // obeyed all the same
  });
});

describe('HELP', () => {
  test('is answered, also to somebody who asked for no more; three times an hour', async () => {
    const { start, hears, said, clock } = await shop();
    await start();
    hears('STOP');
    await clock.advance(MINUTE);
    for (let n = 0; n < 5; n++) {
      hears(n % 2 === 0 ? 'HELP' : 'info');
      await clock.advance(MINUTE);
    }
    expect(said()).toHaveLength(3); // the confirmation is one of them
    expect(said()[1]).toContain('Reply STOP to unsubscribe');
    await clock.advance(HOUR);
    hears('HELP');
    await clock.advance(MINUTE);
    expect(said()).toHaveLength(4);
  });
});

describe('a word of ending inside other words', () => {
  async function asked() {
    const desk = await shop();
    await desk.start();
    desk.hears('Can you stop by 5?');
    const reminder = desk.send(CUSTOMER, 'reminder', { purpose: 'service' });
    const answer = desk.send(CUSTOMER, 'Yes we can');
    await desk.clock.advance(MINUTE);
    return { ...desk, reminder, answer };
  }

  test('opts nobody out; what leaves by itself waits, what a person writes does not', async () => {
    const { state, reason, reminder, answer, store, conversations } = await asked();
    expect(store.optOuts.has(CUSTOMER)).toBe(false);
    expect([state(reminder), reason(reminder), state(answer)]).toEqual(['held', 'consent-question', 'delivered']);
    const conversation = conversations.get('conversation_1');
    expect(conversation.ok && conversation.value.consentQuestionId).toBe('message_1');
  });

  test.each([
    ['Can you stop by 5?', 2],
    ['STOP', 1],
  ])('between two parts of a text: %s lets %i of them leave', async (text, parts) => {
    const { start, hears, send, clock, store, texts } = await shop({ network: { latencyMs: 3_000 } });
    await start();
    const long = send(CUSTOMER, 'x'.repeat(200), { purpose: 'service' });
    await clock.advance(1_000); // the first part is with the network
    hears(text);
    await clock.advance(MINUTE);
    const left = store.parts.ofMessage(numberOf(long.id)).filter(({ state }) => state !== 'waiting');
    expect(left).toHaveLength(parts);
    expect(texts.some((each) => each.text.startsWith('xxx'))).toBe(parts === 2);
  });

  test('found innocent, it goes on at once', async () => {
    const { state, reminder, consent, clock, said } = await asked();
    const decided = consent.decide('conversation_1', 'innocent');
    expect(decided.ok && decided.value.consentQuestionId).toBeNull();
    await clock.advance(MINUTE);
    expect([state(reminder), said()]).toEqual(['delivered', ['Yes we can', 'reminder']]);
    expect(consent.decide('conversation_1', 'opt-out').ok).toBe(false); // once
  });

  test('found meant, it is a STOP, with the words that said so as evidence', async () => {
    const { state, reminder, consent, clock, said, store, ledger } = await asked();
    consent.decide('conversation_1', 'opt-out');
    await clock.advance(MINUTE);
    expect([state(reminder), said()]).toEqual(['cancelled', ['Yes we can', STOPPED]]);
    expect([store.optOuts.has(CUSTOMER), ledger()]).toEqual([true, ['withdrawn operator: Can you stop by 5?']]);
  });

  test('decided the next day, nothing is confirmed', async () => {
    const { consent, clock, said } = await asked();
    await clock.advance(20 * HOUR);
    consent.decide('conversation_1', 'opt-out');
    await clock.advance(MINUTE);
    expect(said()).toEqual(['Yes we can']);
  });

  test('a STOP that follows decides it', async () => {
    const { hears, state, reminder, clock, store, conversations } = await asked();
    hears('STOP');
    await clock.advance(MINUTE);
    expect([state(reminder), store.optOuts.has(CUSTOMER)]).toEqual(['cancelled', true]);
    const conversation = conversations.get('conversation_1');
    expect(conversation.ok && conversation.value.consentQuestionId).toBeNull();
  });
});

test('the ledger is only ever added to, whoever asks', async () => {
  const folder = temporaryFolder('ledger');
  const path = join(folder.path, 'counterline.db');
  const store = await openStore(path);
  store.consent.add({
    number: CUSTOMER,
    purpose: 'all',
    state: 'withdrawn',
    source: 'text',
    wording: 'STOP',
    message_id: 1,
    author: null,
    at: 1,
  });
  store.close();
  const database = await openSqlite(path);
  expect(() => database.exec(`UPDATE consent_events SET state = 'granted'`)).toThrow('only ever added to');
  expect(() => database.exec('DELETE FROM consent_events')).toThrow('only ever added to');
  database.close();
  folder.remove();
});

describe('what for', () => {
  const ASK =
    'Kessler: Would you like to get our offers by text from time to time? Reply YES. If not, just ignore this.';

  async function asked() {
    const desk = await deskLine();
    await desk.start();
    desk.network.sendText(CUSTOMER, desk.sim.msisdn, 'Hello');
    await desk.clock.advance(1_000);
    const id = `conversation_${desk.store.conversations.byId(1)?.id}`;
    expect(desk.consent.askForOffers(id)).toMatchObject({ ok: true, value: { wants: { offer: false } } });
    await desk.clock.advance(2_000);
    const says = async (text: string): Promise<void> => {
      desk.network.sendText(CUSTOMER, desk.sim.msisdn, text);
      await desk.clock.advance(2_000);
    };
    const wants = () => {
      const found = desk.consent.get(id);
      return found.ok ? found.value : null;
    };
    return { ...desk, id, says, wants };
  }

  test('offers asked about by text: a yes from that phone counts, once, and is kept word for word', async () => {
    const { texts, says, wants } = await asked();
    expect(texts.map(({ text }) => text)).toEqual([ASK]);
    await says('Yes please!');
    expect(wants()).toMatchObject({
      wants: { offer: true },
      offersAskedAt: null,
      entries: [{ purpose: 'offer', state: 'granted', source: 'text', wording: 'Yes please!' }],
    });
    expect(texts.at(-1)?.text).toBe("Kessler: You're subscribed to our offers. Reply STOP to unsubscribe.");
    await says('yes');
    expect(texts).toHaveLength(2);
    expect(wants()?.entries).toHaveLength(1);
  });

  test('a no, a week without an answer, or a STOP closes the question: a yes after it is none', async () => {
    for (const close of ['No', 'STOP', null]) {
      const { says, wants, store, clock, line } = await asked();
      if (close === null) {
        await line().stop();
        await clock.advance(7 * 24 * 3_600_000);
        expect(wants()?.offersAskedAt).toBeNull();
        expect(store.openQuestions.of(CUSTOMER, clock.now())).toBeNull();
        continue;
      }
      await says(close);
      expect(wants()?.offersAskedAt).toBeNull();
      await says('yes');
      expect(wants()?.wants.offer, close).toBe(false);
    }
  });

  test('a no that answers no question of ours is not ours to hear', async () => {
    const { consent, clock } = await deskLine();
    const at = clock.now();
    const no = { number: CUSTOMER, text: 'No', message: 1, conversation: 1, line: 1, at, writtenAt: at, readAt: at };
    expect(consent.handleReply(no)).toBe(false);
  });

  test('a yes to something else is none: to a question that has not left, or to what a person asked since', async () => {
    // In the evening the question waits for the morning.
    const desk = await deskLine();
    await desk.clock.advance(12 * HOUR);
    await desk.start();
    desk.network.sendText(CUSTOMER, desk.sim.msisdn, 'Hello');
    await desk.clock.advance(1_000);
    desk.consent.askForOffers('conversation_1');
    await desk.clock.advance(2_000);
    desk.network.sendText(CUSTOMER, desk.sim.msisdn, 'Yes please');
    await desk.clock.advance(2_000);
    expect(desk.store.consent.wants(CUSTOMER, 'offer')).toBe(false);
    // They still wait for a person.
    expect(desk.store.conversationLists.counts().waiting).toBe(1);
    // Said at the counter meanwhile: they are not asked any more.
    desk.consent.record('conversation_1', { purpose: 'offer', state: 'withdrawn', wording: 'No offers' });
    expect(desk.store.messages.byId(2)).toMatchObject({ source: '@consent', state: 'cancelled' });

    const { send, clock, says, wants } = await asked();
    send(CUSTOMER, 'Shall I put it aside for you?');
    await clock.advance(2_000);
    await says('Yes');
    expect(wants()?.wants.offer).toBe(false);
  });

  test('a question that nobody gets can be asked again', async () => {
    const { consent, id, store, says } = await asked();
    store.messages.setState(2, 'expired', 'expired');
    expect(consent.get(id)).toMatchObject({ ok: true, value: { offersAskedAt: null } });
    expect(consent.askForOffers(id)).toMatchObject({ ok: true });
    await says('no');
  });

  test('START gives back what was taken back at the counter, and says so', async () => {
    const { consent, id, says, wants, texts } = await asked();
    await says('no');
    consent.record(id, { purpose: 'service', state: 'withdrawn', wording: 'No reminders' });
    await says('START');
    expect(wants()?.wants.service).toBe(true);
    expect(texts.at(-1)?.text).toBe(STARTED);
  });

  test('a yes of several languages is answered in the customer’s', async () => {
    const { store, clock, says, texts } = await asked();
    store.contacts.update({ ...store.contacts.findOrCreate(CUSTOMER, clock.now()), language: 'nl' });
    await says('Ja');
    expect(texts.at(-1)?.text).toBe('Kessler: U krijgt onze aanbiedingen per sms. STOP om te stoppen.');
  });

  test('nobody is asked twice at once, and nobody who asked for no more texts', async () => {
    const { consent, id, says } = await asked();
    expect(consent.askForOffers(id)).toMatchObject({ ok: false, error: { code: 'question-open' } });
    await says('STOP');
    expect(consent.askForOffers(id)).toMatchObject({ ok: false, error: { code: 'opted-out' } });
  });

  test('the code at the counter: the customer’s own text asks for offers, also after a STOP', async () => {
    const { texts, says, wants, store } = await asked();
    await says('STOP');
    await says('Yes to offers');
    expect(store.optOuts.has(CUSTOMER)).toBe(false);
    expect(wants()?.wants.offer).toBe(true);
    // One confirmation for each of the two.
    expect(texts.slice(1).map(({ text }) => text)).toEqual([
      "Kessler: You're unsubscribed and won't get more messages. Reply START to resubscribe.",
      "Kessler: You're subscribed to our offers. Reply STOP to unsubscribe.",
    ]);
  });

  test('at the counter: written down as it was said, and taken back', async () => {
    const { consent, id, wants, says } = await asked();
    const said = { purpose: 'offer', state: 'granted', wording: 'Signed the card at the counter' } as const;
    expect(consent.record(id, said)).toMatchObject({
      ok: true,
      value: { wants: { offer: true }, offersAskedAt: null },
    });
    expect(wants()?.entries[0]).toMatchObject({ source: 'counter', wording: 'Signed the card at the counter' });
    expect(consent.record(id, { purpose: 'survey', state: 'withdrawn', wording: 'No surveys' })).toMatchObject({
      ok: true,
      value: { wants: { survey: false, service: true } },
    });
    // The customer's own STOP stands above all of it; only they lift it.
    await says('STOP');
    expect(consent.record(id, said)).toMatchObject({ ok: false, error: { code: 'opted-out' } });
    expect(wants()?.wants.offer).toBe(false);
    await says('START');
    expect(wants()?.wants).toEqual({ service: true, survey: true, offer: false });
  });
});
