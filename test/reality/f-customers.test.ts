import { describe, expect, test } from 'vitest';
import { phonesInCell } from '../../electron/features/imports/phone-cell.ts';
import { readSheet } from '../../electron/features/contacts/import/parsed-table.ts';
import { contactShop } from '../support/contact-shop.ts';

const ANA = '+491712223344';
const BEN = '+491723334455';

/** What a list brings: name and numbers of each. */
async function broughtIn(text: string): Promise<readonly (readonly string[])[]> {
  const shop = await contactShop();
  await shop.bringIn(text);
  const all = await shop.all();
  shop.store.close();
  return all.map(({ name, numbers }) => [name, ...numbers.map(({ number }) => number)]);
}

describe('a code in a column of its own', () => {
  test.each([
    ['of an area', 'Name;Vorwahl;Telefon\nAna;0171;2223344'],
    ['of an area without its zero', 'Name;Vorwahl;Telefon\nAna;171;2223344'],
    ['beside a number that is whole', 'Name;Vorwahl;Telefon\nAna;0171;0171 2223344'],
    ['of a country', 'Name,Country Code,Phone\nAna,+49,171 2223344'],
    ['of a country, and the zero', 'Name,Country Code,Phone\nAna,49,0171 2223344'],
    ['of both', 'Name;Ländervorwahl;Vorwahl;Telefon\nAna;0049;0171;2223344'],
    ['of another country', 'Name,Dial code,Phone\nAna,49,+49 171 2223344'],
  ])('%s', async (_, text) => {
    expect(await broughtIn(text)).toEqual([['Ana', ANA]]);
  });

  test('of Austria, and of Italy, where the zero stays', async () => {
    expect(await broughtIn('Name;Country code;Phone\nEva;43;0664 1234567\nUgo;39;06 12345678')).toEqual([
      ['Eva', '+436641234567'],
      ['Ugo', '+390612345678'],
    ]);
  });
});

describe('other numbers are no telephones', () => {
  test.each([
    ['Kundennr;Name;Telefon\n0000012345;Ana;0171 2223344', 'a number of the customer'],
    ['Name;Loyalty card number;Mobile\nAna;01234567890;0171 2223344', 'a card'],
    ['Name;Geb.;Handy\nAna;01.12.1980;0171 2223344', 'a day'],
    ['Number;Name;Mobile\n0301234567;Ana;0171 2223344', 'a number of whatever'],
    ['Name;Telefax;Handy\nAna;030 1234567;0171 2223344', 'a fax'],
    ['Name;Handy\nAna;0171 2223344, Fax 030 1234567', 'a fax in the cell'],
    ['Name;Handy\nAna;Tel. 0171 2223344 Fax 030 1234567', 'a fax, named before it'],
  ])('%#: %s', async (text) => {
    expect(await broughtIn(text)).toEqual([['Ana', ANA]]);
  });
});

describe('numbers as people write them into cells', () => {
  test.each([
    ['https://wa.me/491712223344', [ANA]],
    ['https://api.whatsapp.com/send?phone=491712223344&text=Hi', [ANA]],
    ['tel:+49-171-2223344', [ANA]],
    ['0171 2223344/45', [ANA]],
    ['0171/2223344', [ANA]],
    ['0171 2223344 0172 3334455', [ANA, BEN]],
    ['01712223344 +491723334455', [ANA, BEN]],
    ['+49 171 222 0334 0172 3334455', ['+491712220334', BEN]],
    ['436641234567', ['+436641234567']],
    // A landline of our own that has lost its zero, not a Spanish mobile number.
    ['34612345678', ['+4934612345678']],
    ['491712223344', [ANA]],
    ['1712223344', [ANA]],
    ['4.917122E+11', []],
    ['4,91712E+11', []],
  ])('%s', (cell, numbers) => {
    expect(phonesInCell(cell, 'DE').phones.map(({ number }) => number)).toEqual(numbers);
  });

  test('what is rounded is said, not guessed', async () => {
    const shop = await contactShop();
    const { plan } = await shop.look('Name;Telefon\nAna;4.917122E+11');
    expect(plan.rows).toMatchObject([{ outcome: 'refused', reason: { code: 'bad-number' } }]);
    shop.store.close();
  });
});

describe('who wants no texts', () => {
  const out = async (cell: string): Promise<number> => {
    const shop = await contactShop();
    const { plan } = await shop.look(`Name;Telefon;Abgemeldet\nAna;0171 2223344;${cell}`);
    shop.store.close();
    return plan.optingOut;
  };

  test.each(['NULL', 'null', 'n/a', 'N/A', '0000-00-00', '0000-00-00 00:00:00', '-', '?', 'nein', 'unbekannt', '[]'])(
    '%s says nothing',
    async (cell) => {
      expect(await out(cell)).toBe(0);
    },
  );
  test.each(['ja', '1', 'x', '2025-03-01', 'per Telefon', 'aktiv', 'beschwert'])('%s says so', async (cell) => {
    expect(await out(cell)).toBe(1);
  });

  test('who reads a newsletter has not agreed to texts', async () => {
    const shop = await contactShop();
    const { file } = await shop.look('Name;Telefon;Newsletter\nAna;0171 2223344;ja\nBen;0172 3334455;nein', {
      targets: ['name', 'phone', 'skip'],
    });
    expect(file.columns[2]?.target).toBe('field:Newsletter');
    shop.store.close();
  });
});

describe('tables as programs and hands leave them', () => {
  test('a quote that is none takes in no rows', () => {
    const sheet = readSheet(
      'Name;Telefon;Ort\n"Die Große;0171 2223344;Ulm\nBen;0172 3334455;"Bonn"\nTom "T" Alt;0160 4412907;Köln',
    );
    expect(sheet?.rows.map(({ cells }) => cells)).toEqual([
      ['"Die Große', '0171 2223344', 'Ulm'],
      ['Ben', '0172 3334455', 'Bonn'],
      ['Tom "T" Alt', '0160 4412907', 'Köln'],
    ]);
  });

  test('a note of several lines is one', () => {
    const sheet = readSheet('Name;Telefon;Notiz\nAna;0171 2223344;"likes tea\nand\n; cake"\nBen;0172 3334455;');
    expect(sheet?.rows.map(({ cells }) => cells[2])).toEqual(['likes tea\nand\n; cake', '']);
  });

  test('a title with the day in a cell of its own is no customer', () => {
    const sheet = readSheet('Kundenliste;01.12.2026;;\nName;Telefon;Ort;PLZ\nAna;0171 2223344;Ulm;89073');
    expect(sheet?.columns).toEqual(['Name', 'Telefon', 'Ort', 'PLZ']);
  });

  test('a comma within words is no delimiter', () => {
    const sheet = readSheet('Name, Vorname;Telefon\nBerg, Ana;0171 2223344\nAlt, Ben;0172 3334455');
    expect(sheet?.rows.map(({ cells }) => cells)).toEqual([
      ['Berg, Ana', '0171 2223344'],
      ['Alt, Ben', '0172 3334455'],
    ]);
  });

  test.each(['="0171 2223344"', '"=""0171 2223344"""'])('digits that are kept as words: %s', async (cell) => {
    expect(await broughtIn(`Name,Phone\nAna,${cell}`)).toEqual([['Ana', ANA]]);
  });
});

describe('reviewed', () => {
  test.each([
    ['Country Code,Phone', '49,491712223344', ANA],
    ['Country Code,Phone', '43,436641234567', '+436641234567'],
    ['Dialling code,Phone', '0171,2223344', ANA],
    ['Ländervorwahl,Phone', '41,79 1234567', '+41791234567'],
    ['Vorwahl,Phone', '0171,1712223344', ANA],
    ['Vorwahl,Handy', '030,171 2223344', ANA],
    ['Country Code,Mobile,Phone', '43,,0664 1234567', '+436641234567'],
    ['WhatsApp', '491712223344', ANA],
    ['Telefon Vater', '0171 2223344', ANA],
    ['Patientennr,Telefon', '0123456789,0171 2223344', ANA],
    ['Number,Mobile phone 1', '0301234567,0171 2223344', ANA],
  ])('%s: %s', async (head, row, number) => {
    expect(await broughtIn(`Name,${head}\nAna,${row}`)).toEqual([['Ana', number]]);
  });

  test('who wants no texts at a number with its code beside it wants none at that number', async () => {
    const shop = await contactShop();
    await shop.bringIn('Name,Country Code,Phone 1 - Value,Phone 1 - Opted out\nEva,43,0664 1234567,yes');
    expect(shop.store.optOuts.has('+436641234567')).toBe(true);
    shop.store.close();
  });

  test.each([
    [
      '0171 2223344 Fax 030 1234567',
      [
        [ANA, ''],
        ['+49301234567', 'Fax'],
      ],
    ],
    ['0171 2223344 (Halifax)', [[ANA, 'Halifax']]],
    ['0171/222/33/44', [[ANA, '']]],
    ['0171 222 33/44', [[ANA, '']]],
    [
      'https://wa.me/491712223344;0172 3334455',
      [
        [ANA, ''],
        [BEN, ''],
      ],
    ],
  ])('%s', async (cell, phones) => {
    expect(phonesInCell(cell, 'DE').phones.map(({ number, label }) => [number, label])).toEqual(phones);
    expect((await broughtIn(`Name|Telefon\nAna|"${cell}"`))[0]?.[1]).toBe(ANA);
  });

  test('a note with as many commas in a line as the table has tears nothing', () => {
    const sheet = readSheet('Name,Phone,Notes\n"Berg, Ana",0171 2223344,"Allergies:\nnuts, milk, eggs\nprefers Lena"');
    expect(sheet?.rows.map(({ cells }) => cells)).toEqual([
      ['Berg, Ana', '0171 2223344', 'Allergies:\nnuts, milk, eggs\nprefers Lena'],
    ]);
  });
});

describe('what a tester found', () => {
  test('a line without end is no table', () => {
    expect(readSheet(`Name;Telefon\n${';'.repeat(1_000_000)}`)).toBeNull();
  });

  test.each([
    ['0171 2223344 10115 Berlin', [ANA]],
    ['0171 2223344 2x klingeln', [ANA]],
    ['Ana 0171 2223344 12 Uhr', [ANA]],
    ['4711 / 0171 2223344', [ANA]],
    ['1. 0171 2223344 2. 0172 3334455', [ANA, BEN]],
    ['0171-222 33 44 / -45', [ANA]],
    ['0171/2223344/2223345', [ANA]],
    ['0171 2223344 + 0172 3334455', [ANA, BEN]],
    ['0000000000', []],
    ['0171 1', []],
    ['030 1234567 und 0171 2223344', ['+49301234567', ANA]],
  ])('%s', (cell, numbers) => {
    expect(phonesInCell(cell, 'DE').phones.map(({ number }) => number)).toEqual(numbers);
  });

  test.each([
    ['391 1234567', 'IT', '+393911234567'],
    ['3911234567', 'IT', '+393911234567'],
    ['393911234567', 'IT', '+393911234567'],
    ['9123456789', 'IN', '+919123456789'],
    ['0664 1234567 1010 Wien', 'AT', '+436641234567'],
    ['212-736-5000', 'US', '+12127365000'],
  ] as const)('%s in %s', (cell, country, number) => {
    expect(phonesInCell(cell, country).phones.map((each) => each.number)).toEqual([number]);
  });

  test.each([
    ['Unsubscribed,Do not contact', 'no,yes'],
    ['Do not contact,SMS Opt Out', 'no,yes'],
    ['SMS Consent,Notes', 'UNSUBSCRIBED,x'],
  ])('%s: a word that says stop is one in whichever column', async (head, cells) => {
    const shop = await contactShop();
    await shop.bringIn(`Name,Phone,${head}\nAna,0171 2223344,${cells}`, { consentSource: 'a form' });
    expect(shop.store.optOuts.has(ANA)).toBe(true);
    shop.store.close();
  });

  test.each([
    ['SMS Consent,Opt In', 'yes,no', false],
    ['Opt-in,Marketing Consent', 'no,yes', false],
    ['SMS Consent,Opt In', 'yes,', true],
  ])('%s: %s', async (head, cells, agrees) => {
    const shop = await contactShop();
    await shop.bringIn(`Name,Phone,${head}\nAna,0171 2223344,${cells}`, { consentSource: 'a form' });
    expect(shop.store.consent.wants(ANA, 'offer')).toBe(agrees);
    shop.store.close();
  });

  test.each([
    ['yes', 'no'],
    ['no', 'yes'],
  ])('said %s in one row and %s in another, nobody agrees', async (...said) => {
    const shop = await contactShop();
    const rows = said.map((cell, i) => `Ana,0171 2223344,${cell},${i}`);
    await shop.bringIn(`Name,Phone,SMS Consent,Visits\n${rows.join('\n')}\nBen,0172 3334455,yes,0`, {
      consentSource: 'a form',
    });
    expect(shop.store.consent.wants(ANA, 'offer')).toBe(false);
    expect(shop.store.consent.wants('+491723334455', 'offer')).toBe(true);
    shop.store.close();
  });

  test('a list without headings begins with its first customer, wherever numbers begin with another digit', () => {
    for (const first of ['Ana Berg;612345678', 'Ana Berg;333 1234567', 'Ana Berg;212-736-5000'])
      expect(readSheet(`${first}\nBen Alt;699999999`)?.rows).toHaveLength(2);
    expect(
      readSheet('Name;Telefon\nAna;1712223344;Ulm;10115\nBen;1723334455;Ulm;10115')?.rows.map(({ cells }) => cells[0]),
    ).toContain('Ana');
  });

  test.each(['Télécopie (bureau)', 'Telefon Assistent', 'Rückmeldung', 'Pager-Nummer', 'Konto'])(
    '%s is nobody’s telephone',
    async (heading) => {
      expect(await broughtIn(`Name;${heading};Handy\nAna;0301234567;0171 2223344`)).toEqual([['Ana', ANA]]);
    },
  );
});

describe('what another tester found', () => {
  test.each([
    ['OPTED_OUT', true],
    ['opt-out', true],
    ['widerrufen am 01.05.2025', true],
    ['Widerruf', true],
    ['zurückgezogen', true],
    ['OPTED_IN', false],
    ['no', false],
  ])('SMS Consent: %s', async (cell, isOut) => {
    const shop = await contactShop();
    await shop.bringIn(`Name;Phone;SMS Consent\nAna;0171 2223344;${cell}`, { consentSource: 'a form' });
    expect(shop.store.optOuts.has(ANA)).toBe(isOut);
    shop.store.close();
  });

  test.each([
    ['OPTED_IN', true],
    ['TAK', true],
    ['evet', true],
    ['✓', true],
    ['on', true],
    ['erteilt', true],
    ['ja, am 01.05.2024', true],
    // Since when, of what nobody says.
    ['01.05.2024', false],
    ['vielleicht', false],
    ['nein, danke', false],
  ])('SMS Consent: %s agrees: %s', async (cell, agrees) => {
    const shop = await contactShop();
    await shop.bringIn(`Name;Phone;SMS Consent\nAna;0171 2223344;${cell}`, { consentSource: 'a form' });
    expect(shop.store.consent.wants(ANA, 'offer')).toBe(agrees);
    shop.store.close();
  });

  test.each(['opted_in', 'Hayır'])('Abgemeldet: %s says that it is not so', async (cell) => {
    const shop = await contactShop();
    await shop.bringIn(`Name;Telefon;Abgemeldet\nAna;0171 2223344;${cell}`);
    expect(shop.store.optOuts.has(ANA)).toBe(false);
    shop.store.close();
  });

  const targetOf = async (heading: string): Promise<string | undefined> => {
    const shop = await contactShop();
    const { file } = await shop.look(`Name;Telefon;${heading}\nAna;0171 2223344;ja\nBen;0172 3334455;nein`, {
      consentSource: 'a form',
    });
    shop.store.close();
    return file.columns[2]?.target;
  };

  test.each([
    'Opt-Out SMS',
    'SMS Opt-Out Date',
    'Keine Werbung',
    'SMS gesperrt',
    'Sperrvermerk',
    'Nicht kontaktieren',
    'Do Not SMS',
    'Widerspruch Werbung',
    'Unsubscribed (SMS)',
    'Désabonné SMS',
    'Baja SMS',
    'Geen SMS',
  ])('%s says who wants no texts', async (heading) => expect(await targetOf(heading)).toBe('opted-out'));

  test.each([
    'Einwilligung SMS',
    'Werbeeinwilligung',
    'SMS erlaubt',
    'Opt-In SMS',
    'SMS Marketing State',
    'Accepte SMS',
    'Consenso SMS',
    'Zgoda SMS',
    'Acepta publicidad',
    'Toestemming SMS',
  ])('%s says who agrees', async (heading) => expect(await targetOf(heading)).toBe('consent'));

  test.each([
    'Werbung nicht erlaubt',
    'Kein Marketing erlaubt',
    'No marketing consent',
    'SMS not accepted',
    'SMS consent revoked',
    'SMS consent pending',
    'Declined SMS consent',
    'Zustimmung Werbung abgelehnt',
    'Werbung per Telefon erlaubt',
    'Text state',
    'Unsubscribe link',
    'SMS opt-out text',
    'Opt-in/Opt-out',
  ])('%s says neither', async (heading) => expect(await targetOf(heading)).not.toMatch(/^(?:consent|opted-out)$/));

  test.each([
    'ja 01.01.2020, widerrufen 05.05.2023',
    'Yes 2020-01-01, withdrawn 2023-05-05',
    'opted in 2020-01-01; opted out 2021-01-01',
  ])('what was said last counts: %s', async (cell) => {
    const shop = await contactShop();
    await shop.bringIn(`Name|Phone|SMS Consent\nAna|0171 2223344|${cell}`, { consentSource: 'a form' });
    expect([shop.store.consent.wants(ANA, 'offer'), shop.store.optOuts.has(ANA)]).toEqual([false, true]);
    shop.store.close();
  });

  test.each([
    ['Keine SMS', 'nein danke'],
    ['Do not text', 'no thanks'],
  ])('%s: %s is a no to texts', async (heading, cell) => {
    const shop = await contactShop();
    await shop.bringIn(`Name,Phone,${heading}\nAna,0171 2223344,${cell}`);
    expect(shop.store.optOuts.has(ANA)).toBe(true);
    shop.store.close();
  });

  test.each(['Titel', 'Hotel', 'Zettel'])('%s is no telephone', async (heading) =>
    expect(await targetOf(heading)).not.toBe('phone'),
  );

  test('a customer whose words are like headings is one', () => {
    const rows = ['Ana,0171 2223344,sms,client', 'Bob,,email,client', 'Dee,0171 2223347,sms,client'];
    expect(readSheet(['Full name,Phone,Preferred,Type', ...rows].join('\n'))?.rows).toHaveLength(3);
  });

  test.each(['ß', ' ', '('])('a cell of a page of %j is read in no time', async (sign) => {
    const page = `appointment_${sign.repeat(200_000)}b`;
    expect(await broughtIn(`Name, Vorname;Telefon;Notiz;Abgemeldet\nAna;0171 2223344;${page};nein`)).toEqual([
      ['Ana', ANA],
    ]);
  });

  test.each([
    'Accepts Email Marketing',
    'Newsletter-Einwilligung',
    'Do not call',
    'Konto gesperrt',
    'Bundesland',
    'State',
  ])('%s says nothing of texts', async (heading) =>
    expect(await targetOf(heading)).not.toMatch(/^(?:consent|opted-out)$/),
  );

  test.each([
    ['Name, Vorname;Telefon\nBerg, Ana;0171 2223344', 'Ana Berg'],
    ['Kunden-Name;Kunden-Vorname;Telefon\nBerg;Ana;0171 2223344', 'Ana Berg'],
    ['Imię;Nazwisko;Telefon\nAna;Berg;0171 2223344', 'Ana Berg'],
    ['Ad Soyad;Telefon\nAna Berg;0171 2223344', 'Ana Berg'],
  ])('%s', async (text, name) => expect(await broughtIn(text)).toEqual([[name, ANA]]));

  test.each(['Notfallkontakt Telefon', 'Emergency Contact Phone', 'Telefon Hausarzt'])(
    '%s is somebody else’s',
    async (heading) => {
      expect(await broughtIn(`Name;Telefon;${heading}\nAna;0731 123456;0171 2223344`)).toEqual([
        ['Ana', '+49731123456'],
      ]);
    },
  );

  test('a fax is none that is texted, whatever an address book calls it', async () => {
    const card =
      'BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nitem1.TEL:0731 111222\nitem1.X-ABLabel:_$!<HomeFAX>!$_\nTEL:0171 2223344\nEND:VCARD\n';
    expect(await broughtIn(card)).toEqual([['Ana', ANA]]);
  });

  test.each([
    ['a letterhead', 'Salon Berg;0731 123456;;\nMusterweg 1;;;\nName;Telefon;Ort;PLZ\nAna;0171 2223344;Ulm;89073'],
    ['a row of an export', 'Export;20261129;;\nName;Telefon;Ort;PLZ\nAna;0171 2223344;Ulm;89073'],
    ['a bookkeeper’s', '"EXTF";700;16;"Debitoren"\nKonto;Name;Telefon;Ort\n10000;Ana;0171 2223344;Ulm'],
    ['each row one cell', '"Name,Telefon,Ort"\n"Ana,0171 2223344,Ulm"'],
    ['each row one cell, with cells in it', '"Name;""Telefon"""\n"Ana;""0171 2223344"""'],
  ])('the headings, and who stands below them: %s', async (_, text) => {
    expect(await broughtIn(text)).toEqual([['Ana', ANA]]);
  });

  test('a quote with a stroke before it, as databases write it', () => {
    const sheet = readSheet(
      '"Name","Telefon","Ort"\n"Ana \\"Anni\\", Berg","0171 2223344","Ulm"\n"Ben","0172 3334455","Bonn"',
    );
    expect(sheet?.rows.map(({ cells }) => cells)).toEqual([
      ['Ana "Anni", Berg', '0171 2223344', 'Ulm'],
      ['Ben', '0172 3334455', 'Bonn'],
    ]);
  });

  test('a stroke at the end of a cell is one', () => {
    expect(readSheet('"Name","Telefon"\n"C:\\Ana\\","0171 2223344"')?.rows[0]?.cells).toEqual([
      'C:\\Ana\\',
      '0171 2223344',
    ]);
  });
});
