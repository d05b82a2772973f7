import { expect, test } from 'vitest';
import { seeded } from '../../../support/bad-wire.ts';
import { deskLine, deskModem } from '../../../support/desk-line.ts';
import { numberOf } from '../../../../electron/shared/ids.ts';

const TEXTS = 2_000;
const NUMBERS = 25;
const [DELIVERED, GAVE_UP, TRYING] = [0x00, 0x46, 0x30];

test('[S2] [S9] [R8] references come round after 255: each report finds its text, over thousands', async () => {
  const all = await deskLine({ network: { latencyMs: 1_000 } });
  await all.start();
  const random = seeded(7);
  // The network reports after up to three minutes, in any order, and now and then says "still trying" before.
  all.network.reportStatus = ({ userData }) => (/bad/.test(userData.text ?? '') ? GAVE_UP : DELIVERED);
  const messages = Array.from({ length: TEXTS }, (_, n) =>
    all.send(`+49171000${1_000 + (n % NUMBERS)}`, `${random() < 0.1 ? 'bad' : 'good'} ${n}`),
  );
  for (let n = 0; n < TEXTS + 200; n += 5) {
    all.network.reportDelayMs = Math.floor(random() * 180_000);
    await all.clock.advance(5_000);
  }
  await all.clock.advance(200_000);
  const wrong = messages.filter((message) => {
    const text = all.store.messages.byId(numberOf(message.id))?.text ?? '';
    return all.state(message) !== (text.startsWith('bad') ? 'failed' : 'delivered');
  });
  expect(wrong).toEqual([]);
  expect(new Set(all.network.submitted.map(({ reference }) => reference)).size).toBe(256);
  all.store.close();
}, 120_000);

test('[S9] “still trying” ends nothing', async () => {
  const all = await deskLine();
  await all.start();
  all.network.reportStatus = () => TRYING;
  const message = all.send('+491712223344', 'x');
  await all.clock.advance(5_000);
  expect(all.state(message)).toBe('sent');
});

test('[R8] a late report finds its text though its reference went round many times since', async () => {
  const all = await deskModem();
  await all.start();
  all.network.holdReports(true);
  // Its answer is lost, and it never reached the network: no report is about it.
  all.modem.faults.push({ match: /^PDU$/, effect: 'silent', times: 1 });
  const uncertain = all.send('+491712223344', 'never went');
  await all.clock.advance(130_000);
  expect(all.state(uncertain)).toBe('uncertain');
  await all.clock.advance(20 * 60_000);
  const late = all.send('+491712223344', 'the phone is off');
  await all.clock.advance(10_000);
  for (let n = 0; n < 25 * 256; n++) all.send(`+4917900${10_000 + n}`, 'x');
  await all.clock.advance(60_000);
  all.network.holdReports(false);
  await all.clock.advance(60_000);
  expect([all.state(late), all.state(uncertain)]).toEqual(['delivered', 'uncertain']);
  all.store.close();
}, 120_000);
