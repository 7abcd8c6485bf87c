/** What a person was before a step made something else of him; 责任追究. Frozen once landed. */
export const developmentFollowUps = `
ALTER TABLE caseStep ADD COLUMN categoryBefore TEXT;

CREATE TABLE accountability (id TEXT PRIMARY KEY, version INTEGER NOT NULL, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, voidedAt TEXT, voidReason TEXT,
  caseId TEXT REFERENCES procedureCase (id), organizationId TEXT REFERENCES organization (id), liable TEXT NOT NULL, link TEXT NOT NULL,
  problem TEXT NOT NULL, handling TEXT NOT NULL, basis TEXT, decidedOn TEXT NOT NULL, scan TEXT, remark TEXT) STRICT;
CREATE INDEX accountability_case ON accountability (caseId);
`
