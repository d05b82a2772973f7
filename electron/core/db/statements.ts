import type { Database, Statement } from './sqlite.ts';

/** What a repository needs of the database: its statements, and a few functions that go beyond statements. */
export interface StatementSource extends Pick<Database, 'exec' | 'pragma' | 'aggregate'> {
  prepare<P extends unknown[], R = unknown>(sql: string): Statement<P, R>;
}

/**
 * First what is no parameter though it may contain what looks like one (strings, names, comments); then a parameter: `?`,
 * `@name`.
 */
const PARAMETER = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[^]*?\*\/|\?\d*|@\w+/g;

/**
 * The same statement in a form for which SQLite keeps its plan. Where another value might lead to another plan, SQLite compiles
 * the statement anew at each run, which is three quarters of the time it takes to look up one conversation. A unary plus hides
 * the value from the planner and does nothing else (sqlite.org/optoverview.html). None of our indexes is chosen by a value.
 */
export function withOnePlan(sql: string): string {
  return sql.replaceAll(PARAMETER, (token) => (token.startsWith('?') || token.startsWith('@') ? `+${token}` : token));
}

/**
 * Compiles each statement when it is first used. A start uses a few dozen of several hundred, and compiling all of them took
 * longer than everything else that a start does.
 */
export function lazily(database: Database): StatementSource {
  return {
    exec: (sql) => database.exec(sql),
    pragma: (source, options) => database.pragma(source, options),
    aggregate: (name, options) => database.aggregate(name, options),
    prepare: <P extends unknown[], R>(sql: string): Statement<P, R> => {
      let compiled: Statement<P, R> | undefined;
      const statement = (): Statement<P, R> =>
        (compiled ??= database.prepare<P, R>(withOnePlan(sql)) as Statement<P, R>);
      return {
        run: (...parameters) => statement().run(...parameters),
        get: (...parameters) => statement().get(...parameters),
        all: (...parameters) => statement().all(...parameters),
        iterate: (...parameters) => statement().iterate(...parameters),
      };
    },
  };
}

/** Compiles statements where they are written, so all of them are compiled when the store opens. */
export const atOnce = (database: Database): StatementSource => ({
  exec: (sql) => database.exec(sql),
  pragma: (source, options) => database.pragma(source, options),
  aggregate: (name, options) => database.aggregate(name, options),
  prepare: <P extends unknown[], R>(sql: string) => database.prepare<P, R>(withOnePlan(sql)) as Statement<P, R>,
});
