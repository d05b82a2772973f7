/** Columns are called what the code calls them: whose conversation is no customer's, and which text resolves one. */
export const plainColumnNames = `
ALTER TABLE conversations RENAME COLUMN drawer TO is_system;
ALTER TABLE messages RENAME COLUMN settles TO resolves_conversation;
`;
