import { numberOf } from '../../../electron/shared/ids.ts';
import type { OrderColumnDto, OrderDto } from '../../../electron/features/orders/contract.ts';
import { t } from '../../lib/text/format.ts';
import type { AppStore } from '../../frame/app-store.svelte.ts';

/** As it stands on the board: by its name, else by what it means. */
export function columnName({ name, stage }: Pick<OrderColumnDto, 'name' | 'stage'>): string {
  return name === '' ? t.board.stages[stage] : name;
}

/** The board of orders, as long as it is looked at. */
export class Board {
  orders = $state.raw<readonly OrderDto[] | null>(null);
  readonly #desk: AppStore;

  constructor(desk: AppStore) {
    this.#desk = desk;
  }

  async load(): Promise<void> {
    const board = await this.#desk.ask('orders.board', {});
    if (board !== null) this.orders = board.orders;
  }

  apply(order: OrderDto): void {
    if (this.orders === null) return;
    const others = this.orders.filter(({ id }) => id !== order.id);
    this.orders = order.isRemoved ? others : [...others, order];
  }

  /** Those of a column: the longest there first, of what is over the last one first. */
  in(column: OrderColumnDto): readonly OrderDto[] {
    const sign = column.stage === 'done' ? -1 : 1;
    return (this.orders ?? [])
      .filter(({ columnId }) => columnId === column.id)
      .toSorted((a, b) => sign * (a.movedAt - b.movedAt || numberOf(a.id) - numberOf(b.id)));
  }
}

/** To another column; it can be undone. @param tell the customer, where the column says so */
export async function moveOrder(
  desk: AppStore,
  { id, columnId, reference }: OrderDto,
  column: OrderColumnDto,
  tell = true,
): Promise<void> {
  if (columnId === column.id || (await desk.ask('orders.move', { id, columnId: column.id, tell })) === null) return;
  desk.undo.offer(
    t.board.moved(reference, columnName(column)),
    () => void desk.ask('orders.move', { id, columnId, tell: false }),
  );
}
