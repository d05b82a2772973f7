import { flushSync, mount, unmount, type Component } from 'svelte';

/** Shown on paper only, and then alone; see tokens.css. */
const PAPER = 'paper';

/** Prints one thing, and nothing of the window. */
export function printAlone<Props extends Record<string, unknown>>(content: Component<Props>, props: Props): void {
  const paper = document.createElement('div');
  paper.className = PAPER;
  document.body.append(paper);
  const mounted = mount(content, { target: paper, props });
  flushSync();
  window.addEventListener(
    'afterprint',
    () => {
      void unmount(mounted);
      paper.remove();
    },
    { once: true },
  );
  window.print();
}
