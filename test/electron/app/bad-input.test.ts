import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reasonOf } from '../../../electron/features/messaging/reasons.ts';
import { deskModem } from '../../support/desk-line.ts';
import { numberOf } from '../../../electron/shared/ids.ts';

const { malformed } = JSON.parse(readFileSync(new URL('../../fixtures/pdu-vectors.json', import.meta.url), 'utf8')) as {
  malformed: { pdu: string }[];
};

async function ready() {
  const all = await deskModem();
  await all.start();
  return all;
}
type Line = Awaited<ReturnType<typeof ready>>;

/** The line still sends and receives. */
async function stillWorks({ modem, network, sim, send, state, incoming, clock, line, wake }: Line): Promise<void> {
  await clock.advance(60_000);
  await wake();
  modem.faults.length = 0;
  const before = incoming().length;
  network.sendText('+491715550000', sim.msisdn, 'still there?');
  const sent = send('+491715550000', 'yes');
  await clock.advance(5_000);
  expect([line().state.name, state(sent), incoming().length - before]).toEqual(['ready', 'delivered', 1]);
}

/** [S8], each code as modem/README.md sorts it; those that are in no list prove nothing. */
const EXPECTED: Readonly<Record<string, readonly (number | readonly [number, number])[]>> = {
  'cms retry': [38, 41, 42, 47, 192, 194, 314, 331],
  'cms operator': [[310, 313], [315, 318], 330],
  'cms failed': [
    1,
    8,
    10,
    21,
    [27, 30],
    50,
    69,
    81,
    [95, 99],
    111,
    127,
    [128, 191],
    193,
    195,
    196,
    [198, 213],
    [301, 305],
  ],
  'cme retry': [14, 30],
  'cme operator': [
    [10, 13],
    [15, 18],
  ],
  'cme failed': [3, 4],
};
function expectedFor(kind: string, code: number): string {
  for (const [name, codes] of Object.entries(EXPECTED)) {
    const [of, fate] = name.split(' ') as [string, string];
    if (
      of === kind &&
      codes.some((each) => (typeof each === 'number' ? each === code : code >= each[0] && code <= each[1]))
    )
      return fate;
  }
  return 'unknown';
}
const STATE_OF: Readonly<Record<string, string>> = {
  retry: 'scheduled',
  operator: 'held',
  failed: 'failed',
  unknown: 'uncertain',
};

describe('[S8] every code of the network and of the modem', () => {
  test.each(['cms', 'cme'])(
    '+%s ERROR: 0 to 600 leaves a sentence, a remedy and a working line',
    { timeout: 60_000 },
    async (kind) => {
      const all = await ready();
      for (let code = 0; code <= 600; code++) {
        const message = all.send('+491712223344', `code ${code}`);
        all.modem.faults.push({
          match: /^PDU$/,
          effect: 'reply',
          text: `+${kind.toUpperCase()} ERROR: ${code}`,
          times: 1,
        });
        // Three in a row have the modem looked at, which is another test's matter.
        await all.clock.advance(0);
        const reason = reasonOf(all.reason(message));
        expect({ code, state: all.state(message) }).toEqual({ code, state: STATE_OF[expectedFor(kind, code)] });
        expect(reason?.sentence, String(code)).toMatch(/^[A-Z].*\.$/);
        expect(reason?.remedy, String(code)).toMatch(/\.$/);
        all.store.messages.setState(numberOf(message.id), 'cancelled');
        const between = all.send('+491719999999', `between ${code}`);
        await all.clock.advance(1);
        all.modem.faults.length = 0;
        expect(all.state(between)).toMatch(/sent|delivered/);
      }
      await stillWorks(all);
    },
  );

  test('one as words in place of a number proves nothing', async () => {
    const all = await ready();
    all.modem.faults.push({ match: /^PDU$/, effect: 'reply', text: '+CMS ERROR: Network out of order', times: 1 });
    const message = all.send('+491712223344', 'x');
    await all.clock.advance(10);
    expect(all.state(message)).toBe('uncertain');
    await stillWorks(all);
  });
});

describe('malformed PDUs', () => {
  test('are kept, told to the log, and hold nothing up', async () => {
    const all = await ready();
    for (const { pdu } of malformed) all.network.deliver(all.sim.msisdn, pdu, 'text');
    await all.clock.advance(120_000);
    expect(all.sim.slots.every((slot) => slot === null)).toBe(true);
    await stillWorks(all);
  });
});

describe('absurd answers', () => {
  const odd = '07911326040000F0040B911346610089F60000208062917314080CC8F71D14969741F977FD07';
  test.each([
    ['a +CMGL with a wrong length', /CMGL/, `+CMGL: 3,1,,999\r\n${odd}\r\n\r\nOK`],
    ['a +CMGL without its PDU', /CMGL/, '+CMGL: 3,1,,30\r\n\r\nOK'],
    ['a +CMGL of a slot that vanished', /CMGL/, '+CMGL: 17,1,,30\r\nZZZZ\r\n\r\nOK'],
    ['a +CMGL without numbers', /CMGL/, '+CMGL: ,,,\r\n\r\nOK'],
    ['a +CMGR that is none', /CMGR/, '+CMGL: nonsense\r\n\r\nOK'],
    ['a +CMGR with nothing', /CMGR/, 'OK'],
    ['a +CPMS of letters', /CPMS/, '+CPMS: "SM",many,few\r\n\r\nOK'],
    ['a +CSQ of words', /CSQ/, '+CSQ: strong\r\n\r\nOK'],
    ['a +CREG of nothing', /CREG\?/, '+CREG:\r\n\r\nOK'],
    ['a +CNMI in another order', /CNMI\?/, '+CNMI: x\r\n\r\nOK'],
    ['a +CMGD that fails', /CMGD/, '+CMS ERROR: 500'],
    ['a final result of a call', /CSQ/, 'NO CARRIER'],
  ])('%s', async (_name, match, text) => {
    const all = await ready();
    all.modem.faults.push({ match, effect: 'reply', text, times: 3 });
    void all.line().sweep();
    all.network.sendText('+491710000001', all.sim.msisdn, 'meanwhile');
    await all.clock.advance(7 * 60_000);
    expect(all.incoming().map((message) => message.text)).toContain('meanwhile');
    expect(all.incoming().filter((message) => message.text === 'meanwhile')).toHaveLength(1);
    await stillWorks(all);
  });

  test.each([
    '+CMTI: "SM"',
    '+CMTI: ,',
    '+CMTI: "SM",99',
    '+CMTI: "XX",1',
    '+CDSI: "SR",3',
    '+CDS: 25',
    '+CMT: ,24',
    '+CMT: ,24\r\nnot hexadecimal',
    '+CUSD: 0,"never closed',
    '+CREG: "x"',
    '^SMMEMFULL:',
    '>',
    'OK',
    '+CME ERROR: 100',
    '\u0000\u0001\u0002ÿ',
    'x'.repeat(20_000),
  ])('unasked %j', async (text) => {
    const all = await ready();
    all.modem.unsolicited(text);
    await stillWorks(all);
  });

  test('a slot that vanished between its notice and its reading', async () => {
    const all = await ready();
    all.modem.unsolicited('+CMTI: "SM",5');
    await all.clock.advance(1_000);
    expect(all.incoming()).toEqual([]);
    await stillWorks(all);
  });
});
