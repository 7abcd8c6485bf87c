/** Cases that go through a procedure: their steps, materials and diary, and what an office adds to a procedure. Frozen once landed. */
const life = 'id TEXT PRIMARY KEY, version INTEGER NOT NULL, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, voidedAt TEXT, voidReason TEXT'

export const procedures = `
CREATE TABLE procedureCase (${life},
  procedure TEXT NOT NULL, name TEXT NOT NULL, personId TEXT REFERENCES person (id), organizationId TEXT NOT NULL REFERENCES organization (id),
  openedOn TEXT NOT NULL, owner TEXT, closedOn TEXT, outcome TEXT, remark TEXT) STRICT;
CREATE INDEX procedureCase_open ON procedureCase (procedure, organizationId) WHERE voidedAt IS NULL AND closedOn IS NULL;
CREATE INDEX procedureCase_person ON procedureCase (personId) WHERE personId IS NOT NULL;
CREATE TABLE caseStep (${life},
  caseId TEXT NOT NULL REFERENCES procedureCase (id), step TEXT NOT NULL, turn INTEGER NOT NULL, startedOn TEXT, doneOn TEXT, result TEXT, people TEXT,
  number TEXT, place TEXT, hours REAL, eligible INTEGER, present INTEGER, agree INTEGER, against INTEGER, abstain INTEGER,
  ballotId TEXT REFERENCES ballot (id), extension TEXT, extendedTo TEXT, opinion TEXT) STRICT;
CREATE INDEX caseStep_case ON caseStep (caseId, step) WHERE voidedAt IS NULL;
CREATE TABLE caseMaterial (${life},
  caseId TEXT NOT NULL REFERENCES procedureCase (id), step TEXT NOT NULL, material TEXT, name TEXT NOT NULL, madeOn TEXT, pages INTEGER, file TEXT,
  remark TEXT) STRICT;
CREATE INDEX caseMaterial_case ON caseMaterial (caseId, step) WHERE voidedAt IS NULL;
CREATE TABLE caseNote (${life},
  caseId TEXT NOT NULL REFERENCES procedureCase (id), notedOn TEXT NOT NULL, content TEXT NOT NULL) STRICT;
CREATE INDEX caseNote_case ON caseNote (caseId, notedOn) WHERE voidedAt IS NULL;
CREATE TABLE localRequirement (${life},
  procedure TEXT NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL, afterStep TEXT NOT NULL, withinDays INTEGER, workingDays INTEGER, clause TEXT NOT NULL,
  startsOn TEXT NOT NULL, remark TEXT) STRICT;
`
