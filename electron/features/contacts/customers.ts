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
  /** The list beside the data keeps those as well who asked for no texts elsewhere. */
  readonly optedOut: (numbers: readonly string[], at: number) => void;
}

/** All that has to do with the shop's customers, put together. */
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
