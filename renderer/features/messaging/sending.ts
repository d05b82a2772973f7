import type { MessageDto } from '../../../electron/features/messaging/contract.ts';
import type { DeskServices } from '../../frame/services.ts';
import { futureTime, t } from '../../lib/text/format.ts';

/**
 * Texts a number, for the first time or again.
 * @param isUndoOffered false: whoever asked for it says what was done, and offers to undo it
 * @returns null: the desk refused it, or it is unknown whether it accepted; sending again with the same key sends it only once
 */
export async function sendText(
  desk: DeskServices,
  text: {
    readonly to: string;
    readonly text: string;
    readonly lineId: string | null;
    readonly notBefore: number | null;
    readonly key: string;
  },
  isUndoOffered = true,
): Promise<MessageDto | null> {
  const { notBefore } = text;
  const undoMs = notBefore === null ? (desk.settings?.undoSeconds ?? 5) * 1000 : 0;
  const sent = await desk.ask('messages.send', { ...text, undoMs });
  if (sent === null || !isUndoOffered) return sent;
  const undo = (): void => void takeBack(desk, sent);
  if (notBefore !== null) desk.undo.offer(t.later.done(futureTime(notBefore, Date.now())), undo);
  else if (undoMs > 0) desk.undo.offer(t.state.sendingSoon, undo, { forMs: undoMs });
  return sent;
}

/** Takes a text back that has not left, and puts its words where they were written. */
export async function takeBack(desk: DeskServices, message: MessageDto): Promise<void> {
  const cancelled = await desk.ask('messages.cancel', { id: message.id });
  // A payment link is canceled together with its message: as a draft, the link would be sent and lead nowhere.
  if (cancelled === null || message.source === '@payment') return;
  if (desk.thread?.conversation.id !== message.conversationId) await desk.open(message.conversationId);
  // Somebody may have gone on to another customer meanwhile.
  const { thread } = desk;
  if (thread?.conversation.id !== message.conversationId) return;
  const { composer } = thread;
  // What was started since then is kept, after the restored text.
  composer.setText(composer.text.trim() === '' ? message.text : `${message.text}\n${composer.text}`);
}
