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

/** A field all customers have. */
export interface ContactFieldDto extends ContactFieldDefinition {
  readonly id: string;
}

/** Customers who are something in common. */
export interface ContactGroupDto extends ContactGroup {
  readonly id: string;
}

/** A customer in the list of them. */
export interface ContactEntryDto {
  readonly id: string;
  readonly name: string;
  /** As somebody at the counter knows them: by name, else by number. */
  readonly who: string;
  readonly numbers: readonly { readonly number: string; readonly displayNumber: string; readonly label: string }[];
  readonly tagIds: readonly string[];
  readonly blocked: boolean;
  readonly optedOut: boolean;
  readonly wantsOffers: boolean;
  readonly birthday: string | null;
}

export interface ContactPageDto {
  readonly items: readonly ContactEntryDto[];
  readonly next: string | null;
  /** Of all that fit; null: not counted. */
  readonly total: number | null;
}

/** A list of customers that was chosen, before anything of it is taken. */
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

/** What would become, or became, of a list of customers. */
export interface ContactImportPlanDto {
  readonly counts: ImportDto['counts'];
  /** The first of them: those that were refused, those with something to look at, others. */
  readonly rows: readonly ImportRowDto[];
  /** New ones with a name like somebody’s who is there. */
  readonly alike: number;
  readonly agreeing: number;
  readonly optingOut: number;
  /** Who wants no texts already, which stays. */
  readonly optedOutBefore: number;
}

/** A list of customers that was brought in. */
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
  /** Changed since by somebody: left as they are. */
  readonly kept: number;
}

/** What is known of a customer. */
export interface ContactDto {
  /** Null: nothing is written down yet. */
  readonly id: string | null;
  readonly name: string;
  /** A language's BCP 47 tag. */
  readonly language: string | null;
  /** Where the customer's clock stands, IANA; null: as the shop's. */
  readonly zone: string | null;
  readonly notes: string;
  readonly fields: readonly ContactField[];
  /** `YYYY-MM-DD`, or `--MM-DD`. */
  readonly birthday: string | null;
  readonly tagIds: readonly string[];
  readonly blockedAt: number | null;
  readonly createdAt: number | null;
  /** The one that is texted first. */
  readonly numbers: readonly {
    readonly number: string;
    /** Whose, or which; empty: not said. */
    readonly label: string;
    readonly displayNumber: string;
    readonly optedOut: boolean;
  }[];
  /** All conversations of these numbers, the last active first. */
  readonly conversations: readonly {
    readonly id: ConversationId;
    readonly displayNumber: string;
    readonly lineId: LineId;
  }[];
  /** Texts in all these conversations. */
  readonly texts: { readonly received: number; readonly sent: number; readonly firstAt: number | null };
}

/** Address books with pictures in them are large. */
const MOST_FILE_LETTERS = 50_000_000;

/** As many as somebody marks and still knows why. */
const MOST_MARKED = 5_000;

const importId = z.string().max(60);

/** Customers: their numbers, fields, groups, lists in and out. */
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
          /** IANA; null: as the shop's. */
          zone: z.string().max(60).nullable().optional(),
          notes: contactNotes.optional(),
          /** One field alone: what another window writes into the others stays. Null takes it away. */
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
        /** Texts that were taken back. */
        readonly cancelledIds: readonly string[];
      }>(),
    ),
    /** As it was before: what waited to go out waits again, and who waited. */
    'contacts.undoBlock': method(
      z.strictObject({
        conversationId: id,
        snapshots: z.array(conversationSnapshot).max(500),
        cancelledIds: z.array(id).max(5_000),
      }),
      answer<ContactDto>(),
    ),
    /** Makes one customer of two: all of the second goes to the first. */
    'contacts.merge': method(
      z.strictObject({ keepId: id, goneId: id }),
      answer<{ readonly mergeId: number; readonly contact: ContactDto }>(),
    ),
    'contacts.unmerge': method(z.strictObject({ mergeId: z.number().int().min(1) }), answer<ContactDto>()),
    'contacts.previewMerge': method(z.strictObject({ keepId: id, goneId: id }), answer<ContactDto>()),
    /** By name: all, those of a group, or those who are looked for. */
    'contacts.list': method(
      z.strictObject({
        groupId: id.nullable(),
        query: z.string().max(300),
        after: z.string().max(200).nullable(),
        limit,
      }),
      answer<ContactPageDto>(),
    ),
    'contacts.byId': method(z.strictObject({ id }), answer<ContactDto>()),
    /** Id null for somebody new. What is left out stays: another window may have written it meanwhile. */
    'contacts.save': method(
      z.strictObject({ id: id.nullable(), contact: writtenContact.partial() }),
      answer<ContactDto>(),
    ),
    /** Answers: whom it changed. */
    'contacts.setTag': method(
      z.strictObject({ ids, tagId: id, has: z.boolean() }),
      answer<{ readonly ids: readonly string[] }>(),
    ),
    /** As a file for other programs; with ids these alone. */
    'contacts.export': method(
      z.strictObject({
        format: z.enum(['table', 'cards']),
        groupId: id.nullable(),
        /** Those who are looked for; empty: all. */
        query: z.string().max(300),
        ids: z.array(id).max(MOST_MARKED),
      }),
      answer<{ readonly text: string; readonly count: number }>(),
    ),
    /** All that is kept of one, as a page to read. */
    'contacts.personalData': method(z.strictObject({ id }), answer<{ readonly page: string }>()),
    /** For good. Answers: how many of the customer's numbers were taken out as well. */
    'contacts.erase': method(z.strictObject({ id }), answer<{ readonly numbers: number }>()),
    /** A list of customers in a file: what its columns may mean. */
    'contacts.readFile': method(
      z.strictObject({ name: z.string().max(300), text: z.string().max(MOST_FILE_LETTERS) }),
      answer<ImportFileDto>(),
    ),
    /** What would come of it. */
    'contacts.planImport': method(
      z.strictObject({ id: importId, choices: importChoices }),
      answer<ContactImportPlanDto>(),
    ),
    'contacts.runImport': method(z.strictObject({ id: importId }), answer<ContactImportDto & ContactImportPlanDto>()),
    'contacts.letGoImport': method(z.strictObject({ id: importId }), answer<null>()),
    /** The rows that were not taken, as a table, each with its reason. */
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
    /** Who would belong to it. */
    'groups.preview': method(
      contactGroup.pick({ match: true, conditions: true }),
      answer<{ readonly total: number; readonly first: readonly ContactEntryDto[] }>(),
    ),
  },
  events: {
    /** What is known of a customer, for all their conversations. */
    'contact.changed': event<ContactDto>(),
    /** The list of customers is another; many: more than are told one by one. */
    'contacts.changed': event<{ readonly many: boolean }>(),
    /** How far a list is looked through. */
    'import.progress': event<{ readonly id: string; readonly done: number; readonly total: number }>(),
  },
} satisfies Contract;
