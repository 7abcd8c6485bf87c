export const studyNote = `
CREATE TABLE studyNote (id TEXT PRIMARY KEY, version INTEGER NOT NULL, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, voidedAt TEXT, voidReason TEXT,
  personId TEXT NOT NULL REFERENCES person (id), checkedOn TEXT NOT NULL, characters INTEGER NOT NULL, grade TEXT, checkedBy TEXT, scan TEXT, remark TEXT) STRICT;
CREATE INDEX studyNote_person ON studyNote (personId, checkedOn);
`
