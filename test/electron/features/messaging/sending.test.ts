import { describe, expect, test } from 'vitest';
import { recoverInterrupted } from '../../../../electron/features/messaging/recovery.ts';
import { deskModem } from '../../../support/desk-line.ts';
import { FakeClock, settle } from '../../../support/fake-clock.ts';

const CUSTOMER = '0171 222 33 44';
const E164 = '+491712223344';

async function ready(options: Parameters<typeof deskModem>[0] = {}) {
  const all = await deskModem(options);
  await all.start();
  return all;
}

describe('a text goes out', () => {
  test('queued, sent, delivered: and on disk at each step before the modem has it', async () => {
    const { send, state, store, modem, texts, clock } = await ready({
      network: { latencyMs: 1_000, reportDelayMs: 2_000 },
    });
    const message = send(CUSTOMER, 'Grüße 👋');
    await settle();
    expect(state(message)).toBe('sending');
    const [part] = store.parts.ofMessage(1);
    expect(part).toMatchObject({ state: 'submitting', sequence: 1 });
    expect(part?.tpdu.length).toBeGreaterThan(10);
    await clock.advance(1_000);
    expect(state(message)).toBe('sent');
    expect(store.parts.ofMessage(1)[0]).toMatchObject({ state: 'sent', reference: 0 });
    await clock.advance(2_000);
    expect(state(message)).toBe('delivered');
    expect(texts).toEqual([{ from: modem.msisdn, to: E164, text: 'Grüße 👋' }]);
  });

  test('a long one is delivered when all its parts are', async () => {
    const { send, state, store, texts, clock, trace } = await ready({ network: { reportDelayMs: 1_000 } });
    const long = 'Ihr Rad ist fertig, Sie können es heute bis sechs abholen. '.repeat(6).trim();
    const message = send(CUSTOMER, long);
    await settle();
    expect(state(message)).toBe('sent');
    expect(store.parts.ofMessage(1).map((part) => part.state)).toEqual(['sent', 'sent', 'sent']);
    expect(trace).toContain('> AT+CMMS=2\r');
    await clock.advance(1_000);
    expect(state(message)).toBe('delivered');
    expect(texts.map(({ text }) => text)).toEqual([long]);
  });

  test('answers go before reminders, reminders before offers, whatever came first', async () => {
    const { send, texts, start, wantsOffers } = await deskModem();
    // Into a talk none would go.
    wantsOffers('+491604412907');
    send('+491604412907', 'offer', { purpose: 'offer' });
    send(CUSTOMER, 'reminder 1', { purpose: 'service' });
    send(CUSTOMER, 'reminder 2', { purpose: 'service' });
    send(CUSTOMER, 'answer');
    await start();
    expect(texts.map(({ text }) => text)).toEqual(['answer', 'reminder 1', 'reminder 2', 'offer']);
  });

  test('[S4] two long texts to one number have different references, also after a restart', async () => {
    const { store } = await deskModem();
    const references = Array.from({ length: 256 }, () => store.parts.nextConcatenationReference(E164));
    expect(new Set(references).size).toBe(256);
  });

  test('two presses of Send are one text', async () => {
    const { outbox, row, texts, start } = await deskModem();
    const request = {
      to: CUSTOMER,
      text: 'once',
      purpose: 'answer',
      lineId: row.id,
      notBefore: null,
      expiresAt: null,
    } as const;
    const first = outbox.enqueue(request, { key: 'k', body: 'b' });
    const second = outbox.enqueue(request, { key: 'k', body: 'b' });
    expect(second).toEqual(first);
    expect(outbox.enqueue(request, { key: 'k', body: 'another' })).toMatchObject({
      ok: false,
      error: { code: 'key-reused' },
    });
    await start();
    expect(texts).toHaveLength(1);
  });

  test.each([
    ['bad-number', 'hello', 'x'],
    ['bad-number', '', 'x'],
    ['bad-number', '+49', 'x'],
    ['empty-text', CUSTOMER, '  \n '],
    ['text-too-long', CUSTOMER, 'x'.repeat(1_600)],
  ])('%s: %s', async (code, to, text) => {
    const { outbox, row } = await deskModem();
    const result = outbox.enqueue({ to, text, purpose: 'answer', lineId: row.id, notBefore: null, expiresAt: null });
    expect(result).toMatchObject({ ok: false, error: { code } });
  });
});

describe('taking back', () => {
  test('within the undo window it never leaves', async () => {
    const { send, outbox, state, texts, clock, wake } = await ready();
    const message = send(CUSTOMER, 'oops', { notBefore: new FakeClock().now() + 10_000 });
    expect(state(message)).toBe('scheduled');
    expect(outbox.cancel(1)).toMatchObject({ ok: true, value: { state: 'cancelled' } });
    await clock.advance(60_000);
    await wake();
    expect(texts).toEqual([]);
  });

  test('once it is on its way it is too late', async () => {
    const { send, outbox } = await ready({ network: { latencyMs: 1_000 } });
    send(CUSTOMER, 'gone');
    await settle();
    expect(outbox.cancel(1)).toMatchObject({ ok: false, error: { code: 'too-late' } });
  });

  test('the customer waits again', async () => {
    const { network, sim, send, outbox, clock, store, conversations } = await ready();
    network.sendText(E164, sim.msisdn, 'Is it ready?');
    await clock.advance(10);
    const since = conversations.get('conversation_1');
    send(CUSTOMER, 'yes', { notBefore: clock.now() + 5_000 });
    expect(store.conversations.byId(1)?.waiting_since).toBeNull();
    outbox.cancel(2);
    expect(store.conversations.byId(1)?.waiting_since).toBe(since.ok ? since.value.waitingSince : -1);
  });
});

describe('errors', () => {
  test('try again later: after its own wait, while others go on', async () => {
    const { send, state, reason, modem, clock, wake, texts } = await ready();
    modem.faults.push({ match: /^PDU$/, effect: 'reply', text: '+CMS ERROR: 38', times: 1 });
    const bad = send(CUSTOMER, 'first');
    const good = send('0172 1111111', 'second');
    await clock.advance(100);
    expect([state(bad), reason(bad), state(good)]).toEqual(['scheduled', 'cms-38', 'delivered']);
    await clock.advance(11_000);
    await wake();
    await clock.advance(100);
    expect(state(bad)).toBe('delivered');
    expect(texts.map(({ text }) => text)).toEqual(['second', 'first']);
  });

  test('after the last attempt it has failed, and the operator may send it again', async () => {
    const { send, state, reason, outbox, modem, clock, wake } = await ready();
    modem.faults.push({ match: /^PDU$/, effect: 'reply', text: '+CMS ERROR: 41', times: 6 });
    const message = send(CUSTOMER, 'x');
    for (let i = 0; i < 8; i++) {
      await clock.advance(2 * 3_600_000);
      await wake();
    }
    expect([state(message), reason(message)]).toEqual(['failed', 'gave-up']);
    expect(outbox.resolve(1, 'resend')).toMatchObject({ ok: true });
    await clock.advance(120_000);
    await wake();
    expect(state(message)).toBe('delivered');
  });

  test('failed for good says why', async () => {
    const { send, state, reason, modem } = await ready();
    modem.faults.push({ match: /^PDU$/, effect: 'reply', text: '+CMS ERROR: 28', times: 1 });
    const message = send(CUSTOMER, 'x');
    await settle();
    expect([state(message), reason(message)]).toEqual(['failed', 'cms-28']);
  });

  test('the operator has to act: held, and looked at again', async () => {
    const { send, state, modem, clock, wake } = await ready();
    modem.faults.push({ match: /^PDU$/, effect: 'reply', text: '+CMS ERROR: 311', times: 1 });
    const message = send(CUSTOMER, 'x');
    await settle();
    expect(state(message)).toBe('held');
    await clock.advance(6 * 60_000);
    await wake();
    await clock.advance(100);
    expect(state(message)).toBe('delivered');
  });

  test('expired: dropped by the gate, never sent', async () => {
    const { send, state, texts, start, clock } = await deskModem();
    const message = send(CUSTOMER, 'too late', { expiresAt: clock.now() + 50 });
    await start();
    expect(state(message)).toBe('expired');
    expect(texts).toEqual([]);
  });
});

describe('uncertain', () => {
  test('the answer is lost: not sent again by itself, settled by its report', async () => {
    const { send, state, modem, clock, wake, texts } = await ready({ network: { reportDelayMs: 200_000 } });
    modem.faults.push({ match: /^PDU$/, effect: 'lose-answer', times: 1 });
    const message = send(CUSTOMER, 'once');
    await clock.advance(130_000);
    expect(state(message)).toBe('uncertain');
    await wake();
    expect(texts).toHaveLength(1);
    await clock.advance(80_000);
    expect(state(message)).toBe('delivered');
    expect(texts).toHaveLength(1);
  });

  test('the report came before the wait was over: delivered at once', async () => {
    const { send, state, modem, clock, texts } = await ready({ network: { reportDelayMs: 3_000 } });
    modem.faults.push({ match: /^PDU$/, effect: 'lose-answer', times: 1 });
    const message = send(CUSTOMER, 'once');
    await clock.advance(130_000);
    expect(state(message)).toBe('delivered');
    expect(texts).toHaveLength(1);
  });

  test('in the middle of a long text the rest stays, and goes out once the part is known to have gone', async () => {
    const { send, state, modem, clock, wake, texts, outbox } = await ready({ network: { reportDelayMs: null } });
    modem.faults.push({ match: /^PDU$/, effect: 'lose-answer', times: 1 });
    const long = 'Das ist ein langer Text mit mehreren Teilen. '.repeat(6).trim();
    const message = send(CUSTOMER, long);
    await clock.advance(130_000);
    expect([state(message), texts.length]).toEqual(['uncertain', 0]);
    outbox.resolve(1, 'sent');
    await wake();
    expect([state(message), texts.map(({ text }) => text)]).toEqual(['sent', [long]]);
  });

  test('the operator decides: leave it, or send it again', async () => {
    const { send, state, modem, clock, outbox, texts } = await ready({ network: { reportDelayMs: null } });
    modem.faults.push({ match: /^PDU$/, effect: 'lose-answer', times: 2 });
    const left = send(CUSTOMER, 'left');
    await clock.advance(130_000);
    outbox.resolve(1, 'abandon');
    const again = send(CUSTOMER, 'again');
    await clock.advance(130_000);
    outbox.resolve(2, 'resend');
    await clock.advance(1_000);
    expect([state(left), state(again)]).toEqual(['failed', 'sent']);
    expect(texts.map(({ text }) => text)).toEqual(['left', 'again', 'again']);
  });

  test('a crash while handing over is uncertain; before handing over it is just queued', async () => {
    const { store, context, send } = await deskModem();
    for (const text of ['handed over', 'not yet', 'untouched']) send(CUSTOMER, text);
    store.parts.insert(1, [Uint8Array.of(1)]);
    store.parts.setSubmitting(1, 1, 0);
    store.messages.setState(1, 'sending');
    store.parts.insert(2, [Uint8Array.of(1)]);
    store.messages.setState(2, 'sending');
    recoverInterrupted(context);
    expect([1, 2, 3].map((id) => store.messages.byId(id)?.state)).toEqual(['uncertain', 'queued', 'queued']);
    expect(store.messages.byId(1)?.reason).toBe('crashed');
  });
});

describe('delivery reports', () => {
  test('references come round after 255: each report finds its own text', async () => {
    const { send, store, clock } = await ready({ network: { reportDelayMs: 1_000 } });
    for (let n = 0; n < 300; n++) send(`0171 2${String(100_000 + n)}`, `text ${n}`);
    for (let i = 0; i < 40; i++) await clock.advance(100);
    const all = store.messages.list({ after: 0, limit: 500, direction: 'out', state: null, conversation: null });
    expect(all).toHaveLength(300);
    expect(all.filter(({ state }) => state !== 'delivered')).toEqual([]);
  });

  test('a report may come before the modem has told the reference', async () => {
    const { send, state, modem, inbox, row, clock } = await ready({
      network: { latencyMs: 5_000, reportDelayMs: null },
    });
    const message = send(CUSTOMER, 'x');
    await settle();
    const { encodeStatusReport, toPdu } = await import('../../../../modem/pdu/tpdu.ts');
    const { addressOf } = await import('../../../../modem/pdu/address.ts');
    const report = encodeStatusReport({
      messageReference: 0,
      recipient: addressOf('01712223344'), // networks report the number as they like
      serviceCentreTimeUtcMs: clock.now(),
      dischargeTimeUtcMs: clock.now(),
      status: 0,
    });
    inbox.accept(row.id, toPdu(report));
    expect(state(message)).toBe('sending');
    await clock.advance(5_000);
    expect(state(message)).toBe('delivered');
    expect(modem.sim.slots.every((slot) => slot === null)).toBe(true);
  });
});

test('a text that is queued just as the sender found nothing more to do is not left lying', async () => {
  const { send, desk, texts } = await ready();
  desk.lines.wake();
  send(CUSTOMER, 'in the same turn');
  await settle();
  expect(texts.map(({ text }) => text)).toEqual(['in the same turn']);
});

test('a later text to the same customer stays behind one that is tried again', async () => {
  const { send, modem, texts, clock, wake } = await ready();
  modem.faults.push({ match: /^PDU$/, effect: 'reply', text: '+CMS ERROR: 38', times: 1 });
  send(CUSTOMER, 'first');
  send(CUSTOMER, 'second');
  send('0172 1111111', 'somebody else');
  await settle();
  expect(texts.map(({ text }) => text)).toEqual(['somebody else']);
  await clock.advance(11_000);
  await wake();
  expect(texts.map(({ text }) => text)).toEqual(['somebody else', 'first', 'second']);
});

test('a customer whose texts are refused one after the other is tried at ever longer intervals', async () => {
  const { send, modem, outbox, store, clock, wake } = await ready();
  modem.faults.push({ match: /^PDU$/, effect: 'reply', text: '+CMS ERROR: 38', times: 3 });
  send(CUSTOMER, 'first');
  await clock.advance(11_000);
  await wake();
  expect(outbox.cancel(1)).toMatchObject({ ok: true });
  send(CUSTOMER, 'second');
  await settle();
  const second = store.messages.byId(2);
  expect(second?.state).toBe('scheduled');
  // The third refusal in a row, though the first of this text.
  expect((second?.not_before ?? 0) - clock.now()).toBe(5 * 60_000);
});

test('looked at by a person, what came due while nobody was here goes; what is held for something else stays', async () => {
  const { send, outbox, state, store, clock } = await ready();
  const [late, other] = ['late', 'other'].map((text) =>
    send(CUSTOMER, text, { notBefore: new FakeClock().now() + 1e9 }),
  );
  store.messages.setState(1, 'held', 'came-due');
  store.messages.setState(2, 'held', 'cms-311', 1e15);
  outbox.release([1, 2]);
  await clock.advance(1_000);
  expect([late, other].map((each) => state(each as NonNullable<typeof late>))).toEqual(['delivered', 'held']);
});

describe('what may happen between two steps', () => {
  test('taken back while the modem is asked to keep its link: nothing leaves', async () => {
    const { send, outbox, state, texts, modem, clock } = await ready();
    modem.faults.push({ match: /CMMS=2/, effect: 'silent', times: 1 });
    const message = send(CUSTOMER, 'ein langer Text '.repeat(20));
    await settle();
    expect(outbox.cancel(1)).toMatchObject({ ok: true });
    await clock.advance(30_000);
    expect([state(message), texts]).toEqual(['cancelled', []]);
  });

  test('a part that cannot arrive ends the text: the rest stays, and it does not become sent', async () => {
    const { send, state, store, inbox, row, clock, network } = await ready({
      network: { latencyMs: 1_000, reportDelayMs: null },
    });
    const message = send(CUSTOMER, 'ein langer Text '.repeat(25));
    await clock.advance(1_500); // the first part is sent, the second on its way
    const { encodeStatusReport, toPdu } = await import('../../../../modem/pdu/tpdu.ts');
    const { addressOf } = await import('../../../../modem/pdu/address.ts');
    const times = { serviceCentreTimeUtcMs: clock.now(), dischargeTimeUtcMs: clock.now() };
    const report = encodeStatusReport({ messageReference: 0, recipient: addressOf(E164), ...times, status: 0x45 });
    inbox.accept(row.id, toPdu(report));
    await clock.advance(10_000);
    expect([state(message), network.submitted.length]).toEqual(['failed', 2]);
    expect(store.parts.ofMessage(1).map((part) => part.state)).toEqual(['failed', 'sent', 'waiting']);
  });

  test('of a long text one part has left: the rest waits to be tried again, and cannot be taken back', async () => {
    const { send, outbox, state, store, modem, clock } = await ready({ network: { latencyMs: 1_000 } });
    const message = send(CUSTOMER, 'ein langer Text '.repeat(20));
    await clock.advance(500);
    modem.faults.push({ match: /^PDU$/, effect: 'reply', text: '+CMS ERROR: 38', times: 1 });
    await clock.advance(3_000);
    expect(state(message)).toBe('scheduled');
    expect(store.parts.ofMessage(1).map((part) => part.state)).toEqual(['delivered', 'waiting', 'waiting']);
    expect(outbox.cancel(1)).toMatchObject({ ok: false, error: { code: 'too-late' } });
    expect(state(message)).toBe('scheduled');
  });

  test('left as it is by the operator: a late report sends nothing more', async () => {
    const { send, state, modem, outbox, clock, wake, network } = await ready({ network: { reportDelayMs: 200_000 } });
    modem.faults.push({ match: /^PDU$/, effect: 'lose-answer', times: 1 });
    const message = send(CUSTOMER, 'ein langer Text '.repeat(25));
    await clock.advance(130_000);
    outbox.resolve(1, 'abandon');
    await clock.advance(100_000);
    await wake();
    expect([state(message), network.submitted.length]).toEqual(['failed', 1]);
  });

  test('sent again after giving up, it has all its attempts again', async () => {
    const { send, state, store, outbox, modem } = await ready();
    const message = send(CUSTOMER, 'x', { notBefore: new FakeClock().now() + 1e9 });
    store.messages.setState(1, 'failed', 'gave-up');
    for (let i = 0; i < 9; i++) store.messages.countAttempt(1);
    modem.faults.push({ match: /^PDU$/, effect: 'reply', text: '+CMS ERROR: 38', times: 1 });
    outbox.resolve(1, 'resend');
    await settle();
    expect(state(message)).toBe('scheduled');
  });
});
