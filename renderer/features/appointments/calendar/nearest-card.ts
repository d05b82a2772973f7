type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

const middle = ({ left, right, top, bottom }: Box): { readonly x: number; readonly y: number } => ({
  x: (left + right) / 2,
  y: (top + bottom) / 2,
});

/** How far a box lies in the direction of an arrow key; null if it does not. What lies aside counts as much farther. Pure. */
export function distanceTowards(from: Box, to: Box, key: string): number | null {
  const [a, b] = [middle(from), middle(to)];
  const along = { ArrowDown: b.y - a.y, ArrowUp: a.y - b.y, ArrowRight: b.x - a.x, ArrowLeft: a.x - b.x }[key];
  if (along === undefined || along < 2) return null;
  const isVertical = key === 'ArrowDown' || key === 'ArrowUp';
  return along + 8 * Math.abs(isVertical ? b.x - a.x : b.y - a.y);
}

/** The card that an arrow key leads to; null if there is none there. */
export function nearestCard(sheet: HTMLElement, from: HTMLElement, key: string): HTMLElement | null {
  const here = from.getBoundingClientRect();
  const found = [...sheet.querySelectorAll<HTMLElement>('[data-card]')]
    .map((card) => ({ card, far: card === from ? null : distanceTowards(here, card.getBoundingClientRect(), key) }))
    .filter((each): each is { card: HTMLElement; far: number } => each.far !== null);
  return found.toSorted((a, b) => a.far - b.far)[0]?.card ?? null;
}
