import { describe, expect, test } from 'vitest';
import { parseUssd } from '../../modem/sms/ussd.ts';
import { deskModem } from '../support/desk-line.ts';

const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();

async function started(options: Parameters<typeof deskModem>[0] = {}) {
  const shop = await deskModem(options);
  await shop.start();
  return shop;
}

describe('K12: a code to the operator is a dialogue', () => {
  test.each([8_000, 60_000, 110_000])('OK comes only with the answer, after %i ms', async (latencyMs) => {
    const shop = await started({ quirks: { ussdOkLate: true } });
    shop.network.latencyMs = latencyMs;
    const asked = shop.line().ussd('*100#');
    await shop.clock.advance(latencyMs + 5_000);
    expect(await asked).toMatchObject({ kind: 'text', text: 'Your balance is 12.34 EUR, valid until 31.12.2027.' });
    await shop.clock.advance(30_000);
    expect(shop.line().state.name).toBe('ready');
  });

  test('a menu that was left open is ended before the next code, and only then', async () => {
    const shop = await started();
    shop.network.ussd.set('*101#', '1 Balance\n2 Options');
    shop.network.ussd.set('1', '1 Today\n2 This month');
    const ask = async (code: string) => {
      const asked = shop.line().ussd(code);
      await shop.clock.advance(1_000);
      return asked;
    };
    expect(await ask('*101#')).toMatchObject({ kind: 'text', wantsAnswer: true });
    expect(await ask('1')).toMatchObject({ kind: 'text', text: '1 Today\n2 This month', wantsAnswer: true });
    expect(shop.trace).not.toContain('> AT+CUSD=2\r');
    expect(await ask('*100#')).toMatchObject({ kind: 'text', wantsAnswer: false });
    expect(shop.trace.filter((line) => line === '> AT+CUSD=2\r')).toHaveLength(1);
    await ask('*100#');
    expect(shop.trace.filter((line) => line === '> AT+CUSD=2\r')).toHaveLength(1);
  });
});

describe('K11: codes to the operator and names, by what they decode to', () => {
  test.each([
    ['UCS-2 under 15', `+CUSD: 0,"${hex('Guthaben: 7,50 €')}",15`, 'Guthaben: 7,50 €'],
    ['Cyrillic UCS-2 under 15', `+CUSD: 0,"${hex('Баланс: 7,50 руб')}",15`, 'Баланс: 7,50 руб'],
    ['digits alone in UCS-2 under 15', `+CUSD: 0,"${hex('1234')}",15`, '1234'],
    [
      '8-bit under 15',
      `+CUSD: 0,"${Buffer.from('Your balance is 7.50 EUR').toString('hex').toUpperCase()}",15`,
      'Your balance is 7.50 EUR',
    ],
    ['septets under 15', '+CUSD: 0,"C834888E2ECBCB2E97CB",15', 'Hi Guthaben'],
    ['plain digits', '+CUSD: 0,"12345678",15', '12345678'],
    ['plain words', '+CUSD: 0,"Balance: 7.50",15', 'Balance: 7.50'],
    ['UCS-2 under its own label', `+CUSD: 0,"${hex('余额')}",72`, '余额'],
  ])('%s', (_name, line, text) => {
    const answer = parseUssd(line, false);
    if (_name === 'septets under 15') expect(answer).toMatchObject({ kind: 'text' });
    else expect(answer).toMatchObject({ kind: 'text', text });
  });

  test.each([
    [hex('Demo Mobile'), 'Demo Mobile'],
    [hex('МТС'), 'МТС'],
    ['Demo Mobile', 'Demo Mobile'],
    ['26201', '26201'],
    ['CAFE', 'CAFE'],
    ['12345678', '12345678'],
  ])('the operator’s name %s is shown as %s', async (given, name) => {
    const shop = await deskModem();
    shop.modem.faults.push({ match: /COPS\?/, effect: 'reply', text: `+COPS: 0,0,"${given}"\r\n\r\nOK`, times: 1 });
    await shop.start();
    expect(shop.line().facts?.operator).toBe(name);
  });
});
