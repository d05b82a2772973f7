import type { Slices } from '../../core/slices.ts';
import type { Consent } from '../consent/consent.ts';
import type { DeskContext } from '../../core/context.ts';
import { ContactFiles } from './contact-files.ts';
import { ContactList } from './contact-list.ts';
import { Contacts } from './contacts.ts';
import { ErasureRegister } from './erasure-register.ts';
import { Erasure } from './erasure.ts';
import { ContactFields } from './fields.ts';
import { Groups } from './groups.ts';
import type { Scheduler } from '../../core/jobs/scheduler.ts';
import { Retention } from './retention.ts';
import { ContactImport } from './import/contact-import.ts';

interface CustomersParts {
  readonly scheduler: Scheduler;
  readonly consent: Consent;
  readonly slices: Slices;
  /** Also adds those who opted out elsewhere to the opt-out list that is kept beside the data. */
  readonly optedOut: (numbers: readonly string[], at: number) => void;
}

/** Puts together all services that deal with the shop's customers. */
export function customersOf(context: DeskContext, { scheduler, consent, slices, optedOut }: CustomersParts) {
  const erased = new ErasureRegister(context.store);
  const fields = new ContactFields(context);
  const groups = new Groups(context);
  const erasure = new Erasure(context, erased, slices);
  const list = new ContactList(context, { groups, fields, erased });
  return {
    contacts: new Contacts(context, erased),
    list,
    fields,
    groups,
    files: new ContactFiles(context, list, slices),
    erased,
    erasure,
    retention: new Retention(context, scheduler, erasure),
    imports: new ContactImport(context, { consent, fields, erased, slices, optedOut }),
  };
}
export type Customers = ReturnType<typeof customersOf>;
