/** What the forms of 发展党员 ask for: whom a case is about, whose word stands in which box, relatives and the letters about them. Frozen once landed. */
const life = 'id TEXT PRIMARY KEY, version INTEGER NOT NULL, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, voidedAt TEXT, voidReason TEXT'

export const developmentForms = `
ALTER TABLE procedureCase ADD COLUMN workingSince TEXT;
ALTER TABLE procedureCase ADD COLUMN leagueOn TEXT;
ALTER TABLE procedureCase ADD COLUMN resume TEXT;
ALTER TABLE procedureCase ADD COLUMN rewards TEXT;

ALTER TABLE caseStep ADD COLUMN phone TEXT;
ALTER TABLE caseStep ADD COLUMN ownOpinion TEXT;
ALTER TABLE caseStep ADD COLUMN sponsorOpinion TEXT;
ALTER TABLE caseStep ADD COLUMN groupOpinion TEXT;
ALTER TABLE caseStep ADD COLUMN branchOpinion TEXT;

CREATE TABLE caseRelative (${life},
  caseId TEXT NOT NULL REFERENCES procedureCase (id), circle TEXT NOT NULL, relation TEXT NOT NULL, name TEXT NOT NULL, bornOn TEXT, politics TEXT,
  workPost TEXT, askedOf TEXT, letter TEXT, sentOn TEXT, answeredOn TEXT, finding TEXT) STRICT;
CREATE INDEX caseRelative_case ON caseRelative (caseId) WHERE voidedAt IS NULL;
`
