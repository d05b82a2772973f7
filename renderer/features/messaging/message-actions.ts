import type { MessageDto } from '../../../electron/features/messaging/contract.ts';
import type { MenuItem } from '../../components/menu.svelte';
import type { AppStore } from '../../frame/app-store.svelte.ts';
import { focusPlace } from '../../lib/focus.ts';
import { t } from '../../lib/text/format.ts';
import { addTask } from '../conversations/changes.ts';
import type { Thread } from '../conversations/thread.svelte.ts';
import { savedEntry } from '../shop-lists/shop-lists.ts';
import { openDetails } from './dialogs.ts';

/** A task says what it is about, not everything that was said. */
const LONGEST_TASK = 200;

/** What can be done with a message, from the menu beside it and by the other mouse button. */
export function messageActions(desk: AppStore, thread: Thread, message: MessageDto): readonly MenuItem[] {
  const { text } = message;
  const { conversation, composer } = thread;
  const details = { label: t.details.open, onselect: () => openDetails(desk, message.id) };
  if (text === '') return [details];
  return [
    { label: t.messageActions.copy, onselect: () => void copy(desk, text) },
    ...(conversation.canAnswer
      ? [
          {
            label: message.direction === 'in' ? t.messageActions.quote : t.messageActions.reuse,
            onselect: () => {
              composer.leaveNote();
              const said = message.direction === 'in' ? `“${text}”\n` : text;
              composer.setText(composer.text === '' ? said : `${composer.text}\n${said}`);
              setTimeout(() => focusPlace('composer'));
            },
          },
        ]
      : []),
    { label: t.messageActions.task, onselect: () => void makeTask(desk, conversation.id, text) },
    { label: t.messageActions.saveReply, onselect: () => void saveReply(desk, text) },
    details,
  ];
}

async function copy(desk: AppStore, text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  desk.undo.say(t.messageActions.copied);
}

async function makeTask(desk: AppStore, conversationId: string, text: string): Promise<void> {
  const words = await desk.prompts.text(t.tasks.label, t.tasks.add, text.slice(0, LONGEST_TASK));
  if (words === null) return;
  const dueAt = await desk.prompts.when(t.tasks.addWhen, 'task');
  if (dueAt !== undefined) await addTask(desk, conversationId, words, dueAt);
}

async function saveReply(desk: AppStore, text: string): Promise<void> {
  const name = await desk.prompts.text(t.messageActions.saveReply, t.settings.templateName, '', 30);
  if (name === null) return;
  const saved = await desk.ask('templates.save', { id: null, name: name.trim().replace(/\s+/g, '-'), text });
  if (saved !== null) savedEntry(desk, 'templates', saved.id, undefined, () => Promise.resolve(null));
}
