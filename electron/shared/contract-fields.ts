import { LONGEST_ID } from './ids.ts';
import { z } from 'zod';
import { MAX_TEXT_LENGTH } from './composing.ts';

/** The limit is generous: the exact one is ten parts, and the refusal should name that instead of this. */
export const text = z.string().max(10 * MAX_TEXT_LENGTH);

export const id = z.string().max(LONGEST_ID);

export const limit = z.number().int().min(1).max(200);

export const ids = z.array(id).min(1).max(500);

export const name = z.string().trim().min(1).max(60);
