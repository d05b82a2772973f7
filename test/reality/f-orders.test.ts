import { describe, expect, test } from 'vitest';
import { deskLine } from '../support/desk-line.ts';

const shop = async () => {
  const desk = await deskLine();
  const take = async (table: string, columns: Parameters<typeof desk.orders.import>[1]['columns'] = null) => {
    const result = await desk.orders.import(table, { tell: false, isDryRun: false, columns });
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  };
  const board = (): readonly (readonly string[])[] =>
    desk.orders
      .board()
      .orders.filter(({ columnId }) => desk.orders.columns.of({ columnId }).stage !== 'done')
      .map(({ reference, name, number, note }) => [reference, name, number ?? '', note])
      .toSorted(([a = ''], [b = '']) => a.localeCompare(b));
  return { desk, take, board };
};

const boardOf = async (table: string): Promise<readonly (readonly string[])[]> => {
  const { desk, take, board } = await shop();
  await take(table);
  const orders = board();
  desk.store.close();
  return orders;
};

describe('what nothing is left to do about does not come onto the board', () => {
  test('of a web shop: paid, refunded, fulfilled, canceled on a day', async () => {
    const { desk, take, board } = await shop();
    const view = await take(
      [
        'Name,Financial Status,Fulfillment Status,Cancelled at,Lineitem quantity,Lineitem name,Billing Name,Phone',
        '#1001,paid,unfulfilled,,1,Torte,Ana Berg,0171 2223344',
        '#1002,refunded,unfulfilled,,1,Brot,Ben Alt,',
        '#1003,paid,fulfilled,,1,Kuchen,Eva,',
        '#1004,paid,unfulfilled,2026-11-20 10:00:00 +0100,1,Eis,Tom,',
        '#1005,partially_refunded,partial,,2,Keks,Ida,',
      ].join('\n'),
    );
    expect(view.counts).toMatchObject({ new: 2, same: 3, refused: 0 });
    expect(view.rows.map(({ reason }) => reason?.code ?? '')).toEqual([
      '',
      'over-there',
      'over-there',
      'over-there',
      '',
    ]);
    expect(board().map(([reference]) => reference)).toEqual(['#1001', '#1005']);
    desk.store.close();
  });

  test('what is on the board goes from it, as over or as canceled, and nobody is told', async () => {
    const { desk, take, board } = await shop();
    await take(
      'Order Number;Order Status;Phone;Item Name\n1;processing;0171 2223344;Torte\n2;processing;;Brot\n3;on-hold;;Eis',
    );
    expect(board()).toHaveLength(3);
    const view = await take('Order Number;Order Status\n1;completed\n2;cancelled\n3;on-hold');
    expect(view.counts).toMatchObject({ changed: 1, cancelled: 1, same: 1 });
    expect(board().map(([reference]) => reference)).toEqual(['3']);
    expect(desk.store.queue.queueCounts()).toMatchObject({ queued: 0, held: 0 });
    // Read once more it stays so.
    expect((await take('Order Number;Order Status\n1;completed\n2;cancelled')).counts).toMatchObject({ same: 2 });
    desk.store.close();
  });

  test('a status that is a column of the board is that column; one that is nothing is refused', async () => {
    const { desk, take, board } = await shop();
    expect((await take('Order;Status\n1;ready\n2;on fire')).counts).toMatchObject({ new: 1, refused: 1 });
    expect(board().map(([reference]) => reference)).toEqual(['1']);
    desk.store.close();
  });
});

describe('what an order is', () => {
  test('an item and a note beside it', async () => {
    expect(await boardOf('Bestellnummer;Artikel;Menge;Notiz\n1;Torte;2,00;ohne Nüsse\n1;Kerzen;1;')).toEqual([
      ['1', '', '', '2 × Torte, Kerzen; ohne Nüsse'],
    ]);
  });

  test.each([
    ['2,00', '2 × Torte'],
    ['2.0', '2 × Torte'],
    ['3x', '3 × Torte'],
    ['4 Stk.', '4 × Torte'],
    ['1', 'Torte'],
    ['1,5', '1.5 × Torte'],
    ['', 'Torte'],
    ['viele', 'viele Torte'],
    ['2.0000', '2 × Torte'],
    ['1.000,00', '1000 × Torte'],
    ['1,000.00', '1000 × Torte'],
    ['1’000', '1000 × Torte'],
    ['1.000', 'Torte'],
    ['x2', '2 × Torte'],
    ['+2', '2 × Torte'],
    ['2 kg', '2 kg Torte'],
    ['½', '½ Torte'],
    ['-1', ''],
  ])('%s of it', async (quantity, note) => {
    expect((await boardOf(`Auftrag;Artikel;Menge\n1;Torte;${quantity}`))[0]?.[3]).toBe(note);
  });

  test('the same item in two rows is as many as both', async () => {
    expect((await boardOf('Auftrag;Artikel;Menge\n1;Torte;1\n1;Kerzen;2\n1;Torte;1'))[0]?.[3]).toBe(
      '2 × Torte, 2 × Kerzen',
    );
  });
});

describe('headings', () => {
  test.each([
    ['a running number before the order’s', 'Nr;Bestellnummer;Kunde\n1;B-17;Ana', ['B-17', 'Ana', '', '']],
    ['an id after it', 'Order Number,Id,Customer\nB-17,5001,Ana', ['B-17', 'Ana', '', '']],
    [
      'a plugin of a blog',
      'Order Number,Order Status,First Name (Billing),Last Name (Billing),Phone (Billing),Item Name,Quantity (- Refund),Customer Note\n812,Processing,Ana,Berg,0171 2223344,Torte,2,ring twice',
      ['812', 'Ana Berg', '+491712223344', '2 × Torte; ring twice'],
    ],
    [
      'an auction',
      'Sales Record Number,Order Number,Buyer Name,Ship To Phone,Item Title,Quantity\n7,12-09876-54321,Ana Berg,0171 2223344,Torte,1',
      ['12-09876-54321', 'Ana Berg', '+491712223344', 'Torte'],
    ],
    [
      'a large marketplace',
      'order-id\tbuyer-name\tbuyer-phone-number\tproduct-name\tquantity-purchased\n302-1234567-1234567\tAna Berg\t0171 2223344\tTorte\t2',
      ['302-1234567-1234567', 'Ana Berg', '+491712223344', '2 × Torte'],
    ],
    ['names in two columns', 'Auftragsnr;Nachname;Vorname\n1;Berg;Ana', ['1', 'Ana Berg', '', '']],
    ['a name and a first name', 'Auftragsnr;Name;Vorname\n1;Berg;Ana', ['1', 'Ana Berg', '', '']],
    [
      'programmers’ headings',
      'orderNumber,customerName,phoneNumber\n1,Ana,0171 2223344',
      ['1', 'Ana', '+491712223344', ''],
    ],
  ])('%s', async (_, table, order) => {
    expect(await boardOf(table)).toEqual([order]);
  });
});

describe('what a file says of an order as a whole', () => {
  const left = async (...tables: readonly string[]): Promise<readonly string[]> => {
    const { desk, take, board } = await shop();
    for (const table of tables) await take(table);
    const references = board().map(([reference = '']) => reference);
    desk.store.close();
    return references;
  };

  test.each([
    ['paid is not made', 'Order,Payment Status,Fulfillment Status\n1,Completed,Unfulfilled', ['1']],
    ['refunded', 'Order,Payment Status\n1,Refunded', []],
    ['not paid for', 'Order,Order Status\n1,failed', []],
    ['canceled, though it stood in a column', 'Order;Status;Canceled at\n1;ready;2026-11-20', []],
    ['not canceled', 'Order;Canceled\n1;off', ['1']],
    ['an amount', 'Order;Storno\n1;0,00', ['1']],
    ['in words that it is not', 'Order;Storniert\n1;nicht storniert', ['1']],
    ['two words for one', 'Order;Order Status\n1;Storniert / Abgelehnt', []],
    ['wholly', 'Order;Order Status\n1;Komplett ausgeliefert', []],
    ['a payment that failed', 'Order;Payment Status\n1;failed', []],
    ['a total below', 'Order;Item\n1;Torte\nSumme;1', ['1']],
    ['none that has a number', 'Order;Customer\nn/a;Ana\nn/a;Ben', []],
    ['over before it came', 'Order;Status\n1;done', []],
  ])('%s', async (_, table, references) => {
    expect(await left(table)).toEqual(references);
  });

  test('one of its items that is canceled leaves the others to be made', async () => {
    const items = 'Order;Order Status;Item\n1;processing;Torte\n1;cancelled;Kerzen';
    expect(await left('Order;Item\n1;Torte', items)).toEqual(['1']);
    expect(await left('Order;Item\n1;Torte', items.replace('processing', 'cancelled'))).toEqual([]);
  });

  test('what its first row says nothing of goes on; what only a later one says is of that item', async () => {
    expect(await left('Order;Item\n1;Torte', 'Order;Item;Fulfillment Status\n1;Torte;\n1;Kerze;shipped')).toEqual([
      '1',
    ]);
    expect(await left('Order;Item\n1;Torte', 'Order;Item;Cancelled at\n1;Torte;\n1;Kerze;2026-11-20')).toEqual(['1']);
  });

  test('a payment that has failed takes nothing from the board', async () => {
    expect(await left('Order;Item\n1;Torte', 'Order;Order Status\n1;failed')).toEqual(['1']);
  });

  test('nobody is told of what was collected before it came, however often it is read', async () => {
    const { desk, take } = await shop();
    for (let n = 0; n < 2; n++)
      expect((await take('Order;Status;Phone\n1;done;0171 2223344')).counts).toMatchObject({ new: 0, same: 1 });
    desk.store.close();
  });

  test.each([
    [
      'whoever paid is the customer',
      'Order,Billing Phone,Shipping Phone,Recipient,Buyer Name\n1,030 1234567,0172 3334455,Ben,Ana',
      ['1', 'Ana', '+49301234567', ''],
    ],
    ['or whoever gets it', 'Order,Shipping Phone,Recipient\n1,0172 3334455,Ben', ['1', 'Ben', '+491723334455', '']],
    [
      'a whole name before a half',
      'Order,Buyer Name,First Name,Last Name\n1,Ana Berg,Ana,Berg',
      ['1', 'Ana Berg', '', ''],
    ],
    ['one who has one name', 'Order,Name,First Name,Last Name\n1,Cher,Cher,', ['1', 'Cher', '', '']],
    ['a name that holds the half', 'Order,Name,First Name\n1,Ana Berg,Ana', ['1', 'Ana Berg', '', '']],
    [
      'none of what was sent back',
      'Order,Item Name,Quantity (- Refund)\n1,Torte,0\n1,Brot,2',
      ['1', '', '', '2 × Brot'],
    ],
    ['parts of one', 'Order,Item,Quantity\n1,Tee,0.1\n1,Tee,0.2', ['1', '', '', '0.3 × Tee']],
  ])('%s', async (_, table, order) => {
    expect(await boardOf(table)).toEqual([order]);
  });
});

describe('what another tester found', () => {
  test('what was taken back is not made', async () => {
    expect(await boardOf('Order,Item Name,Quantity\n1,Torte,2\n1,Torte,-1\n1,Brot,1\n1,Brot,-1')).toEqual([
      ['1', '', '', 'Torte'],
    ]);
  });

  test.each([
    ['Abgeholt', 'ja'],
    ['Erledigt', 'x'],
    ['Versandt am', '20.11.2026'],
    ['Fulfilled at', '2026-11-20 10:00:00 +0100'],
    ['Date Shipped', '11/20/2026'],
    ['Status', 'Storno'],
    ['Status', 'Auftrag storniert'],
    ['Order Status', 'Cancelled by customer'],
    ['Order Status', 'Returned'],
    ['Status', 'erledigt am 20.11.'],
    ['Status', 'Versendet (DHL)'],
    ['Order Status', 'Shipped - Tracking 123'],
    ['Status', 'Anulowane'],
    ['Status', 'Wysłane'],
    ['Status', 'Afgehaald'],
    ['Status', 'Teslim edildi'],
    ['Storniert', '20.11.'],
    ['Storniert', 'am 20.11.'],
    ['Storniert', 'durch Kunde'],
  ])('%s: %s does not come onto the board', async (heading, cell) => {
    expect(await boardOf(`Order;Item;${heading}\n1;Torte;${cell}`)).toEqual([]);
  });

  test.each([
    ['Abgeholt', 'nein'],
    ['Erledigt', ''],
    ['Storniert', 'nein'],
  ])('%s: %s comes onto it', async (heading, cell) => {
    expect(await boardOf(`Order;Item;${heading}\n1;Torte;${cell}`)).toHaveLength(1);
  });

  test('numbers that differ by their signs are two orders: the second is told, and not taken for the first', async () => {
    const { desk, take, board } = await shop();
    const view = await take('Order;Customer;Item\n10-1;Ana;Torte\n101;Ben;Brot\n#7;Eva;Eis\n7;Eva;Keks');
    expect(board()).toEqual([
      ['10-1', 'Ana', '', 'Torte'],
      ['7', 'Eva', '', 'Eis, Keks'],
    ]);
    expect(view.rows.filter(({ outcome }) => outcome === 'refused')).toMatchObject([{ line: 3, what: '101 Ben' }]);
    desk.store.close();
  });

  test.each(['Summe Aufträge', 'Anzahl Aufträge', 'Ende', 'Seite 1 von 1', '1 Datensatz'])(
    'below a table %s is no order',
    async (words) => {
      expect(await boardOf(`Order;Item\n1;Torte\n${words};`)).toEqual([['1', '', '', 'Torte']]);
    },
  );

  test.each(['-', 'n/a', 'kein', 'kein Handy'])('without a number: %s', async (cell) => {
    expect(await boardOf(`Order;Item;Phone\n1;Torte;${cell}`)).toEqual([['1', '', '', 'Torte']]);
  });

  test.each([
    'Mobiltelefon',
    'Mobil-Nr.',
    'Handy-Nr.',
    'Telefon (mobil)',
    'Telefon 1',
    'Kundentelefon',
    'Cell Phone',
    'Móvil',
    'GSM',
  ])('a telephone by whatever name: %s', async (heading) => {
    expect(await boardOf(`Order;Item;${heading}\n1;Torte;0171 2223344`)).toEqual([['1', '', '+491712223344', 'Torte']]);
  });

  test('the mobile number of two columns', async () => {
    expect(await boardOf('Order;Item;Telefon;Mobiltelefon\n1;Torte;0731 123456;0171 2223344')).toEqual([
      ['1', '', '+491712223344', 'Torte'],
    ]);
  });

  test.each([
    ['Order Status', 'Shipped (partially)'],
    ['Order Status', 'Delivered (1 of 3)'],
    ['Status', 'geliefert (teilweise)'],
    ['Status', 'Versendet - Rest folgt'],
    ['Order Status', 'Shipped 1/3'],
    ['Order Status', 'Done by 12.12.2026'],
    ['Shipped', '5'],
    ['Canceled', 'by 12.12. possible'],
  ])('what is not wholly so goes on: %s %s', async (heading, cell) => {
    const { desk, take } = await shop();
    const view = await take(`Order;Item;${heading}\n1;Torte;${cell}`);
    // A word that is no column of the board is told; nothing is taken for over.
    expect(view.rows.map(({ reason }) => reason?.code)).not.toContain('over-there');
    desk.store.close();
  });

  test.each(['Titel', 'Handymodell', 'Hotel'])('%s is no telephone', async (heading) => {
    expect(await boardOf(`Order;Item;${heading}\n1;Torte;Harry Potter 3`)).toEqual([['1', '', '', 'Torte']]);
  });

  test('a column of its own that says how far the delivery is', async () => {
    expect(await boardOf('Order;Order status;Delivery status\n1;Processing;Delivered')).toEqual([]);
  });

  test.each(['(', '1', ' ', 'am '])('a status of a page of %j is read in no time', async (sign) => {
    const { desk, take } = await shop();
    await take(`Order;Order Status\n1;"a${sign.repeat(100_000)}\n"`);
    desk.store.close();
  });
});
