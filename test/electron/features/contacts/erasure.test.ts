import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Erasure } from '../../../../electron/features/contacts/erasure.ts';
import { Slices } from '../../../../electron/core/slices.ts';
import { contactShop, NOBODY, taken } from '../../../support/contact-shop.ts';
import { settle } from '../../../support/fake-clock.ts';
import { temporaryFolder } from '../../../support/headless.ts';

const ANA = '+491712223344';
const TOM = '+491604412907';

async function shopWithAna(path?: string) {
  const shop = await contactShop(path === undefined ? {} : { path });
  const { network, sim, clock } = shop;
  await shop.start();
  const say = async (from: string, text: string) => {
    network.sendText(from, sim.msisdn, text);
    await clock.advance(10_000);
    await settle();
  };
  return { ...shop, say };
}

test('erased for good: neither a word nor the number is anywhere in the files', async () => {
  const folder = temporaryFolder('erasure');
  const shop = await shopWithAna(join(folder.path, 'counterline.db'));
  await shop.say(ANA, 'Wolkenkuckucksheim bitte zurückrufen');
  await shop.say(TOM, 'Is my bread ready?');
  expect(shop.incoming().length).toBe(2);
  const conversation = `conversation_${shop.incoming()[0]?.conversation_id}`;
  taken(shop.customers.contacts.change(conversation, { name: 'Ana Quittenbaum', notes: 'Kirschgarten allergy' }));
  taken(shop.conversations.addNote(conversation, 'Pflaumenmus reserved'));
  shop.send(ANA, 'Dear Ana, Mirabellenkuchen is ready');
  await shop.clock.advance(10_000);
  // In a list that was brought in as well, and in a merge.
  await shop.bringIn('Name;Phone;Notes\nAna;01712223344;Aprikosenplunder');
  const other = shop.add('Anna Quittenbaum', '0171 5556677');
  const id = `contact_${shop.store.contacts.ofNumber(ANA)?.id}`;
  // Of a chain of them.
  taken(shop.customers.contacts.merge(other.id ?? '', id));
  const third = shop.add('Annie Quittenbaum', '0171 5556678');
  taken(shop.customers.contacts.merge(third.id ?? '', other.id ?? ''));
  taken(await shop.customers.erasure.erase(third.id ?? ''));
  expect(shop.store.contacts.ofNumber(ANA)).toBeNull();
  expect(shop.incoming().map(({ number }) => number)).toEqual([TOM]);
  shop.store.close();
  const kept = readdirSync(folder.path).map((file) =>
    readFileSync(join(folder.path, file)).toString('latin1').toLowerCase(),
  );
  for (const word of [
    'wolkenkuck',
    'quittenbaum',
    'kirschgarten',
    'pflaumenmus',
    'mirabellen',
    'aprikosen',
    '1712223344',
    '1715556677',
    // In reports of delivery, with the digits swapped.
    '947121223344',
  ])
    expect([word, kept.some((bytes) => bytes.includes(word))]).toEqual([word, false]);
  expect(kept.some((bytes) => bytes.includes('bread ready'))).toBe(true);
  folder.remove();
});

test('that they want no texts stays, and a list does not bring them back', async () => {
  const shop = await shopWithAna();
  await shop.say(ANA, 'STOP');
  await shop.say(TOM, 'Hello');
  for (const number of [ANA, TOM])
    taken(await shop.customers.erasure.erase(`contact_${shop.store.contacts.findOrCreate(number, 1).id}`));
  expect([ANA, TOM].map((number) => shop.store.optOuts.has(number))).toEqual([true, false]);
  expect(shop.store.consent.ofNumber(ANA, 9).map(({ state, wording }) => [state, wording])).toEqual([
    ['withdrawn', 'Kept when this person was erased'],
  ]);
  expect(shop.store.consent.ofNumber(TOM, 9)).toEqual([]);
  const { plan } = await shop.bringIn('Name;Phone\nTom;0160 4412907\nKim;0171 5556677');
  expect(plan.rows.map(({ outcome, reason }) => [outcome, reason?.code])).toEqual([
    ['refused', 'erased'],
    ['new', undefined],
  ]);
  // By hand they are here again, and from then on in lists as well.
  taken(shop.customers.list.save(null, { ...NOBODY, name: 'Tom', numbers: [{ number: TOM, label: '' }] }));
  expect((await shop.bringIn('Name;Phone\nTom;0160 4412907')).plan.counts).toMatchObject({ refused: 0, same: 1 });
  shop.store.close();
});

test('the ledger of everybody else cannot be touched', async () => {
  const shop = await shopWithAna();
  shop.wantsOffers(TOM);
  shop.wantsOffers(ANA);
  taken(await shop.customers.erasure.erase(`contact_${shop.store.contacts.findOrCreate(ANA, 1).id}`));
  expect(shop.store.consent.ofNumber(TOM, 9).length).toBe(1);
  shop.store.close();
});

test('who is still to collect something is not erased by mistake', async () => {
  const shop = await shopWithAna();
  const ana = shop.add('Ana', ANA);
  taken(
    shop.orders.add(
      { reference: '17', number: ANA, name: 'Ana', note: 'cake', columnId: undefined },
      { tell: false, canBeUndone: false },
    ),
  );
  const refused = await shop.customers.erasure.erase(ana.id ?? '');
  expect(refused.ok ? null : refused.error.code).toBe('still-open');
  shop.store.close();
});

test('all that is kept of one person is a page to read, with nothing in it that runs', async () => {
  const shop = await shopWithAna();
  await shop.say(ANA, 'Is <script>alert(1)</script> ready?');
  const conversation = `conversation_${shop.incoming()[0]?.conversation_id}`;
  taken(shop.customers.contacts.change(conversation, { name: 'Ana Kuhn' }));
  taken(shop.conversations.addNote(conversation, 'asks every week'));
  shop.wantsOffers(ANA);
  const { page } = taken(shop.customers.files.personalData(`contact_${shop.store.contacts.ofNumber(ANA)?.id}`));
  for (const part of ['Ana Kuhn', 'Is &lt;script&gt;', 'asks every week', 'Yes please', '0171 2223344'])
    expect(page).toContain(part);
  expect(page).not.toContain('<script');
  shop.store.close();
});

/** Slices in the middle of which something happens. */
const slicesThat = (write: (all: readonly number[], work: (each: number) => void) => readonly unknown[]): Slices =>
  ({
    write: (all: readonly number[], work: (each: number) => void) => Promise.resolve(write(all, work)),
  }) as unknown as Slices;

test('an erasure that the end of the program interrupts is gone on with after the next start', async () => {
  const shop = await shopWithAna();
  for (const text of ['Is it ready?', 'Hello?', 'Anybody there?']) await shop.say(ANA, text);
  await shop.say(TOM, 'Hello?');
  const idOf = (number: string) => `contact_${shop.store.contacts.findOrCreate(number, 1).id}`;
  const slices = slicesThat((all, work) => shop.store.transaction(() => all.slice(0, 1).map(work)));
  const ending = new Erasure(shop.context, shop.customers.erased, slices);
  // Two, one after the other, and the program ends in the middle of the second.
  const erasing = [ending.erase(idOf(TOM)), ending.erase(idOf(ANA))] as const;
  expect(await erasing[0]).toMatchObject({ ok: true });
  expect(await erasing[1]).toMatchObject({ ok: false, error: { code: 'unreachable' } });
  expect(shop.incoming().map(({ text }) => text)).toEqual(['Hello?', 'Anybody there?']);
  shop.customers.erasure.recover();
  expect(shop.incoming()).toEqual([]);
  expect(shop.store.contacts.ofNumber(ANA)).toBeNull();
  // Once: who comes back afterwards stays.
  await shop.say(ANA, 'It is me again');
  shop.store.contacts.findOrCreate(ANA, 1);
  shop.customers.erasure.recover();
  expect(shop.incoming().length).toBe(1);
  shop.store.close();
});

test('who is made one with somebody who is being erased is not erased', async () => {
  const shop = await shopWithAna();
  await shop.say(ANA, 'Hello?');
  const [ana, tom] = [ANA, TOM].map((number) => `contact_${shop.store.contacts.findOrCreate(number, 1).id}`);
  const slices = slicesThat(() => {
    taken(shop.customers.contacts.merge(ana ?? '', tom ?? ''));
    return [];
  });
  const erasure = new Erasure(shop.context, shop.customers.erased, slices);
  expect(await erasure.erase(ana ?? '')).toMatchObject({ ok: false, error: { code: 'too-late' } });
  expect(shop.store.contacts.ofNumber(TOM)).not.toBeNull();
  shop.customers.erasure.recover();
  expect(shop.store.contacts.ofNumber(TOM)).not.toBeNull();
  shop.store.close();
});

test('what still waits to go out to somebody who is erased does not go out', async () => {
  const shop = await shopWithAna();
  await shop.say(ANA, 'Hello?');
  shop.network.setCoverage(false);
  await shop.clock.advance(60_000);
  shop.send(ANA, 'Your bread is ready');
  const texts = shop.texts.length;
  taken(await shop.customers.erasure.erase(`contact_${shop.store.contacts.findOrCreate(ANA, 1).id}`));
  shop.network.setCoverage(true);
  await shop.clock.advance(10 * 60_000);
  expect(shop.texts.length).toBe(texts);
  shop.store.close();
});
