import { z } from 'zod';
import { answer, method, type Contract } from '../../shared/contract.ts';
import { type MailView, mailSettings } from '../../shared/mail.ts';

/** What the owner is told by e-mail. */
export const ownerMailContract = {
  methods: {
    'mail.get': method(z.strictObject({}), answer<MailView>()),
    /** The password: null: as it was; empty: none. */
    'mail.set': method(
      z.strictObject({ settings: mailSettings, password: z.string().max(500).nullable() }),
      answer<MailView>(),
    ),
    'mail.test': method(z.strictObject({}), answer<MailView>()),
  },
  events: {},
} satisfies Contract;
