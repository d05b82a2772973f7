/** How many numbers are stored for each talk. */
const TALK_WIDTH = 7;

/**
 * Many talks as one flat list of numbers: creating objects would take longer than counting them. NaN stands for what did not
 * happen.
 */
export class Talks {
  count = 0;
  #values = new Float64Array(TALK_WIDTH * 1_024);

  id(talk: number): number {
    return this.#at(talk, 0);
  }

  beganAt(talk: number): number {
    return this.#at(talk, 1);
  }

  answeredFrom(talk: number): number {
    return this.#at(talk, 2);
  }

  answeredAt(talk: number): number {
    return this.#at(talk, 3);
  }

  closedAt(talk: number): number {
    return this.#at(talk, 4);
  }

  isByPerson(talk: number): boolean {
    return this.#at(talk, 5) === 1;
  }

  isByItself(talk: number): boolean {
    return this.#at(talk, 6) === 1;
  }

  clear(): void {
    this.count = 0;
  }

  /**
   * @param talk the index of the talk; null as a value means that it did not happen. Values are passed one by one: an array for each talk
   * would take as long as all the rest.
   */
  add(
    talk: number,
    id: number,
    beganAt: number,
    answeredFrom: number | null,
    answeredAt: number | null,
    closedAt: number | null,
    byPerson: number,
    automatic: number,
  ): number {
    let at = talk * TALK_WIDTH;
    if (at + TALK_WIDTH > this.#values.length) this.#grow();
    const values = this.#values;
    values[at++] = id;
    values[at++] = beganAt;
    values[at++] = answeredFrom ?? Number.NaN;
    values[at++] = answeredAt ?? Number.NaN;
    values[at++] = closedAt ?? Number.NaN;
    values[at++] = byPerson;
    values[at++] = automatic;
    this.count = talk + 1;
    return this.count;
  }

  #grow(): void {
    const larger = new Float64Array(this.#values.length * 2);
    larger.set(this.#values);
    this.#values = larger;
  }

  #at(talk: number, which: number): number {
    return this.#values[talk * TALK_WIDTH + which] as number;
  }
}
