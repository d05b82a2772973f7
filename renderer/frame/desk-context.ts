import { createContext } from 'svelte';
import type { AppStore } from './app-store.svelte.ts';

/** The desk that a component shows: the window's frame provides it, everything within takes it from there. */
export const [useDesk, provideDesk] = createContext<AppStore>();
