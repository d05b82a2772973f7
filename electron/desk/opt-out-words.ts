/** Whole texts that end or resume all that is sent by itself. Punctuation, case and politeness do not matter. */
const OPT_OUT: ReadonlySet<string> = new Set(
  'STOP,STOPALL,STOP ALL,UNSUBSCRIBE,CANCEL,END,QUIT,REVOKE,OPTOUT,OPT OUT,OPT-OUT,ARRET,BAJA,PARAR,STOPP,ABMELDEN'.split(
    ',',
  ),
);
const OPT_IN: ReadonlySet<string> = new Set(['START', 'UNSTOP']);
const POLITENESS = /\b(PLEASE|PLS|THANKS|THANK YOU|BITTE|DANKE|MERCI|POR FAVOR|GRACIAS)\b/g;

export function consentWord(text: string): 'opt-out' | 'opt-in' | null {
  const word = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(POLITENESS, ' ')
    .replace(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim();
  if (OPT_OUT.has(word)) return 'opt-out';
  return OPT_IN.has(word) ? 'opt-in' : null;
}
