import type { OccurrenceMeant } from '../../calendars/entries.ts';
import type { Resource, Service } from '../../shared/appointments.ts';
import type { Stored } from './service-catalog.ts';

/** An appointment as it stands in a file, understood as far as it can be. */
export interface Entry {
  readonly line: number;
  readonly uid: string;
  /** Which occurrence of a series it speaks of, where its UID need not be the key; null: the UID is. */
  readonly occurrence: OccurrenceMeant | null;
  /** Both empty: a cancellation that does not say when it was. */
  readonly date: string;
  readonly time: string;
  readonly minutes: number | null;
  readonly number: string | null;
  readonly name: string;
  readonly note: string;
  readonly service: Stored<Service>;
  /** Empty: whoever does it. */
  readonly resources: readonly Stored<Resource>[];
  /** By row, as far as the file itself says so: what is chosen for the rest may be chosen anew. */
  readonly named: { readonly service: number | null; readonly resource: number | null };
  readonly isCancelled: boolean;
}
