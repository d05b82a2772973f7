import type { OccurrenceMeant } from '../../calendars/entries.ts';
import type { Resource, Service } from '../../shared/appointments.ts';
import type { Stored } from './service-catalog.ts';

/** An appointment as a file describes it, parsed as far as possible. */
export interface Entry {
  readonly line: number;
  readonly uid: string;
  /** The occurrence of a series that it means, where its UID need not be the key; null if the UID is the key. */
  readonly occurrence: OccurrenceMeant | null;
  /** Both are empty for a cancellation that does not say when the appointment was. */
  readonly date: string;
  readonly time: string;
  readonly minutes: number | null;
  readonly number: string | null;
  readonly name: string;
  readonly note: string;
  readonly service: Stored<Service>;
  /** Empty for whoever does the service. */
  readonly resources: readonly Stored<Resource>[];
  /** Row ids of what the file itself names; anything else was chosen and may be chosen again. */
  readonly named: { readonly service: number | null; readonly resource: number | null };
  readonly isCancelled: boolean;
}
