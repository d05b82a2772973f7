import type { Lexicon } from '../lexicon.ts';

export const deLexicon: Lexicon = {
  please: 'bitte',
  polite: 'danke, hallo',
  consent: {
    optOut: ['stopp', 'abmelden', 'abmeldung', 'abbestellen', 'austragen', 'stop sms', 'stopp sms'],
    optIn: ['anmelden', 'starten'],
    help: ['hilfe'],
    yes: ['ja'],
    no: ['nein'],
    optOutSentences: [
      /\bkeine? (?:weiteren? )?(?:sms|nachrichten?|werbung|texte?|mitteilungen) mehr\b/,
      /^(?:bitte )?keine? (?:weiteren? )?(?:sms|nachrichten|werbung)(?: bitte)?$/,
      /\bkeine? (?:weiteren? )?(?:sms|nachrichten?|werbung|texte?|mitteilungen) (?:an mich|schicken|senden|schreiben|zusenden)\b/,
      /\b(?:hort|horen sie|hor) (?:bitte )?(?:sofort )?(?:endlich )?auf,? (?:mir|mich|uns)\b/,
      /\b(?:schreibt|schreiben sie|schreib|schickt|schicken sie|sendet|senden sie) (?:mir|uns) (?:bitte )?(?:nicht|nichts|keine?) (?:\w+ )?mehr\b/,
      /\b(?:loscht|loschen sie|losch|entfernt|entfernen sie) (?:bitte )?(?:meine (?:\w+)?nummer|mich)\b/,
      /\bmeine (?:\w+)?nummer (?:bitte )?(?:loschen|entfernen|streichen)\b/,
      /\b(?:meldet|melden sie|meld) mich (?:bitte )?ab\b/,
      /\b(?:mochte|will|wunsche) (?:mich abmelden$|keine (?:\w+ )?(?:sms|nachrichten|werbung|texte))/,
    ],
    reported:
      /\b(?:habe?|hab|hatte|haben|kam|kamen|kommt|kommen|bekomme|bekam|bekommen|erhalten|gab|gibt|warum|wieso)\b/,
    maybe: 'abmelden, abbestellen',
  },
  person: [
    'mitarbeiter',
    'ein mensch',
    'einen menschen',
    'ich mochte mit einem menschen sprechen',
    'mit einem menschen sprechen',
  ],
  reply: {
    confirm: [
      'j, ja, jo, jep, jepp, joa, jawohl, jup, passt, das passt, passt so, passt mir',
      'bis heute, bestatigt, bestatige, ich bestatige, hiermit bestatigt, bestatigung, bestaetigt, bestaetige',
      'bis dann, bis dahin, bis morgen, bis bald, wir sehen uns, ich komme, komme, wir kommen',
      'ich bin da, bin da, wir sind da, ich werde da sein, werde da sein, komme gerne, ich komme gerne',
      'gerne, gern, klar, na klar, alles klar, in ordnung, geht klar, perfekt, super, prima, gut',
      'einverstanden, naturlich, selbstverstandlich, sicher, freue mich, ich freue mich, geht in ordnung',
    ],
    move: [
      'verschieben, bitte verschieben, verlegen, umbuchen, anderer termin, anderen termin, andere zeit',
      'neuer termin, neuen termin, termin verschieben, kann ich verschieben, konnen wir verschieben',
      'kann man den termin verschieben, kann ich den termin verschieben, konnen wir den termin verschieben',
      'muss verschieben, ich muss verschieben, ich mochte verschieben, mochte verschieben, wurde gern verschieben',
      'ich brauche einen anderen termin, brauche einen anderen termin, ein anderer tag, anderer tag',
      'ich kann nicht, kann nicht, kann leider nicht, ich kann leider nicht, ich kann nicht kommen',
      'kann nicht kommen, ich kann leider nicht kommen, schaffe es nicht, ich schaffe es nicht, passt nicht',
      'passt leider nicht, passt mir nicht, geht nicht, geht leider nicht',
    ],
    cancel: [
      'absagen, absage, ich sage ab, sage ab, muss absagen, ich muss absagen, ich muss leider absagen',
      'muss leider absagen, mochte absagen, ich mochte absagen, termin absagen, ich mochte den termin absagen',
      'stornieren, termin stornieren, storno, ich komme nicht, komme nicht, ich komme nicht mehr',
      'abgesagt, den termin absagen, termin streichen, ich komme leider nicht, komme leider nicht',
    ],
    none: [
      'keiner, keine, keins, keiner davon, keine davon, keins davon',
      'andere, anderer, anderes, mehr, weitere, spater, andere zeiten, andere termine',
    ],
    no: 'nein ne',
    regrets: 'leider entschuldigung',
    greetings: /\b(?:gut(?:en?|er) (?:morgen|tag|abend|nacht)|schon(?:en?|er) (?:tag|abend)(?: noch)?|gruss gott)\b/g,
    noise:
      'hallo hej moin servus bitte danke dank vielen schon der die das den dem ein eine nr nummer zeit uhr um am bis fur dann ich wir nehme nehmen mochte und zu gerne liebe grusse gruss lg mfg termin mein meinen',
    choices: [
      'eins erste ersten erster 1te',
      'zwei zweite zweiten zweiter 2te',
      'drei dritte dritten dritter 3te',
      'vier vierte vierten vierter 4te',
      'funf fuenf funfte funften 5te',
      'sechs sechste sechsten 6te',
    ],
    weekdays: ['sonntag', 'montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag sonnabend'],
    days: ['heute', 'morgen', 'ubermorgen uebermorgen'],
    beforeHour: 'um gegen fur ab',
    dates: /\b(?:am|ab|vom|zum) \d{1,2}\.(?! ?\d)|\b\d{1,2}\. (?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|dez)/u,
  },
  question: {
    noise: `der die das den dem des ein eine einen einem einer eines ich mich mir mein meine meinen meinem meiner du dich dir dein
      sie ihnen ihr ihre ihren ihrem ihrer euch euer eure euren wir uns unser unsere er es man mal bitte danke vielen dank
      hallo hi hey moin servus gruezi guten tag morgen abend gruss grusse liebe lieber sehr geehrte ist sind bin bist war
      waren sein seid habe hab hast hat habt haben hatte hatten kann kannst konnen konnt konnte konnten konntet konntest darf durfte
      will wollen wollte mochte mochten wurde wurden werden wird soll sollte muss mussen tut tun gibt gibts und oder aber
      dass ob wenn denn so auch noch nur schon eigentlich gerne gern wisst zu zum zur in im an am auf bei beim mit nach von vom
      fur aus um als da hier dort mal ja ok okay sagen wissen frage kurze kurz geht fragen laden geschaft bis vorhanden moglich lautet lauten irgendwo`,
    asking:
      'wann was wo wer wen wem welche welcher welches welchen wie warum wieso wieviel viel viele lange lang oft weit',
    time: `heute jetzt gerade nachher spater bald woche wochenende wochenenden montag dienstag mittwoch donnerstag freitag samstag
      sonnabend sonntag montags dienstags mittwochs donnerstags freitags samstags sonntags mo di mi do fr sa so uhr uhrzeit
      zeit tage`,
    hasCompounds: true,
  },
  numbers: {
    2: 'zwei',
    3: 'drei',
    4: 'vier',
    5: 'fuenf',
    6: 'sechs',
    7: 'sieben',
    8: 'acht',
    9: 'neun',
    10: 'zehn',
    11: 'elf',
    12: 'zwoelf',
    15: 'fuenfzehn',
    20: 'zwanzig',
    30: 'dreissig',
    50: 'fuenfzig',
    100: 'hundert',
  },
  today: 'heute',
  tomorrow: 'morgen',
};
