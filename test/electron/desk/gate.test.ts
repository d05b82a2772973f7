import { describe, expect, test } from 'vitest';
import { gate, type GateFacts } from '../../../electron/desk/gate.ts';
import { PURPOSES } from '../../../electron/shared/views.ts';

const NOTHING_AGAINST: Omit<GateFacts, 'purpose'> = {
  now: 0,
  expiresAt: null,
  optedOut: false,
  blocked: false,
  askedForEnd: false,
  heldByCap: () => null,
};

describe('the gate', () => {
  test.each(PURPOSES)('%s with nothing against it', (purpose) => {
    expect(gate({ ...NOTHING_AGAINST, purpose })).toEqual({ kind: 'send' });
  });

  test.each(PURPOSES)('%s to an opted-out customer', (purpose) => {
    const decision = gate({ ...NOTHING_AGAINST, purpose, optedOut: true });
    if (purpose === 'answer' || purpose === 'system') expect(decision).toEqual({ kind: 'send' });
    else expect(decision).toEqual({ kind: 'drop', state: 'cancelled', reason: 'opted-out' });
  });

  test.each(PURPOSES)('%s to a customer who may have asked for no more', (purpose) => {
    const decision = gate({ ...NOTHING_AGAINST, purpose, askedForEnd: true });
    if (purpose === 'answer' || purpose === 'system') expect(decision).toEqual({ kind: 'send' });
    else expect(decision).toEqual({ kind: 'hold', reason: 'consent-question', untilMs: null });
  });

  test.each(PURPOSES)('%s whose time is over', (purpose) => {
    expect(gate({ ...NOTHING_AGAINST, purpose, now: 10, expiresAt: 10 })).toMatchObject({
      kind: 'drop',
      state: 'expired',
    });
    expect(gate({ ...NOTHING_AGAINST, purpose, now: 9, expiresAt: 10 })).toEqual({ kind: 'send' });
  });

  test.each(PURPOSES)('%s to a number the operator has blocked', (purpose) => {
    const decision = gate({ ...NOTHING_AGAINST, purpose, blocked: true });
    if (purpose === 'answer') expect(decision).toEqual({ kind: 'send' });
    else expect(decision).toEqual({ kind: 'drop', state: 'cancelled', reason: 'blocked' });
  });
});
