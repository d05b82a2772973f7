/** Components that are a page by themselves: each is shown in a document of its own. */
export const WHOLE_PAGES = ['page', 'notice'] as const;
export type WholePage = (typeof WHOLE_PAGES)[number];
