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

export { lockFolder } from './sqlite.ts';

/** Of a copy: everything else comes in between. */
const PAGES_AT_ONCE = 200;

/**
 * Everything that is kept, one repository per aggregate.
 * @param isDoubtful it is looked through before anything is made of it
 * @throws Error where the database cannot be opened; SchemaTooNewError for one of a newer version; UnusableDataError for a damaged one
 */
export async function openStore(path: string, { isDoubtful = false } = {}) {
  const database = await openSqlite(path).catch(sayDamaged);
  try {
    const problem = isDoubtful ? problemOf(database) : null;
    if (problem !== null) throw new UnusableDataError('damaged', problem);
    migrate(database, path);
  } catch (error) {
    database.close();
    return sayDamaged(error);
  }
  return storeOver(database);
}

function sayDamaged(error: unknown): never {
  const { code, message } = error as { code?: string; message: string };
  if (code?.startsWith('SQLITE_CORRUPT') !== true && code !== 'SQLITE_NOTADB') throw error;
  throw new UnusableDataError('damaged', message, { cause: error });
}

function storeOver(database: Database) {
  return {
    settings: settingsRepository(database),
    lines: linesRepository(database),
    lineHistory: lineHistoryRepository(database),
    consent: consentRepository(database),
    contacts: contactsRepository(database),
    conversations: conversationsRepository(database),
    conversationEvents: conversationEventsRepository(database),
    messages: messagesRepository(database),
    search: searchRepository(database),
    lists: shopListsRepository(database),
    rules: rulesRepository(database),
    faqs: faqsRepository(database),
    specialDays: specialDaysRepository(database),
    tasks: tasksRepository(database),
    jobs: jobsRepository(database),
    services: catalogueRepository(database, 'services'),
    resources: catalogueRepository(database, 'resources'),
    contactFields: catalogueRepository(database, 'contact_fields'),
    contactGroups: catalogueRepository(database, 'contact_groups'),
    contactFacts: contactFactsRepository(database),
    contactImports: contactImportsRepository(database),
    appointments: appointmentsRepository(database),
    recurring: recurringRepository(database),
    groupTexts: groupTextsRepository(database),
    surveys: catalogueRepository(database, 'surveys'),
    surveyRuns: surveyRunsRepository(database),
    webhooks: webhooksRepository(database),
    accessTokens: accessTokensRepository(database),
    payments: paymentsRepository(database),
    mailNotices: mailNoticesRepository(database),
    waitingList: waitingListRepository(database),
    orders: ordersRepository(database),
    openQuestions: openQuestionsRepository(database),
    parts: partsRepository(database),
    received: receivedRepository(database),
    idempotency: idempotencyRepository(database),
    optOuts: optOutsRepository(database),
    erasure: erasureRepository(database),
    retention: retentionRepository(database),
    restored: restoredRepository(database),
    reports: reportsRepository(database),
    erasures: erasuresRepository(database),
    closedAnswers: closedAnswersRepository(database),
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
