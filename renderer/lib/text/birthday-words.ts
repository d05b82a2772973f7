/** A birthday as it is read again, wherever the shop is: with points nobody puts the month first. */
export function birthdayWords(birthday: string | null): string {
  if (birthday === null) return '';
  const [month, day] = [Number(birthday.slice(-5, -3)), Number(birthday.slice(-2))];
  return birthday.startsWith('--') ? `${day}.${month}.` : `${day}.${month}.${birthday.slice(0, 4)}`;
}

/** A value of a field: one that is a day is written as a birthday is. */
export function dayWords(value: string): string {
  return /^(?:\d{4}|-)-\d{2}-\d{2}$/.test(value) ? birthdayWords(value) : value;
}
