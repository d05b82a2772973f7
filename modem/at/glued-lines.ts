/** An unsolicited code or chatter, outside of quotes: `+CMTI:`, `^RSSI:`, `+CMS ERROR:`. */
const CODE = /[+^*](?:[A-Z]{3,}[A-Z0-9]*|CM[SE] ERROR):/g;
/** A result that directly follows an answer: `+CMGS: 8OK`, the end of a PDU, `^RSSI:17RING`. */
const RESULT_BEHIND = /^([+^*].*[^A-Za-z]|[0-9A-F]{20,})(OK|ERROR|RING)$/;
const RESULT_BEFORE = /^(OK|ERROR)(RING)$/;

/** Modems sometimes omit line endings: this splits what came on one line. Words in quotes are never taken for a code. */
export function splitGluedLine(line: string): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const { index } of line.matchAll(CODE)) {
    if (index <= from || isQuoted(line, index)) continue;
    pieces.push(line.slice(from, index));
    from = index;
  }
  pieces.push(line.slice(from));
  return pieces.flatMap((piece) => {
    const [, head, tail] = RESULT_BEHIND.exec(piece) ?? RESULT_BEFORE.exec(piece) ?? [];
    const isResult = head !== undefined && tail !== undefined && !isQuoted(head, head.length);
    return isResult ? [head.trim(), tail] : [piece.trim()];
  });
}

function isQuoted(line: string, index: number): boolean {
  return (line.slice(0, index).split('"').length - 1) % 2 === 1;
}
