/** One of several to choose from. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** Of a coloured mark before it. */
  readonly hue?: number;
  readonly checked?: boolean;
}

/** One of the choices, or something new under this name. */
export type Picked = { readonly id: string } | { readonly create: string };

export type Prompt =
  | {
      readonly kind: 'when';
      readonly title: string;
      /** Presets for putting off, or for sending: evenings and mornings. */
      readonly presets: 'snooze' | 'send' | 'task';
      readonly answer: (at: number | null | undefined) => void;
    }
  | {
      readonly kind: 'pick';
      readonly title: string;
      readonly choices: readonly Choice[];
      /** Null: nothing new can be made here; else what the offer to make it is called. */
      readonly create: ((written: string) => string) | null;
      /** Finds others for what is typed; null: only what is there. */
      readonly find: ((query: string) => Promise<readonly Choice[]>) | null;
      readonly answer: (picked: Picked | null) => void;
    }
  | {
      readonly kind: 'confirm';
      readonly title: string;
      readonly body: string;
      readonly action: string;
      readonly answer: (confirmed: boolean) => void;
    }
  | {
      readonly kind: 'text';
      readonly title: string;
      readonly label: string;
      readonly initial: string;
      readonly maxLength: number;
      readonly answer: (text: string | null) => void;
    };

/** Questions to the person in front, one at a time; whoever asks awaits the answer. */
export class Prompts {
  current = $state.raw<Prompt | null>(null);

  /** Null: no time is wanted; undefined: nothing was chosen. */
  when(title: string, presets: 'snooze' | 'send' | 'task'): Promise<number | null | undefined> {
    return this.#ask<number | null | undefined>((answer) => ({ kind: 'when', title, presets, answer }), undefined);
  }

  pick(
    title: string,
    choices: readonly Choice[],
    create: ((written: string) => string) | null = null,
    find: ((query: string) => Promise<readonly Choice[]>) | null = null,
  ): Promise<Picked | null> {
    return this.#ask<Picked | null>((answer) => ({ kind: 'pick', title, choices, create, find, answer }), null);
  }

  confirm(title: string, body: string, action: string): Promise<boolean> {
    return this.#ask((answer) => ({ kind: 'confirm', title, body, action, answer }), false);
  }

  text(title: string, label: string, initial = '', maxLength = 200): Promise<string | null> {
    return this.#ask<string | null>((answer) => ({ kind: 'text', title, label, initial, maxLength, answer }), null);
  }

  /** Closed without an answer. */
  dismiss(): void {
    this.#dismiss();
  }

  #dismiss: () => void = () => {};

  #ask<T>(make: (answer: (value: T) => void) => Prompt, nothing: T): Promise<T> {
    this.#dismiss();
    return new Promise<T>((resolve) => {
      const settle = (value: T): void => {
        this.current = null;
        this.#dismiss = () => {};
        resolve(value);
      };
      this.#dismiss = () => settle(nothing);
      this.current = make(settle);
    });
  }
}
