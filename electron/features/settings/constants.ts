/** What a line that is down hands to another; `automatic`: all but what a person wrote. */
export const HAND_OVER = ['nothing', 'automatic'] as const;
export type HandOver = (typeof HAND_OVER)[number];
