import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { initial } from './migrations/0001-initial.ts';
import { severalLines } from './migrations/0002-lines.ts';
import { inbox } from './migrations/0003-inbox.ts';
import { consent } from './migrations/0004-consent.ts';
import { hours } from './migrations/0005-hours.ts';
import { openQuestions } from './migrations/0006-open-questions.ts';
import { automation } from './migrations/0007-automation.ts';
import { escalation } from './migrations/0008-escalation.ts';
import { faqs } from './migrations/0009-faqs.ts';
import { rules } from './migrations/0010-rules.ts';
import { jobs } from './migrations/0011-jobs.ts';
import { appointments } from './migrations/0012-appointments.ts';
import { orders } from './migrations/0013-orders.ts';
import { imported } from './migrations/0014-imported.ts';
import { waitingList } from './migrations/0015-waiting-list.ts';
import { recurring } from './migrations/0016-recurring.ts';
import { contacts } from './migrations/0017-contacts.ts';
import { groupTexts } from './migrations/0018-group-texts.ts';
import { surveys } from './migrations/0019-surveys.ts';
import { webhooks } from './migrations/0020-webhooks.ts';
import { reports } from './migrations/0021-reports.ts';
import { accessTokens } from './migrations/0022-access-tokens.ts';
import { payments } from './migrations/0023-payments.ts';
import { mail } from './migrations/0024-mail.ts';
import { simCopies } from './migrations/0025-sim-copies.ts';
import { undoneImports } from './migrations/0026-undone-imports.ts';
import { searchedPeople } from './migrations/0027-searched-people.ts';
import { oneSettingsStore } from './migrations/0028-one-settings-store.ts';
import { idsByName } from './migrations/0029-ids-by-name.ts';
import { plainColumnNames } from './migrations/0030-plain-column-names.ts';
import { customersLanguage } from './migrations/0031-customers-language.ts';
import { appointmentSeries } from './migrations/0032-appointment-series.ts';
import type { Database } from './sqlite.ts';

/** Append only: a migration that was ever released is never edited. */
export const MIGRATIONS: readonly string[] = [
  initial,
  severalLines,
  inbox,
  consent,
  hours,
  openQuestions,
  automation,
  escalation,
  faqs,
  rules,
  jobs,
  appointments,
  orders,
  imported,
  waitingList,
  recurring,
  contacts,
  groupTexts,
  surveys,
  webhooks,
  reports,
  accessTokens,
  payments,
  mail,
  simCopies,
  undoneImports,
  searchedPeople,
  oneSettingsStore,
  idsByName,
  plainColumnNames,
  customersLanguage,
  appointmentSeries,
];

export const SCHEMA_VERSION = MIGRATIONS.length;

export class SchemaTooNewError extends Error {
  readonly code = 'schema-too-new';
  constructor(found: number) {
    super(
      `This data was written by a newer Counterline (schema ${found}, this one knows ${SCHEMA_VERSION}). ` +
        'Install the newer version again, or restore the backup made before the update.',
    );
    this.name = 'SchemaTooNewError';
  }
}

/** Brings a database to this version. Each step runs in a transaction, after a copy of the previous state was made. */
export function migrate(database: Database, path: string): void {
  const found = database.pragma('user_version', { simple: true }) as number;
  if (found > SCHEMA_VERSION) throw new SchemaTooNewError(found);
  if (found === SCHEMA_VERSION) return;
  if (found > 0 && path !== ':memory:') backUp(database, `${path}.before-schema-${found + 1}`);
  for (let version = found; version < SCHEMA_VERSION; version++) {
    database.transaction(() => {
      database.exec(MIGRATIONS[version] as string);
      database.pragma(`user_version = ${version + 1}`);
    })();
  }
}

/** The copy gets its name only once it is whole and on disk: a program killed on the way must not leave half a backup. */
function backUp(database: Database, target: string): void {
  if (existsSync(target)) return;
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  database.prepare('VACUUM INTO ?').run(partial);
  const file = openSync(partial, 'r+');
  fsyncSync(file);
  closeSync(file);
  renameSync(partial, target);
}
