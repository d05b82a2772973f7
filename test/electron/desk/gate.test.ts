import { describe, expect, test } from 'vitest';
import { gate } from '../../../electron/desk/gate.ts';
import { PURPOSES } from '../../../electron/shared/views.ts';

describe('the gate', () => {
  test.each(PURPOSES)('%s to an opted-out customer', (purpose) => {
    const decision = gate({ purpose, now: 0, heldByCap: () => null, expiresAt: null, optedOut: true, blocked: false });
    if (purpose === 'answer' || purpose === 'system') expect(decision).toEqual({ kind: 'send' });
    else expect(decision).toEqual({ kind: 'drop', state: 'cancelled', reason: 'opted-out' });
  });

  test.each(PURPOSES)('%s whose time is over', (purpose) => {
    expect(
      gate({ purpose, now: 10, expiresAt: 10, heldByCap: () => null, optedOut: false, blocked: false }),
    ).toMatchObject({
      kind: 'drop',
      state: 'expired',
    });
    expect(gate({ purpose, now: 9, expiresAt: 10, heldByCap: () => null, optedOut: false, blocked: false })).toEqual({
      kind: 'send',
    });
  });

  test.each(PURPOSES)('%s to a number the operator has blocked', (purpose) => {
    const decision = gate({ purpose, now: 0, heldByCap: () => null, expiresAt: null, optedOut: false, blocked: true });
    if (purpose === 'answer') expect(decision).toEqual({ kind: 'send' });
    else expect(decision).toEqual({ kind: 'drop', state: 'cancelled', reason: 'blocked' });
  });
});
