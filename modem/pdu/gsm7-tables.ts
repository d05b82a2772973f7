/**
 * The GSM 7-bit default alphabet and the national language tables of 3GPP TS 23.038 (§6.2.1, annex A).
 * Each string has 128 positions. In the main (locking) tables position 0x1B is the escape; in all tables U+FFFF stands
 * where nothing is defined. Language identifiers are those of §6.2.1.2.4 and travel in the information elements
 * 0x24 (single shift) and 0x25 (locking shift).
 */
const NONE = '\uffff';

/** Runs that several tables share. */
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A main table as written below, where a middle dot marks an undefined position. */
function table(layout: string): string {
  return layout.replaceAll('·', NONE);
}

export const NATIONAL_LANGUAGES = {
  turkish: 1,
  spanish: 2,
  portuguese: 3,
  bengali: 4,
  gujarati: 5,
  hindi: 6,
  kannada: 7,
  malayalam: 8,
  oriya: 9,
  punjabi: 10,
  tamil: 11,
  telugu: 12,
  urdu: 13,
} as const;

/** 0 is the default alphabet; 1 to 13 are the national languages. */
export type LanguageId = 0 | (typeof NATIONAL_LANGUAGES)[keyof typeof NATIONAL_LANGUAGES];

const DEFAULT_MAIN = table(
  `@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ·ÆæßÉ !"#¤%&'()*+,-./0123456789:;<=>?¡${UPPER}ÄÖÑÜ§¿${LOWER}äöñüà`,
);

/** Main tables by language; Spanish has none of its own and uses the default (annex A.3). */
export const LOCKING_TABLES: readonly string[] = [
  DEFAULT_MAIN,
  table(`@£$¥€éùıòÇ\nĞğ\rÅåΔ_ΦΓΛΩΠΨΣΘΞ·ŞşßÉ !"#¤%&'()*+,-./0123456789:;<=>?İ${UPPER}ÄÖÑÜ§ç${LOWER}äöñüà`),
  DEFAULT_MAIN,
  table(`@£$¥êéúíóç\nÔô\rÁáΔ_ªÇÀ∞^\\€Ó|·ÂâÊÉ !"#º%&'()*+,-./0123456789:;<=>?Í${UPPER}ÃÕÚÜ§~${LOWER}ãõ\`üà`),
  table(
    `ঁংঃঅআইঈউঊঋ\nঌ·\r·এঐ··ওঔকখগঘঙচ·ছজঝঞ !টঠডঢণত)(থদ,ধ.ন0123456789:;·পফ?বভমযর·ল···শষসহ়ঽািীুূৃৄ··েৈ··োৌ্ৎ${LOWER}ৗ\u09dc\u09ddৰৱ`,
  ),
  table(`ઁંઃઅઆઇઈઉઊઋ\nઌઍ\r·એઐઑ·ઓઔકખગઘઙચ·છજઝઞ !ટઠડઢણત)(થદ,ધ.ન0123456789:;·પફ?બભમયર·લળ·વશષસહ઼ઽાિીુૂૃૄૅ·ેૈૉ·ોૌ્ૐ${LOWER}ૠૡૢૣ૱`),
  table(`ँंःअआइईउऊऋ\nऌऍ\rऎएऐऑऒओऔकखगघङच·छजझञ !टठडढणत)(थद,ध.न0123456789:;ऩपफ?बभमयरऱलळऴवशषसह़ऽािीुूृॄॅॆेैॉॊोौ्ॐ${LOWER}ॲॻॼॾॿ`),
  table(`·ಂಃಅಆಇಈಉಊಋ\nಌ·\rಎಏಐ·ಒಓಔಕಖಗಘಙಚ·ಛಜಝಞ !ಟಠಡಢಣತ)(ಥದ,ಧ.ನ0123456789:;·ಪಫ?ಬಭಮಯರಱಲಳ·ವಶಷಸಹ಼ಽಾಿೀುೂೃೄ·ೆೇೈ·ೊೋೌ್ೕ${LOWER}ೖೠೡೢೣ`),
  table(`·ംഃഅആഇഈഉഊഋ\nഌ·\rഎഏഐ·ഒഓഔകഖഗഘങച·ഛജഝഞ !ടഠഡഢണത)(ഥദ,ധ.ന0123456789:;·പഫ?ബഭമയരറലളഴവശഷസഹ·ഽാിീുൂൃൄ·െേൈ·ൊോൌ്ൗ${LOWER}ൠൡൢൣ൹`),
  table(`ଁଂଃଅଆଇଈଉଊଋ\nଌ·\r·ଏଐ··ଓଔକଖଗଘଙଚ·ଛଜଝଞ !ଟଠଡଢଣତ)(ଥଦ,ଧ.ନ0123456789:;·ପଫ?ବଭମଯର·ଲଳ·ଵଶଷସହ଼ଽାିୀୁୂୃୄ··େୈ··ୋୌ୍ୖ${LOWER}ୗୠୡୢୣ`),
  table(
    `ਁਂਃਅਆਇਈਉਊ·\n··\r·ਏਐ··ਓਔਕਖਗਘਙਚ·ਛਜਝਞ !ਟਠਡਢਣਤ)(ਥਦ,ਧ.ਨ0123456789:;·ਪਫ?ਬਭਮਯਰ·ਲ\u0a33·ਵ\u0a36·ਸਹ਼·ਾਿੀੁੂ····ੇੈ··ੋੌ੍ੑ${LOWER}ੰੱੲੳੴ`,
  ),
  table(
    `·ஂஃஅஆஇஈஉஊ·\n··\rஎஏஐ·ஒஓஔக···ஙச··ஜ·ஞ !ட···ணத)(··,·.ந0123456789:;னப·?··மயரறலளழவஶஷஸஹ··ாிீுூ···ெேை·ொோௌ்ௐ${LOWER}ௗ௰௱௲௹`,
  ),
  table(`ఁంఃఅఆఇఈఉఊఋ\nఌ·\rఎఏఐ·ఒఓఔకఖగఘఙచ·ఛజఝఞ !టఠడఢణత)(థద,ధ.న0123456789:;·పఫ?బభమయరఱలళ·వశషసహ·ఽాిీుూృౄ·ెేై·ొోౌ్ౕ${LOWER}ౖౠౡౢౣ`),
  table(
    `اآبٻڀپڦتۂٿ\nٹٽ\rٺټثجځڄڃڅچڇحخد·ڌڈډڊ !ڏڍذرڑړ)(ڙز,ږ.ژ0123456789:;ښسش?صضطظعفقکڪګگڳڱلمنںڻڼوۄەہھءیېے\u064d\u0650\u064f\u0657\u0654${LOWER}\u0655\u0651\u0653\u0656\u0670`,
  ),
];

/** The sparse layout of a shift table: [position, consecutive characters from there on]. */
function shiftTable(...runs: readonly (readonly [number, string])[]): string {
  const cells = Array.from({ length: 128 }, () => NONE);
  for (const [start, characters] of runs) {
    [...characters].forEach((character, i) => {
      if (character !== '·') cells[start + i] = character;
    });
  }
  return cells.join('');
}

/** Positions that every Indic and the Urdu single shift table share (annex A.2.4 ff). */
const INDIC: readonly (readonly [number, string])[] = [
  [0x00, `@£$¥¿"¤%&'\f*+·-/<=>¡^¡_#*`],
  [0x28, '{}'],
  [0x2f, '\\'],
  [0x3c, '[~]'],
  [0x40, `|${UPPER}`],
  [0x65, '€'],
];
const DEFAULT_EXTENSION: readonly (readonly [number, string])[] = [
  [0x0a, '\f'],
  [0x14, '^'],
  [0x28, '{}'],
  [0x2f, '\\'],
  [0x3c, '[~]'],
  [0x40, '|'],
  [0x65, '€'],
];

/** Single shift (extension) tables by language. */
export const SHIFT_TABLES: readonly string[] = [
  shiftTable(...DEFAULT_EXTENSION),
  shiftTable(...DEFAULT_EXTENSION, [0x47, 'Ğ·İ'], [0x53, 'Ş'], [0x63, 'ç'], [0x67, 'ğ·ı'], [0x73, 'ş']),
  shiftTable(
    ...DEFAULT_EXTENSION,
    [0x09, 'ç'],
    [0x41, 'Á'],
    [0x49, 'Í'],
    [0x4f, 'Ó'],
    [0x55, 'Ú'],
    [0x61, 'á'],
    [0x69, 'í'],
    [0x6f, 'ó'],
    [0x75, 'ú'],
  ),
  shiftTable(
    ...DEFAULT_EXTENSION,
    [0x05, 'ê···ç\fÔô·Áá··ΦΓ^ΩΠΨΣΘ'],
    [0x1f, 'Ê'],
    [0x41, 'À'],
    [0x49, 'Í'],
    [0x4f, 'Ó'],
    [0x55, 'Ú'],
    [0x5b, 'ÃÕ'],
    [0x61, 'Â'],
    [0x69, 'í'],
    [0x6f, 'ó'],
    [0x75, 'ú'],
    [0x7b, 'ãõ··â'],
  ),
  shiftTable(...INDIC, [0x19, '০১·২৩৪৫৬৭৮৯\u09dfৠৡৢ'], [0x2a, 'ৣ৲৳৴৵\\৶৷৸৹৺']),
  shiftTable(...INDIC, [0x19, '।॥·૦૧૨૩૪૫૬૭૮૯']),
  shiftTable(
    ...INDIC,
    [0x19, '।॥·०१२३४५६७८९\u0951\u0952'],
    [0x2a, '॓॔\u0958\u0959\u095a\\\u095b\u095c\u095d\u095e\u095fॠॡॢॣ॰ॱ'],
  ),
  shiftTable(...INDIC, [0x19, '।॥·೦೧೨೩೪೫೬೭೮೯ೞೱ'], [0x2a, 'ೲ']),
  shiftTable(...INDIC, [0x19, '।॥·൦൧൨൩൪൫൬൭൮൯൰൱'], [0x2a, '൲൳൴൵ൺ\\ൻർൽൾൿ']),
  shiftTable(...INDIC, [0x19, '।॥·୦୧୨୩୪୫୬୭୮୯\u0b5c\u0b5d'], [0x2a, '\u0b5f୰ୱ']),
  shiftTable(...INDIC, [0x19, '।॥·੦੧੨੩੪੫੬੭੮੯\u0a59\u0a5a'], [0x2a, '\u0a5bੜ\u0a5eੵ']),
  shiftTable(...INDIC, [0x19, '।॥·௦௧௨௩௪௫௬௭௮௯௳௴'], [0x2a, '௵௶௷௸௺']),
  shiftTable(...INDIC, [0x1c, '౦౧౨౩౪౫౬౭౮౯ౘౙ'], [0x2a, '౸౹౺౻౼\\౽౾౿']),
  shiftTable(...INDIC, [0x19, '\u0600\u0601·۰۱۲۳۴۵۶۷۸۹،؍'], [0x2a, '؎؏ؐؑؒ\\ؓؔ؛؟ـْ٘٫٬ٲٳۍ'], [0x3f, '۔']),
];
