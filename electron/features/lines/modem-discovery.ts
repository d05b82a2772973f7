import { discover, type Discovery, type FoundModem, type Hardware } from '../../../modem/index.ts';
import { lineId } from '../../shared/ids.ts';
import type { LineRow } from './repository.ts';
import type { DeskContext } from '../../core/context.ts';
import { reasonOf } from '../messaging/reasons.ts';
import type { DiscoveryDto, FoundModemDto } from './contract.ts';

/** Looks for modems behind the computer's ports: on request, for a modem that moved, and when something was plugged in. */
export class ModemDiscovery {
  readonly #context: DeskContext;
  readonly #hardware: Hardware;
  /** Returns the ports that are open. */
  readonly #portsInUse: () => readonly string[];
  #offers: readonly FoundModem[] = [];
  #seen: ReadonlySet<string> = new Set();
  /**
   * The number of each path's latest forgetting, so that a look under way then does not offer a modem that was taken meanwhile.
   */
  readonly #forgotten = new Map<string, number>();
  #forgets = 0;
  /** Only one look runs at a time, since two would find each other's ports held. */
  #looking: Promise<unknown> = Promise.resolve();

  constructor(context: DeskContext, hardware: Hardware, portsInUse: () => readonly string[]) {
    this.#context = context;
    this.#hardware = hardware;
    this.#portsInUse = portsInUse;
  }

  /** Modems that were plugged in and that nobody uses yet. */
  get offers(): readonly FoundModem[] {
    return this.#offers;
  }

  /** Asks every free port. */
  discover(): Promise<Discovery> {
    return this.#look(() => true);
  }

  /** Finds the port a line's modem is behind now: by its IMEI, or by the SIM if it was put into another modem. */
  async locate(row: LineRow): Promise<string | null> {
    if (row.imei === null && row.imsi === null) return null;
    const { modems } = await this.#look(({ isModem, path }) => isModem || path === row.port);
    const found =
      modems.find(({ imsi }) => imsi !== null && imsi === row.imsi) ??
      modems.find(({ imei }) => imei !== null && imei === row.imei);
    return found?.path ?? null;
  }

  /** Remembers the ports that are there, so that they do not count as new. */
  async remember(): Promise<void> {
    this.#seen = new Set((await this.#hardware.listPorts()).map(({ path }) => path));
  }

  /** Ports came or went. Returns true if the offers changed. */
  async portsChanged(): Promise<boolean> {
    const ports = await this.#hardware.listPorts();
    const present = new Set(ports.map(({ path }) => path));
    const isNew = ports.some(({ path, isModem }) => isModem && !this.#seen.has(path));
    this.#seen = present;
    const before = this.#offers;
    this.#offers = this.#offers.filter(({ path }) => present.has(path));
    if (isNew) {
      const known = this.#forgets;
      const { modems } = await this.#look(({ isModem }) => isModem);
      const isForgotten = ({ path }: FoundModem): boolean => (this.#forgotten.get(path) ?? 0) > known;
      this.#offers = modems.filter((modem) => !isForgotten(modem) && !this.#isExpected(modem));
    }
    return before.length !== this.#offers.length || before.some((modem, i) => modem.path !== this.#offers[i]?.path);
  }

  /** Somebody took the modem, or does not want it. */
  forgetOffer(path: string): void {
    this.#forgets += 1;
    this.#forgotten.set(path, this.#forgets);
    this.#offers = this.#offers.filter((offer) => offer.path !== path);
  }

  /** Whether one of our lines is waiting for this modem and finds it by itself. */
  #isExpected({ imei, imsi }: FoundModem): boolean {
    return this.#context.store.lines
      .all()
      .some(
        (row) => row.enabled === 1 && ((imei !== null && row.imei === imei) || (imsi !== null && row.imsi === imsi)),
      );
  }

  #look(wanted: (port: { readonly path: string; readonly isModem: boolean }) => boolean): Promise<Discovery> {
    const looked = this.#looking.then(async () => {
      const busy = new Set(await Promise.all(this.#portsInUse().map((path) => this.#hardware.deviceOf(path))));
      const candidates = [];
      for (const port of await this.#hardware.listPorts()) {
        const device = await this.#hardware.deviceOf(port.path);
        if (!wanted(port) || busy.has(device)) continue;
        busy.add(device); // two names of one port are asked only once
        candidates.push({ path: port.path, usb: port.usb, open: () => this.#hardware.transport(port.path) });
      }
      return discover(candidates, this.#context.clock);
    });
    this.#looking = looked.catch(() => {});
    return looked;
  }
}

export function toFoundModemDto(context: DeskContext, modem: FoundModem): FoundModemDto {
  const { path, imei, imsi, sim, manufacturer, model } = modem;
  const row = imsi === null ? null : context.store.lines.byImsi(imsi);
  const name = [manufacturer, model].filter((part) => part !== null && part !== '').join(' ');
  return { path, imei, sim, name: name === '' ? path : name, lineId: row === null ? null : lineId(row.id) };
}

/** Says in words why nothing was found behind a port; empty if nobody needs to know. */
export function toFailureDto({
  path,
  reason,
  holder,
}: Discovery['failures'][number]): readonly DiscoveryDto['failures'][number][] {
  const code = reason === 'silent' ? 'no-modem' : reason === 'busy' && holder !== null ? `busy:${holder}` : reason;
  const known = reasonOf(code === 'failed' ? 'open-failed' : code);
  return known === null ? [] : [{ path, reason: known }];
}
