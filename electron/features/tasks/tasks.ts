import { notFound } from '../../shared/not-found.ts';
import { conversationId, idOf, rowOf } from '../../shared/ids.ts';
import { displayNumber } from '../../shared/phone.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { TaskDto } from './contract.ts';
import type { TaskRow } from './repository.ts';
import type { DeskContext } from '../../core/context.ts';
import { publishConversation, publishTasks } from '../conversations/publish.ts';
import type { Service } from '../../core/service.ts';

/** As many as somebody looks through; the first due come first. */
const SHOWN = 500;

/** What somebody means to do for a customer, and the moment it is due. */
export class Tasks implements Service {
  readonly #context: DeskContext;

  constructor(context: DeskContext) {
    this.#context = context;
  }

  list(): readonly TaskDto[] {
    return this.#context.store.tasks.open(SHOWN).map((row) => this.#toDto(row));
  }

  ofConversation(id: string): Result<readonly TaskDto[]> {
    const row = rowOf('conversation', id);
    if (row === null) return notFound('conversation');
    return ok(this.#context.store.tasks.ofConversation(row).map((task) => this.#toDto(task)));
  }

  add(conversation: string, text: string, dueAt: number | null): Result<TaskDto> {
    const { store, clock } = this.#context;
    const row = rowOf('conversation', conversation);
    if (row === null || store.conversations.byId(row) === null) return notFound('conversation');
    const id = store.tasks.insert({
      conversation_id: row,
      text,
      due_at: dueAt,
      author: this.#context.currentAgent()?.name ?? null,
      created_at: clock.now(),
    });
    return this.#changed(id);
  }

  edit(id: string, text: string, dueAt: number | null): Result<TaskDto> {
    return this.#with(id, (row) => this.#context.store.tasks.update(row.id, text, dueAt));
  }

  setDone(id: string, done: boolean): Result<TaskDto> {
    const { store, clock } = this.#context;
    return this.#with(id, (row) => store.tasks.setDone(row.id, done ? clock.now() : null));
  }

  /** Answers the task as it was. */
  remove(id: string): Result<TaskDto> {
    const row = this.#row(id);
    if (row === null) return notFound('task');
    const view = this.#toDto(row);
    this.#context.store.tasks.remove(row.id);
    this.#announce(row.conversation_id);
    return ok(view);
  }

  /** When the next one is due that nobody was told of. */
  get dueAt(): number | null {
    return this.#context.store.tasks.dueAt();
  }

  /** Brings the conversations of what is due now to the top, once each. */
  onDue(): void {
    const { store, clock, events } = this.#context;
    const due = this.#context.unit(() => {
      const told = store.tasks.tellDue(clock.now());
      for (const { conversation_id: conversation } of told) store.conversations.surface(conversation, clock.now());
      return told;
    });
    for (const { id, conversation_id: conversation } of due) {
      const row = store.tasks.byId(id);
      if (row !== null) events.emit({ type: 'task.due', value: this.#toDto(row) });
      this.#announce(conversation);
    }
  }

  #with(id: string, change: (row: TaskRow) => void): Result<TaskDto> {
    const row = this.#row(id);
    if (row === null) return notFound('task');
    change(row);
    return this.#changed(row.id);
  }

  #changed(id: number): Result<TaskDto> {
    const row = this.#context.store.tasks.byId(id);
    if (row === null) return notFound('task');
    this.#announce(row.conversation_id);
    return ok(this.#toDto(row));
  }

  #announce(conversation: number): void {
    publishTasks(this.#context, conversation);
    publishConversation(this.#context, conversation);
  }

  #row(id: string): TaskRow | null {
    const row = rowOf('task', id);
    return row === null ? null : this.#context.store.tasks.byId(row);
  }

  #toDto(row: TaskRow): TaskDto {
    const conversation = this.#context.store.conversations.byId(row.conversation_id);
    return {
      id: idOf('task', row.id),
      conversationId: conversationId(row.conversation_id),
      who: conversation?.name ?? displayNumber(conversation?.number ?? '', this.#context.country()),
      text: row.text,
      dueAt: row.due_at,
      author: row.author,
      doneAt: row.done_at,
    };
  }
}
