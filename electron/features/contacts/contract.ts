import { z } from 'zod';
import { type ConversationSnapshot, conversationSnapshot } from '../conversations/contract.ts';
import type { ImportRowDto, ImportDto } from '../imports/contract.ts';
import type { ImportTarget } from '../../shared/contact-words.ts';
import {
  type ContactFieldDefinition,
  type ContactGroup,
  contactFieldDefinition,
  contactGroup,
  contactName,
  contactNotes,
  fieldName,
  fieldValue,
  importChoices,
  writtenContact,
} from '../../shared/contacts.ts';
import { id, ids, limit } from '../../shared/contract-fields.ts';
import { answer, event, method, type Contract } from '../../shared/contract.ts';
import type { ConversationId, LineId } from '../../shared/ids.ts';

export interface ContactField {
  readonly name: string;
  readonly value: string;
}

/** A field that all customers have. */
export interface ContactFieldDto extends ContactFieldDefinition {
  readonly id: string;
}

/** A group of customers who have something in common. */
export interface ContactGroupDto extends ContactGroup {
  readonly id: string;
}

/** A customer as the list of customers shows them. */
export interface ContactEntryDto {
  readonly id: string;
  readonly name: string;
  /** What people at the counter call them: the name, else the number. */
  readonly who: string;
  readonly numbers: readonly { readonly number: string; readonly displayNumber: string; readonly label: string }[];
  readonly tagIds: readonly string[];
  readonly blocked: boolean;
  readonly optedOut: boolean;
  readonly wantsOffers: boolean;
  readonly birthday: string | null;
}

/** A customer under one of their numbers, for whoever picks whom something is for. */
export interface FoundCustomerDto {
  readonly name: string;
  /** The name, else the number. */
  readonly who: string;
  readonly number: string;
  readonly displayNumber: string;
  readonly label: string;
  /** When they last kept an appointment or picked up an order; null: never. */
  readonly lastVisitAt: number | null;
}

export interface ContactPageDto {
  readonly items: readonly ContactEntryDto[];
  readonly next: string | null;
  /** How many match in all; null: not counted. */
  readonly total: number | null;
}

/** A file with a list of customers that was chosen and is not imported yet. */
export interface ImportFileDto {
  readonly id: string;
  readonly kind: 'table' | 'cards';
  readonly rows: number;
  readonly columns: readonly {
    readonly heading: string;
    readonly target: ImportTarget;
    readonly samples: readonly string[];
  }[];
}

/** What the import of a list of customers would do, or did. */
export interface ContactImportPlanDto {
  readonly counts: ImportDto['counts'];
  /** The first rows: refused ones come first, then those with something to look at, then the others. */
  readonly rows: readonly ImportRowDto[];
  /** How many new customers have a name like that of an existing customer. */
  readonly alike: number;
  readonly agreeing: number;
  readonly optingOut: number;
  /** How many had opted out of messages before; they stay opted out. */
  readonly optedOutBefore: number;
}

/** A list of customers that was imported. */
export interface ContactImportDto {
  readonly id: string;
  readonly name: string;
  readonly at: number;
  readonly author: string | null;
  readonly counts: ImportDto['counts'];
  readonly undoneAt: number | null;
}

export interface ContactImportUndoneDto {
  readonly imports: readonly ContactImportDto[];
  readonly undone: number;
  /** How many customers are left as they are because somebody has changed them since. */
  readonly kept: number;
}

/** Everything that is known of a customer. */
export interface ContactDto {
  /** Null: nothing has been entered yet. */
  readonly id: string | null;
  readonly name: string;
  /** A language's BCP 47 tag. */
  readonly language: string | null;
  /** The customer's time zone (IANA); null: the shop's. */
  readonly zone: string | null;
  readonly notes: string;
  readonly fields: readonly ContactField[];
  /** `YYYY-MM-DD`, or `--MM-DD`. */
  readonly birthday: string | null;
  readonly tagIds: readonly string[];
  readonly blockedAt: number | null;
  readonly createdAt: number | null;
  /** The first number is the one that messages go to by default. */
  readonly numbers: readonly {
    readonly number: string;
    /** Whose number it is, or which one; empty: not known. */
    readonly label: string;
    readonly displayNumber: string;
    readonly optedOut: boolean;
  }[];
  /** All conversations of these numbers, the most recently active first. */
  readonly conversations: readonly {
    readonly id: ConversationId;
    readonly displayNumber: string;
    readonly lineId: LineId;
  }[];
  /** The messages in all these conversations. */
  readonly texts: { readonly received: number; readonly sent: number; readonly firstAt: number | null };
}

/** Address books that contain pictures are large. */
const MOST_FILE_LETTERS = 50_000_000;

/** Nobody selects more customers than this and still knows why. */
const MOST_MARKED = 5_000;

const importId = z.string().max(60);

/** Customers with their numbers, fields and groups, and the import and export of lists. */
export const contactsContract = {
  methods: {
    'contacts.get': method(z.strictObject({ conversationId: id }), answer<ContactDto>()),
    'contacts.change': method(
      z.strictObject({
        conversationId: id,
        change: z.strictObject({
          name: contactName.optional(),
          language: z
            .string()
            .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/)
            .nullable()
            .optional(),
          /** An IANA time zone; null: the shop's. */
          zone: z.string().max(60).nullable().optional(),
          notes: contactNotes.optional(),
          /** A single field, so that what another window writes into the others stays. Null removes it. */
          field: z.strictObject({ name: fieldName, value: fieldValue.nullable() }).optional(),
        }),
      }),
      answer<ContactDto>(),
    ),
    'contacts.block': method(
      z.strictObject({ conversationId: id, blocked: z.boolean() }),
      answer<{
        readonly contact: ContactDto;
        readonly before: readonly ConversationSnapshot[];
        /** The messages that the block canceled. */
        readonly cancelledIds: readonly string[];
      }>(),
    ),
    /**
     * Restores the state before the block: the canceled messages wait to go out again, and the conversations are open and unread
     * as before.
     */
    'contacts.undoBlock': method(
      z.strictObject({
        conversationId: id,
        snapshots: z.array(conversationSnapshot).max(500),
        cancelledIds: z.array(id).max(5_000),
      }),
      answer<ContactDto>(),
    ),
    /** Merges two customers: everything of the second goes to the first. */
    'contacts.merge': method(
      z.strictObject({ keepId: id, goneId: id }),
      answer<{ readonly mergeId: number; readonly contact: ContactDto }>(),
    ),
    'contacts.unmerge': method(z.strictObject({ mergeId: z.number().int().min(1) }), answer<ContactDto>()),
    'contacts.previewMerge': method(z.strictObject({ keepId: id, goneId: id }), answer<ContactDto>()),
    /** Sorted by name: all customers, those of a group, or those that match a search. */
    'contacts.list': method(
      z.strictObject({
        groupId: id.nullable(),
        query: z.string().max(300),
        after: z.string().max(200).nullable(),
        limit,
      }),
      answer<ContactPageDto>(),
    ),
    /** Customers whose name has these words, or whose number has these digits, one entry for each of their numbers. */
    'contacts.lookUp': method(
      z.strictObject({ query: z.string().max(60), limit: z.number().int().min(1).max(20) }),
      answer<readonly FoundCustomerDto[]>(),
    ),
    'contacts.byId': method(z.strictObject({ id }), answer<ContactDto>()),
    /**
     * A null id adds a new customer. Fields that are left out stay as they are, since another window may have written them
     * meanwhile.
     */
    'contacts.save': method(
      z.strictObject({ id: id.nullable(), contact: writtenContact.partial() }),
      answer<ContactDto>(),
    ),
    /** Returns the ids of the customers it changed. */
    'contacts.setTag': method(
      z.strictObject({ ids, tagId: id, has: z.boolean() }),
      answer<{ readonly ids: readonly string[] }>(),
    ),
    /** Exports customers as a file for other programs; if ids are given, only these. */
    'contacts.export': method(
      z.strictObject({
        format: z.enum(['table', 'cards']),
        groupId: id.nullable(),
        /** The search whose results are exported; empty: all. */
        query: z.string().max(300),
        ids: z.array(id).max(MOST_MARKED),
      }),
      answer<{ readonly text: string; readonly count: number }>(),
    ),
    /** Everything that is kept of one customer, as a page to read. */
    'contacts.personalData': method(z.strictObject({ id }), answer<{ readonly page: string }>()),
    /** Erases a customer for good. Returns how many of their numbers were removed as well. */
    'contacts.erase': method(z.strictObject({ id }), answer<{ readonly numbers: number }>()),
    /** Reads a file with a list of customers and guesses what its columns mean. */
    'contacts.readFile': method(
      z.strictObject({ name: z.string().max(300), text: z.string().max(MOST_FILE_LETTERS) }),
      answer<ImportFileDto>(),
    ),
    /** What the import would do. */
    'contacts.planImport': method(
      z.strictObject({ id: importId, choices: importChoices }),
      answer<ContactImportPlanDto>(),
    ),
    'contacts.runImport': method(z.strictObject({ id: importId }), answer<ContactImportDto & ContactImportPlanDto>()),
    'contacts.letGoImport': method(z.strictObject({ id: importId }), answer<null>()),
    /** The rows that were not imported, as a table that gives the reason for each. */
    'contacts.refusedRows': method(z.strictObject({ id: importId }), answer<{ readonly table: string }>()),
    'contacts.imports': method(z.strictObject({}), answer<readonly ContactImportDto[]>()),
    'contacts.undoImport': method(z.strictObject({ id }), answer<ContactImportUndoneDto>()),
    'contactFields.save': method(contactFieldDefinition.safeExtend({ id: id.nullable() }), answer<ContactFieldDto>()),
    'contactFields.setRemoved': method(
      z.strictObject({ id, removed: z.boolean() }),
      answer<readonly ContactFieldDto[]>(),
    ),
    'groups.save': method(contactGroup.safeExtend({ id: id.nullable() }), answer<ContactGroupDto>()),
    'groups.setRemoved': method(z.strictObject({ id, removed: z.boolean() }), answer<readonly ContactGroupDto[]>()),
    /** Who would belong to a group with these conditions. */
    'groups.preview': method(
      contactGroup.pick({ match: true, conditions: true }),
      answer<{ readonly total: number; readonly first: readonly ContactEntryDto[] }>(),
    ),
  },
  events: {
    /** Everything that is known of a customer, for all their conversations. */
    'contact.changed': event<ContactDto>(),
    /** The list of customers has changed; `many`: more of them than are announced one by one. */
    'contacts.changed': event<{ readonly many: boolean }>(),
    /** How far the check of a list has come. */
    'import.progress': event<{ readonly id: string; readonly done: number; readonly total: number }>(),
  },
} satisfies Contract;
