/** Texts as customers and shops write them: short and long, plain, with national letters, with emoji. */
const LONG = [
  'Guten Tag, mein Fahrrad steht seit Donnerstag bei Ihnen. Könnten Sie bitte auch die Bremsen prüfen? Die hintere quietscht, wenn es regnet, und die vordere zieht nicht mehr richtig. Schöne Grüße',
  'Olá! Vocês têm campainhas 🔔 para bicicletas de criança? A minha filha quer uma com flores 🌸 e talvez um cesto 🧺 a combinar, se houver. Obrigada! 👩‍👧',
  'Günaydın, siparişiniz hazır. Öğleden sonra gelip alabilirsiniz. Teşekkürler, iyi günler dileriz. Şubemiz saat on sekize kadar açıktır; cumartesi günü on üçte kapanır. Işığınızı da değiştirdik.',
  'Добрый день! Ваш велосипед готов, можно забирать сегодня до шести вечера. Мы заменили цепь, обе покрышки и отрегулировали тормоза. Если будут вопросы, просто напишите сюда.',
  '[Angebot] Kette {neu} 25 €, Montage ~10 €, Mantel 30 € | Summe 65 € ^ inkl. MwSt. \\ Antworten Sie bitte bis morgen, ob wir das so machen sollen oder ob Sie lieber erst den Preis der Alternative wissen.',
  '家の鍵を店に忘れたかもしれません。黒いキーホルダーが付いています。見つかりましたら、このまま返信してください。今日の夕方六時ごろに取りに行けます。どうぞよろしくお願いいたします。お手数をおかけします。',
  '🎉'.repeat(50) + ' danke für alles, es fährt wieder wie neu! 🚲💨',
] as const;

const SHORT = [
  'Is it ready?',
  'Ja, bis 18 Uhr.',
  'Grüße 👋',
  'Merci beaucoup, à demain !',
  '¿Está lista?',
  'ок',
  'Price: 25 €',
  'Żółta żaba',
] as const;

/** The n-th text, none like another. */
export function sampleText(n: number, long: boolean): string {
  const texts = long ? LONG : SHORT;
  return `${texts[n % texts.length]} #${n}`;
}
