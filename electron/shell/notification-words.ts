/** Nobody reads more in a notification, and some systems draw all of it. */
const LONGEST = 300;
// Characters that change the writing direction or are invisible: they can make words look like others.
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu;
const BREAKS = /[\t-\r\u0085\u2028\u2029]/;
/** These join letters and emoji. */
const JOINERS: ReadonlySet<string> = new Set(['\u200C', '\u200D']);

/** Anybody's words for a notification's body: on Linux some desktops read it as markup. */
export function notificationWords(words: string, platform: NodeJS.Platform = process.platform): string {
  const short = notificationTitle(words);
  if (platform !== 'linux') return short;
  return short.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The same for its title, which is markup nowhere: Smith & Sons are to be read as that. */
export function notificationTitle(words: string): string {
  const seen = words.replace(UNSEEN, (run) =>
    [...run].map((each) => (JOINERS.has(each) ? each : BREAKS.test(each) ? ' ' : '')).join(''),
  );
  return [...seen].length > LONGEST ? `${[...seen].slice(0, LONGEST - 1).join('')}…` : seen;
}
