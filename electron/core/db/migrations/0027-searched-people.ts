/** Words of a person and of notes are taken out of their indexes for good as they are deleted: to look through the whole index at each erasure takes the longer, the more people there are. */
export const searchedPeople = `
INSERT INTO contact_search (contact_search, rank) VALUES ('secure-delete', 1);
INSERT INTO note_search (note_search, rank) VALUES ('secure-delete', 1);
INSERT INTO contact_search (contact_search) VALUES ('optimize');
INSERT INTO note_search (note_search) VALUES ('optimize');
`;
