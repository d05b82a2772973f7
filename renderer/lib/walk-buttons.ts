/** Up and down go through all buttons of the list that the key was pressed in; each can be reached by Tab as well. */
export function walkButtons(event: KeyboardEvent & { readonly currentTarget: EventTarget }): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.altKey) return;
  event.preventDefault();
  const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus();
}
