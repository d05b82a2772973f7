import type { ImportTarget } from '../../../shared/contact-words.ts';
import {
  FAMILY_NAME_HEADINGS,
  GIVEN_NAME_HEADINGS,
  isPhoneHeading,
  NAME_HEADINGS,
  OTHER_NUMBERS,
  PHONE_HEADINGS,
} from '../../imports/headings.ts';
import { plainHeading } from '../../imports/table.ts';
import { cleanName } from '../names.ts';
import { isPhoneCell, type Sheet } from './parsed-table.ts';

/** What address books of several makers and languages call their columns, in the form that {@link plainHeading} returns. */
const HEADINGS: Readonly<Partial<Record<ImportTarget, readonly string[]>>> = {
  name: [
    // In French, Spanish and Italian the word for a name is also the word for one half of it.
    ...NAME_HEADINGS.filter((heading) => !['nom', 'nombre', 'nome'].includes(heading)),
    'full name',
    'display name',
    'client name',
    'contact',
    'anzeigename',
    'vollstandiger name',
    'nom complet',
    'nombre completo',
    'nome completo',
    'volledige naam',
  ],
  // Some languages use one word for a name and for one half of it; the columns beside it tell which is meant.
  'first-name': [...GIVEN_NAME_HEADINGS, 'nombre', 'nome'],
  'last-name': [...FAMILY_NAME_HEADINGS, 'nom'],
  phone: [
    ...PHONE_HEADINGS,
    'other phone',
    'other phone number',
    'primary phone',
    'home phone',
    'home phone 2',
    'business phone',
    'business phone 2',
    'company main phone',
    'car phone',
    'work phone',
    'cell phone',
    'mobiltelefon',
    'telefon privat',
    'telefon privat 2',
    'telefon geschaftlich',
    'telefon geschaftlich 2',
    'telefon firma',
    'haupttelefon',
    'weiteres telefon',
    'tel portable',
    'tel mobile',
    'portable',
    'telephone mobile',
    'telephone domicile',
    'telephone bureau',
    'movil',
    'telefono movil',
    'celular',
    'mobiel',
    'mobiele telefoon',
    'telefono cellulare',
  ],
  'phone-prefix': [
    'area code',
    'city code',
    'country code',
    'phone country code',
    'dial code',
    'dialling code',
    'dialing code',
    'calling code',
    'vorwahl',
    'landesvorwahl',
    'landervorwahl',
    'ortsvorwahl',
    'indicatif',
    'indicatif pays',
    'prefijo',
    'prefisso',
    'prefixo',
    'netnummer',
    'landnummer',
  ],
  language: ['language', 'sprache', 'langue', 'idioma', 'lingua', 'taal'],
  birthday: [
    'birthday',
    'date of birth',
    'birth date',
    'birthdate',
    'dob',
    'geburtstag',
    'geburtsdatum',
    'geb datum',
    'anniversaire',
    'date de naissance',
    'fecha de nacimiento',
    'cumpleanos',
    'data di nascita',
    'compleanno',
    'data de nascimento',
    'geboortedatum',
    'verjaardag',
  ],
  notes: ['notes', 'note', 'comment', 'comments', 'remark', 'notiz', 'notizen', 'bemerkung', 'bemerkungen', 'notas'],
  tags: [
    'tags',
    'tag',
    'labels',
    'categories',
    'category',
    'group membership',
    'groups',
    'kategorie',
    'kategorien',
    'gruppe',
    'gruppen',
  ],
  consent: [
    'consent',
    'marketing consent',
    'opt in',
    'optin',
    'accepts sms marketing',
    'accepts marketing sms',
    'sms marketing',
    'sms marketing consent',
    'sms consent',
    'sms opt in',
    'sms einwilligung',
    'text marketing',
    'einwilligung',
    'werbung erlaubt',
    'offers',
  ],
  'opted-out': [
    'opted out',
    'opt out',
    'optout',
    'unsubscribed',
    'sms unsubscribed',
    'unsubscribed from sms',
    'unsubscribed at',
    'sms opt out',
    'sms opted out',
    'no sms',
    'do not text',
    'do not contact',
    'dnc',
    'abgemeldet',
    'gesperrt',
    'keine sms',
    'widerspruch',
    'werbesperre',
    'sms sperre',
    'newsletter abbestellt',
    'abbestellt',
    'desabonne',
    'desinscrit',
    'stop sms',
    'baja',
    'no contactar',
    'disiscritto',
    'afgemeld',
  ],
};
/** Fields that are kept under our own names, whatever the file calls them. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  'E-mail': [
    'e mail',
    'email',
    'e mail address',
    'email address',
    'e mail adresse',
    'mail',
    'e mail 1 value',
    'correo electronico',
    'courriel',
    'adresse de messagerie',
  ],
  Company: [
    'company',
    'organization',
    'organization name',
    'organization 1 name',
    'firma',
    'unternehmen',
    'societe',
    'empresa',
    'azienda',
    'bedrijf',
  ],
  Address: [
    'address',
    'address 1 formatted',
    'adresse',
    'anschrift',
    'direccion',
    'indirizzo',
    'adres',
    'home address',
  ],
  Anniversary: ['anniversary', 'hochzeitstag', 'jahrestag', 'jubilaum'],
};
/** Columns that say nothing about a customer. */
const NOISE =
  /^(?:title|suffix|initials|web page|gender|priority|sensitivity|private|photo|file as|phonetic .*|yomi .*|.* yomi|name prefix|name suffix|.* display name|.* label|.* type|directory server|telecopie.*|.*assistent.*|ruckmeldung|beeper|account|billing information|mileage|hobby|profession|user \d|telex|tty tdd phone|isdn|pager.*|.*fax.*|callback|assistant.*|additional name.*|middle name|nickname|short name|maiden name|ringtone|send to voicemail|initialen|anrede)$/;

/** Headings for a number of any kind: if another column holds phone numbers, this one holds something else. */
const ANY_NUMBER: ReadonlySet<string> = new Set(['number', 'nummer']);

/** Guesses what each column holds; the owner may change it. Pure. */
export function guessTargets({ columns, rows }: Sheet): readonly ImportTarget[] {
  const plain = columns.map(plainHeading);
  const sample = rows.slice(0, 500);
  const isClear = plain.some(
    (heading) =>
      !ANY_NUMBER.has(heading) &&
      !OTHER_NUMBERS.test(heading) &&
      (HEADINGS.phone?.includes(heading) === true || isPhoneHeading(heading)),
  );
  const guessed = plain.map((heading, i): ImportTarget => {
    const isOther = OTHER_NUMBERS.test(heading) || (isClear && ANY_NUMBER.has(heading));
    const numbered = /^phone (\d+) (value|label|type)$/.exec(heading);
    if (/^phone \d+ opted out$/.test(heading)) return 'number-opted-out';
    if (numbered !== null) return numbered[2] === 'value' ? 'phone' : 'phone-label';
    const known =
      Object.entries(HEADINGS).find(([, names]) => names?.includes(heading) === true)?.[0] ?? consentIn(heading);
    if (known !== undefined && !isOther) return known as ImportTarget;
    if (!isOther && !NOISE.test(heading) && (isPhoneHeading(heading) || looksLikePhones(rows, i))) return 'phone';
    const field = Object.entries(FIELDS).find(([, names]) => names.includes(heading))?.[0];
    if (field !== undefined) return isFilled(rows, i) ? `field:${field}` : 'skip';
    if (heading === '' || NOISE.test(heading) || !saysSomething(sample, i)) return 'skip';
    return `field:${cleanName(columns[i] as string)
      .slice(0, 60)
      .trim()}`;
  });
  // Without headings, the first column of words is the name.
  const named = columns.every((heading) => heading === '') ? guessed.findIndex((_, i) => looksLikeNames(rows, i)) : -1;
  return untwice(
    guessed.map((target, i) => (i === named ? 'name' : target)),
    plain,
  );
}

const NOT_BY_TEXT = /(?:^| )(?:e ?mail\w*|mail|newsletter|brief\w*|post|call\w*|anruf\w*|telefon\w*|phone)(?: |$)/;
/** Headings about the content of messages rather than about those who get them. */
const OF_THE_TEXT = /(?:^| )(?:link|url|keyword|stichwort|text|wording|message|hinweis)(?: |$)/;
const DENIES =
  /(?:^| )(?:nicht|kein\w*|no|not|revoked|withdrawn|expired|pending|declined|denied|abgelehnt|widerruf\w*|refus\w*|sin|sans|senza|geen|nie|bez)(?: |$)/;
const SAYS_OUT =
  /(?:^| )(?:opt ?out|opted out|unsubscribed?|abgemeldet|keine werbung|sms gesperrt|sperrvermerk|nicht kontaktieren|do not (?:sms|text|contact)|blacklist(?:ed)?|widerspruch|werbe(?:sperre|widerspruch)|desabonnee?s?|desinscrite?s?|baja|geen (?:sms|reclame)|no sms|pas de sms|senza sms|disiscritt[oa]|afgemeld)(?: |$)/;
const OF_OFFERS = /(?:^| )(?:sms|texts?|werb\w*|marketing|publicidad|publicite|pubblicita|reclame|reklam\w*)(?: |$)/;
const SAYS_AGREED =
  /(?:^| )(?:\w*einwilligung|erlaubt|erlaubnis|zustimmung|opt ?in|opted in|consent\w*|consenso|accept\w*|accetta\w*|acept\w*|zgoda|toestemming|permission|subscribed|marketing state)(?: |$)/;

/** A column that says who agrees to messages or has opted out; undefined: it says neither. */
function consentIn(heading: string): ImportTarget | undefined {
  if (NOT_BY_TEXT.test(heading)) return undefined;
  const isOut = SAYS_OUT.test(heading);
  if (isOut && !OF_THE_TEXT.test(heading) && !/opt ?in/.test(heading)) return 'opted-out';
  const isAbout = OF_OFFERS.test(heading) && SAYS_AGREED.test(heading);
  return isAbout && !isOut && !DENIES.test(heading) ? 'consent' : undefined;
}

/** Judges a column by its cells, whatever its heading is. */
function looksLikePhones(rows: Sheet['rows'], column: number): boolean {
  const filled = rows.slice(0, 500).flatMap(({ cells }) => cells[column] || []);
  return filled.length > 0 && filled.filter((cell) => isPhoneCell(cell)).length >= 0.8 * filled.length;
}

const NAME_CELL = /^\p{L}[\p{L}\p{M} .,'’-]+$/u;

function looksLikeNames(rows: Sheet['rows'], column: number): boolean {
  const filled = rows.slice(0, 500).flatMap(({ cells }) => cells[column] || []);
  return filled.length > 0 && filled.filter((cell) => NAME_CELL.test(cell)).length >= 0.8 * filled.length;
}

const isFilled = (rows: Sheet['rows'], column: number): boolean =>
  rows.some(({ cells }) => (cells[column] ?? '') !== '');

/** Whether a column differs between rows: a value that all rows share says nothing about anybody. */
function saysSomething(rows: Sheet['rows'], column: number): boolean {
  const values = rows.map(({ cells }) => cells[column] ?? '');
  const filled = values.filter((value) => value !== '');
  return filled.length > 0 && (rows.length === 1 || new Set(values).size > 1);
}

const MANY: ReadonlySet<ImportTarget> = new Set([
  'skip',
  'phone',
  'phone-label',
  'phone-prefix',
  'number-opted-out',
  'tags',
  'consent',
  'opted-out',
]);

/**
 * Leaves one column for each target except numbers and tags; in a table with first and last names, `name` would only repeat them.
 */
function untwice(targets: readonly ImportTarget[], plain: readonly string[]): readonly ImportTarget[] {
  // French and Portuguese use one word for a last name and a full name; Spanish and Italian for a first name and a full name.
  const alone = (target: ImportTarget, other: ImportTarget): boolean =>
    targets.includes(target) && !targets.includes(other);
  const whole =
    !targets.includes('name') &&
    alone('first-name', 'last-name') &&
    ['nombre', 'nome'].some((each) => plain.includes(each));
  const family = alone('last-name', 'first-name') && plain.includes('nom');
  // `Name` beside a column for one half of a name is the other half, as in Name;Vorname or Name,Surname.
  const isNamed = targets.includes('name');
  const beside: ImportTarget | null =
    isNamed && alone('first-name', 'last-name')
      ? 'last-name'
      : isNamed && alone('last-name', 'first-name')
        ? 'first-name'
        : null;
  const seen = new Set<ImportTarget>();
  return targets.map((input) => {
    const other = (whole && input === 'first-name') || (family && input === 'last-name') ? 'name' : input;
    const target = other === 'name' && beside !== null ? beside : other;
    if (MANY.has(target)) return target;
    if (seen.has(target)) return 'skip';
    seen.add(target);
    return target;
  });
}

/** The kind of number that a column with this heading holds: `mobile`, `home`, `work`; empty: no particular kind. Pure. */
export function labelOfHeading(heading: string): string {
  const plain = plainHeading(heading);
  if (/mobil|cell|handy|portable|movil|celular|cellulare|telemovel/.test(plain)) return 'mobile';
  if (/home|privat|domicile|casa/.test(plain)) return 'home';
  if (/business|work|geschaft|firma|company|bureau|trabajo|lavoro/.test(plain)) return 'work';
  return '';
}
