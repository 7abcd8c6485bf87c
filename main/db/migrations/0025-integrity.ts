/** 廉政档案年度更新 and 廉政档案查阅. Frozen once landed. */
const life = 'id TEXT PRIMARY KEY, version INTEGER NOT NULL, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, voidedAt TEXT, voidReason TEXT'

export const integrity = `
CREATE TABLE integrityReview (${life},
  personId TEXT NOT NULL REFERENCES person (id), year INTEGER NOT NULL, reviewedOn TEXT NOT NULL, reviewedBy TEXT NOT NULL, changes TEXT, remark TEXT) STRICT;
CREATE INDEX integrityReview_person ON integrityReview (personId, year);

CREATE TABLE integrityAccess (${life},
  personId TEXT NOT NULL REFERENCES person (id), askedOn TEXT NOT NULL, askedBy TEXT NOT NULL, unit TEXT, purpose TEXT NOT NULL, way TEXT NOT NULL,
  approvedBy TEXT, approvedOn TEXT, usedOn TEXT, returnBy TEXT, returnedOn TEXT, file TEXT, remark TEXT) STRICT;
CREATE INDEX integrityAccess_person ON integrityAccess (personId, askedOn);
`
