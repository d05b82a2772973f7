/** An import is undone a few customers at a time: what it changed is forgotten as that goes on. Of those undone before, all is. */
export const undoneImports = `
DELETE FROM contact_import_changes WHERE import_id IN (SELECT id FROM contact_imports WHERE undone_at IS NOT NULL);
`;
