import { describe, expect, test } from 'vitest';
import { NATIONAL_LANGUAGES } from '../../modem/pdu/gsm7-tables.ts';
import { planSegments } from '../../modem/pdu/segmentation.ts';
import { deskModem } from '../support/desk-line.ts';

const CUSTOMER = '+491712223344';

describe('K16: national language tables', () => {
  test.each([['€'.repeat(81)], ['ş'.repeat(80)], ['€ñ'.repeat(60)], ['Teşekkürler, siparişiniz hazır. '.repeat(5)]])(
    'a text leaves without them: %s',
    async (text) => {
      const shop = await deskModem();
      await shop.start();
      shop.send(CUSTOMER, text);
      await shop.clock.advance(60_000);
      expect(shop.texts.map((received) => received.text)).toEqual([text]);
      for (const { tpdu } of shop.network.submitted) {
        expect(tpdu.userData.elements.map(({ id }) => id)).not.toContain(0x24);
        expect(tpdu.userData.elements.map(({ id }) => id)).not.toContain(0x25);
      }
    },
  );

  test('a customer’s phone may use them all the same', async () => {
    const shop = await deskModem();
    await shop.start();
    const text = 'Teşekkürler, siparişiniz hazır. '.repeat(5).trim();
    const languages = [NATIONAL_LANGUAGES.turkish];
    expect(planSegments(text, { languages }).tables.single).not.toBe(0);
    shop.network.sendText(CUSTOMER, shop.sim.msisdn, text, { languages });
    await shop.clock.advance(5_000);
    expect(shop.incoming()).toMatchObject([{ text, reason: null }]);
  });

  test('the owner switches a language on for a line: its letters are used there, where they save a part', async () => {
    const shop = await deskModem();
    await shop.start();
    const page = shop.desk.lines.pages.page('line_1');
    if (!page.ok) throw new Error(page.error.code);
    const settings = { ...page.value.settings, nationalLanguage: 'turkish' } as const;
    await shop.desk.lines.pages.configure('line_1', { name: 'Line', ownNumber: null, settings });
    const text = 'Günaydın, siparişiniz hazır. Öğleden sonra gelip alabilirsiniz. Teşekkürler, iyi günler dileriz.';
    shop.send(CUSTOMER, text);
    await shop.clock.advance(60_000);
    expect(shop.texts.map((received) => received.text)).toEqual([text]);
    expect(shop.network.submitted).toHaveLength(1);
  });
});
