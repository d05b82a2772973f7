import type { Lexicon } from '../lexicon.ts';

export const nlLexicon: Lexicon = {
  please: 'aub, alstublieft',
  polite: 'dank, dank u, dank je, bedankt',
  consent: {
    optOut: ['afmelden', 'uitschrijven', 'stoppen'],
    optIn: ['aanmelden'],
    help: ['hulp'],
    yes: [],
    no: ['nee'],
    optOutSentences: [
      /\bgeen (?:\w+ )?(?:sms(?:jes)?|smsjes|berichten|berichtjes|reclame) meer\b/,
      /\bstop met (?:\w+ )?(?:sturen|sms ?en|berichten|appen|schrijven)\b/,
      /\bstuur (?:me|mij) (?:alstublieft )?(?:niets|geen (?:\w+)) meer\b/,
      /\b(?:verwijder|wis|haal) (?:aub )?mijn nummer\b/,
      /\b(?:schrijf|meld) (?:me|mij) (?:aub )?(?:uit|af)\b/,
      /\bwil (?:geen (?:\w+ )?(?:sms|berichten)|me (?:uitschrijven|afmelden))/,
    ],
    reported: /\b(?:heb|hebben|heeft|kreeg|krijg|gekregen|ontvangen|waarom)\b/,
    maybe: 'afmelden, uitschrijven',
  },
  person: ['persoon', 'een mens', 'medewerker'],
  reply: {
    confirm: ['akkoord, ik bevestig, tot dan, tot morgen, ik kom, prima zo, goed'],
    move: ['verzetten, andere tijd, andere dag'],
    cancel: ['afzeggen', 'annuleren, ik kom niet'],
    none: ['geen'],
    no: 'nee',
    regrets: 'helaas',
    greetings: /\bgoede(?:n|mo)? ?(?:morgen|middag|avond|dag)\b/g,
    noise: 'bedankt',
    choices: ['een', 'twee', 'drie', 'vier', 'vijf', 'zes'],
    weekdays: ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'],
    days: ['vandaag', 'morgen', 'overmorgen'],
    beforeHour: 'om',
    dates: null,
  },
  question: {
    noise: `de het een ik mij me mijn je jij jou jouw u uw we wij ons onze jullie zij ze hun hij zijn is ben bent was waren heb hebt
      heeft hebben had kan kunt kunnen kon mag mogen wil wilt willen zou zouden moet moeten doe doet doen en of maar dat die
      dit deze als dan in op aan bij met naar van voor uit om te er hier daar ook nog al even graag hallo hoi hi goedemorgen
      goedemiddag goedenavond dag beste groet groeten bedankt dank alstublieft aub svp ja ok weten zeggen vraag vraagje
      gewoon eens eigenlijk jullie winkel zaak mogelijk beschikbaar tot`,
    asking: 'wanneer wat waar wie welke welk hoe waarom hoeveel veel laat lang ver vaak',
    time: `vandaag morgen nu straks later weekend week maandag dinsdag woensdag donderdag vrijdag zaterdag zondag zaterdags zondags
      avond ochtend uur tijd dagen`,
    hasCompounds: true,
  },
  numbers: {
    2: 'twee',
    3: 'drie',
    4: 'vier',
    5: 'vijf',
    6: 'zes',
    7: 'zeven',
    8: 'acht',
    9: 'negen',
    10: 'tien',
    11: 'elf',
    12: 'twaalf',
    15: 'vijftien',
    20: 'twintig',
    30: 'dertig',
    50: 'vijftig',
    100: 'honderd',
  },
  today: 'vandaag',
  tomorrow: 'morgen',
};
