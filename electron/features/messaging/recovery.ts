import type { DeskContext } from '../../core/context.ts';
import { publishConversation } from '../conversations/publish.ts';
import { matchReportOfUncertain } from './delivery-reports.ts';

const EARLY_REPORTS_KEPT_MS = 7 * 24 * 3_600_000;

/** After a crash, what was being handed over may have gone out, and nobody can know. Must be called before any sender runs. */
export function recoverInterrupted(context: DeskContext): void {
  const { store, clock } = context;
  store.parts.pruneEarlyReports(clock.now() - EARLY_REPORTS_KEPT_MS);
  for (const id of store.queue.interrupted()) {
    context.unit(() => {
      const handedOver = store.parts.ofMessage(id).filter(({ state }) => state === 'submitting');
      for (const { sequence } of handedOver) store.parts.setState(id, sequence, 'uncertain');
      if (handedOver.length > 0) store.messages.setState(id, 'uncertain', 'crashed');
      else store.messages.setState(id, 'queued');
      const message = store.messages.byId(id);
      for (const part of handedOver) if (message !== null) matchReportOfUncertain(context, message, part);
    });
    const row = store.messages.byId(id);
    if (row !== null) publishConversation(context, row.conversation_id);
  }
}
