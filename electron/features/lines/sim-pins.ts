import type { DeskContext } from '../../core/context.ts';
import type { LineRow } from './repository.ts';
import type { LineSession } from './line-session.ts';

/** The PINs of the SIMs, sealed; each is one SIM's and is tried once. */
export class SimPins {
  readonly #context: DeskContext;

  constructor(context: DeskContext) {
    this.#context = context;
  }

  /** A new one is tried again; null forgets the one kept. */
  set(row: number, pin: string | null): void {
    const { store, secretBox } = this.#context;
    if (pin === null) store.lines.forgetPin(row);
    else store.lines.enterPin(row, secretBox.seal(pin));
  }

  /** @returns null: none is known that could be this SIM's */
  for(
    line: LineSession,
    { imei, iccid }: { readonly imei: string | null; readonly iccid: string | null },
  ): string | null {
    const { store, secretBox } = this.#context;
    const withPin = store.lines.all().filter(({ pin_sealed, pin_refused }) => pin_sealed !== null && pin_refused === 0);
    const fits = (each: LineRow): boolean => each.iccid === null || iccid === null || each.iccid === iccid;
    // Each PIN is one SIM's. Where that cannot be told yet: what was just entered for this line, or the PIN of the SIM that
    // this modem had last.
    const chosen =
      (iccid === null ? undefined : withPin.find((each) => each.iccid === iccid)) ??
      withPin.find((each) => each.id === line.row.id && each.imei === null && fits(each)) ??
      withPin.find((each) => each.imei !== null && each.imei === imei && fits(each));
    line.pinFrom = chosen?.id ?? null;
    return chosen?.pin_sealed == null ? null : secretBox.open(chosen.pin_sealed);
  }

  /** Never again by itself, not after a restart either: three wrong ones lock the SIM. */
  refused(line: LineSession): void {
    const { store } = this.#context;
    const refused = line.pinFrom ?? line.row.id;
    line.unwritten.do(() => {
      store.lines.refusePin(refused);
      line.setRow(store.lines.byId(line.row.id) as LineRow);
    });
  }
}
