import type { Contacts } from './contacts.ts';
import type { Customers } from './customers.ts';
import type { UpcomingAppointments } from '../appointments/upcoming.ts';
import { ok } from '../../shared/result.ts';
import { withoutUndefined } from '../../shared/without-undefined.ts';
import type { Handlers } from '../../shared/contract.ts';
import type { contactsContract } from './contract.ts';

interface Services {
  readonly contacts: Contacts;
  readonly customers: Customers;
  readonly upcoming: UpcomingAppointments;
}

export function contactsHandlers({ contacts, customers, upcoming }: Services): Handlers<typeof contactsContract> {
  return {
    'contacts.get': ({ conversationId }) => contacts.get(conversationId),
    'contacts.change': ({ conversationId, change }) => {
      const changed = contacts.change(conversationId, withoutUndefined(change));
      if (changed.ok && change.zone !== undefined) upcoming.replanOf(conversationId);
      return changed;
    },
    'contacts.block': ({ conversationId, blocked }) => contacts.block(conversationId, blocked),
    'contacts.undoBlock': (undone) => contacts.undoBlock(undone),
    'contacts.merge': ({ keepId, goneId }) => contacts.merge(keepId, goneId),
    'contacts.unmerge': ({ mergeId }) => contacts.unmerge(mergeId),
    'contacts.previewMerge': ({ keepId, goneId }) => contacts.previewMerge(keepId, goneId),
    'contacts.list': ({ groupId, query, after, limit }) => customers.list.page(groupId, query, after, limit),
    'contacts.lookUp': ({ query, limit }) => customers.list.lookUp(query, limit),
    'contacts.byId': ({ id }) => customers.list.get(id),
    'contacts.save': ({ id, contact }) => customers.list.save(id, withoutUndefined(contact)),
    'contacts.setTag': ({ ids, tagId, has }) => customers.list.setTag(ids, tagId, has),
    'contacts.export': ({ format, groupId, query, ids }) => customers.files.export(format, groupId, query, ids),
    'contacts.personalData': ({ id }) => customers.files.personalData(id),
    'contacts.erase': ({ id }) => customers.erasure.erase(id),
    'contacts.readFile': ({ name, text }) => customers.imports.read(name, text),
    'contacts.planImport': ({ id, choices }) => customers.imports.plan(id, choices),
    'contacts.runImport': ({ id }) => customers.imports.run(id),
    'contacts.letGoImport': ({ id }) => customers.imports.discard(id),
    'contacts.refusedRows': ({ id }) => customers.imports.refusedRows(id),
    'contacts.imports': () => ok(customers.imports.imports),
    'contacts.undoImport': ({ id }) => customers.imports.undo(id),
    'contactFields.save': ({ id, ...field }) => customers.fields.save(id, field),
    'contactFields.setRemoved': ({ id, removed }) => customers.fields.setRemoved(id, removed),
    'groups.save': ({ id, ...group }) => customers.groups.save(id, group),
    'groups.setRemoved': ({ id, removed }) => customers.groups.setRemoved(id, removed),
    'groups.preview': async (group) => ok(await customers.list.preview(group)),
  };
}
