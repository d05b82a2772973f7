import type { z } from 'zod';
import type { Result } from './result.ts';

/** What the window may ask of the desk: the schema of the question, and the type of the answer. */
export interface MethodContract<I extends z.ZodType = z.ZodType, A = unknown> {
  readonly input: I;
  /** A type alone: the desk's own answers are not looked at again. */
  readonly answer: Of<A>;
}

/** What the desk tells without being asked. */
export interface EventContract<V = unknown> {
  readonly value: Of<V>;
}

/** All of one feature: it is handled, checked and told by this alone. */
export interface Contract {
  readonly methods: Readonly<Record<string, MethodContract>>;
  readonly events: Readonly<Record<string, EventContract>>;
}

declare const of: unique symbol;
/** Carries a type; there is nothing behind it when the program runs. */
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

/** What one method of a feature takes. */
export type Input<C extends Pick<Contract, 'methods'>, M extends keyof C['methods']> = InputOf<C['methods'][M]>;

/** Of one feature: what answers each of its methods. */
export type Handlers<C extends Pick<Contract, 'methods'>> = {
  readonly [M in keyof C['methods']]: (
    input: InputOf<C['methods'][M]>,
  ) => Result<AnswerOf<C['methods'][M]>> | Promise<Result<AnswerOf<C['methods'][M]>>>;
};
