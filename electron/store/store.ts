import { AccessTokensRepository } from './access-tokens.ts';
import { AppointmentsRepository } from './appointments.ts';
import { CatalogueRepository } from './catalogue.ts';
import { ConsentRepository } from './consent.ts';
import { ContactsRepository } from './contacts.ts';
import { ContactFactsRepository } from './contact-facts.ts';
import { ContactImportsRepository } from './contact-imports.ts';
import { ConversationListsRepository } from './conversation-lists.ts';
import { ConversationsRepository } from './conversations.ts';
import { ConversationEventsRepository } from './conversation-events.ts';
import { ErasureRepository } from './erasure.ts';
import { FaqsRepository } from './faqs.ts';
import { GroupTextsRepository } from './group-texts.ts';
import { JobsRepository } from './jobs.ts';
import { LineHistoryRepository } from './line-history.ts';
import { LinesRepository } from './lines.ts';
import { MailNoticesRepository } from './mail-notices.ts';
import { MessageQueueRepository } from './message-queue.ts';
import { MessagesRepository } from './messages.ts';
import { migrate } from './migrate.ts';
import { OrdersRepository } from './orders.ts';
import { OpenQuestionsRepository } from './open-questions.ts';
import { PaymentsRepository } from './payments.ts';
import { PartsRepository } from './parts.ts';
import { ReceivedRepository } from './received.ts';
import { ClosedAnswersRepository } from './closed-answers.ts';
import { ErasuresRepository } from './erasures.ts';
import { IdempotencyRepository } from './idempotency.ts';
import { OptOutsRepository } from './opt-outs.ts';
import { SettingsRepository } from './settings.ts';
import { RecurringRepository } from './recurring.ts';
import { ReportsRepository } from './reports.ts';
import { RestoredRepository } from './restored.ts';
import { RetentionRepository } from './retention.ts';
import { RulesRepository } from './rules.ts';
import { problemOf, UnusableDataError } from './snapshot.ts';
import { SearchRepository } from './search.ts';
import { SurveyRunsRepository } from './surveys.ts';
import { SpecialDaysRepository } from './special-days.ts';
import { ShopListsRepository } from './shop-lists.ts';
import { TasksRepository } from './tasks.ts';
import { WebhooksRepository } from './webhooks.ts';
import { WaitingCustomersRepository } from './waiting-customers.ts';
import { WaitingListRepository } from './waiting-list.ts';
import { openSqlite, type Database } from './sqlite.ts';
import { lazily, type StatementSource } from './statements.ts';

export { lockFolder } from './sqlite.ts';

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
    services: new CatalogueRepository(source, 'services'),
    resources: new CatalogueRepository(source, 'resources'),
    contactFields: new CatalogueRepository(source, 'contact_fields'),
    contactGroups: new CatalogueRepository(source, 'contact_groups'),
    contactFacts: new ContactFactsRepository(source),
    contactImports: new ContactImportsRepository(source),
    appointments: new AppointmentsRepository(source),
    recurring: new RecurringRepository(source),
    groupTexts: new GroupTextsRepository(source),
    surveys: new CatalogueRepository(source, 'surveys'),
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
    rehearse<T>(work: () => T): T {
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
