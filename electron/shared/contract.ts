import type { z } from 'zod';
import type { Result } from './result.ts';

/** A question that the window may ask the desk: the schema of its input, and the type of its answer. */
export interface MethodContract<I extends z.ZodType = z.ZodType, A = unknown> {
  readonly input: I;
  /** Only a type: the desk's own answers are not validated. */
  readonly answer: Of<A>;
}

/** An event that the desk sends without being asked. */
export interface EventContract<V = unknown> {
  readonly value: Of<V>;
}

/** The whole contract of one feature. Its calls are handled, checked and announced from this alone. */
export interface Contract {
  readonly methods: Readonly<Record<string, MethodContract>>;
  readonly events: Readonly<Record<string, EventContract>>;
}

declare const of: unique symbol;
/** Carries a type; it has no value at run time. */
export interface Of<T> {
  readonly [of]?: T;
}

export function method<I extends z.ZodType, A>(input: I, answers: Of<A>): MethodContract<I, A> {
  return { input, answer: answers };
}

export function answer<A>(): Of<A> {
  return {};
}

export function event<V>(): EventContract<V> {
  return { value: {} };
}

export type InputOf<M> = M extends MethodContract<infer I> ? z.infer<I> : never;
export type AnswerOf<M> = M extends MethodContract<z.ZodType, infer A> ? A : never;
export type ValueOf<E> = E extends EventContract<infer V> ? V : never;

/** The input of one method of a feature. */
export type Input<C extends Pick<Contract, 'methods'>, M extends keyof C['methods']> = InputOf<C['methods'][M]>;

/** The functions that answer each method of a feature. */
export type Handlers<C extends Pick<Contract, 'methods'>> = {
  readonly [M in keyof C['methods']]: (
    input: InputOf<C['methods'][M]>,
  ) => Result<AnswerOf<C['methods'][M]>> | Promise<Result<AnswerOf<C['methods'][M]>>>;
};
