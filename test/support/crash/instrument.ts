import type { Store } from '../../../electron/store/store.ts';
import type { Transport } from '../../../modem/transport/transport.ts';

/** Called at every place where the process may die; its name tells which. */
export type Step = (name: string) => void;

/** What changes nothing on disk is no step. */
const READS =
  /^(get|find|has|byId|byImsi|lastAt|unidentified|all|lastUsed|demo|isOwnNumber|page|counts|lineOf|nextToSend|earliestWake|ofConversation|list|queueCounts|interrupted|inState|ofMessage|byReference|unreferenced|submitting|submittedSince|earlyReports|earlyReportsSince|unhandled|openGroups|partsOf|oldestWaiting|overdueGroups|copies|times|unsettledSlots|partsLike|events|signals|lastBalance|between|close)$/;

/** The same store, with a step before and after each write and each transaction. */
export function steppedStore(store: Store, step: Step): Store {
  const repositories = Object.entries(store).map(([name, repository]) => {
    if (name === 'close') return [name, repository];
    if (name === 'transaction') return [name, around('transaction', repository as (work: unknown) => unknown, step)];
    return [name, stepped(name, repository as Repository, step)];
  });
  return Object.fromEntries(repositories) as Store;
}

/** Functions that write, or repositories of several tables. */
interface Repository {
  readonly [name: string]: ((...values: unknown[]) => unknown) | Repository;
}

function stepped(name: string, repository: Repository, step: Step): Repository {
  return Object.fromEntries(
    Object.entries(repository).map(([method, each]) => {
      if (typeof each !== 'function') return [method, stepped(`${name}.${method}`, each, step)];
      return [method, READS.test(method) ? each : around(`${name}.${method}`, each, step)];
    }),
  );
}

function around<A extends unknown[], R>(name: string, run: (...values: A) => R, step: Step): (...values: A) => R {
  return (...values) => {
    step(`before ${name}`);
    const result = run(...values);
    step(`after ${name}`);
    return result;
  };
}

/** The same transport, with a step before and after everything that is written and everything that is heard. */
export function steppedTransport(transport: Transport, step: Step): Transport {
  return {
    name: transport.name,
    async open() {
      const link = await transport.open();
      return {
        ...link,
        write(text) {
          step(`before writing ${kindOf(text)}`);
          link.write(text);
          step(`after writing ${kindOf(text)}`);
        },
        onLine: (listener) =>
          link.onLine((line) => {
            if (line !== '') step(`before hearing ${kindOf(line)}`);
            listener(line);
            if (line !== '') step(`after hearing ${kindOf(line)}`);
          }),
      };
    },
  };
}

/** `AT+CMGS`, `+CMTI`, `PDU`, `OK`: what it is, not which one. */
function kindOf(text: string): string {
  if (/^[0-9A-F]{16,}/.test(text)) return 'PDU';
  return /^(AT)?[+^]?[A-Z]+/.exec(text)?.[0] ?? JSON.stringify(text.slice(0, 1));
}
