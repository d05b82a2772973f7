import type { Resource, Service } from '../../shared/appointments.ts';
import { rowOf } from '../../shared/ids.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { Availability } from './availability.ts';
import type { AppointmentPlace } from './repository.ts';
import type { ServiceCatalog, Stored } from './service-catalog.ts';

export interface ServiceAndResources {
  readonly service: Stored<Service>;
  readonly resources: readonly Stored<Resource>[];
}

/** Says with whom, and when, a service can be booked. */
export class BookablePlaces {
  readonly #deps: { readonly catalogue: ServiceCatalog; readonly diary: Availability };

  constructor(deps: { readonly catalogue: ServiceCatalog; readonly diary: Availability }) {
    this.#deps = deps;
  }

  /**
   * A service and the resources it can be booked with.
   * @param own the resource it is booked with already, which stays possible
   */
  serviceAnd(serviceId: string, resourceId: string | null, own: number | null): Result<ServiceAndResources> {
    const { catalogue } = this.#deps;
    const service = catalogue.services.get(rowOf('service', serviceId) ?? 0);
    if (service === undefined) return refuse('not-found.service');
    if (resourceId === null) {
      const resources = catalogue.doing(service.row);
      return resources.length === 0
        ? refuse('not-found.nobody-does', { service: service.value.name })
        : ok({ service, resources });
    }
    const resource = catalogue.resources.get(rowOf('resource', resourceId) ?? 0);
    if (resource === undefined) return refuse('not-found.colleague');
    const does = resource.row === own || catalogue.doing(service.row).some(({ row }) => row === resource.row);
    return does
      ? ok({ service, resources: [resource] })
      : refuse('not-done-by', { name: resource.value.name, service: service.value.name });
  }

  /** Takes the first resource that can; if none can, says why the last one cannot. */
  choose(
    { service, resources }: ServiceAndResources,
    {
      date,
      time,
      minutes,
    }: { readonly date: string; readonly time: string; readonly minutes?: number | null | undefined },
    except: number | null,
  ): Result<AppointmentPlace> {
    let answer: Result<AppointmentPlace> = refuse('not-found.nobody-to-book');
    for (const resource of resources) {
      answer = this.#deps.diary.placeFor({ service, resource, date, time, minutes: minutes ?? null }, except);
      if (answer.ok) return answer;
    }
    return answer;
  }
}
