import { MediaQuery } from 'svelte/reactivity';

/** A phone or a tablet that is held upright: one pane at a time, as wide as the window. The styles ask for the same width. */
export const onePane = new MediaQuery('width < 900px');
