/**
 * Scrolls the box that an element stands in, so that it is in sight. Only that box: `scrollIntoView` moves everything around it
 * as well, and the window itself must never move, whatever is hidden below its lower edge.
 * @param where at the upper edge, in the middle, or no further than needed
 */
export function bringIntoSight(element: Element, where: 'start' | 'center' | 'nearest'): void {
  const box = scrollingBoxOf(element);
  if (box === null) return;
  const [inner, outer] = [element.getBoundingClientRect(), box.getBoundingClientRect()];
  const top = inner.top - outer.top - box.clientTop;
  const below = top + inner.height - box.clientHeight;
  if (where === 'start') box.scrollTop += top;
  else if (where === 'center') box.scrollTop += (top + below) / 2;
  else if (top < 0) box.scrollTop += top;
  else if (below > 0) box.scrollTop += Math.min(below, top);
}

function scrollingBoxOf(element: Element): Element | null {
  for (let box = element.parentElement; box !== null && box !== document.body; box = box.parentElement)
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  return null;
}
