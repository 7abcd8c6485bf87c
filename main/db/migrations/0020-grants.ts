/**
 * 经办范围和监督资料: the modules and the part of the organization that a user works in, none says all of it; the classes of 监督资料 that he is granted;
 * who he is and whom he is related to, by ID number; and which class a kept file belongs to. Frozen once landed.
 */
export const grants = `
ALTER TABLE user ADD COLUMN modules TEXT;
ALTER TABLE user ADD COLUMN scopeId TEXT REFERENCES organization (id);
ALTER TABLE user ADD COLUMN grants TEXT;

CREATE TABLE userTie (
  userId TEXT NOT NULL REFERENCES user (id), relation TEXT NOT NULL, name TEXT NOT NULL, idNumber TEXT NOT NULL,
  PRIMARY KEY (userId, idNumber)) STRICT, WITHOUT ROWID;

ALTER TABLE attachmentFile ADD COLUMN secret TEXT;
`
