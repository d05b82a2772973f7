/** Stands for the names that the build reads from the features' contracts (electron/launch/build.mjs): no schema comes into the shell. */
declare const CONTRACT_NAMES: { readonly methods: readonly string[]; readonly events: readonly string[] };

/** What may be asked across the border between window and back end. */
export const METHOD_NAMES: ReadonlySet<string> = new Set(CONTRACT_NAMES.methods);
/** What may be told across it. */
export const EVENT_NAMES: ReadonlySet<string> = new Set(CONTRACT_NAMES.events);
