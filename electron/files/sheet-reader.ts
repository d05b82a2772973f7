import { readSheet, type Sheet, type SheetRow } from '../desk/contacts/import/sheet.ts';
import { readInThread } from './in-thread.ts';

/** Reads a list of customers without holding whoever asks; null: it is neither a table nor an address book. @throws UnreadableFileError */
export type SheetReader = (text: string) => Promise<Sheet | null>;

/** In this thread, for small files of tests. */
export const readSheetHere: SheetReader = (text) => Promise.resolve(readSheet(text));

export const readSheetInThread: SheetReader = async (text) => {
  const rows: SheetRow[] = [];
  let sheet: Omit<Sheet, 'rows'> | null = null;
  await readInThread({ do: 'sheet', text }, (answer) => {
    if ('rows' in answer) rows.push(...answer.rows);
    if (!('sheet' in answer)) return false;
    ({ sheet } = answer);
    return true;
  });
  return sheet === null ? null : { ...(sheet as Omit<Sheet, 'rows'>), rows };
};
