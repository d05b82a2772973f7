import { z } from 'zod';
import { MAX_TEXT_LENGTH, NATIONAL_LANGUAGE_NAMES } from './composing.ts';
import {
  contactFieldDefinition,
  contactGroup,
  contactName,
  contactNotes,
  fieldName,
  fieldValue,
  importChoices,
  writtenContact,
} from './contacts.ts';
import { faq } from './faq.ts';
import { groupTextOrder } from './group-texts.ts';
import { instant } from './instants.ts';
import { recurrence } from './recurrence.ts';
import { appointmentName, appointmentNote, resource, service, WAITING_HALVES } from './appointments.ts';
import { MOST_COLUMNS, newOrder, orderColumn } from './orders.ts';
import { date, specialDay, timeOfDay } from './hours.ts';
import type { BackupContents, BackupFile } from './backup-vault.ts';
import type { ConversationId } from './ids.ts';
import {
  APPOINTMENT_FIELDS,
  HOLIDAY_FIELDS,
  MOST_FOUND_DAYS,
  MOST_TABLE_COLUMNS,
  ORDER_FIELDS,
} from './import-words.ts';
import { preferences, type Preferences } from './preferences.ts';
import { rule } from './rules.ts';
import { reportPlace, reportRange, type BehindPage, type ReportView } from './reports.ts';
import { newAccessToken, type AccessTokenView, type ApiView } from './access.ts';
import { mailSettings, type MailView } from './mail.ts';
import { PAYMENT_STATES } from './payment-words.ts';
import { newPayment, type PaymentView } from './payments.ts';
import { survey } from './surveys.ts';
import { webhook } from './webhooks.ts';
import type { Result } from './result.ts';
import {
  CONSENT_CHOICES,
  CONVERSATION_VIEWS,
  type AppointmentView,
  type BackupListView,
  type BackupStatusView,
  type BoardView,
  type ImportView,
  type OrderColumnView,
  type OrderView,
  type CalendarSyncView,
  type CalendarView,
  type ConsentView,
  type CustomerAppointmentsView,
  type CustomerSurveyView,
  type ReminderView,
  type ResourceView,
  type ServiceView,
  type SlotView,
  type ContactEntryView,
  type ContactFieldView,
  type ContactGroupView,
  type ContactImportPlanView,
  type ContactImportUndoneView,
  type ContactImportView,
  type ContactPageView,
  type ContactView,
  type ImportFileView,
  type ConversationEventView,
  type ConversationView,
  type CountsView,
  type DiscoveryView,
  type DraftsView,
  type FaqGapView,
  type FaqView,
  type FilterView,
  type FoundDaysView,
  type FoundModemView,
  type GroupTextPageView,
  type GroupTextPreviewView,
  type GroupTextView,
  type LoadView,
  type LinePage,
  type LineView,
  type MessageDetails,
  type MessageView,
  type PersonView,
  type ProofView,
  type RecurringView,
  type RehearsalView,
  type RuleView,
  type SearchHit,
  type WaitingView,
  type WebhookDeliveryView,
  type WebhookView,
  type SpecialDayView,
  type SuggestionsView,
  type SurveyView,
  type TagView,
  type TaskView,
  type TemplateView,
  type TryView,
  type WrittenDraftView,
} from './views.ts';

/** Generous: the exact limit is ten parts, and the refusal should name that, not this. */
const text = z.string().max(10 * MAX_TEXT_LENGTH);
const id = z.string().max(20);
const limit = z.number().int().min(1).max(200);

/** Address books with pictures in them are large. */
const MOST_FILE_LETTERS = 50_000_000;
/** As many as somebody marks and still knows why. */
const MOST_MARKED = 5_000;
/** Of a backup's file: never a path. */
const backupName = z.string().regex(/^[\w.-]{1,100}$/);
/** Long enough that guessing takes years. */
const passphrase = z.string().min(10).max(200);
const folderPath = z.string().trim().min(1).max(1_000).nullable();
const importId = z.string().max(60);
const pin = z.string().regex(/^\d{4,8}$/);
/** Digits and signs only: it goes between the quotes of an AT command. */
const USSD = /^[0-9*#+]{1,160}$/;
const cap = z.number().int().min(1).max(100_000);

export const lineSettings = z.strictObject({
  caps: z.strictObject({ minute: cap, hour: cap, day: cap }),
  rejectCalls: z.boolean(),
  balance: z.strictObject({
    code: z.union([z.literal(''), z.string().regex(USSD).max(40)]),
    after: z.string().max(80),
    warnBelow: z.number().min(0).max(1e9).nullable(),
    daily: z.boolean(),
  }),
  nationalLanguage: z.enum(NATIONAL_LANGUAGE_NAMES).nullable().default(null),
});

/** `automatic`: all but what a person wrote. */
const HAND_OVER = ['nothing', 'automatic'] as const;
export type HandOver = (typeof HAND_OVER)[number];

/** A window's own name, made up by it: what it does is told to the others. */
const seat = z.string().min(8).max(80);
const ids = z.array(id).min(1).max(500);
const name = z.string().trim().min(1).max(60);
const taskText = z.string().trim().min(1).max(200);

/** What was before a change, for undoing it. */
export const conversationSnapshot = z.strictObject({
  id,
  status: z.enum(['open', 'snoozed', 'closed']),
  snoozedUntil: instant.nullable(),
  assigneeId: id.nullable(),
  tagIds: z.array(id).max(200),
  waitingSince: instant.nullable(),
  pausedSince: instant.nullable(),
  unread: z.number().int().min(0),
  readUpTo: z.number().int().min(0),
  /** What the change made of it, and the newest of what came in: what is otherwise by now was not this change. */
  left: z.strictObject({
    status: z.enum(['open', 'snoozed', 'closed']),
    snoozedUntil: instant.nullable(),
    lastMessageId: z.number().int().nullable(),
    lastIncomingId: z.number().int().nullable(),
    lastEventAt: instant.nullable(),
  }),
});
export type ConversationSnapshot = z.infer<typeof conversationSnapshot>;

/** Which part of a conversation: its end, where somebody stopped reading, around something found, or what follows. */
export const messageRange = z.union([
  z.strictObject({ from: z.literal('end') }),
  z.strictObject({ from: z.literal('unread') }),
  z.strictObject({ from: z.enum(['before', 'after', 'around']), id }),
]);
export type MessageRange = z.infer<typeof messageRange>;

export const SHOP_LISTS = ['tags', 'people', 'templates', 'filters'] as const;

/** What the window may ask of the desk: the shape of each question. The answers' types are in {@link Answers}. */
export const METHODS = {
  'app.state': z.strictObject({}),
  'app.counts': z.strictObject({}),
  'conversations.list': z.strictObject({
    view: z.enum(CONVERSATION_VIEWS),
    order: z.enum(['newest', 'longest']),
    tagId: id.nullable(),
    assigneeId: id.nullable(),
    after: z.string().max(40).nullable(),
    limit,
  }),
  'conversations.get': z.strictObject({ id }),
  'conversations.messages': z.strictObject({ id, range: messageRange, limit }),
  'conversations.markRead': z.strictObject({ id }),
  'conversations.markUnread': z.strictObject({ id }),
  /** Changes several at once; answers what was before. */
  'conversations.change': z.strictObject({
    ids,
    change: z.union([
      z.strictObject({ status: z.enum(['open', 'closed']) }),
      z.strictObject({ snoozeUntil: instant }),
      z.strictObject({ assigneeId: id.nullable() }),
      z.strictObject({ addTagId: id }),
      z.strictObject({ removeTagId: id }),
    ]),
  }),
  'conversations.restore': z.strictObject({
    what: z.union([z.enum(['status', 'assignee']), z.strictObject({ tagId: id })]),
    snapshots: z.array(conversationSnapshot).min(1).max(500),
  }),
  'conversations.setDraft': z.strictObject({ id, draft: text, seat }),
  /** Somebody is writing an answer: told to the other windows, kept nowhere. */
  'conversations.typing': z.strictObject({ id, seat }),
  'conversations.logCall': z.strictObject({ id }),
  'notes.add': z.strictObject({ conversationId: id, text: z.string().trim().min(1).max(4_000) }),
  'notes.edit': z.strictObject({ id, text: z.string().trim().min(1).max(4_000) }),
  'notes.remove': z.strictObject({ id }),
  'notes.restore': z.strictObject({
    conversationId: id,
    at: instant,
    text: z.string().min(1).max(4_000),
    author: z.string().max(60).nullable(),
  }),
  'search.find': z.strictObject({ query: z.string().max(300), limit }),
  'contacts.get': z.strictObject({ conversationId: id }),
  /** Whether a text that may ask for no more texts does. */
  'consent.decide': z.strictObject({ conversationId: id, as: z.enum(['opt-out', 'innocent']) }),
  'consent.get': z.strictObject({ conversationId: id }),
  /** What a customer said at the counter: nothing of it undoes his STOP. */
  'consent.record': z.strictObject({
    conversationId: id,
    purpose: z.enum(CONSENT_CHOICES),
    state: z.enum(['granted', 'withdrawn']),
    wording: z.string().trim().min(1).max(500),
  }),
  /** Asks by text whether offers are wanted. */
  'consent.askForOffers': z.strictObject({ conversationId: id }),
  'contacts.change': z.strictObject({
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
  'contacts.block': z.strictObject({ conversationId: id, blocked: z.boolean() }),
  /** As it was before: what waited to go out waits again, and who waited. */
  'contacts.undoBlock': z.strictObject({
    conversationId: id,
    snapshots: z.array(conversationSnapshot).max(500),
    cancelledIds: z.array(id).max(5_000),
  }),
  /** Makes one customer of two: all of the second goes to the first. */
  'contacts.merge': z.strictObject({ keepId: id, goneId: id }),
  'contacts.unmerge': z.strictObject({ mergeId: z.number().int().min(1) }),
  'contacts.previewMerge': z.strictObject({ keepId: id, goneId: id }),
  /** By name: all, those of a group, or those who are looked for. */
  'contacts.list': z.strictObject({
    groupId: id.nullable(),
    query: z.string().max(300),
    after: z.string().max(200).nullable(),
    limit,
  }),
  'contacts.byId': z.strictObject({ id }),
  /** Id null for somebody new. What is left out stays: another window may have written it meanwhile. */
  'contacts.save': z.strictObject({ id: id.nullable(), contact: writtenContact.partial() }),
  'contacts.setTag': z.strictObject({ ids, tagId: id, has: z.boolean() }),
  /** As a file for other programs; with ids these alone. */
  'contacts.export': z.strictObject({
    format: z.enum(['table', 'cards']),
    groupId: id.nullable(),
    /** Those who are looked for; empty: all. */
    query: z.string().max(300),
    ids: z.array(id).max(MOST_MARKED),
  }),
  /** All that is kept of one, as a page to read. */
  'contacts.personalData': z.strictObject({ id }),
  /** One number's whole history, sealed. */
  'contacts.proof': z.strictObject({ id, number: z.string().max(40) }),
  /** For good. */
  'contacts.erase': z.strictObject({ id }),
  /** A list of customers in a file: what its columns may mean. */
  'contacts.readFile': z.strictObject({ name: z.string().max(300), text: z.string().max(MOST_FILE_LETTERS) }),
  /** What would come of it. */
  'contacts.planImport': z.strictObject({ id: importId, choices: importChoices }),
  'contacts.runImport': z.strictObject({ id: importId }),
  'contacts.letGoImport': z.strictObject({ id: importId }),
  /** The rows that were not taken, as a table, each with its reason. */
  'contacts.refusedRows': z.strictObject({ id: importId }),
  'contacts.imports': z.strictObject({}),
  'contacts.undoImport': z.strictObject({ id }),
  'contactFields.save': contactFieldDefinition.safeExtend({ id: id.nullable() }),
  'contactFields.setRemoved': z.strictObject({ id, removed: z.boolean() }),
  'groups.save': contactGroup.safeExtend({ id: id.nullable() }),
  'groups.setRemoved': z.strictObject({ id, removed: z.boolean() }),
  /** Who would belong to it. */
  'groups.preview': contactGroup.pick({ match: true, conditions: true }),
  'groupTexts.preview': groupTextOrder,
  /** To oneself, as the first of them gets it. */
  'groupTexts.test': z.strictObject({ order: groupTextOrder, number: z.string().max(40) }),
  /** `confirmed`: how many it goes to, as somebody has typed it. The same key is the same group text. */
  'groupTexts.start': z.strictObject({
    order: groupTextOrder,
    key: z.string().min(8).max(80),
    confirmed: z.number().int().min(0),
  }),
  'groupTexts.list': z.strictObject({}),
  'groupTexts.page': z.strictObject({ id, after: z.string().max(20).nullable(), limit }),
  'groupTexts.setPaused': z.strictObject({ id, paused: z.boolean() }),
  'groupTexts.stop': z.strictObject({ id }),
  /** What became of each, as a table. */
  'groupTexts.table': z.strictObject({ id }),
  'tasks.list': z.strictObject({}),
  'tasks.ofConversation': z.strictObject({ conversationId: id }),
  'tasks.add': z.strictObject({ conversationId: id, text: taskText, dueAt: instant.nullable() }),
  'tasks.edit': z.strictObject({ id, text: taskText, dueAt: instant.nullable() }),
  'tasks.setDone': z.strictObject({ id, done: z.boolean() }),
  'tasks.remove': z.strictObject({ id }),
  /** Ids are null for new ones. */
  'tags.save': z.strictObject({ id: id.nullable(), name, hue: z.number().int().min(0).max(359) }),
  'people.save': z.strictObject({ id: id.nullable(), name }),
  'templates.save': z.strictObject({
    id: id.nullable(),
    name: z
      .string()
      .trim()
      .regex(/^\S{1,30}$/u),
    text: z.string().trim().min(1).max(MAX_TEXT_LENGTH),
  }),
  'filters.save': z.strictObject({ id: id.nullable(), name, query: z.string().trim().min(1).max(300) }),
  'lists.setRemoved': z.strictObject({ list: z.enum(SHOP_LISTS), id, removed: z.boolean() }),
  /** Who is at the counter now; null: nobody says. */
  'people.setAtCounter': z.strictObject({ id: id.nullable() }),
  'preferences.set': preferences.partial(),
  'services.save': service.safeExtend({ id: id.nullable() }),
  'services.setRemoved': z.strictObject({ id, removed: z.boolean() }),
  'resources.save': resource.safeExtend({ id: id.nullable() }),
  'resources.setRemoved': z.strictObject({ id, removed: z.boolean() }),
  'appointments.calendar': z.strictObject({ from: date, days: z.number().int().min(1).max(42) }),
  'appointments.ofCustomer': z.strictObject({ conversationId: id }),
  /** When somebody is free for a service; `movingId`: as if that appointment were not there. */
  'appointments.slots': z.strictObject({
    serviceId: id,
    resourceId: id.nullable(),
    date,
    days: z.number().int().min(1).max(60),
    movingId: id.nullable(),
  }),
  'appointments.book': z.strictObject({
    /** Null: by the number. */
    conversationId: id.nullable(),
    number: z.string().max(40),
    name: appointmentName,
    serviceId: id,
    /** Null: whoever is free. */
    resourceId: id.nullable(),
    date,
    time: timeOfDay,
    note: appointmentNote,
    /** The customer is told by text. */
    tell: z.boolean(),
  }),
  'appointments.move': z.strictObject({
    id,
    date,
    time: timeOfDay,
    resourceId: id.nullable(),
    tell: z.boolean(),
  }),
  'appointments.change': z.strictObject({
    id,
    input: z.enum(['confirm', 'cancel', 'miss', 'restore']),
    tell: z.boolean(),
  }),
  'appointments.edit': z.strictObject({ id, name: appointmentName, note: appointmentNote }),
  'appointments.reminders': z.strictObject({ id }),
  /** Days on which texts are planned, and whether the line can send them in time. */
  'appointments.load': z.strictObject({ from: date, days: z.number().int().min(1).max(42) }),
  'waiting.list': z.strictObject({}),
  'waiting.add': z.strictObject({
    /** Null: by the number. */
    conversationId: id.nullable(),
    number: z.string().max(40),
    name: appointmentName,
    serviceId: id,
    /** Null: whoever is free. */
    resourceId: id.nullable(),
    from: date,
    /** Null: any later. */
    until: date.nullable(),
    half: z.enum(WAITING_HALVES),
  }),
  'waiting.setRemoved': z.strictObject({ id, removed: z.boolean() }),
  /** Appointments of a table or of another program's calendar; `dryRun`: what would come of it. */
  'appointments.import': z.strictObject({
    kind: z.enum(['table', 'calendar']),
    text: z.string().max(5_000_000),
    /** Where the file does not say. */
    serviceId: id.nullable(),
    resourceId: id.nullable(),
    /** What each column of a table holds; left out: by its headings. */
    columns: z.array(z.enum(APPOINTMENT_FIELDS).nullable()).max(MOST_TABLE_COLUMNS).nullable().optional(),
    dryRun: z.boolean(),
  }),
  /** What is missing in the calendar that is followed, and waits for a person; `count`: as many as were shown. */
  'appointments.cancelMissing': z.strictObject({ count: z.number().int().min(1).max(100_000) }),
  /** As an iCalendar file; from null: all there are. */
  'appointments.export': z.strictObject({ from: date.nullable(), days: z.number().int().min(1).max(42) }),
  'orders.board': z.strictObject({}),
  'orders.ofCustomer': z.strictObject({ conversationId: id }),
  /** Column null: the first. */
  'orders.add': newOrder.safeExtend({ columnId: id.nullable(), tell: z.boolean() }),
  /** Another number is told where the order stands, if the column says so. */
  'orders.change': newOrder.safeExtend({ id, tell: z.boolean() }),
  /** The customer is told, where the column says so. */
  'orders.move': z.strictObject({ id, columnId: id, tell: z.boolean() }),
  'orders.setRemoved': z.strictObject({ id, removed: z.boolean() }),
  /** The whole board; ids are null for new columns. */
  'orders.setColumns': z.strictObject({
    columns: z
      .array(orderColumn.safeExtend({ id: id.nullable() }))
      .min(1)
      .max(MOST_COLUMNS),
  }),
  /** The orders of a table; `dryRun`: what would come of it. */
  'orders.import': z.strictObject({
    table: z.string().max(5_000_000),
    tell: z.boolean(),
    /** What each column holds; left out: by its headings. */
    columns: z.array(z.enum(ORDER_FIELDS).nullable()).max(MOST_TABLE_COLUMNS).nullable().optional(),
    dryRun: z.boolean(),
  }),
  'faqs.list': z.strictObject({}),
  /** Id null for a new one. */
  'faqs.save': faq.safeExtend({ id: id.nullable() }),
  'faqs.setRemoved': z.strictObject({ id, removed: z.boolean() }),
  /** How a customer asked it, to be known from now on. */
  'faqs.addPhrasing': z.strictObject({ id, text: z.string().trim().min(1).max(MAX_TEXT_LENGTH) }),
  /** What is asked often without an answer, of the last 60 days. */
  'faqs.gaps': z.strictObject({}),
  /** Not worth an answer: not shown any more. */
  'faqs.dismissGap': z.strictObject({ key: z.string().max(200), dismissed: z.boolean() }),
  'rules.list': z.strictObject({}),
  /** Id null for a new one. */
  'rules.save': rule.safeExtend({ id: id.nullable() }),
  'rules.setRemoved': z.strictObject({ id, removed: z.boolean() }),
  'rules.setOrder': z.strictObject({ ids: z.array(id).min(1).max(200) }),
  /** What it would have done in the last days. */
  'rules.rehearse': z.strictObject({ rule, days: z.number().int().min(1).max(90) }),
  /** Which answers may fit what the customer last said. */
  'answers.suggest': z.strictObject({ conversationId: id }),
  /** What the person at the counter may answer with. */
  'answers.draft': z.strictObject({ conversationId: id }),
  /** A draft in the words of the owner's language model. */
  'answers.write': z.strictObject({ conversationId: id }),
  /** What language models there are at an address. */
  'answers.models': z.strictObject({ address: z.string().trim().min(1).max(200) }),
  /** What would become of a text that came in now. */
  'answers.try': z.strictObject({ text: z.string().max(MAX_TEXT_LENGTH) }),
  'answers.setPaused': z.strictObject({ conversationId: id, paused: z.boolean() }),
  /** What the closed-hours answer would say. */
  'answers.preview': z.strictObject({}),
  /** What a calendar or a table holds of whole days. */
  'days.read': z.strictObject({
    text: z.string().max(1_000_000),
    /** What each column of a table holds; left out: by its headings. */
    columns: z.array(z.enum(HOLIDAY_FIELDS).nullable()).max(MOST_TABLE_COLUMNS).nullable().optional(),
  }),
  'days.add': z.strictObject({
    days: z
      .array(specialDay.safeExtend({ uid: z.string().max(400).nullable() }))
      .min(1)
      .max(MOST_FOUND_DAYS),
  }),
  'days.change': z.strictObject({ id, day: specialDay }),
  'days.remove': z.strictObject({ ids: z.array(id).min(1).max(MOST_FOUND_DAYS) }),
  'messages.send': z.strictObject({
    to: z.string().max(60),
    text,
    /** Null: the line the number was last talked to on, else the first that works. */
    lineId: id.nullable(),
    /** How long it can be taken back, in milliseconds. */
    undoMs: z.number().int().min(0).max(10_000),
    /** Send later: not before this instant. */
    notBefore: instant.nullable(),
    /** Made up by the window for each press of Send: a second press sends nothing more. */
    key: z.string().min(8).max(80),
  }),
  'messages.cancel': z.strictObject({ id }),
  /** Other words or another time for a text that still waits for its time. */
  /** Time null: in a moment in which it can be taken back, by the desk's clock. */
  'messages.reschedule': z.strictObject({ id, text, notBefore: instant.nullable() }),
  'messages.scheduled': z.strictObject({}),
  /** Texts that are sent again and again. */
  'recurring.list': z.strictObject({}),
  /** Id null for a new one; of one that is there the number stays. */
  'recurring.save': z.strictObject({ id: id.nullable(), number: z.string().max(40), text, rule: recurrence }),
  'recurring.setStopped': z.strictObject({ id, stopped: z.boolean() }),
  /** The next times of a rule. */
  'recurring.preview': z.strictObject({ rule: recurrence }),
  'messages.details': z.strictObject({ id }),
  'messages.resolve': z.strictObject({ id, as: z.enum(['sent', 'resend', 'abandon']) }),
  'numbers.check': z.strictObject({ number: z.string().max(60) }),
  /** Texts that may have gone out, or that the desk gave up, newest first: a person decides. */
  'messages.undecided': z.strictObject({}),
  /** What came due while the program was not running. */
  'messages.cameDue': z.strictObject({}),
  /** Looked at: they go. */
  'messages.release': z.strictObject({ ids }),
  'lines.ports': z.strictObject({}),
  /** Asks every free port who is behind it. */
  'lines.discover': z.strictObject({}),
  'lines.connect': z.strictObject({ path: z.string().min(1).max(300), pin: pin.nullable() }),
  'lines.setPin': z.strictObject({ id, pin: pin.nullable() }),
  'lines.remove': z.strictObject({ id }),
  'lines.startDemo': z.strictObject({}),
  'lines.page': z.strictObject({ id }),
  /** The last of what went between program and modem, without anybody's words or numbers. */
  'lines.log': z.strictObject({ id }),
  'lines.configure': z.strictObject({
    id,
    name: z.string().trim().min(1).max(40),
    ownNumber: z.string().max(60).nullable(),
    settings: lineSettings,
  }),
  'lines.askOperator': z.strictObject({ id, code: z.string().regex(USSD) }),
  'lines.askBalance': z.strictObject({ id }),
  'support.report': z.strictObject({}),
  'mail.get': z.strictObject({}),
  /** The password: null: as it was; empty: none. */
  'mail.set': z.strictObject({ settings: mailSettings, password: z.string().max(500).nullable() }),
  'mail.test': z.strictObject({}),
  'payments.ask': newPayment.safeExtend({ conversationId: id, undoMs: z.number().int().min(0).max(20_000) }),
  'payments.ofCustomer': z.strictObject({ conversationId: id }),
  'payments.setState': z.strictObject({ reference: z.string().max(20), state: z.enum(PAYMENT_STATES) }),
  'tokens.list': z.strictObject({}),
  'tokens.make': newAccessToken,
  'tokens.setRevoked': z.strictObject({ tokenId: z.number().int().positive(), revoked: z.boolean() }),
  'reports.read': reportRange,
  'reports.behind': reportRange.safeExtend({ place: reportPlace }),
  'reports.seen': z.strictObject({}),
  'surveys.list': z.strictObject({}),
  'surveys.save': survey.safeExtend({ id: id.nullable() }),
  'surveys.setRemoved': z.strictObject({ id, removed: z.boolean() }),
  /** What he answered. */
  'surveys.ofCustomer': z.strictObject({ conversationId: id }),
  'webhooks.list': z.strictObject({}),
  'webhooks.save': webhook.safeExtend({ id: id.nullable() }),
  'webhooks.setRemoved': z.strictObject({ id, removed: z.boolean() }),
  /** What it was told, the newest first. */
  'webhooks.log': z.strictObject({ id }),
  'webhooks.test': z.strictObject({ id }),
  'webhooks.sendAgain': z.strictObject({ deliveryId: z.number().int().min(1) }),
  'backups.make': z.strictObject({}),
  /** Of a folder; null: of the one they go to. */
  'backups.list': z.strictObject({ folder: folderPath }),
  /** Null: from now on without one. */
  'backups.setPassphrase': z.strictObject({ passphrase: passphrase.nullable() }),
  /** Reads one back into a scratch copy. Passphrase null: the one that is used now. */
  'backups.prove': z.strictObject({ name: backupName, passphrase: z.string().max(200).nullable() }),
  /** Puts one in the place of the data, which are kept aside, and starts anew with it. */
  'backups.restore': z.strictObject({
    name: backupName,
    passphrase: z.string().max(200).nullable(),
    folder: folderPath,
  }),
  /** Only where the data are damaged: they are kept aside, and it begins with nothing. */
  'backups.startAnew': z.strictObject({}),
  'settings.set': z
    .strictObject({
      shopName: z.string().max(80),
      /** Two letters; null: the SIM's. */
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .nullable(),
      /** What a line that is down hands to another. */
      handOver: z.enum(HAND_OVER),
    })
    .partial(),
} as const;

export type Method = keyof typeof METHODS;
export type Input<M extends Method> = z.infer<(typeof METHODS)[M]>;

export interface AppState {
  readonly version: string;
  /** Grows when lines came or went, with all that was said on them: then everything is to be read anew. */
  readonly lineChanges: number;
  readonly shopName: string;
  /** As the owner set it; null: the SIM's. */
  readonly country: string | null;
  readonly handOver: HandOver;
  readonly preferences: Preferences;
  readonly tags: readonly TagView[];
  readonly people: readonly PersonView[];
  readonly templates: readonly TemplateView[];
  readonly filters: readonly FilterView[];
  readonly specialDays: readonly SpecialDayView[];
  readonly services: readonly ServiceView[];
  /** Who or what customers are booked with. */
  readonly resources: readonly ResourceView[];
  /** The board of orders, from left to right. */
  readonly orderColumns: readonly OrderColumnView[];
  readonly contactFields: readonly ContactFieldView[];
  readonly groups: readonly ContactGroupView[];
  /** Null: no other program's calendar is followed, or it has not been read yet. */
  readonly calendarSync: CalendarSyncView | null;
  /** Whether anything the customers ask is answered by itself. */
  readonly answersByItself: boolean;
  readonly atCounterId: string | null;
  /** Modems plugged in while the program runs that nobody uses yet. */
  readonly offers: readonly FoundModemView[];
  readonly lines: readonly LineView[];
  readonly backup: BackupStatusView;
  /** A folder of the data that other users of this computer may read, and that cannot be closed to them; null: nobody else may. */
  readonly readableFolder: string | null;
  /** Nothing new is taken on until there is room again. */
  readonly isDiskFull: boolean;
  /** The Monday of the week that was counted last and that nobody has looked at yet, `YYYY-MM-DD`; null: none. */
  readonly weekReady: string | null;
  readonly api: ApiView;
  readonly counts: CountsView;
}

export interface PortView {
  readonly path: string;
  readonly description: string | null;
}

/** A text that waits for a person or for its time, and whose it is. */
export interface NamedMessage {
  readonly message: MessageView;
  readonly name: string;
}

export interface MessagePage {
  readonly items: readonly MessageView[];
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
  /** What happened in the time this page spans. */
  readonly events: readonly ConversationEventView[];
  /** The first text nobody has seen; null: all are seen. */
  readonly firstUnreadId: string | null;
}

export interface SearchAnswer {
  readonly conversations: readonly ConversationView[];
  readonly hits: readonly SearchHit[];
  /** Operators that mean nothing, as they were written. */
  readonly misunderstood: readonly string[];
}

export interface Answers {
  'app.state': AppState;
  'app.counts': CountsView;
  'conversations.list': { readonly items: readonly ConversationView[]; readonly next: string | null };
  'conversations.get': ConversationView;
  'conversations.messages': MessagePage;
  'conversations.markRead': ConversationView;
  'conversations.markUnread': ConversationView;
  'conversations.change': { readonly before: readonly ConversationSnapshot[] };
  'conversations.restore': { readonly restored: number };
  'conversations.setDraft': ConversationView;
  'conversations.typing': null;
  'conversations.logCall': ConversationEventView;
  'notes.add': ConversationEventView;
  'notes.edit': ConversationEventView;
  /** The note as it was. */
  'notes.remove': ConversationEventView;
  'notes.restore': ConversationEventView;
  'search.find': SearchAnswer;
  'contacts.get': ContactView;
  'consent.decide': ConversationView;
  'consent.get': ConsentView;
  'consent.record': ConsentView;
  'consent.askForOffers': ConsentView;
  'contacts.change': ContactView;
  'contacts.block': {
    readonly contact: ContactView;
    readonly before: readonly ConversationSnapshot[];
    /** Texts that were taken back. */
    readonly cancelledIds: readonly string[];
  };
  'contacts.undoBlock': ContactView;
  'contacts.merge': { readonly mergeId: number; readonly contact: ContactView };
  'contacts.unmerge': ContactView;
  'contacts.previewMerge': ContactView;
  'contacts.list': ContactPageView;
  'contacts.byId': ContactView;
  'contacts.save': ContactView;
  /** Whom it changed. */
  'contacts.setTag': { readonly ids: readonly string[] };
  'contacts.export': { readonly text: string; readonly count: number };
  'contacts.personalData': { readonly page: string };
  'contacts.proof': ProofView;
  /** How many of his numbers were taken out with him. */
  'contacts.erase': { readonly numbers: number };
  'contacts.readFile': ImportFileView;
  'contacts.planImport': ContactImportPlanView;
  'contacts.runImport': ContactImportView & ContactImportPlanView;
  'contacts.letGoImport': null;
  'contacts.refusedRows': { readonly table: string };
  'contacts.imports': readonly ContactImportView[];
  'contacts.undoImport': ContactImportUndoneView;
  'contactFields.save': ContactFieldView;
  'contactFields.setRemoved': readonly ContactFieldView[];
  'groups.save': ContactGroupView;
  'groups.setRemoved': readonly ContactGroupView[];
  'groups.preview': { readonly total: number; readonly first: readonly ContactEntryView[] };
  'groupTexts.preview': GroupTextPreviewView;
  'groupTexts.test': MessageView;
  'groupTexts.start': GroupTextView;
  'groupTexts.list': readonly GroupTextView[];
  'groupTexts.page': GroupTextPageView;
  'groupTexts.setPaused': GroupTextView;
  'groupTexts.stop': GroupTextView;
  'groupTexts.table': { readonly table: string };
  'tasks.list': readonly TaskView[];
  'tasks.ofConversation': readonly TaskView[];
  'tasks.add': TaskView;
  'tasks.edit': TaskView;
  'tasks.setDone': TaskView;
  'tasks.remove': TaskView;
  'tags.save': TagView;
  'people.save': PersonView;
  'templates.save': TemplateView;
  'filters.save': FilterView;
  'lists.setRemoved': AppState;
  'people.setAtCounter': AppState;
  'preferences.set': AppState;
  'services.save': ServiceView;
  'services.setRemoved': readonly ServiceView[];
  'resources.save': ResourceView;
  'resources.setRemoved': readonly ResourceView[];
  'appointments.calendar': CalendarView;
  'appointments.ofCustomer': CustomerAppointmentsView;
  'appointments.slots': readonly SlotView[];
  'appointments.book': AppointmentView;
  'appointments.move': AppointmentView;
  'appointments.change': AppointmentView;
  'appointments.edit': AppointmentView;
  'appointments.reminders': readonly ReminderView[];
  'appointments.load': readonly LoadView[];
  'waiting.list': readonly WaitingView[];
  'waiting.add': WaitingView;
  'waiting.setRemoved': readonly WaitingView[];
  'appointments.import': ImportView;
  'appointments.cancelMissing': CalendarSyncView;
  'appointments.export': { readonly calendar: string };
  'orders.board': BoardView;
  'orders.ofCustomer': readonly OrderView[];
  'orders.add': OrderView;
  'orders.change': OrderView;
  'orders.move': OrderView;
  'orders.setRemoved': OrderView;
  'orders.setColumns': readonly OrderColumnView[];
  'orders.import': ImportView;
  'faqs.list': readonly FaqView[];
  'faqs.save': FaqView;
  'faqs.setRemoved': readonly FaqView[];
  'faqs.addPhrasing': FaqView;
  'faqs.gaps': readonly FaqGapView[];
  'faqs.dismissGap': readonly FaqGapView[];
  'rules.list': readonly RuleView[];
  'rules.save': RuleView;
  'rules.setRemoved': readonly RuleView[];
  'rules.setOrder': readonly RuleView[];
  'rules.rehearse': RehearsalView;
  'answers.suggest': SuggestionsView;
  'answers.draft': DraftsView;
  'answers.write': WrittenDraftView;
  'answers.models': readonly string[];
  'answers.try': TryView;
  'answers.setPaused': ConversationView;
  'answers.preview': { readonly closed: string };
  'days.read': FoundDaysView;
  /** Those that were not there before. */
  'days.add': { readonly ids: readonly string[] };
  'days.change': SpecialDayView;
  'days.remove': readonly SpecialDayView[];
  'messages.send': MessageView;
  'messages.cancel': MessageView;
  'messages.reschedule': MessageView;
  'messages.scheduled': readonly NamedMessage[];
  'recurring.list': readonly RecurringView[];
  'recurring.save': RecurringView;
  'recurring.setStopped': readonly RecurringView[];
  'recurring.preview': readonly number[];
  'messages.details': MessageDetails;
  'messages.resolve': MessageView;
  /** How the number is written properly; null where it cannot be one. */
  'numbers.check': {
    readonly number: string | null;
    readonly display: string | null;
    readonly optedOut: boolean;
    readonly blocked: boolean;
  };
  'messages.undecided': readonly NamedMessage[];
  'messages.cameDue': readonly NamedMessage[];
  'messages.release': readonly NamedMessage[];
  'lines.ports': readonly PortView[];
  'lines.discover': DiscoveryView;
  'lines.connect': readonly LineView[];
  'lines.setPin': readonly LineView[];
  'lines.remove': readonly LineView[];
  'lines.startDemo': readonly LineView[];
  'lines.page': LinePage;
  'lines.log': { readonly lines: readonly string[] };
  'lines.configure': LinePage;
  /** What the operator said, and whether it is a menu that waits for a choice. */
  'lines.askOperator': { readonly text: string; readonly wantsAnswer: boolean };
  'lines.askBalance': LinePage;
  /** For whoever helps: what the lines went through, without a number or a word of anybody. */
  'support.report': { readonly text: string };
  'mail.get': MailView;
  'mail.set': MailView;
  'mail.test': MailView;
  'payments.ask': PaymentView;
  'payments.ofCustomer': readonly PaymentView[];
  'payments.setState': PaymentView;
  'tokens.list': readonly AccessTokenView[];
  /** The token is said this once. */
  'tokens.make': { readonly token: string; readonly made: AccessTokenView };
  'tokens.setRevoked': readonly AccessTokenView[];
  'reports.read': ReportView;
  'reports.behind': BehindPage;
  'reports.seen': Record<string, never>;
  'surveys.list': readonly SurveyView[];
  'surveys.save': SurveyView;
  'surveys.setRemoved': readonly SurveyView[];
  'surveys.ofCustomer': readonly CustomerSurveyView[];
  'webhooks.list': readonly WebhookView[];
  /** `secret`: what it is signed with, said this once. */
  'webhooks.save': { readonly webhook: WebhookView; readonly secret: string | null };
  'webhooks.setRemoved': readonly WebhookView[];
  'webhooks.log': readonly WebhookDeliveryView[];
  'webhooks.test': WebhookDeliveryView;
  'webhooks.sendAgain': WebhookDeliveryView;
  'backups.make': BackupFile;
  'backups.list': BackupListView;
  'backups.setPassphrase': BackupStatusView;
  'backups.prove': BackupContents;
  'backups.restore': BackupContents;
  'backups.startAnew': { readonly isNew: boolean };
  'settings.set': AppState;
}

/** What the desk tells without being asked. */
export interface ContractEvents {
  'message.received': MessageView;
  'message.changed': MessageView;
  'conversation.changed': ConversationView;
  /** Also for a note that was written anew. */
  'conversation.event': ConversationEventView;
  'conversation.eventRemoved': ConversationEventView;
  /** What is known of a customer, for all his conversations. */
  'contact.changed': ContactView;
  /** The list of customers is another; many: more than are told one by one. */
  'contacts.changed': { readonly many: boolean };
  /** How far a list is looked through. */
  'import.progress': { readonly id: string; readonly done: number; readonly total: number };
  'conversation.typing': {
    readonly conversationId: ConversationId;
    readonly seat: string;
    readonly who: string | null;
  };
  /** A customer has waited too long in opening hours: louder, once. */
  'conversation.overdue': ConversationView;
  /** A rule wants somebody to look at once. */
  'conversation.flagged': { readonly conversation: ConversationView; readonly rule: string };
  /** Somebody meant to do something by now. */
  'task.due': TaskView;
  /** Somebody comes, or comes at another time, or not; null: nobody who is talked with, or several. */
  'appointments.changed': { readonly conversationId: ConversationId | null };
  'order.changed': OrderView;
  'payment.changed': PaymentView;
  /** One text to many has gone a step further. */
  'groupText.changed': { readonly id: string };
  /** Tasks were added, changed or done. */
  'tasks.changed': { readonly conversationId: ConversationId };
  'line.changed': LineView;
  /** A program was told something, or is to be. */
  'webhooks.changed': { readonly id: string };
  /** Other data stand in the place of those there were: everything is to be read anew. */
  'app.restored': { readonly at: number };
  /** Other lists, other preferences, another shop's name. */
  'app.changed': AppState;
}
export type EventName = keyof ContractEvents;
export type ContractEvent = { [K in EventName]: { readonly type: K; readonly value: ContractEvents[K] } }[EventName];

export type Invoke = <M extends Method>(method: M, input: Input<M>) => Promise<Result<Answers[M]>>;
