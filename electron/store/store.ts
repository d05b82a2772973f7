import { accessTokensRepository } from './access-tokens.ts';
import { appointmentsRepository } from './appointments.ts';
import { catalogueRepository } from './catalogue.ts';
import { consentRepository } from './consent.ts';
import { contactsRepository } from './contacts.ts';
import { contactFactsRepository } from './contact-facts.ts';
import { contactImportsRepository } from './contact-imports.ts';
import { conversationsRepository } from './conversations.ts';
import { conversationEventsRepository } from './conversation-events.ts';
import { erasureRepository } from './erasure.ts';
import { faqsRepository } from './faqs.ts';
import { groupTextsRepository } from './group-texts.ts';
import { jobsRepository } from './jobs.ts';
import { lineHistoryRepository } from './line-history.ts';
import { linesRepository } from './lines.ts';
import { mailNoticesRepository } from './mail-notices.ts';
import { messagesRepository } from './messages.ts';
import { migrate } from './migrate.ts';
import { ordersRepository } from './orders.ts';
import { openQuestionsRepository } from './open-questions.ts';
import { paymentsRepository } from './payments.ts';
import { partsRepository } from './parts.ts';
import { receivedRepository } from './received.ts';
import {
  closedAnswersRepository,
  erasuresRepository,
  idempotencyRepository,
  optOutsRepository,
  settingsRepository,
} from './small.ts';
import { recurringRepository } from './recurring.ts';
import { reportsRepository } from './reports.ts';
import { restoredRepository } from './restored.ts';
import { retentionRepository } from './retention.ts';
import { rulesRepository } from './rules.ts';
import { problemOf, UnusableDataError } from './snapshot.ts';
import { searchRepository } from './search.ts';
import { surveyRunsRepository } from './surveys.ts';
import { specialDaysRepository } from './special-days.ts';
import { shopListsRepository } from './shop-lists.ts';
import { tasksRepository } from './tasks.ts';
import { webhooksRepository } from './webhooks.ts';
import { waitingListRepository } from './waiting-list.ts';
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

function storeOver(database: Database, source: StatementSource) {
  return {
    settings: settingsRepository(source),
    lines: linesRepository(source),
    lineHistory: lineHistoryRepository(source),
    consent: consentRepository(source),
    contacts: contactsRepository(source),
    conversations: conversationsRepository(source),
    conversationEvents: conversationEventsRepository(source),
    messages: messagesRepository(source),
    search: searchRepository(source),
    lists: shopListsRepository(source),
    rules: rulesRepository(source),
    faqs: faqsRepository(source),
    specialDays: specialDaysRepository(source),
    tasks: tasksRepository(source),
    jobs: jobsRepository(source),
    services: catalogueRepository(source, 'services'),
    resources: catalogueRepository(source, 'resources'),
    contactFields: catalogueRepository(source, 'contact_fields'),
    contactGroups: catalogueRepository(source, 'contact_groups'),
    contactFacts: contactFactsRepository(source),
    contactImports: contactImportsRepository(source),
    appointments: appointmentsRepository(source),
    recurring: recurringRepository(source),
    groupTexts: groupTextsRepository(source),
    surveys: catalogueRepository(source, 'surveys'),
    surveyRuns: surveyRunsRepository(source),
    webhooks: webhooksRepository(source),
    accessTokens: accessTokensRepository(source),
    payments: paymentsRepository(source),
    mailNotices: mailNoticesRepository(source),
    waitingList: waitingListRepository(source),
    orders: ordersRepository(source),
    openQuestions: openQuestionsRepository(source),
    parts: partsRepository(source),
    received: receivedRepository(source),
    idempotency: idempotencyRepository(source),
    optOuts: optOutsRepository(source),
    erasure: erasureRepository(source),
    retention: retentionRepository(source),
    restored: restoredRepository(source),
    reports: reportsRepository(source),
    erasures: erasuresRepository(source),
    closedAnswers: closedAnswersRepository(source),
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
