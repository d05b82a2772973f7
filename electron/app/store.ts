import { AccessTokensRepository } from '../features/api-keys/repository.ts';
import { AppointmentsRepository } from '../features/appointments/repository.ts';
import { JsonDocumentsRepository } from '../core/db/json-documents-repository.ts';
import { ConsentRepository } from '../features/consent/repository.ts';
import { ContactsRepository } from '../features/contacts/repository.ts';
import { ContactFactsRepository } from '../features/contacts/facts-repository.ts';
import { ContactImportsRepository } from '../features/contacts/imports-repository.ts';
import { ConversationListsRepository } from '../features/conversations/lists-repository.ts';
import { ConversationsRepository } from '../features/conversations/repository.ts';
import { ConversationEventsRepository } from '../features/conversations/events-repository.ts';
import { ErasureRepository } from '../features/contacts/erasure-repository.ts';
import { FaqsRepository } from '../features/automation/faq/repository.ts';
import { GroupTextsRepository } from '../features/campaigns/repository.ts';
import { JobsRepository } from '../core/jobs/repository.ts';
import { LineHistoryRepository } from '../features/lines/history-repository.ts';
import { LinesRepository } from '../features/lines/repository.ts';
import { MailNoticesRepository } from '../features/owner-mail/repository.ts';
import { MessageQueueRepository } from '../features/messaging/queue-repository.ts';
import { MessagesRepository } from '../features/messaging/repository.ts';
import { migrate } from '../core/db/migrate.ts';
import { OrdersRepository } from '../features/orders/repository.ts';
import { OpenQuestionsRepository } from '../features/questions/repository.ts';
import { PaymentsRepository } from '../features/payments/repository.ts';
import { PartsRepository } from '../features/messaging/parts-repository.ts';
import { ReceivedRepository } from '../features/messaging/received-repository.ts';
import { ClosedAnswersRepository } from '../features/automation/closed-answers-repository.ts';
import { ErasuresRepository } from '../features/contacts/erasures-repository.ts';
import { IdempotencyRepository } from '../features/messaging/idempotency-repository.ts';
import { OptOutsRepository } from '../features/consent/opt-outs-repository.ts';
import { SettingsRepository } from '../core/db/settings-repository.ts';
import { RecurringRepository } from '../features/recurring/repository.ts';
import { ReportsRepository } from '../features/reports/repository.ts';
import { RestoredRepository } from '../features/backups/restored-repository.ts';
import { RetentionRepository } from '../features/contacts/retention-repository.ts';
import { RulesRepository } from '../features/automation/rules/repository.ts';
import { problemOf, UnusableDataError } from '../core/db/snapshot.ts';
import { SearchRepository } from '../features/conversations/search-repository.ts';
import { SurveyRunsRepository } from '../features/surveys/repository.ts';
import { SpecialDaysRepository } from '../features/opening-hours/repository.ts';
import { ShopListsRepository } from '../features/shop-lists/repository.ts';
import { TasksRepository } from '../features/tasks/repository.ts';
import { WebhooksRepository } from '../features/webhooks/repository.ts';
import { WaitingCustomersRepository } from '../features/conversations/waiting-customers-repository.ts';
import { WaitingListRepository } from '../features/appointments/waiting-list-repository.ts';
import { openSqlite, type Database } from '../core/db/sqlite.ts';
import { lazily, type StatementSource } from '../core/db/statements.ts';

export { lockFolder } from '../core/db/sqlite.ts';

/** Of a copy: everything else comes in between. */
const PAGES_AT_ONCE = 200;

interface StoreOptions {
  /** It is looked through before anything is made of it. */
  readonly isDoubtful: boolean;
  /** One that nobody has written anything in is a new shop's; else it is damaged. */
  readonly mayBeNew: boolean;
  /** Who compiles the statements, and when. */
  readonly statements: (database: Database) => StatementSource;
}

/**
 * Everything that is kept, one repository per aggregate.
 * @param path a file; `:memory:`; or the bytes of a database, which is then kept in memory
 * @throws Error where the database cannot be opened; SchemaTooNewError for one of a newer version; UnusableDataError for a damaged one
 */
export async function openStore(
  path: string | Buffer,
  { isDoubtful = false, mayBeNew = true, statements = lazily }: Partial<StoreOptions> = {},
) {
  const database = await openSqlite(path).catch(sayDamaged);
  try {
    const problem = isDoubtful ? problemOf(database) : null;
    if (problem !== null) throw new UnusableDataError('damaged', problem);
    if (!mayBeNew && isNew(database)) throw new UnusableDataError('damaged', 'The database is empty.');
    migrate(database, typeof path === 'string' ? path : ':memory:');
  } catch (error) {
    database.close();
    return sayDamaged(error);
  }
  return storeOver(database, statements(database));
}

/** Nobody has written anything in it. */
function isNew(database: Database): boolean {
  return database.pragma('user_version', { simple: true }) === 0;
}

function sayDamaged(error: unknown): never {
  const { code, message } = error as { code?: string; message: string };
  if (code?.startsWith('SQLITE_CORRUPT') !== true && code !== 'SQLITE_NOTADB') throw error;
  throw new UnusableDataError('damaged', message, { cause: error });
}

function repositoriesOver(source: StatementSource) {
  return {
    settings: new SettingsRepository(source),
    lines: new LinesRepository(source),
    lineHistory: new LineHistoryRepository(source),
    consent: new ConsentRepository(source),
    contacts: new ContactsRepository(source),
    conversations: new ConversationsRepository(source),
    waitingCustomers: new WaitingCustomersRepository(source),
    conversationLists: new ConversationListsRepository(source),
    conversationEvents: new ConversationEventsRepository(source),
    messages: new MessagesRepository(source),
    queue: new MessageQueueRepository(source),
    search: new SearchRepository(source),
    lists: new ShopListsRepository(source),
    rules: new RulesRepository(source),
    faqs: new FaqsRepository(source),
    specialDays: new SpecialDaysRepository(source),
    tasks: new TasksRepository(source),
    jobs: new JobsRepository(source),
    services: new JsonDocumentsRepository(source, 'services'),
    resources: new JsonDocumentsRepository(source, 'resources'),
    contactFields: new JsonDocumentsRepository(source, 'contact_fields'),
    contactGroups: new JsonDocumentsRepository(source, 'contact_groups'),
    contactFacts: new ContactFactsRepository(source),
    contactImports: new ContactImportsRepository(source),
    appointments: new AppointmentsRepository(source),
    recurring: new RecurringRepository(source),
    groupTexts: new GroupTextsRepository(source),
    surveys: new JsonDocumentsRepository(source, 'surveys'),
    surveyRuns: new SurveyRunsRepository(source),
    webhooks: new WebhooksRepository(source),
    accessTokens: new AccessTokensRepository(source),
    payments: new PaymentsRepository(source),
    mailNotices: new MailNoticesRepository(source),
    waitingList: new WaitingListRepository(source),
    orders: new OrdersRepository(source),
    openQuestions: new OpenQuestionsRepository(source),
    parts: new PartsRepository(source),
    received: new ReceivedRepository(source),
    idempotency: new IdempotencyRepository(source),
    optOuts: new OptOutsRepository(source),
    erasure: new ErasureRepository(source),
    retention: new RetentionRepository(source),
    restored: new RestoredRepository(source),
    reports: new ReportsRepository(source),
    erasures: new ErasuresRepository(source),
    closedAnswers: new ClosedAnswersRepository(source),
  };
}

function storeOver(database: Database, source: StatementSource) {
  return {
    ...repositoriesOver(source),
    /** All or nothing, on disk when it returns. Synchronous: nothing may be awaited inside. */
    transaction: <T>(work: () => T): T => database.transaction(work).immediate(),
    /** As {@link transaction}, and nothing of it stays: for a look at what would come of it. */
    dryRun<T>(work: () => T): T {
      const undone = Symbol('undone');
      let answer: { readonly value: T } | null = null;
      try {
        database
          .transaction(() => {
            answer = { value: work() };
            throw undone;
          })
          .immediate();
      } catch (error) {
        if (error !== undone) throw error;
      }
      return (answer as unknown as { readonly value: T }).value;
    },
    /**
     * Writes a copy of it all to a path, a bit at a time; what is written meanwhile is in it as well.
     * @param isGivenUp asked between two bits @throws Error where it is
     */
    async copyTo(path: string, isGivenUp: () => boolean): Promise<void> {
      await database.backup(path, {
        progress() {
          if (isGivenUp()) throw new Error('the copy was given up');
          return PAGES_AT_ONCE;
        },
      });
    },
    close: (): void => void database.close(),
  };
}
export type Store = ReturnType<typeof storeOver>;
