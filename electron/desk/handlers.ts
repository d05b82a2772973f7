import { modelAddress } from '../shared/language-model.ts';
import { refuseAddress } from './automation/aid/model-writer.ts';
import { METHODS, type Answers, type AppState, type Input, type Method } from '../shared/contract.ts';
import { rowOf } from '../shared/ids.ts';
import type { Logger } from '../shared/logger.ts';
import { isDiskFull } from '../shared/disk-fault.ts';
import { ok, refuse, type Result } from '../shared/result.ts';
import { withoutUndefined } from '../shared/without-undefined.ts';
import { blanksOf } from '../shared/templates.ts';
import type { Clock } from '../shared/clock.ts';
import { setPaused } from './automation/pausing.ts';
import type { Desk } from './desk.ts';
import { search } from './search.ts';
import { supportReport } from './support-report.ts';

/** What is sent anew can be taken back for so long. */
const IN_A_MOMENT_MS = 5_000;

type Handlers = { readonly [M in Method]: (input: Input<M>) => Result<Answers[M]> | Promise<Result<Answers[M]>> };

/** The contract's methods as the desk answers them. */
export function handlersOf(desk: Desk, clock: Clock): Handlers {
  const { conversations, contacts, customers, groupTexts, tasks, lists, messages, outbox } = desk;
  const withState = (done: Result<null>): Result<AppState> => (done.ok ? ok(desk.state) : done);
  return {
    'app.state': () => {
      desk.somebodyListens();
      return ok(desk.state);
    },
    'app.counts': () => ok(desk.counts),
    'conversations.list': ({ view, order, tagId, assigneeId, after, limit }) => {
      // One that there is not has no conversations.
      const tag = tagId === null ? null : (rowOf('t', tagId) ?? 0);
      const assignee = assigneeId === null ? null : (rowOf('p', assigneeId) ?? 0);
      return conversations.list({ view, order, tag, assignee }, after, limit);
    },
    'conversations.get': ({ id }) => conversations.get(id),
    'conversations.messages': ({ id, range, limit }) => conversations.messages(id, range, limit),
    'conversations.markRead': ({ id }) => conversations.markRead(id),
    'conversations.markUnread': ({ id }) => conversations.markUnread(id),
    'conversations.change': ({ ids, change }) => conversations.change(ids, change),
    'conversations.restore': (undone) => conversations.restore(undone),
    'conversations.setDraft': ({ id, draft, seat }) => {
      conversations.typing(id, seat);
      return conversations.setDraft(id, draft);
    },
    'conversations.typing': ({ id, seat }) => conversations.typing(id, seat),
    'conversations.logCall': ({ id }) => conversations.logCall(id),
    'notes.add': ({ conversationId, text }) => conversations.addNote(conversationId, text),
    'notes.edit': ({ id, text }) => conversations.editNote(id, text),
    'notes.remove': ({ id }) => conversations.removeNote(id),
    'notes.restore': (note) => conversations.restoreNote(note),
    'search.find': ({ query, limit }) => ok(search(desk.context, query, limit)),
    'contacts.get': ({ conversationId }) => contacts.get(conversationId),
    'consent.decide': ({ conversationId, as }) => desk.consent.decide(conversationId, as),
    'consent.get': ({ conversationId }) => desk.consent.get(conversationId),
    'consent.record': ({ conversationId, ...said }) => desk.consent.record(conversationId, said),
    'consent.askForOffers': ({ conversationId }) => desk.consent.askForOffers(conversationId),
    'contacts.change': ({ conversationId, change }) => {
      const changed = contacts.change(conversationId, withoutUndefined(change));
      if (changed.ok && change.zone !== undefined) desk.appointments.replanOf(conversationId);
      return changed;
    },
    'contacts.block': ({ conversationId, blocked }) => contacts.block(conversationId, blocked),
    'contacts.undoBlock': (undone) => contacts.undoBlock(undone),
    'contacts.merge': ({ keepId, goneId }) => contacts.merge(keepId, goneId),
    'contacts.unmerge': ({ mergeId }) => contacts.unmerge(mergeId),
    'contacts.previewMerge': ({ keepId, goneId }) => contacts.previewMerge(keepId, goneId),
    'contacts.list': ({ groupId, query, after, limit }) => customers.list.page(groupId, query, after, limit),
    'contacts.byId': ({ id }) => customers.list.get(id),
    'contacts.save': ({ id, contact }) => customers.list.save(id, withoutUndefined(contact)),
    'contacts.setTag': ({ ids, tagId, has }) => customers.list.setTag(ids, tagId, has),
    'contacts.export': ({ format, groupId, query, ids }) => customers.files.export(format, groupId, query, ids),
    'contacts.personalData': ({ id }) => customers.files.personalData(id),
    'contacts.proof': ({ id, number }) => desk.proof.of(id, number),
    'contacts.erase': ({ id }) => customers.erasure.erase(id),
    'contacts.readFile': ({ name, text }) => customers.imports.read(name, text),
    'contacts.planImport': ({ id, choices }) => customers.imports.plan(id, choices),
    'contacts.runImport': ({ id }) => customers.imports.run(id),
    'contacts.letGoImport': ({ id }) => customers.imports.letGo(id),
    'contacts.refusedRows': ({ id }) => customers.imports.refusedRows(id),
    'contacts.imports': () => ok(customers.imports.imports),
    'contacts.undoImport': ({ id }) => customers.imports.undo(id),
    'contactFields.save': ({ id, ...field }) => customers.fields.save(id, field),
    'contactFields.setRemoved': ({ id, removed }) => customers.fields.setRemoved(id, removed),
    'groups.save': ({ id, ...group }) => customers.groups.save(id, group),
    'groups.setRemoved': ({ id, removed }) => customers.groups.setRemoved(id, removed),
    'groups.preview': async (group) => ok(await customers.list.preview(group)),
    'groupTexts.preview': (order) => groupTexts.preview(order),
    'groupTexts.test': ({ order, number }) => groupTexts.test(order, number),
    'groupTexts.start': ({ order, key, confirmed }) => groupTexts.send(order, key, confirmed),
    'groupTexts.list': () => ok(groupTexts.views),
    'groupTexts.page': ({ id, after, limit }) => groupTexts.page(id, after, limit),
    'groupTexts.setPaused': ({ id, paused }) => groupTexts.setPaused(id, paused),
    'groupTexts.stop': ({ id }) => groupTexts.cancel(id),
    'groupTexts.table': ({ id }) => groupTexts.table(id),
    'tasks.list': () => ok(tasks.list()),
    'tasks.ofConversation': ({ conversationId }) => tasks.ofConversation(conversationId),
    'tasks.add': ({ conversationId, text, dueAt }) => tasks.add(conversationId, text, dueAt),
    'tasks.edit': ({ id, text, dueAt }) => tasks.edit(id, text, dueAt),
    'tasks.setDone': ({ id, done }) => tasks.setDone(id, done),
    'tasks.remove': ({ id }) => tasks.remove(id),
    'tags.save': ({ id, ...tag }) => lists.save('tags', id, tag),
    'people.save': ({ id, ...person }) => lists.save('people', id, person),
    'templates.save': ({ id, ...template }) => lists.save('templates', id, template),
    'filters.save': ({ id, ...filter }) => lists.save('filters', id, filter),
    'lists.setRemoved': ({ list, id, removed }) => withState(lists.setRemoved(list, id, removed)),
    'people.setAtCounter': ({ id }) => withState(lists.setAtCounter(id)),
    'preferences.set': async (changes) => {
      const { ownerPhone, modelAddress: address, backupFolder } = changes;
      if (backupFolder !== undefined) {
        const usable = await desk.backups.checkFolder(backupFolder);
        if (!usable.ok) return usable;
      }
      if (address !== undefined && address !== '' && modelAddress(address) === null) return refuseAddress();
      if (ownerPhone === undefined || ownerPhone === '') return ok(desk.setPreferences(withoutUndefined(changes)));
      const { number } = messages.checkNumber(ownerPhone);
      if (number === null) return refuse('bad-number', 'The owner’s phone is no phone number. Check it.');
      return ok(desk.setPreferences({ ...withoutUndefined(changes), ownerPhone: number }));
    },
    'services.save': ({ id, ...written }) => desk.catalogue.saveService(id, written),
    'services.setRemoved': ({ id, removed }) => desk.catalogue.setServiceRemoved(id, removed),
    'resources.save': ({ id, ...written }) => desk.catalogue.saveResource(id, written),
    'resources.setRemoved': ({ id, removed }) => desk.catalogue.setResourceRemoved(id, removed),
    'appointments.calendar': ({ from, days }) => ok(desk.appointments.calendar(from, days)),
    'appointments.ofCustomer': ({ conversationId }) => desk.appointments.ofCustomer(conversationId),
    'appointments.slots': ({ serviceId, resourceId, date, days, movingId }) =>
      desk.appointments.slots(serviceId, resourceId, date, days, movingId),
    'appointments.book': (booking) => desk.appointments.book(booking),
    'appointments.move': ({ id, ...to }) => desk.appointments.move(id, to),
    'appointments.change': ({ id, input, tell }) => desk.appointments.change(id, input, tell),
    'appointments.edit': ({ id, name, note }) => desk.appointments.edit(id, name, note),
    'appointments.reminders': ({ id }) => desk.appointments.reminders(id),
    'appointments.load': ({ from, days }) => ok(desk.reminderLoad.of(from, days)),
    'waiting.list': () => ok(desk.waitingList.views),
    'waiting.add': (wish) => desk.appointments.waitFor(wish),
    'waiting.setRemoved': ({ id, removed }) => desk.waitingList.setRemoved(id, removed),
    'appointments.import': ({ kind, text, columns, dryRun, ...defaults }) =>
      kind === 'table'
        ? desk.appointmentImport.table(text, { ...defaults, columns: columns ?? null }, dryRun)
        : desk.appointmentImport.calendar(text, defaults, dryRun),
    'appointments.cancelMissing': ({ count }) => desk.calendarSync.cancelMissing(count),
    'appointments.export': async ({ from, days }) => ok({ calendar: await desk.appointments.export(from, days) }),
    'orders.board': () => ok(desk.orders.board()),
    'orders.ofCustomer': ({ conversationId }) => desk.orders.ofCustomer(conversationId),
    'orders.add': ({ columnId, tell, ...order }) =>
      desk.orders.add({ ...order, columnId: columnId ?? undefined }, { tell, canBeUndone: true }),
    'orders.change': ({ id, tell, ...order }) => desk.orders.change(id, order, { tell, canBeUndone: true }),
    'orders.move': ({ id, columnId, tell }) => desk.orders.change(id, { columnId }, { tell, canBeUndone: true }),
    'orders.setRemoved': ({ id, removed }) => desk.orders.setRemoved(id, removed),
    'orders.setColumns': ({ columns }) => desk.orders.setColumns(columns),
    'orders.import': ({ table, tell, columns, dryRun }) =>
      desk.orders.import(table, { tell, columns: columns ?? null, isRehearsal: dryRun }),
    'faqs.list': () => ok(desk.faqs.views),
    'faqs.save': ({ id, ...entry }) => desk.faqs.save(id, entry),
    'faqs.setRemoved': ({ id, removed }) => desk.faqs.setRemoved(id, removed),
    'faqs.addPhrasing': ({ id, text }) => desk.faqs.addPhrasing(id, text),
    'faqs.gaps': async () => ok(await desk.faqs.gaps()),
    'faqs.dismissGap': async ({ key, dismissed }) => {
      desk.faqs.dismissGap(key, dismissed);
      return ok(await desk.faqs.gaps());
    },
    'rules.list': () => ok(desk.rules.views),
    'rules.save': ({ id, ...written }) => desk.rules.save(id, written),
    'rules.setRemoved': ({ id, removed }) => desk.rules.setRemoved(id, removed),
    'rules.setOrder': ({ ids }) => desk.rules.setOrder(ids),
    'rules.rehearse': async ({ rule, days }) => ok(await desk.automation.rehearse(rule, days)),
    'answers.suggest': ({ conversationId }) => desk.automation.suggest(conversationId),
    'answers.draft': ({ conversationId }) => desk.writingAid.draft(conversationId),
    'answers.write': ({ conversationId }) => desk.modelWriter.write(conversationId),
    'answers.models': ({ address }) => desk.modelWriter.models(address),
    'answers.try': ({ text }) => ok(desk.automation.tryText(text)),
    'answers.setPaused': ({ conversationId, paused }) => setPaused(desk.context, conversationId, paused),
    'answers.preview': () => ok({ closed: desk.closedAnswer.preview() }),
    'days.read': ({ text, columns }) => desk.specialDays.read(text, columns ?? null),
    'days.add': ({ days }) => {
      const added = desk.specialDays.add(days);
      return added.ok ? ok({ ids: added.value }) : added;
    },
    'days.change': ({ id, day }) => desk.specialDays.change(id, day),
    'days.remove': ({ ids }) => desk.specialDays.remove(ids),
    'messages.send': ({ to, text, lineId, undoMs, notBefore, key }) => {
      if (blanksOf(text).length > 0) return refuse('unfilled-blank', 'Fill the blanks in {{ }} first.');
      if (notBefore !== null && notBefore <= clock.now())
        return refuse('in-the-past', 'That time is over. Choose a later one.');
      return withLine(lineId, (line) =>
        messages.send(
          {
            to,
            text,
            purpose: 'answer',
            notBefore: notBefore ?? (undoMs > 0 ? clock.now() + undoMs : null),
            expiresAt: null,
            line,
          },
          { key: `window:${key}`, body: JSON.stringify([to, text]) },
        ),
      );
    },
    'messages.reschedule': ({ id, text, notBefore }) => {
      if (blanksOf(text).length > 0) return refuse('unfilled-blank', 'Fill the blanks in {{ }} first.');
      return withMessage(id, (row) => outbox.reschedule(row, text, notBefore ?? clock.now() + IN_A_MOMENT_MS));
    },
    'messages.scheduled': () => ok(messages.scheduled()),
    'recurring.list': () => ok(desk.recurring.views),
    'recurring.save': ({ id, number, text, rule }) => desk.recurring.save(id, number, text, rule),
    'recurring.setStopped': ({ id, stopped }) => desk.recurring.setStopped(id, stopped),
    'recurring.preview': ({ rule }) => ok(desk.recurring.preview(rule)),
    'messages.details': ({ id }) => messages.details(id),
    'messages.cancel': ({ id }) =>
      withMessage(id, (row) => {
        const now = messages.get(id);
        // Undone in the thread and in its notice: the second time it is done already.
        return now.ok && now.value.state === 'cancelled' ? now : outbox.cancel(row);
      }),
    'messages.resolve': ({ id, as }) => withMessage(id, (row) => outbox.resolve(row, as)),
    'messages.undecided': () => ok(messages.undecided()),
    'messages.cameDue': () => ok(messages.cameDue()),
    'messages.release': ({ ids }) => {
      outbox.release(ids.flatMap((each) => rowOf('m', each) ?? []));
      return ok(messages.cameDue());
    },
    'numbers.check': ({ number }) => ok(messages.checkNumber(number)),
    'lines.ports': async () => ok(await desk.lines.ports()),
    'lines.connect': async ({ path, pin }) => ok(await desk.lines.connect(path, pin)),
    'lines.discover': async () => ok(await desk.lines.discover()),
    'lines.setPin': ({ id, pin }) => desk.lines.setPin(id, pin),
    'lines.remove': ({ id }) => desk.lines.remove(id),
    'lines.startDemo': async () => ok(await desk.lines.startDemo()),
    'lines.page': ({ id }) => desk.lines.page(id),
    'lines.log': ({ id }) => desk.lines.log(id),
    'lines.configure': ({ id, ...change }) => desk.lines.configure(id, change),
    'lines.askOperator': ({ id, code }) => desk.lines.askOperator(id, code),
    'lines.askBalance': ({ id }) => desk.lines.askBalance(id),
    'support.report': () => ok({ text: supportReport({ ...desk.context, state: desk.state, lines: desk.lines }) }),
    'mail.get': () => ok(desk.notices.view),
    'mail.set': ({ settings, password }) => desk.notices.set(settings, password),
    'mail.test': () => desk.notices.test(),
    'payments.ask': ({ conversationId, undoMs, ...wanted }) => {
      const conversation = desk.conversations.get(conversationId);
      return conversation.ok ? desk.payments.ask(conversation.value.number, wanted, { undoMs }) : conversation;
    },
    'payments.ofCustomer': ({ conversationId }) => desk.payments.ofCustomer(conversationId),
    'payments.setState': ({ reference, state }) => desk.payments.setState(reference, state),
    'tokens.list': () => ok(desk.access.views),
    'tokens.make': (wanted) => desk.access.make(wanted),
    'tokens.setRevoked': ({ tokenId, revoked }) => desk.access.setRevoked(tokenId, revoked),
    'reports.read': (range) => desk.reports.read(range),
    'reports.behind': ({ place, ...range }) => desk.reports.behind(range, place),
    'reports.seen': () => {
      desk.weeklySummary.seen();
      return ok({});
    },
    'surveys.list': () => ok(desk.surveys.views),
    'surveys.save': ({ id, ...written }) => desk.surveys.save(id, written),
    'surveys.setRemoved': ({ id, removed }) => desk.surveys.setRemoved(id, removed),
    'surveys.ofCustomer': ({ conversationId }) => desk.surveys.ofCustomer(conversationId),
    'webhooks.list': () => ok(desk.webhooks.views),
    'webhooks.save': ({ id, ...written }) => desk.webhooks.save(id, written),
    'webhooks.setRemoved': ({ id, removed }) => desk.webhooks.setRemoved(id, removed),
    'webhooks.log': ({ id }) => desk.webhooks.log(id),
    'webhooks.test': ({ id }) => desk.webhooks.test(id),
    'webhooks.sendAgain': ({ deliveryId }) => desk.webhooks.sendAgain(deliveryId),
    'backups.make': () => desk.backups.make(),
    'backups.list': ({ folder }) => desk.backups.list(folder),
    'backups.setPassphrase': ({ passphrase }) => ok(desk.backups.setPassphrase(passphrase)),
    'backups.prove': ({ name, passphrase }) => desk.backups.prove(name, passphrase),
    'backups.restore': ({ name, passphrase, folder }) => desk.backups.restore(name, passphrase, folder),
    'backups.startAnew': () => refuse('cannot-happen', 'The data are not damaged: nothing is begun anew.'),
    'settings.set': (settings) => desk.setShop(settings),
  };
}

/** Answers any call, also one with an unknown name or a wrong input; nothing is thrown across the contract. */
export function dispatcherOf(desk: Desk, clock: Clock, logger: Logger) {
  return dispatcherOver(handlersOf(desk, clock), refuse('not-found', 'There is no such method.'), logger);
}

/** As {@link dispatcherOf}, over what there is. @param otherwise what is answered to everything else of the contract */
export function dispatcherOver(handlers: Partial<Handlers>, otherwise: Result<never>, logger: Logger) {
  return async (method: string, input: unknown): Promise<Result<unknown>> => {
    if (!Object.hasOwn(METHODS, method)) return refuse('not-found', 'There is no such method.');
    const name = method as Method;
    const handler = handlers[name];
    if (handler === undefined) return otherwise;
    const parsed = METHODS[name].safeParse(input);
    if (!parsed.success) {
      return refuse('bad-input', 'This call is not of the form the desk understands.', {
        issues: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
      });
    }
    try {
      return await (handler as (value: unknown) => Result<unknown> | Promise<Result<unknown>>)(parsed.data);
    } catch (error) {
      logger.error({ method, error: error instanceof Error ? error.stack : String(error) }, 'a call failed');
      if (isDiskFull(error))
        return refuse('disk-full', 'There is no room left on the disk. Make room; what was there is safe.');
      return refuse('internal', 'Something went wrong inside. It is in the log; please try again.');
    }
  };
}

function withMessage<T>(id: string, use: (row: number) => Result<T>): Result<T> {
  const row = rowOf('m', id);
  return row === null ? refuse('not-found', 'There is no such message.') : use(row);
}

function withLine<T>(id: string | null, use: (row: number | null) => Result<T>): Result<T> {
  if (id === null) return use(null);
  const row = rowOf('l', id);
  return row === null ? refuse('not-found', 'There is no such line.') : use(row);
}
