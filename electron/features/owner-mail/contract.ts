import { z } from 'zod';
import { answer, method, type Contract } from '../../shared/contract.ts';
import { type MailDto, mailSettings } from '../../shared/mail.ts';

/** What the owner is told by e-mail. */
export const ownerMailContract = {
  methods: {
    'mail.get': method(z.strictObject({}), answer<MailDto>()),
    /** The password: null: as it was; empty: none. */
    'mail.set': method(
      z.strictObject({ settings: mailSettings, password: z.string().max(500).nullable() }),
      answer<MailDto>(),
    ),
    'mail.test': method(z.strictObject({}), answer<MailDto>()),
  },
  events: {},
} satisfies Contract;
