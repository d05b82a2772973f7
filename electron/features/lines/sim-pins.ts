import type { DeskContext } from '../../core/context.ts';
import type { LineRow } from './repository.ts';
import type { LineSession } from './line-session.ts';

/** The sealed PINs of the SIMs. Each belongs to one SIM and is tried once. */
export class SimPins {
  readonly #context: DeskContext;

  constructor(context: DeskContext) {
    this.#context = context;
  }

  /** Sets a PIN, which may be tried again; null forgets the one that is kept. */
  set(row: number, pin: string | null): void {
    const { store, secretBox } = this.#context;
    if (pin === null) store.lines.forgetPin(row);
    else store.lines.enterPin(row, secretBox.seal(pin));
  }

  /** @returns null if no known PIN could be this SIM's */
  for(
    line: LineSession,
    { imei, iccid }: { readonly imei: string | null; readonly iccid: string | null },
  ): string | null {
    const { store, secretBox } = this.#context;
    const withPin = store.lines.all().filter(({ pin_sealed, pin_refused }) => pin_sealed !== null && pin_refused === 0);
    const fits = (each: LineRow): boolean => each.iccid === null || iccid === null || each.iccid === iccid;
    // Each PIN belongs to one SIM. If the SIM is not known yet, the PIN just entered for this line is used, or the PIN of the SIM
    // that this modem had last.
    const chosen =
      (iccid === null ? undefined : withPin.find((each) => each.iccid === iccid)) ??
      withPin.find((each) => each.id === line.row.id && each.imei === null && fits(each)) ??
      withPin.find((each) => each.imei !== null && each.imei === imei && fits(each));
    line.pinFrom = chosen?.id ?? null;
    return chosen?.pin_sealed == null ? null : secretBox.open(chosen.pin_sealed);
  }

  /** A refused PIN is never tried again automatically, not even after a restart, since three wrong ones lock the SIM. */
  refused(line: LineSession): void {
    const { store } = this.#context;
    const refused = line.pinFrom ?? line.row.id;
    line.unwritten.do(() => {
      store.lines.refusePin(refused);
      line.setRow(store.lines.byId(line.row.id) as LineRow);
    });
  }
}
