import type { Statement } from './sqlite.ts';
import type { StatementSource } from './statements.ts';

/** Keeps one kind of thing. Its statements have names, and each is compiled when it is first used. */
export abstract class Repository {
  protected readonly database: StatementSource;

  constructor(database: StatementSource) {
    this.database = database;
  }

  protected prepare<P extends unknown[], R = unknown>(sql: string): Statement<P, R> {
    return this.database.prepare<P, R>(sql);
  }
}
