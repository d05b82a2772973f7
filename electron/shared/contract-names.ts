import type { EventName, Method } from './contract.ts';

/** The contract's names without its schemas: what the preload script checks before anything crosses. */
export const METHOD_NAMES = [
  'app.state',
  'conversations.list',
  'conversations.counts',
  'conversations.get',
  'conversations.messages',
  'conversations.markRead',
  'conversations.setStatus',
  'conversations.setDraft',
  'conversations.rename',
  'messages.send',
  'messages.cancel',
  'messages.resolve',
  'messages.undecided',
  'numbers.check',
  'lines.ports',
  'lines.discover',
  'lines.connect',
  'lines.setPin',
  'lines.remove',
  'lines.startDemo',
  'lines.page',
  'lines.log',
  'lines.configure',
  'lines.askOperator',
  'lines.askBalance',
  'support.report',
  'settings.set',
] as const satisfies readonly Method[];

export const EVENT_NAMES = [
  'message.received',
  'message.changed',
  'conversation.changed',
  'conversation.event',
  'line.changed',
  'app.changed',
] as const satisfies readonly EventName[];

/** The shell's own word beside the contract: whether the back end answers. */
export const REACHABLE_EVENT = 'desk.reachable';
