import type { AuditExport } from './audit-export.ts';

import type { Handlers } from '../../shared/contract.ts';
import type { auditExportContract } from './contract.ts';

interface Services {
  readonly proof: AuditExport;
}

export function auditExportHandlers({ proof }: Services): Handlers<typeof auditExportContract> {
  return {
    'contacts.proof': ({ id, number }) => proof.of(id, number),
  };
}
