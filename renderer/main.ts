import '@fontsource-variable/inter/wght.css';
import { mount } from 'svelte';
import App from './app.svelte';
import { applyRememberedAppearance } from './lib/appearance.ts';
import './tokens.css';

const target = document.getElementById('app');
if (target === null) throw new Error('The page has no place for the app.');
applyRememberedAppearance();
mount(App, { target });
