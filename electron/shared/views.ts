import type { NationalLanguageName } from './composing.ts';
import type { Faq, FaqLanguage } from './faq.ts';
import type { Rule } from './rules.ts';
import type { BackupFile } from './backup-vault.ts';
import type { LeftOut } from './group-texts.ts';
import type { StepKind } from './survey-words.ts';
import type { Survey } from './surveys.ts';
import type { WebhookEvent } from './webhook-words.ts';
import type { RefusalCode } from './result.ts';
import type { AppointmentState, Resource, Service, WaitingHalf } from './appointments.ts';
import type { ImportTarget } from './contact-words.ts';
import type { ContactFieldDefinition, ContactGroup } from './contacts.ts';
import type { OrderColumn } from './orders.ts';
import type { Recurrence } from './recurrence.ts';
import type { Refusal } from './result.ts';
import type { Span, SpecialDay } from './hours.ts';
import type { ConversationId, LineId, MessageId } from './ids.ts';

export const PURPOSES = ['answer', 'auto', 'service', 'survey', 'offer', 'system'] as const;
/** Why a text is sent; see the README's words. */
export type Purpose = (typeof PURPOSES)[number];

export const MESSAGE_STATES = [
  'received',
  'scheduled', // waits for its time: the undo window, send later, the next attempt
  'queued',
  'held', // the gate or the modem said: not now
  'sending',
  'sent', // the network took it; no report yet
  'delivered',
  'uncertain', // may have gone out
  'failed',
  'expired',
  'cancelled',
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** A code for programs, a sentence and a remedy for people. */
export interface Reason {
  readonly code: string;
  readonly sentence: string;
  readonly remedy: string | null;
}

/** All instants are UTC epoch milliseconds. */
export interface MessageView {
  readonly id: MessageId;
  readonly conversationId: ConversationId;
  readonly lineId: LineId;
  readonly direction: 'in' | 'out';
  /** E.164, a short code or a sender's name. `ourNumber` stands where the line does not know its own. */
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly state: MessageState;
  readonly reason: Reason | null;
  readonly purpose: Purpose;
  readonly encoding: 'gsm7' | 'ucs2' | '8bit';
  readonly parts: number;
  readonly createdAt: number;
  /** When a scheduled or held text is looked at again. */
  readonly notBefore: number | null;
  readonly sentAt: number | null;
  readonly deliveredAt: number | null;
  readonly receivedAt: number | null;
  /** Whose idea a text was that no person wrote: a rule's name, or with @ before it what the program does of itself. */
  readonly source: string | null;
}

/** `operator`: the drawer for texts of the network, of programs and of ourselves, which are in no other view. */
export const CONVERSATION_VIEWS = ['open', 'waiting', 'snoozed', 'closed', 'all', 'operator'] as const;
export type ConversationListView = (typeof CONVERSATION_VIEWS)[number];

export const CONVERSATION_EVENT_KINDS = [
  'call-missed',
  'call-rejected', // by the line's setting
  'called', // somebody here rang the customer
  'note', // private; detail: its words
  'closed',
  'reopened',
  'snoozed', // detail: until when, epoch milliseconds
  'woke',
  'assigned', // detail: to whom; null: to nobody any more
  'opted-out', // by text: detail: milliseconds from reading it to the block
  'opted-in',
  'consent-question',
  'consent-innocent',
  'consent-given', // detail: what for
  'consent-taken', // detail: what for
  'offers-asked',
  'appointment-booked', // detail: what it is now, as `YYYY-MM-DD HH:MM service`
  'appointment-confirmed',
  'appointment-moved',
  'appointment-cancelled',
  'appointment-missed',
  'appointment-restored',
  'move-asked', // the customer wants another time
  'person-asked', // the customer wants to talk to somebody
  'paused', // nothing is answered by itself any more
  'resumed',
  'rule', // detail: its name
  'blocked',
  'unblocked',
] as const;
/** What consent is for; `all` where somebody spoke of texts as such. */
export type ConsentPurpose = 'all' | 'service' | 'survey' | 'offer';
/** Where it was said: in a text, read out of one by a person, at the counter, in a list that was brought in, on a web page. */
export type ConsentEventSource = 'text' | 'operator' | 'counter' | 'import' | 'web';

export const CONSENT_CHOICES = ['service', 'survey', 'offer'] as const;
/** What a customer can be asked about by itself. */
export type ConsentChoice = (typeof CONSENT_CHOICES)[number];

/** What a customer wants of us, and how we know. */
export interface ConsentView {
  readonly wants: Readonly<Record<ConsentChoice, boolean>>;
  /** Whether offers are wanted was asked by text, and not answered yet; null: no question is open. */
  readonly offersAskedAt: number | null;
  /** The newest first. */
  readonly entries: readonly ConsentEventView[];
}

/** One entry of the consent ledger. */
export interface ConsentEventView {
  readonly at: number;
  readonly purpose: ConsentPurpose;
  readonly state: 'granted' | 'withdrawn';
  readonly source: ConsentEventSource;
  /** What was said, word for word. */
  readonly wording: string;
  readonly author: string | null;
}

export type ConversationEventKind = (typeof CONVERSATION_EVENT_KINDS)[number];

/** Something that happened in a conversation beside texts. */
export interface ConversationEventView {
  readonly id: string;
  readonly conversationId: ConversationId;
  readonly at: number;
  readonly kind: ConversationEventKind;
  readonly detail: string | null;
  /** Who did it, as far as the shop tells its people apart. */
  readonly author: string | null;
}

export interface ConversationView {
  readonly id: ConversationId;
  readonly lineId: LineId;
  readonly number: string;
  /** As people of the SIM's country write it. */
  readonly displayNumber: string;
  readonly contactId: string | null;
  readonly name: string | null;
  readonly blocked: boolean;
  readonly status: 'open' | 'snoozed' | 'closed';
  readonly snoozedUntil: number | null;
  readonly assigneeId: string | null;
  readonly tagIds: readonly string[];
  readonly unread: number;
  /** Since when the customer has had the last word; null: he has not. */
  readonly waitingSince: number | null;
  readonly lastActivityAt: number;
  /** What happened last beside texts, if nothing was said since. */
  readonly lastEvent: Pick<ConversationEventView, 'at' | 'kind'> | null;
  readonly lastMessage: Pick<MessageView, 'direction' | 'text' | 'state' | 'reason' | 'purpose' | 'notBefore'> | null;
  /** The next thing that somebody means to do for this customer. */
  readonly task: { readonly text: string; readonly dueAt: number | null } | null;
  readonly draft: string;
  readonly createdAt: number;
  /** Nobody answers a sender's name or a short code. */
  readonly canAnswer: boolean;
  readonly optedOut: boolean;
  /** The text that may ask for no more: nothing leaves by itself until a person has decided. */
  readonly consentQuestionId: string | null;
  /** Since when nothing is answered by itself there: a person has taken over. */
  readonly pausedSince: number | null;
  /** Of the network, of a program, of ourselves: shown in the operator's drawer only. */
  readonly drawer: boolean;
}

export interface ConversationCounts {
  readonly open: number;
  readonly waiting: number;
  readonly snoozed: number;
  readonly closed: number;
  readonly all: number;
  /** Unread in the operator's drawer. */
  readonly operator: number;
}

/** Everything that is counted, read again after every change. */
export interface CountsView {
  readonly conversations: ConversationCounts;
  /** Open conversations by tag. */
  readonly tags: Readonly<Record<string, number>>;
  readonly tasks: { readonly open: number; readonly due: number };
  /** Texts that wait for the time somebody chose. */
  readonly scheduled: number;
  /** Group texts that wait for a person because their time came while the program was not running. */
  readonly groupTexts: number;
  /** Texts whose time came while the program was not running. */
  readonly cameDue: number;
  readonly queue: QueueCounts;
}

export interface TagView {
  readonly id: string;
  readonly name: string;
  /** Of the colour, 0 to 359. */
  readonly hue: number;
}

/** Somebody who works here. */
export interface PersonView {
  readonly id: string;
  readonly name: string;
}

/** A prepared text; `{{blanks}}` are filled before it is sent. */
export interface TemplateView {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** A search under a name. */
export interface FilterView {
  readonly id: string;
  readonly name: string;
  readonly query: string;
}

/** What the shop does for a customer at an appointed time. */
export interface ServiceView extends Service {
  readonly id: string;
}

/** Who or what a customer is booked with. */
export interface ResourceView extends Resource {
  readonly id: string;
}

/** Who comes when, for what, to whom. */
export interface AppointmentView {
  readonly id: string;
  /** E.164; null: nobody who is texted. */
  readonly number: string | null;
  /** As somebody at the counter knows him. */
  readonly who: string;
  readonly name: string;
  /** Where he is talked with; null: he never was. */
  readonly conversationId: ConversationId | null;
  readonly serviceId: string;
  readonly service: string;
  readonly resourceId: string;
  readonly resource: string;
  /** `YYYY-MM-DD` and `HH:MM` on the shop's wall clock. */
  readonly date: string;
  readonly time: string;
  readonly minutes: number;
  readonly startsAt: number;
  readonly endsAt: number;
  /** Kept free behind it. */
  readonly buffer: number;
  readonly state: AppointmentState;
  readonly note: string;
  /** He was asked whether he comes, and has not answered. */
  readonly isAsked: boolean;
}

/** When somebody is reminded of an appointment. */
export interface ReminderView {
  readonly at: number;
  /** When it should have been, which is quiet; null: then. */
  readonly insteadOf: number | null;
  readonly text: string;
  readonly parts: number;
}

/** A free time. */
export interface SlotView {
  readonly date: string;
  readonly time: string;
  readonly startsAt: number;
  readonly resourceId: string;
}

/** A stretch of days with all that is known of them. */
export interface CalendarView {
  readonly appointments: readonly AppointmentView[];
  /** When each is there, by the resource's id and the date; on the wall clock. */
  readonly hours: Readonly<Record<string, Readonly<Record<string, readonly Span[]>>>>;
}

/** The appointments of one customer. */
export interface CustomerAppointmentsView {
  /** Those to come, the next first, then those that were, the last first. */
  readonly appointments: readonly AppointmentView[];
  readonly came: number;
  readonly missed: number;
  readonly cancelled: number;
}

/** A text that is sent again and again. */
export interface RecurringView {
  readonly id: string;
  readonly number: string;
  readonly who: string;
  readonly conversationId: ConversationId | null;
  readonly text: string;
  readonly rule: Recurrence;
  /** Why it is sent no more; null: it is. */
  readonly ended: 'stopped' | 'opted-out' | 'over' | null;
  readonly nextAt: number | null;
  readonly lastAt: number | null;
}

export interface SurveyView extends Survey {
  readonly id: string;
}

/** Another program that is told what happens. */
export interface WebhookView {
  readonly id: string;
  readonly address: string;
  readonly events: readonly WebhookEvent[];
  readonly enabled: boolean;
  /** How many it has not been told yet. */
  readonly waiting: number;
  readonly last: WebhookDeliveryView | null;
}

export interface WebhookDeliveryView {
  readonly id: number;
  readonly event: string;
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly attempts: number;
  /** Of the last attempt: an HTTP status, or why there was none. */
  readonly outcome: string | null;
  readonly createdAt: number;
  /** When it is tried next, or was settled. */
  readonly at: number;
}

/** One thing that was said, heard, agreed to or done, as it is kept. */
export interface ProofEntryView {
  readonly at: number;
  readonly what: string;
  readonly text: string;
  readonly state: string;
  /** Of the network: references, times, reports. */
  readonly references: string;
  readonly by: string;
}

/** One number's whole history, sealed so that it cannot be changed unseen. */
export interface ProofView {
  readonly who: string;
  readonly number: string;
  readonly entries: readonly ProofEntryView[];
  /** Of the last entry, and so of all: as it is read out and compared. */
  readonly seal: string;
  /** As a file, to be verified. */
  readonly table: string;
}

/** What a customer answered to one question. */
export interface CustomerSurveyView {
  readonly survey: string;
  readonly at: number;
  readonly kind: StepKind;
  /** `4/5`, or what he chose; null: words alone. */
  readonly score: string | null;
  readonly mood: 'low' | 'high' | null;
  readonly words: string;
}

/** How it stands about backups. */
export interface BackupStatusView {
  readonly folder: string;
  /** It lies beside the data: the owner has chosen none. */
  readonly isOwnFolder: boolean;
  readonly encrypted: boolean;
  /** When the last was made, and when one was last read back whole; null: never. */
  readonly lastAt: number | null;
  readonly provenAt: number | null;
  /** Why the last try came to nothing; null: it did not. */
  readonly failure: { readonly at: number; readonly code: RefusalCode; readonly message: string } | null;
  readonly isRunning: boolean;
}

export interface BackupListView {
  readonly folder: string;
  /** What breaks the data's disk breaks them as well. */
  readonly onSameDisk: boolean;
  readonly items: readonly BackupFile[];
}

/** What would come of one text to many. */
export interface GroupTextPreviewView {
  /** Of those who were chosen so many get it, and the others not. */
  readonly chosen: number;
  readonly receivers: number;
  readonly leftOut: readonly { readonly reason: LeftOut; readonly count: number }[];
  /** Of how many something is not known that the text wants to say. */
  readonly lacking: readonly { readonly name: string; readonly count: number }[];
  /** How many had the very same words in the last days. */
  readonly hadIt: number;
  /** Of all together, and of the longest. */
  readonly parts: number;
  readonly mostParts: number;
  /** In the shop's currency; 0: it costs nothing, or nobody says. */
  readonly cost: number;
  /** When the last would have left if nothing else is sent; null: that cannot be told. */
  readonly endsAt: number | null;
  readonly examples: readonly {
    readonly who: string;
    readonly displayNumber: string;
    readonly text: string;
    readonly parts: number;
  }[];
}

/** One text to many, and what became of it. */
export interface GroupTextView {
  readonly id: string;
  /** The group's; or how many were chosen, in digits. */
  readonly name: string;
  readonly text: string;
  readonly purpose: 'service' | 'offer';
  readonly state: 'on' | 'paused' | 'stopped' | 'over';
  /**
   * `came-due`: its time came while the program was not running, or the line was away; `restored`: a backup was put back, and some may
   * have had it since.
   */
  readonly pausedFor: 'person' | 'came-due' | 'restored' | null;
  readonly startsAt: number;
  readonly createdAt: number;
  readonly author: string | null;
  readonly nextAt: number | null;
  readonly receivers: number;
  readonly counts: Readonly<Partial<Record<GroupTextReceiverView['state'], number>>>;
  /** Why some did not get it. */
  readonly failures: readonly { readonly reason: Reason | null; readonly count: number }[];
  /** How many wrote after it, and how many wanted no more texts after it. */
  readonly answered: number;
  readonly optedOut: number;
}

export interface GroupTextReceiverView {
  /** Null: he is no customer any more. */
  readonly contactId: string | null;
  readonly number: string;
  readonly displayNumber: string;
  readonly name: string;
  readonly who: string;
  /** As his text's; `waiting`: not his turn yet; `gone`: it was sent and is not kept any more. */
  readonly state: MessageState | 'waiting' | 'skipped' | 'gone';
  readonly reason: Reason | null;
  /** When it left or arrived, or is due. */
  readonly at: number | null;
  readonly conversationId: ConversationId | null;
  readonly answered: boolean;
}

export interface GroupTextPageView {
  readonly groupText: GroupTextView;
  readonly items: readonly GroupTextReceiverView[];
  readonly next: string | null;
}

/** How the texts of a day would leave. */
export interface LoadView {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly texts: number;
  /** Of these: well after their time, or not while they are worth something. */
  readonly late: number;
  readonly tooLate: number;
  /** When the last one leaves; null: none does. */
  readonly lastAt: number | null;
  /** The longest delay, in milliseconds. */
  readonly latestMs: number;
}

/** Somebody who waits for a time to come free. */
export interface WaitingView {
  readonly id: string;
  readonly number: string;
  readonly who: string;
  readonly service: string;
  /** Null: with whoever is free. */
  readonly resource: string | null;
  /** `YYYY-MM-DD`, both included; null: any later. */
  readonly from: string;
  readonly until: string | null;
  readonly half: WaitingHalf;
  readonly createdAt: number;
  /** What he was offered and has not answered. */
  readonly offered: { readonly date: string; readonly time: string; readonly until: number } | null;
}

/** A column of the board of orders. */
export interface OrderColumnView extends OrderColumn {
  readonly id: string;
}

export interface OrderView {
  readonly id: string;
  /** The shop's own number. */
  readonly reference: string;
  /** E.164; null: nobody who is texted. */
  readonly number: string | null;
  /** As somebody at the counter knows him; empty: nobody knows. */
  readonly who: string;
  readonly name: string;
  /** What it is. */
  readonly note: string;
  readonly columnId: string;
  /** Since when it stands there. */
  readonly movedAt: number;
  readonly createdAt: number;
  /** Nothing is left to do about it. */
  readonly isOver: boolean;
  readonly isRemoved: boolean;
  /** Where the customer is talked with; null: he never was. */
  readonly conversationId: ConversationId | null;
}

/** What became, or would become, of a row of a file. */
export type ImportOutcome = 'new' | 'changed' | 'cancelled' | 'same' | 'refused';

export interface ImportRowView {
  /** In the file, from 1. */
  readonly line: number;
  readonly outcome: ImportOutcome;
  /** As somebody recognises it. */
  readonly what: string;
  readonly reason: Refusal | null;
}

export interface ImportView {
  readonly rows: readonly ImportRowView[];
  /** So many more are not told. */
  readonly more: number;
  /** What was taken in without a part of it, or is something else than what is imported here. */
  readonly notes: readonly ImportRowView[];
  readonly counts: Readonly<Record<ImportOutcome, number>>;
  /** Headings of the file that mean nothing here. */
  readonly unknown: readonly string[];
  /** Of a table: what its columns were taken for. */
  readonly columns: readonly ImportColumnView[];
  /** The rows that were not taken as a table, each with its reason; null: all were. */
  readonly refused: string | null;
}

/** A column of a table that is brought in. */
export interface ImportColumnView {
  /** Empty: it has none. */
  readonly heading: string;
  /** What it holds; null: nothing that is wanted here. */
  readonly field: string | null;
  readonly samples: readonly string[];
}

/** How it stands with the calendar that another program writes. */
export interface CalendarSyncView {
  /** When it was read last. */
  readonly at: number;
  readonly problem: 'unreadable' | 'empty' | 'nothing-left' | 'no-calendar' | 'incomplete' | 'too-large' | null;
  /** So many would be canceled, and wait until a person confirms it. */
  readonly waiting: number;
  /** The first of them. */
  readonly waitingRows: readonly ImportRowView[];
  /** Of that time; null: it could not be read. */
  readonly counts: ImportView['counts'] | null;
  /** The first of what was not taken, or not wholly. */
  readonly refused: readonly ImportRowView[];
}

/** Everything that stands on the board. */
export interface BoardView {
  readonly orders: readonly OrderView[];
}

/** A question the shop answers by itself. */
export interface FaqView extends Faq {
  readonly id: string;
}

/** A possible answer, and where it is from. */
export interface DraftSourceView {
  readonly kind: 'question' | 'template' | 'past';
  /** The question's or template's name, or whom it was said to. */
  readonly label: string;
  readonly text: string;
  /** 0 to 1. */
  readonly score: number;
  /** When it was said, and where; null where it is no past answer. */
  readonly at: number | null;
  readonly conversationId: ConversationId | null;
  readonly messageId: MessageId | null;
}

/** What somebody may answer with. */
export interface DraftsView {
  /** What the customer wrote last; empty: nothing. */
  readonly asked: string;
  /** The likeliest first. */
  readonly sources: readonly DraftSourceView[];
}

/** What a language model made of the sources, for a person to look at. */
export interface WrittenDraftView {
  readonly text: string;
  /** Numbers, prices, times and days that stand in none of the sources, in UTF-16 units. */
  readonly unsupported: readonly { readonly start: number; readonly end: number }[];
}

/** What several customers asked about lately, without an answer of the shop's for it. */
export interface FaqGapView {
  readonly key: string;
  readonly language: FaqLanguage;
  /** The word or two that it is about. */
  readonly label: string;
  readonly customers: number;
  readonly samples: readonly string[];
}

/** Something the owner wants done by itself. */
export interface RuleView extends Rule {
  readonly id: string;
}

/** What a rule would have done in the past. */
export interface RehearsalView {
  /** Texts and calls that were looked through. */
  readonly looked: number;
  /** How often it would have been set off. */
  readonly total: number;
  /** The newest of them. */
  readonly hits: readonly {
    readonly conversationId: ConversationId;
    readonly who: string;
    readonly at: number;
    /** What was said; empty: a call. */
    readonly text: string;
  }[];
  /** Nothing is kept of what sets it off: it cannot be rehearsed. */
  readonly isUnknown: boolean;
}

/** One of the shop's answers, filled for a customer. */
export interface FaqAnswerView {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** 0 to 1. */
  readonly score: number;
}

/** Which of the shop's answers may fit what a customer last said; without one he does not wait for an answer. */
export interface SuggestionsView {
  readonly messageId: string | null;
  readonly answers: readonly FaqAnswerView[];
}

/** What would become of a text that came in now. */
export interface TryView {
  /** `consent`: it asks about being texted. `nobody`: left to a person. */
  readonly outcome: 'consent' | 'person' | 'rule' | 'answer' | 'closed' | 'suggest' | 'nobody';
  readonly wish: 'opt-out' | 'opt-in' | 'offers' | 'help' | 'maybe' | null;
  readonly answers: readonly FaqAnswerView[];
  /** What the customer would get; null: nothing by itself. */
  readonly text: string | null;
  /** The name of what answers. */
  readonly by: string | null;
  /** Rules that do something else, by name. */
  readonly rules: readonly string[];
}

/** A day, or several, with other hours than an ordinary week has; `uid`: of the calendar it was brought in from. */
export interface SpecialDayView extends SpecialDay {
  readonly id: string;
  readonly uid: string | null;
}

/** A day a calendar file holds. */
export interface FoundDay extends SpecialDay {
  readonly uid: string | null;
  /** It is there already. */
  readonly isKnown: boolean;
}

/** What a file holds of whole days. */
export interface FoundDaysView {
  readonly days: readonly FoundDay[];
  /** Entries with times, or that repeat more often than every year. */
  readonly skipped: number;
  /** What could not be read, by its name. */
  readonly unread: readonly string[];
  /** Of a table; of a calendar there are none. */
  readonly columns: readonly ImportColumnView[];
}

export interface TaskView {
  readonly id: string;
  readonly conversationId: ConversationId;
  /** Whose conversation it is. */
  readonly who: string;
  readonly text: string;
  readonly dueAt: number | null;
  readonly author: string | null;
  readonly doneAt: number | null;
}

export interface ContactField {
  readonly name: string;
  readonly value: string;
}

/** A field all customers have. */
export interface ContactFieldView extends ContactFieldDefinition {
  readonly id: string;
}

/** Customers who are something in common. */
export interface ContactGroupView extends ContactGroup {
  readonly id: string;
}

/** A customer in the list of them. */
export interface ContactEntryView {
  readonly id: string;
  readonly name: string;
  /** As somebody at the counter knows him: by name, else by number. */
  readonly who: string;
  readonly numbers: readonly { readonly number: string; readonly displayNumber: string; readonly label: string }[];
  readonly tagIds: readonly string[];
  readonly blocked: boolean;
  readonly optedOut: boolean;
  readonly wantsOffers: boolean;
  readonly birthday: string | null;
}

export interface ContactPageView {
  readonly items: readonly ContactEntryView[];
  readonly next: string | null;
  /** Of all that fit; null: not counted. */
  readonly total: number | null;
}

/** A list of customers that was chosen, before anything of it is taken. */
export interface ImportFileView {
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
export interface ContactImportPlanView {
  readonly counts: ImportView['counts'];
  /** The first of them: those that were refused, those with something to look at, others. */
  readonly rows: readonly ImportRowView[];
  /** New ones with a name like somebody’s who is there. */
  readonly alike: number;
  readonly agreeing: number;
  readonly optingOut: number;
  /** Who wants no texts already, which stays. */
  readonly optedOutBefore: number;
}

/** A list of customers that was brought in. */
export interface ContactImportView {
  readonly id: string;
  readonly name: string;
  readonly at: number;
  readonly author: string | null;
  readonly counts: ImportView['counts'];
  readonly undoneAt: number | null;
}

export interface ContactImportUndoneView {
  readonly imports: readonly ContactImportView[];
  readonly undone: number;
  /** Changed since by somebody: left as they are. */
  readonly kept: number;
}

/** What is known of a customer. */
export interface ContactView {
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

/** What there is to know of a text beside its words. */
export interface MessageDetails {
  readonly message: MessageView;
  readonly line: string;
  readonly parts: readonly {
    readonly sequence: number;
    readonly state: 'waiting' | 'submitting' | 'sent' | 'delivered' | 'failed' | 'uncertain';
    /** The network's, of 8 bits. */
    readonly reference: number | null;
    readonly submittedAt: number | null;
    readonly sentAt: number | null;
    readonly deliveredAt: number | null;
    /** TP-ST of the delivery report (TS 23.040 §9.2.3.15). */
    readonly status: number | null;
  }[];
  readonly attempts: number;
  /** The PDUs of a received text as the modem gave them, in hexadecimal. */
  readonly pdus: readonly string[];
}

/** A text or a note that holds what was looked for. */
export interface SearchHit {
  readonly conversationId: ConversationId;
  readonly who: string;
  readonly number: string;
  readonly hasName: boolean;
  /** The text's or the note's id. */
  readonly id: string;
  readonly kind: 'in' | 'out' | 'note';
  readonly at: number;
  readonly text: string;
}

/** `ready` sends and receives; everything else says why not. */
export type LineState = 'starting' | 'ready' | 'searching' | 'attention' | 'reconnecting' | 'off';

export interface LineView {
  readonly id: LineId;
  readonly name: string;
  readonly kind: 'sim' | 'demo';
  readonly state: LineState;
  readonly reason: Reason | null;
  /** What does not keep the line from working, but should be known. */
  readonly warning: Reason | null;
  readonly port: string | null;
  readonly imsi: string | null;
  readonly imei: string | null;
  readonly operator: string | null;
  readonly signalDbm: number | null;
  readonly sim: { readonly used: number; readonly total: number } | null;
  /** Since when it has been in this state. */
  readonly since: number;
  readonly ownNumber: string | null;
  readonly balance: BalanceView | null;
}

/** The credit as the operator last told it. */
export interface BalanceView {
  readonly at: number;
  readonly text: string;
  /** Null where no amount was found in the text. */
  readonly amount: number | null;
  /** Below what the owner wants to be warned at. */
  readonly isLow: boolean;
}

/** What the owner sets for one line. */
export interface LineSettings {
  /** Most parts in a minute, an hour, a day; answers by a person count but are not held back. */
  readonly caps: { readonly minute: number; readonly hour: number; readonly day: number };
  readonly rejectCalls: boolean;
  readonly balance: {
    /** `*100#` say; empty: nobody asks. */
    readonly code: string;
    /** The words that stand before the amount; empty: the first amount counts. */
    readonly after: string;
    readonly warnBelow: number | null;
    readonly daily: boolean;
  };
  /** Whose letters may be written with tables that not every phone knows, where that saves a part; null: none. */
  readonly nationalLanguage: NationalLanguageName | null;
}

/** One line with all there is to know of it. */
export interface LinePage {
  readonly line: LineView;
  readonly settings: LineSettings;
  readonly hasPin: boolean;
  /** Parts handed to the modem in the last minute, hour and day. */
  readonly volume: { readonly minute: number; readonly hour: number; readonly day: number };
  readonly modem: {
    readonly manufacturer: string | null;
    readonly model: string | null;
    readonly revision: string | null;
    readonly serviceCentre: string | null;
    readonly iccid: string | null;
  } | null;
  /** When the line last did what it is for. */
  readonly proof: {
    /** The modem answered. */
    readonly answeredAt: number | null;
    readonly sentAt: number | null;
    readonly receivedAt: number | null;
    readonly reportAt: number | null;
  };
  /** The newest first. */
  readonly events: readonly { readonly at: number; readonly state: LineState; readonly sentence: string }[];
  /** Of the last day, the oldest first; null: there was no signal. */
  readonly signal: readonly { readonly at: number; readonly dbm: number | null }[];
}

/** A modem found on this computer. */
export interface FoundModemView {
  readonly path: string;
  /** `Huawei E173`, or what the system calls it. */
  readonly name: string;
  readonly imei: string | null;
  readonly sim: 'ready' | 'pin' | 'puk' | 'missing' | 'failed' | 'starting';
  /** The line its SIM has been before. */
  readonly lineId: LineId | null;
}

export interface DiscoveryView {
  readonly modems: readonly FoundModemView[];
  /** Ports that could not be asked, with what to do. */
  readonly failures: readonly { readonly path: string; readonly reason: Reason }[];
}

export interface QueueCounts {
  readonly queued: number;
  readonly held: number;
  readonly sending: number;
  readonly uncertain: number;
  readonly failed: number;
}
