import type { Lexicon } from '../lexicon.ts';

export const frLexicon: Lexicon = {
  please: 'svp, s il vous plait, s il te plait',
  polite: 'merci, bonjour',
  consent: {
    optOut: ['arret', 'arrete', 'arretez', 'desabonner', 'desabonnement', 'desinscrire', 'desinscription'],
    optIn: ['reprendre', 'demarrer'],
    help: ['aide'],
    yes: ['oui'],
    no: ['non'],
    optOutSentences: [
      /\b(?:arretez|arrete|cessez) (?:de |d )?(?:m |me |nous )?(?:envoyer|ecrire|contacter|texter|deranger|embeter)/,
      /\bne (?:m |me |nous )(?:envoyez|ecrivez|contactez|textez) plus\b/,
      /\bplus (?:de |aucun )(?:sms|messages?|textos?|pub)\b/,
      /\b(?:supprimez|effacez|retirez|enlevez) (?:moi\b|mon numero)/,
      /\b(?:desabonnez|desinscrivez) moi\b/,
      /\bje ne (?:veux|souhaite) plus (?:recevoir|de|vos|aucun)\b/,
    ],
    reported: /\b(?:ai|avons|avez|recois|recu|recevons|pourquoi)\b/,
    maybe: 'arret, arretez, desabonner',
  },
  person: ['une personne', 'un humain', 'conseiller', 'parler a quelqu un'],
  reply: {
    confirm: ['oui, d accord, je confirme, confirme, ca marche, parfait, a demain, j y serai, je viens'],
    move: ['deplacer, reporter, changer, autre jour'],
    cancel: ['annuler, j annule, je ne viens pas'],
    none: ['aucun, autre'],
    no: 'non',
    regrets: 'desole',
    greetings: null,
    noise: 'bonjour merci',
    choices: ['un premier', 'deux', 'trois', 'quatre', 'cinq', 'six'],
    weekdays: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
    days: ['', 'demain', ''],
    beforeHour: '',
    dates: null,
  },
  question: {
    noise: `le la les l un une des du de d au aux ce cet cette ces je j me m moi mon ma mes tu te t toi ton ta tes il elle on nous
      notre nos vous votre vos ils elles leur leurs se s est suis es sommes etes sont etait ai as a avons avez ont avoir
      peux peut pouvez pouvons pourriez pourrais puis veux voudrais souhaite souhaiterais aimerais faut fait faites faire y
      en et ou mais donc car si que qu qui dans sur sous pour par avec chez a bonjour bonsoir salut merci svp plait
      vous s il te cordialement bien aussi encore ok oui savoir dire question petite c ca cela vos magasin boutique possible disponible`,
    asking: 'quand quoi quel quelle quels quelles combien comment pourquoi ou heure longtemps',
    time: `aujourd hui demain maintenant soir matin midi semaine weekend lundi mardi mercredi jeudi vendredi samedi dimanche
      jour jours heures tard tot bientot toujours actuellement`,
    hasCompounds: false,
  },
  numbers: {
    2: 'deux',
    3: 'trois',
    4: 'quatre',
    5: 'cinq',
    6: 'six',
    7: 'sept',
    8: 'huit',
    9: 'neuf',
    10: 'dix',
    11: 'onze',
    12: 'douze',
    15: 'quinze',
    20: 'vingt',
    30: 'trente',
    50: 'cinquante',
    100: 'cent',
  },
  today: 'aujourd',
  tomorrow: 'demain',
};
