import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import type { ConsentLanguage } from '../../../shared/consent-words.ts';

export type FaqLanguage = ConsentLanguage;

interface Grammar {
  /** A folded word without its endings, as the Snowball algorithms have it. */
  readonly stem: (word: string) => string;
  /** Said in every second text, about anything. */
  readonly noise: ReadonlySet<string>;
  /** What a question is after: when, where, how much. */
  readonly asking: ReadonlySet<string>;
  /** When something is to be: an answer about every day answers it for one. */
  readonly time: ReadonlySet<string>;
  /** Words are written together there, and have others set before them. */
  readonly compounds: boolean;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Folded. Words of denial are in none of these lists: what is denied is not what was asked. */
export const GRAMMARS: Readonly<Record<FaqLanguage, Grammar>> = {
  en: {
    stem: english,
    noise: set(
      `a an the i im me my mine you u your yours we us our they them their he she it its this that these those is am are was
      were be been being do does did have has had having can could may might shall should will would want wanna need like
      get got please pls plz thanks thank thx ty cheers hi hello hey hiya good morning afternoon evening dear sir madam
      of to in at on for with by up about into over as and or but so if then there here also just some any really
      guys folks ok okay yes know tell let wondering wonder question quick sorry excuse ill id ive s t m re ve ll d one
      possible available shop store ur out somewhere anywhere`,
    ),
    asking: set('when what where who which how why much many long far often'),
    time: set(
      `today tomorrow tonight now still already currently later soon morning evening week weekend weekends weekday weekdays
      monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun mondays tuesdays wednesdays
      thursdays fridays saturdays sundays days day time times am pm oclock`,
    ),
    compounds: false,
  },
  de: {
    stem: german,
    noise: set(
      `der die das den dem des ein eine einen einem einer eines ich mich mir mein meine meinen meinem meiner du dich dir dein
      sie ihnen ihr ihre ihren ihrem ihrer euch euer eure euren wir uns unser unsere er es man mal bitte danke vielen dank
      hallo hi hey moin servus gruezi guten tag morgen abend gruss grusse liebe lieber sehr geehrte ist sind bin bist war
      waren sein seid habe hab hast hat habt haben hatte hatten kann kannst konnen konnt konnte konnten konntet konntest darf durfte
      will wollen wollte mochte mochten wurde wurden werden wird soll sollte muss mussen tut tun gibt gibts und oder aber
      dass ob wenn denn so auch noch nur schon eigentlich gerne gern wisst zu zum zur in im an am auf bei beim mit nach von vom
      fur aus um als da hier dort mal ja ok okay sagen wissen frage kurze kurz geht fragen laden geschaft bis vorhanden moglich lautet lauten irgendwo`,
    ),
    asking: set(
      'wann was wo wer wen wem welche welcher welches welchen wie warum wieso wieviel viel viele lange lang oft weit',
    ),
    time: set(
      `heute jetzt gerade nachher spater bald woche wochenende wochenenden montag dienstag mittwoch donnerstag freitag samstag
      sonnabend sonntag montags dienstags mittwochs donnerstags freitags samstags sonntags mo di mi do fr sa so uhr uhrzeit
      zeit tage`,
    ),
    compounds: true,
  },
  fr: {
    stem: french,
    noise: set(
      `le la les l un une des du de d au aux ce cet cette ces je j me m moi mon ma mes tu te t toi ton ta tes il elle on nous
      notre nos vous votre vos ils elles leur leurs se s est suis es sommes etes sont etait ai as a avons avez ont avoir
      peux peut pouvez pouvons pourriez pourrais puis veux voudrais souhaite souhaiterais aimerais faut fait faites faire y
      en et ou mais donc car si que qu qui dans sur sous pour par avec chez a bonjour bonsoir salut merci svp plait
      vous s il te cordialement bien aussi encore ok oui savoir dire question petite c ca cela vos magasin boutique possible disponible`,
    ),
    asking: set('quand quoi quel quelle quels quelles combien comment pourquoi ou heure longtemps'),
    time: set(
      `aujourd hui demain maintenant soir matin midi semaine weekend lundi mardi mercredi jeudi vendredi samedi dimanche
      jour jours heures tard tot bientot toujours actuellement`,
    ),
    compounds: false,
  },
  es: {
    stem: spanish,
    noise: set(
      `el la los las un una unos unas de del al a yo me mi mis tu te ti tus usted ustedes su sus nos nosotros nuestro vosotros
      os vuestro es soy son esta estan estoy estais estamos ser ha he han haber hay tengo tiene tienen teneis tienes puedo
      puede pueden podeis puedes podria podrian quiero quisiera queria quieren necesito y o pero si que en con por para
      sobre sin lo le les se hola buenas buenos dias tardes noches gracias favor saludos tambien ya muy ok saber decir
      decirme pregunta una duda hacer hacen haceis tienda local posible disponible hasta`,
    ),
    asking: set('cuando donde quien cual cuales cuanto cuanta cuantos cuantas como hora tiempo porque'),
    time: set(
      `hoy manana ahora tarde noche semana finde lunes martes miercoles jueves viernes sabado sabados domingo domingos dia
      dias horas todavia aun pronto luego`,
    ),
    compounds: false,
  },
  pt: {
    stem: portuguese,
    noise: set(
      `o a os as um uma uns umas de do da dos das no na nos nas em ao aos eu me meu minha meus minhas tu te teu tua voce voces
      seu sua seus suas nos vos vosso vossa e es sou sao esta estao estou ser foi tem tens tenho temos ha haver posso pode
      podem podemos podia poderia quero queria querem gostaria preciso ou mas se que com por para pra sobre sem lhe ola oi
      bom boa dia tarde noite obrigado obrigada favor cumprimentos tambem ja muito ok saber dizer pergunta duvida fazem fazer
      loja possivel disponivel ate`,
    ),
    asking: set('quando onde quem qual quais quanto quanta quantos quantas como hora horas tempo porque'),
    time: set(
      `hoje amanha agora semana segunda terca quarta quinta sexta sabado sabados domingo domingos feira dias ainda logo cedo
      fim`,
    ),
    compounds: false,
  },
  nl: {
    stem: dutch,
    noise: set(
      `de het een ik mij me mijn je jij jou jouw u uw we wij ons onze jullie zij ze hun hij zijn is ben bent was waren heb hebt
      heeft hebben had kan kunt kunnen kon mag mogen wil wilt willen zou zouden moet moeten doe doet doen en of maar dat die
      dit deze als dan in op aan bij met naar van voor uit om te er hier daar ook nog al even graag hallo hoi hi goedemorgen
      goedemiddag goedenavond dag beste groet groeten bedankt dank alstublieft aub svp ja ok weten zeggen vraag vraagje
      gewoon eens eigenlijk jullie winkel zaak mogelijk beschikbaar tot`,
    ),
    asking: set('wanneer wat waar wie welke welk hoe waarom hoeveel veel laat lang ver vaak'),
    time: set(
      `vandaag morgen nu straks later weekend week maandag dinsdag woensdag donderdag vrijdag zaterdag zondag zaterdags zondags
      avond ochtend uur tijd dagen`,
    ),
    compounds: true,
  },
  it: {
    stem: italian,
    noise: set(
      `il lo la i gli le l un uno una di del dello della dei degli delle d al allo alla ai agli alle da dal dalla in nel nella
      su sul sulla con per tra fra io mi me mio mia miei mie tu ti te tuo tua lei suo sua noi ci nostro voi vi vostro vostra vostri vostre
      e ed o ma se che si sono sei siamo siete essere ho hai ha abbiamo avete hanno c posso puo potete possiamo
      potrei potreste vorrei voglio volevo vogliamo serve fa fate fare ciao salve buongiorno buonasera grazie favore prego
      saluti anche gia molto ok sapere dire dirmi domanda info negozio possibile disponibile fino`,
    ),
    asking: set('quando dove chi cosa quale quali quanto quanta quanti quante come ora perche tempo'),
    time: set(
      `oggi domani adesso stasera mattina sera settimana weekend lunedi martedi mercoledi giovedi venerdi sabato domenica
      giorno giorni ore ancora presto tardi`,
    ),
    compounds: false,
  },
};

export const WEIGHTS = { noise: 0.1, asking: 0.5, time: 0.3, number: 0.5, content: 1 } as const;

/** What a folded word is worth as a sign of what somebody asks. */
export function weightOf(word: string, { noise, asking, time }: Grammar): number {
  if (asking.has(word)) return WEIGHTS.asking;
  if (time.has(word)) return WEIGHTS.time;
  if (noise.has(word) || word.length === 1) return WEIGHTS.noise;
  return /^\d+$/.test(word) ? WEIGHTS.number : WEIGHTS.content;
}
