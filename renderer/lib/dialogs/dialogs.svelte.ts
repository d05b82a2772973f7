import { createContext, type Component } from 'svelte';
import type { Late } from '../late.ts';
import { Unsaved } from './unsaved.ts';

/** What a dialog is given in addition to its own properties. */
export interface Closes<A = void> {
  /** Takes the dialog away. @param answer what whoever opened it waits for */
  readonly close: (answer: A) => void;
}

/** A component that is shown over the rest. Some need to know nothing. */
type LateDialog<P extends Closes<never>> = Late<{ readonly default: Component<P> | Component<Nothing> }>;
type Nothing = Record<string, never>;
/** Which properties it takes was checked where it was opened. */
type AnyComponent = Component<Record<string, unknown>>;
type AboutOf<P> = Omit<P, 'close'>;
type AnswerOf<P> = P extends { readonly close: (answer: infer A) => void } ? A : never;

export interface DialogsOptions {
  /** Asks whether what was written may be lost. */
  readonly confirmLoss: () => Promise<boolean>;
  /** A dialog could not be loaded: the desk is away. */
  readonly onUnreachable: () => void;
}

/** A dialog that is shown. */
export class OpenDialog {
  isOpen = $state(true);
  readonly component: AnyComponent;
  readonly props: Readonly<Record<string, unknown>>;
  /** A page rather than a question: another page may replace it at any time. */
  readonly isPage: boolean;
  /** Resolves when it is closed; null: it was closed without an answer. */
  readonly answer: Promise<unknown>;
  /** It has gone from the page. */
  readonly onGone: () => void;
  readonly #resolve: (answer: unknown) => void;
  readonly unsaved: Unsaved;

  constructor(
    component: AnyComponent,
    props: Readonly<Record<string, unknown>>,
    options: {
      readonly isPage: boolean;
      readonly confirmLoss: () => Promise<boolean>;
      readonly onGone: (dialog: OpenDialog) => void;
    },
  ) {
    this.component = component;
    this.props = props;
    this.isPage = options.isPage;
    this.unsaved = new Unsaved(options.confirmLoss);
    this.onGone = () => options.onGone(this);
    ({ promise: this.answer, resolve: this.#resolve } = Promise.withResolvers<unknown>());
  }

  readonly close = (answer: unknown = null): void => {
    this.isOpen = false;
    this.#resolve(answer);
  };

  /** By a key, by the cross or for another page. False: somebody stays, for the sake of what is written there. */
  async leave(): Promise<boolean> {
    if (!(await this.unsaved.mayLose())) return false;
    this.close();
    return true;
  }
}

/** The dialog that a component stands in. */
export const [useDialog, provideDialog] = createContext<OpenDialog>();

/** What lies over the window, the last one on top. */
export class Dialogs {
  /** Those that are closing among them, until they are gone from the page. */
  stack = $state.raw<readonly OpenDialog[]>([]);
  readonly #options: DialogsOptions;

  constructor(options: DialogsOptions) {
    this.#options = options;
  }

  /** The one the keyboard belongs to; null: nothing lies over the window. */
  get top(): OpenDialog | null {
    return this.stack.findLast(({ isOpen }) => isOpen) ?? null;
  }

  /**
   * Asks something, or shows something closer. It takes the keyboard at once, so that not one key of a fast typist goes astray.
   * @returns the answer; null: left without one
   */
  open<P extends Closes<never>>(dialog: LateDialog<P>, about: AboutOf<P>): Promise<AnswerOf<P> | null> {
    const shown = (component: AnyComponent): Promise<AnswerOf<P> | null> =>
      this.#show(component, about, false) as Promise<AnswerOf<P> | null>;
    return dialog.loaded === null
      ? this.#fetch(dialog).then((component) => (component === null ? null : shown(component)))
      : shown(dialog.loaded.default as AnyComponent);
  }

  /**
   * Shows a page in place of all that lies over the window. Shown already, it stays as it is.
   * @returns when it is closed, or at once where somebody stays with what is there
   */
  async openPage<P extends Closes>(page: LateDialog<P>, about: AboutOf<P>): Promise<void> {
    const component = page.loaded === null ? await this.#fetch(page) : (page.loaded.default as AnyComponent);
    if (component === null || this.top?.component === component) return;
    if (this.top !== null && !(await this.leaveAll())) return;
    await this.#show(component, about, true);
  }

  /** False: the person stays because of unsaved changes. */
  async leaveAll(): Promise<boolean> {
    for (let { top } = this; top !== null; { top } = this) if (!(await top.leave())) return false;
    return true;
  }

  #show(component: AnyComponent, about: object, isPage: boolean): Promise<unknown> {
    const dialog = new OpenDialog(
      component,
      { ...about },
      {
        isPage,
        confirmLoss: this.#options.confirmLoss,
        onGone: (gone) => {
          this.stack = this.stack.filter((each) => each !== gone);
        },
      },
    );
    this.stack = [...this.stack, dialog];
    return dialog.answer;
  }

  /** Null: it cannot be loaded; the person is told so. */
  async #fetch(dialog: LateDialog<never>): Promise<AnyComponent | null> {
    try {
      return (await dialog.load()).default as AnyComponent;
    } catch {
      this.#options.onUnreachable();
      return null;
    }
  }
}
