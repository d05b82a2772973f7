import { z } from 'zod';
import { id } from '../../shared/contract-fields.ts';
import { answer, method, type Contract } from '../../shared/contract.ts';

/** One thing that was said, heard, agreed to or done, as it is kept. */
export interface ProofEntryDto {
  readonly at: number;
  readonly what: string;
  readonly text: string;
  readonly state: string;
  /** Of the network: references, times, reports. */
  readonly references: string;
  readonly by: string;
}

/** One number's whole history, sealed so that it cannot be changed unseen. */
export interface ProofDto {
  readonly who: string;
  readonly number: string;
  readonly entries: readonly ProofEntryDto[];
  /** Of the last entry, and so of all: as it is read out and compared. */
  readonly seal: string;
  /** As a file, to be verified. */
  readonly table: string;
}

/** One number’s whole history, sealed. */
export const auditExportContract = {
  methods: {
    /** One number's whole history, sealed. */
    'contacts.proof': method(z.strictObject({ id, number: z.string().max(40) }), answer<ProofDto>()),
  },
  events: {},
} satisfies Contract;
