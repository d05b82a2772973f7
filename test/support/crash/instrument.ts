import type { Store } from '../../../electron/app/store.ts';
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
    return [name, stepped(name, repository, step)];
  });
  return Object.fromEntries(repositories) as Store;
}

/** A repository, or several of them, whose methods step where they write. */
function stepped<R extends object>(name: string, repository: R, step: Step): R {
  return new Proxy(repository, {
    get(target, member) {
      const each: unknown = Reflect.get(target, member);
      const called = `${name}.${String(member)}`;
      if (typeof each === 'object' && each !== null) return stepped(called, each, step);
      if (typeof each !== 'function') return each;
      const run = (...values: unknown[]): unknown => Reflect.apply(each, target, values);
      return READS.test(String(member)) ? run : around(called, run, step);
    },
  });
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
