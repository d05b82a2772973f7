import { z } from 'zod';
import { id } from '../../shared/contract-fields.ts';
import { answer, method, type Contract } from '../../shared/contract.ts';

/** A single thing that was said, heard, agreed to or done, as it is kept. */
export interface ProofEntryDto {
  readonly at: number;
  readonly what: string;
  readonly text: string;
  readonly state: string;
  /** What the network said: references, times, reports. */
  readonly references: string;
  readonly by: string;
}

/** The whole history of one number, sealed so that no change goes unnoticed. */
export interface ProofDto {
  readonly who: string;
  readonly number: string;
  readonly entries: readonly ProofEntryDto[];
  /** The seal of the last entry, which covers all of them, in a form to read out and compare. */
  readonly seal: string;
  /** The history as a file that can be verified. */
  readonly table: string;
}

/** The whole history of one number, sealed. */
export const auditExportContract = {
  methods: {
    /** The whole history of one number, sealed. */
    'contacts.proof': method(z.strictObject({ id, number: z.string().max(40) }), answer<ProofDto>()),
  },
  events: {},
} satisfies Contract;
