import '@fontsource-variable/inter/wght.css';
import { mount } from 'svelte';
import { words } from '../lib/text/catalogue.svelte.ts';
import '../tokens.css';
import BothThemes from './both-themes.svelte';
import Gallery from './gallery.svelte';
import WholePage from './whole-page.svelte';
import { WHOLE_PAGES } from './whole-pages.ts';

/** Without a theme in its address the page shows itself twice, once in each. */
const target = document.getElementById('app');
if (target === null) throw new Error('The page has no place for the components.');
const address = new URLSearchParams(location.search);
const theme = address.get('theme');
const page = WHOLE_PAGES.find((name) => name === address.get('page'));
words.use('en');
document.documentElement.style.colorScheme = theme ?? '';
if (theme === null) mount(BothThemes, { target });
else if (page !== undefined) mount(WholePage, { target, props: { page } });
else {
  // All components in their states are longer than a window, unlike the app.
  document.body.style.overflow = 'auto';
  target.style.overflow = 'visible';
  mount(Gallery, { target, props: { theme } });
}
