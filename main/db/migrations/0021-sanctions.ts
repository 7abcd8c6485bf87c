/** 处分和组织处理. Frozen once landed. */
export const sanctions = `
CREATE TABLE sanction (id TEXT PRIMARY KEY, version INTEGER NOT NULL, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, voidedAt TEXT, voidReason TEXT,
  personId TEXT NOT NULL REFERENCES person (id), kind TEXT NOT NULL, family TEXT, approvedOn TEXT NOT NULL, effectiveOn TEXT, probationYears INTEGER,
  restoredOn TEXT, approvedBy TEXT, document TEXT, formerPost TEXT, facts TEXT, statedUntil TEXT, lasting INTEGER, revision TEXT, revisedOn TEXT,
  revisedTo TEXT, revisionDocument TEXT, scan TEXT, remark TEXT) STRICT;
CREATE INDEX sanction_person ON sanction (personId, approvedOn);
`
