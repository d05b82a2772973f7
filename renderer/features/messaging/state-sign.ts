import Check from '@lucide/svelte/icons/check';
import CheckCheck from '@lucide/svelte/icons/check-check';
import CircleHelp from '@lucide/svelte/icons/circle-question-mark';
import Clock from '@lucide/svelte/icons/clock';
import Send from '@lucide/svelte/icons/send';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import Undo from '@lucide/svelte/icons/undo-2';
import type { MessageDto } from '../../../electron/features/messaging/contract.ts';

/** How a text stands, as a sign beside the words; null for what a customer wrote. */
export function signOf({ state }: MessageDto): typeof Check | null {
  switch (state) {
    case 'received':
      return null;
    case 'scheduled':
    case 'queued':
    case 'held':
      return Clock;
    case 'sending':
      return Send;
    case 'sent':
      return Check;
    case 'delivered':
      return CheckCheck;
    case 'uncertain':
      return CircleHelp;
    case 'failed':
    case 'expired':
      return TriangleAlert;
    case 'cancelled':
      return Undo;
  }
}
