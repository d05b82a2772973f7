/** What programs of several countries call the columns of their tables; folded and without punctuation. */
export const PHONE_HEADINGS = [
  'phone',
  'phone number',
  'phone no',
  'mobile',
  'mobile number',
  'mobile phone',
  'cell',
  'tel',
  'telephone',
  'number',
  'telefon',
  'telefonnummer',
  'telefon nr',
  'handy',
  'handynummer',
  'mobil',
  'nummer',
  'telephone portable',
  'telefono',
  'telefone',
  'telemovel',
  'telefoon',
  'cellulare',
] as const;

export const NAME_HEADINGS = [
  'name',
  'customer',
  'customer name',
  'client',
  'patient',
  'kunde',
  'kundin',
  'kundenname',
  'kunden name',
  'ad soyad',
  'adi soyadi',
  'name vorname',
  'nachname vorname',
  'vorname nachname',
  'vorname name',
  'name kunde',
  'last name first name',
  'first name last name',
  'nom',
  'nombre',
  'nome',
  'naam',
] as const;

/** What web shops and booking pages call the customer, and whoever a parcel is delivered to. */
export const BUYER_NAME_HEADINGS = [
  'billing name',
  'buyer name',
  'full name',
  'customer full name',
  'contact name',
  'client name',
  'guest name',
  'invitee name',
  'buyer',
  'shipping name',
  'ship name',
  'ship to name',
  'recipient name',
  'recipient',
  'rechnungsname',
  'kaufer',
  'kaufername',
  'empfanger',
  'besteller',
  'gast',
] as const;

export const BUYER_PHONE_HEADINGS = [
  'billing phone',
  'phone billing',
  'buyer phone',
  'buyer phone number',
  'customer phone',
  'customer phone number',
  'client phone',
  'contact phone',
  'invitee phone',
  'text reminder number',
  'shipping phone',
  'phone shipping',
  'ship phone number',
  'ship to phone',
  'recipient phone',
  'telefon rechnung',
  'telefon kaufer',
  'rufnummer',
] as const;

/** The two halves of a name in columns of their own. */
export const GIVEN_NAME_HEADINGS: readonly string[] = [
  'kunden vorname',
  'kundenvorname',
  'vorname kunde',
  'imie',
  'jmeno',
  'keresztnev',
  'first name',
  'given name',
  'firstname',
  'vorname',
  'prenom',
  'voornaam',
  'first name billing',
  'billing first name',
  'customer first name',
  'client first name',
  'invitee first name',
];
export const FAMILY_NAME_HEADINGS: readonly string[] = [
  'kunden nachname',
  'kundennachname',
  'nachname kunde',
  'nazwisko',
  'soyad',
  'soyadi',
  'prijmeni',
  'vezeteknev',
  'last name',
  'family name',
  'lastname',
  'surname',
  'nachname',
  'familienname',
  'zuname',
  'nom de famille',
  'apellido',
  'apellidos',
  'cognome',
  'sobrenome',
  'apelido',
  'achternaam',
  'last name billing',
  'billing last name',
  'customer last name',
  'client last name',
  'invitee last name',
];

/** What calendars call the subject of an entry. */
export const SUBJECT_HEADINGS = [
  'subject',
  'betreff',
  'objet',
  'asunto',
  'oggetto',
  'assunto',
  'onderwerp',
  'title',
  'titel',
] as const;

export const DAY_HEADINGS = [
  'tarih',
  'dzien',
  'datum dne',
  'date',
  'datum',
  'fecha',
  'data',
  'start date',
  'beginn',
  'beginnt am',
  'startdatum',
  'date de debut',
  'fecha de inicio',
  'data inizio',
  'data de inicio',
  'begindatum',
  'appointment date',
  'appointment day',
  'scheduled date',
  'start day',
  'termin',
  'termindatum',
] as const;

/** The column may also hold the day of the week, so these rank behind all others. */
export const DAY_OR_WEEKDAY_HEADINGS = ['day', 'tag', 'jour', 'dia', 'giorno', 'dag'] as const;

/** When an appointment begins; the column may hold the date as well. */
export const TIME_HEADINGS = [
  'time',
  'start',
  'start time',
  'beginnt um',
  'startzeit',
  'starts at',
  'start at',
  'start date time',
  'date time',
  'appointment time',
  'scheduled time',
  'start date and time',
  'starts',
  'beginnzeit',
  'heure de debut',
  'hora de inicio',
  'ora inizio',
  'begintijd',
  'from',
  'zeit',
  'uhrzeit',
  'von',
  'heure',
  'hora',
  'tijd',
  'ora',
] as const;

export const WHOLE_DAY_HEADINGS = [
  'all day event',
  'all day',
  'allday',
  'ganztagig',
  'ganztagiges ereignis',
  'ganztags',
  'journee entiere',
  'todo el dia',
  'giornata intera',
  'dia inteiro',
  'hele dag',
  'duurt hele dag',
] as const;

/**
 * Whether a heading such as Number 1, mobile phone number, Telefonnr., numéro de téléphone or GSM is for phone numbers, but not
 * for faxes or labels. Takes what `plainHeading` returns.
 */
export function isPhoneHeading(heading: string): boolean {
  return (
    /(?:^| )(?:tel|\w*telefon(?:e|nr|nummer|nummern|o|os|i)?|telefoon\w*|telep\w*|phones?|fon|mobil\w*|mobiel\w*|movil|handy(?:s|nr|nummer)?|cell|cellphone|cellulare|celular|cel|cep|gsm|rufnummer|\w*mobilnummer|whatsapp|portable|telemovel|contact number|festnetz)(?: |$)/.test(
      heading,
    ) && !/fax|label|type|pager|opted out|opt out/.test(heading)
  );
}

/** Other common headings in lists of people. */
const COMMON_HEADINGS: ReadonlySet<string> = new Set(
  (
    'ort plz stadt strasse adresse anschrift land firma anrede notiz bemerkung geburtstag geburtsdatum city street address zip ' +
    'country company notes note email mail birthday ville ciudad citta cidade'
  ).split(' '),
);

/**
 * Whether a row consists of headings: none is empty, at least two are known, and one of these is for phone numbers. Takes what
 * `plainHeading` returns.
 */
export function areHeadings(plain: readonly string[]): boolean {
  const names: readonly string[] = [...NAME_HEADINGS, ...GIVEN_NAME_HEADINGS, ...FAMILY_NAME_HEADINGS];
  const filled = plain.slice(0, plain.findLastIndex((each) => each !== '') + 1);
  if (filled.includes('') || !filled.some(isPhoneHeading)) return false;
  const known = filled.filter((each) => isPhoneHeading(each) || names.includes(each) || COMMON_HEADINGS.has(each));
  return new Set(known).size >= 2;
}

/** Whether a number or name is that of whoever a parcel is delivered to, who is not always the customer. */
export const isOthersHeading = (heading: string): boolean =>
  /(?:^| )(?:ship|shipping|recipient|delivery|empfanger|liefer\w*|versand)(?: |$)/.test(heading);

/** Headings for numbers of another kind or of other people, even if their values look like phone numbers. */
export const OTHER_NUMBERS =
  /(?:^| )(?:(?:kunden|kd|mitglieds?|karten|konto|bestell|auftrags|rechnungs|vertrags|steuer|personal|artikel)(?: ?(?:nr|nummer|no|id))|kunde(?:n)? (?:nr|nummer|id)|customer (?:no|nr|number|id|code)|client (?:no|number|id|code)|account (?:no|number|id)|member(?:ship)? (?:no|number|id)|patient(?:en)? ?(?:no|nr|nummer|number|id)|debitor\w*(?: (?:nr|no|nummer))?|loyalty.*|card (?:no|number)|iban|bic|(?:vat|tax)(?: (?:id|no|nr|number))?|ust ?id.*|plz|postleitzahl|zip.*|postal code|postcode|ean|barcode|ssn|fax.*|.*fax|telefax|konto|notfall\w*|emergency|\w*arzt|\w*arztin|doctor|physician|gp|urgence|emergencia|emergenza|noodgeval|next of kin)(?: |$)/;
