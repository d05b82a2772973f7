import { z } from 'zod';
import type { CalendarSyncDto, ResourceDto, ServiceDto } from '../features/appointments/contract.ts';
import type { BackupStatusDto } from '../features/backups/contract.ts';
import type { ContactFieldDto, ContactGroupDto } from '../features/contacts/contract.ts';
import type { ConversationCounts } from '../features/conversations/contract.ts';
import type { FoundModemDto, LineDto } from '../features/lines/contract.ts';
import type { QueueCounts } from '../features/messaging/contract.ts';
import type { SpecialDayDto } from '../features/opening-hours/contract.ts';
import type { OrderColumnDto } from '../features/orders/contract.ts';
import type { CustomerLanguage } from '../locales/customer-languages.ts';
import { settingsSchema } from '../features/settings/schema.ts';
import type { Settings } from '../features/settings/table.ts';
import {
  type FilterDto,
  type PersonDto,
  SHOP_LISTS,
  type TagDto,
  type TemplateDto,
} from '../features/shop-lists/contract.ts';
import type { ApiDto } from '../shared/access.ts';
import { id } from '../shared/contract-fields.ts';
import { answer, event, method, type Contract } from '../shared/contract.ts';

/** Everything that is counted, read again after every change. */
export interface CountsDto {
  readonly conversations: ConversationCounts;
  /** Open conversations by tag. */
  readonly tags: Readonly<Record<string, number>>;
  readonly tasks: { readonly open: number; readonly due: number };
  /** Texts that wait for the time somebody chose. */
  readonly scheduled: number;
  /** Texts that would leave now if the line could send them. */
  readonly waitingForLine: number;
  /** Group texts that wait for a person because their time came while the program was not running. */
  readonly groupTexts: number;
  /** Texts whose time came while the program was not running. */
  readonly cameDue: number;
  /** Appointments of today, by the shop's clock, that were not canceled. */
  readonly appointmentsToday: number;
  /** Orders that are not over. */
  readonly orders: number;
  readonly queue: QueueCounts;
}

export interface AppState {
  readonly version: string;
  /** Grows when lines came or went, with all that was said on them: then everything is to be read anew. */
  readonly lineChanges: number;
  readonly settings: Settings;
  /** What customers are written to in where their own language is not known: as it is set, or as the country speaks. */
  readonly customerLanguage: CustomerLanguage;
  readonly tags: readonly TagDto[];
  readonly people: readonly PersonDto[];
  readonly templates: readonly TemplateDto[];
  readonly filters: readonly FilterDto[];
  readonly specialDays: readonly SpecialDayDto[];
  readonly services: readonly ServiceDto[];
  /** Who or what customers are booked with. */
  readonly resources: readonly ResourceDto[];
  /** The board of orders, from left to right. */
  readonly orderColumns: readonly OrderColumnDto[];
  readonly contactFields: readonly ContactFieldDto[];
  readonly groups: readonly ContactGroupDto[];
  /** Null: no other program's calendar is followed, or it has not been read yet. */
  readonly calendarSync: CalendarSyncDto | null;
  /** Whether anything the customers ask is answered by itself. */
  readonly answersByItself: boolean;
  /** All that is shown is invented. */
  readonly isSample: boolean;
  /** What a new shop has done already. */
  readonly started: { readonly hasCustomers: boolean; readonly hasSent: boolean };
  /** How many there are that are switched on. */
  readonly automations: { readonly faqs: number; readonly rules: number; readonly surveys: number };
  readonly currentAgentId: string | null;
  /** Modems plugged in while the program runs that nobody uses yet. */
  readonly offers: readonly FoundModemDto[];
  readonly lines: readonly LineDto[];
  readonly backup: BackupStatusDto;
  /** A folder of the data that other users of this computer may read, and that cannot be closed to them; null: nobody else may. */
  readonly readableFolder: string | null;
  /** Nothing new is taken on until there is room again. */
  readonly isDiskFull: boolean;
  /** The Monday of the week that was counted last and that nobody has looked at yet, `YYYY-MM-DD`; null: none. */
  readonly weekReady: string | null;
  readonly api: ApiDto;
  readonly counts: CountsDto;
}

/** The shop as a whole: what every window shows, and its settings. */
export const shopContract = {
  methods: {
    /** For whoever helps: what the lines went through, without a number or a word of anybody. */
    'support.report': method(z.strictObject({}), answer<{ readonly text: string }>()),
    'app.state': method(z.strictObject({}), answer<AppState>()),
    'app.counts': method(z.strictObject({}), answer<CountsDto>()),
    'lists.setRemoved': method(
      z.strictObject({ list: z.enum(SHOP_LISTS), id, removed: z.boolean() }),
      answer<AppState>(),
    ),
    /** Who is at the counter now; null: nobody says. */
    'people.setAtCounter': method(z.strictObject({ id: id.nullable() }), answer<AppState>()),
    /** Puts an invented shop in the place of the real one, which must not have a modem in use yet. Takes some seconds. */
    'sample.start': method(z.strictObject({}), answer<null>()),
    /** Erases the invented shop, with everything that was done in it, and puts the real one back. */
    'sample.end': method(z.strictObject({}), answer<null>()),
    'settings.set': method(settingsSchema.partial(), answer<AppState>()),
  },
  events: {
    /** Other data stand in the place of those there were: everything is to be read anew. */
    'app.restored': event<{ readonly at: number; readonly by: 'backup' | 'sample' }>(),
    /** Other lists, other settings, another shop's name. */
    'app.changed': event<AppState>(),
  },
} satisfies Contract;
