import { resource, service, type Resource, type Service } from '../../shared/appointments.ts';
import { blanksOf } from '../../shared/templates.ts';
import { APPOINTMENT_VARIABLES } from '../../shared/appointments.ts';
import { countText, MAX_PARTS, normaliseText } from '../../shared/composing.ts';
import { fold } from '../../shared/fold.ts';
import { idOf, rowOf } from '../../shared/ids.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { ResourceDto, ServiceDto } from './contract.ts';
import type { DeskContext } from '../../core/context.ts';

const MOST = 200;
const KNOWN_BLANKS: ReadonlySet<string> = new Set(APPOINTMENT_VARIABLES);

export interface Stored<T> {
  readonly row: number;
  readonly removed: boolean;
  readonly value: T;
}

/** The services of the shop and the resources that do them. Removed ones are kept for past bookings. */
export class ServiceCatalog {
  readonly #context: Pick<DeskContext, 'store' | 'appChanged'>;
  readonly #onChange: () => void;
  #services: ReadonlyMap<number, Stored<Service>> | null = null;
  #resources: ReadonlyMap<number, Stored<Resource>> | null = null;

  constructor(context: Pick<DeskContext, 'store' | 'appChanged'>, onChange: () => void) {
    this.#context = context;
    this.#onChange = onChange;
  }

  get services(): ReadonlyMap<number, Stored<Service>> {
    this.#services ??= read(this.#context.store.services.all(), (name, body) => service.parse({ ...body, name }));
    return this.#services;
  }

  get resources(): ReadonlyMap<number, Stored<Resource>> {
    this.#resources ??= read(this.#context.store.resources.all(), (name, body) => resource.parse({ ...body, name }));
    return this.#resources;
  }

  get serviceViews(): readonly ServiceDto[] {
    return present(this.services).map(({ row, value }) => ({ ...value, id: idOf('service', row) }));
  }

  get resourceViews(): readonly ResourceDto[] {
    return present(this.resources).map(({ row, value }) => ({ ...value, id: idOf('resource', row) }));
  }

  /** The resources that do a service, ordered by name. */
  doing(serviceRow: number): readonly Stored<Resource>[] {
    return present(this.resources).filter(
      ({ value }) => value.serviceIds?.includes(idOf('service', serviceRow)) ?? true,
    );
  }

  saveService(id: string | null, input: Service): Result<ServiceDto> {
    const texts = [input.text, ...input.reminders.map(({ text }) => text)];
    const blank = texts.flatMap((text) => blanksOf(text)).find(({ name }) => !KNOWN_BLANKS.has(name));
    if (blank !== undefined) return refuse('unfilled-blank.automatic', { name: blank.name });
    if (texts.some((text) => countText(normaliseText(text)).parts > MAX_PARTS))
      return refuse('text-too-long.automatic', { limit: MAX_PARTS });
    const saved = this.#save('service', id, input, this.services, this.#context.store.services);
    if (!saved.ok) return saved;
    this.#services = null;
    this.#changed();
    return ok({ ...input, id: idOf('service', saved.value) });
  }

  saveResource(id: string | null, input: Resource): Result<ResourceDto> {
    const saved = this.#save('resource', id, input, this.resources, this.#context.store.resources);
    if (!saved.ok) return saved;
    this.#resources = null;
    this.#changed();
    return ok({ ...input, id: idOf('resource', saved.value) });
  }

  setServiceRemoved(id: string, removed: boolean): Result<readonly ServiceDto[]> {
    const done = setRemoved('service', id, removed, this.services, this.#context.store.services);
    if (!done.ok) return done;
    this.#services = null;
    this.#changed();
    return ok(this.serviceViews);
  }

  setResourceRemoved(id: string, removed: boolean): Result<readonly ResourceDto[]> {
    const done = setRemoved('resource', id, removed, this.resources, this.#context.store.resources);
    if (!done.ok) return done;
    this.#resources = null;
    this.#changed();
    return ok(this.resourceViews);
  }

  #changed(): void {
    this.#onChange();
    this.#context.appChanged();
  }

  #save<T extends { readonly name: string }>(
    kind: 'service' | 'resource',
    id: string | null,
    input: T,
    all: ReadonlyMap<number, Stored<T>>,
    rows: DeskContext['store']['services'],
  ): Result<number> {
    const row = id === null ? null : rowOf(kind, id);
    if (id !== null && (row === null || !all.has(row))) return refuse('not-found.service-or-resource');
    if (isTaken(input.name, row, all)) return refuse('name-taken', { name: input.name });
    if (row === null && present(all).length >= MOST) return refuse('bad-input.most', { most: MOST });
    const { name, ...body } = input;
    if (row === null) return ok(rows.insert(name, JSON.stringify(body)));
    rows.update(row, name, JSON.stringify(body));
    return ok(row);
  }
}

function setRemoved<T extends { readonly name: string }>(
  kind: 'service' | 'resource',
  id: string,
  removed: boolean,
  all: ReadonlyMap<number, Stored<T>>,
  rows: DeskContext['store']['services'],
): Result<null> {
  const row = rowOf(kind, id);
  const found = row === null ? undefined : all.get(row);
  if (row === null || found === undefined) return refuse('not-found.service-or-resource');
  if (!removed && isTaken(found.value.name, row, all)) return refuse('name-taken.again', { name: found.value.name });
  rows.setRemoved(row, removed);
  return ok(null);
}

function isTaken<T extends { readonly name: string }>(
  name: string,
  row: number | null,
  all: ReadonlyMap<number, Stored<T>>,
): boolean {
  return present(all).some((other) => other.row !== row && fold(other.value.name) === fold(name));
}

function present<T>(all: ReadonlyMap<number, Stored<T>>): readonly Stored<T>[] {
  return [...all.values()].filter(({ removed }) => !removed);
}

function read<T>(
  rows: readonly { readonly id: number; readonly name: string; readonly body: string; readonly removed: 0 | 1 }[],
  parse: (name: string, body: object) => T,
): ReadonlyMap<number, Stored<T>> {
  return new Map(
    rows.map(({ id, name, body, removed }) => [
      id,
      { row: id, removed: removed === 1, value: parse(name, JSON.parse(body) as object) },
    ]),
  );
}
