import { parentPort } from 'node:worker_threads';
import { entriesOf } from '../calendars/entries.ts';
import { wholeDaysOf } from '../desk/calendar/holiday-table.ts';
import { readSheet } from '../desk/contacts/import/sheet.ts';
import { CHUNK, type FileAnswer, type FileRequest } from './requests.ts';

/** A thread of its own: whatever a file says, the desk goes on meanwhile. */
function answer(request: FileRequest, post: (answer: FileAnswer) => void): void {
  // In pieces: taking in all at once would hold the desk.
  const inPieces = <T>(all: readonly T[], piece: (some: readonly T[]) => FileAnswer): void => {
    for (let from = 0; from < all.length; from += CHUNK) post(piece(all.slice(from, from + CHUNK)));
  };
  switch (request.do) {
    case 'days':
      post({ days: wholeDaysOf(request.text, request.holidays) });
      return;
    case 'entries': {
      const { entries, ...reading } = entriesOf(request.calendar);
      inPieces(entries, (some) => ({ entries: some }));
      post({ reading });
      return;
    }
    case 'sheet': {
      const read = readSheet(request.text);
      if (read === null) {
        post({ sheet: null });
        return;
      }
      const { rows, ...sheet } = read;
      inPieces(rows, (some) => ({ rows: some }));
      post({ sheet });
    }
  }
}

parentPort?.on('message', (request: FileRequest) => answer(request, (each) => parentPort?.postMessage(each)));
