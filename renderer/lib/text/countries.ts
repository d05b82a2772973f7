import { words } from './catalogue.svelte.ts';

/** Countries with a numbering plan of their own, two letters each: a test holds them against the desk's library. */
export const COUNTRY_CODES: readonly string[] =
  'ACADAEAFAGAIALAMAOARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGTGUGWGYHKHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTATCTDTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUSUYUZVAVCVEVGVIVNVUWFWSXKYEYTZAZMZW'.match(
    /../g,
  ) ?? [];

/** The same by name, in the language of the window. */
export function countryNames(): readonly (readonly [code: string, name: string])[] {
  const names = new Intl.DisplayNames(words.locale, { type: 'region' });
  return COUNTRY_CODES.map((code) => [code, names.of(code) ?? code] as const).toSorted((a, b) =>
    a[1].localeCompare(b[1]),
  );
}
