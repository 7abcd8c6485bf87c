/** Rounds, ballots with their lists, counts with what was counted, what committees decided, schemes of points. Frozen once landed. */
const life = 'id TEXT PRIMARY KEY, version INTEGER NOT NULL, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, voidedAt TEXT, voidReason TEXT'

export const ballots = `
CREATE TABLE scheme (${life},
  name TEXT NOT NULL, year INTEGER NOT NULL, target TEXT NOT NULL, excellentFrom REAL, qualifiedFrom REAL, basicFrom REAL, trimmed INTEGER NOT NULL,
  approvedOn TEXT, source TEXT, remark TEXT) STRICT;
CREATE INDEX scheme_year ON scheme (year);
CREATE TABLE schemeItem (
  schemeId TEXT NOT NULL REFERENCES scheme (id), number INTEGER NOT NULL, area TEXT NOT NULL, name TEXT NOT NULL, points REAL NOT NULL, rule TEXT, evidence TEXT,
  PRIMARY KEY (schemeId, number)) STRICT, WITHOUT ROWID;
CREATE TABLE schemeGroup (
  schemeId TEXT NOT NULL REFERENCES scheme (id), code TEXT NOT NULL, label TEXT NOT NULL, weight REAL NOT NULL, minimum REAL,
  PRIMARY KEY (schemeId, code)) STRICT, WITHOUT ROWID;
CREATE TABLE schemeVeto (
  schemeId TEXT NOT NULL REFERENCES scheme (id), number INTEGER NOT NULL, matter TEXT NOT NULL,
  PRIMARY KEY (schemeId, number)) STRICT, WITHOUT ROWID;

CREATE TABLE ballotRound (${life},
  name TEXT NOT NULL, kind TEXT NOT NULL, year INTEGER NOT NULL, startsOn TEXT, endsOn TEXT, schemeId TEXT REFERENCES scheme (id), remark TEXT) STRICT;
CREATE INDEX ballotRound_year ON ballotRound (year, kind);

CREATE TABLE ballot (${life},
  name TEXT NOT NULL, kind TEXT NOT NULL, organizationId TEXT NOT NULL REFERENCES organization (id), year INTEGER NOT NULL,
  roundId TEXT REFERENCES ballotRound (id), schemeId TEXT REFERENCES scheme (id), heldOn TEXT, place TEXT, chair TEXT,
  eligible INTEGER, present INTEGER, fullMembers INTEGER, places INTEGER, remark TEXT) STRICT;
CREATE INDEX ballot_year ON ballot (year, kind, organizationId);
CREATE INDEX ballot_round ON ballot (roundId) WHERE roundId IS NOT NULL;
CREATE TABLE ballotRow (
  ballotId TEXT NOT NULL REFERENCES ballot (id), number INTEGER NOT NULL, personId TEXT REFERENCES person (id),
  organizationId TEXT REFERENCES organization (id), name TEXT NOT NULL, post TEXT, section TEXT, places INTEGER, part TEXT NOT NULL, reason TEXT,
  written INTEGER NOT NULL, PRIMARY KEY (ballotId, number)) STRICT, WITHOUT ROWID;
CREATE INDEX ballotRow_person ON ballotRow (personId) WHERE personId IS NOT NULL;
CREATE TABLE ballotGroup (
  ballotId TEXT NOT NULL REFERENCES ballot (id), code TEXT NOT NULL, label TEXT NOT NULL, weight REAL NOT NULL, eligible INTEGER,
  PRIMARY KEY (ballotId, code)) STRICT, WITHOUT ROWID;

CREATE TABLE ballotCount (${life},
  ballotId TEXT NOT NULL REFERENCES ballot (id), number INTEGER NOT NULL, way TEXT NOT NULL, firstTeller TEXT, secondTeller TEXT, scrutineer TEXT,
  closedOn TEXT, reason TEXT) STRICT;
CREATE UNIQUE INDEX ballotCount_ballot ON ballotCount (ballotId, number) WHERE voidedAt IS NULL;
CREATE TABLE ballotReturn (
  ballotCountId TEXT NOT NULL REFERENCES ballotCount (id), groupCode TEXT NOT NULL, issued INTEGER, returned INTEGER, valid INTEGER, invalid INTEGER,
  PRIMARY KEY (ballotCountId, groupCode)) STRICT, WITHOUT ROWID;
CREATE TABLE ballotTally (
  ballotCountId TEXT NOT NULL REFERENCES ballotCount (id), groupCode TEXT NOT NULL, row INTEGER NOT NULL, item TEXT NOT NULL, option TEXT NOT NULL,
  votes INTEGER NOT NULL, points REAL, PRIMARY KEY (ballotCountId, groupCode, row, item, option)) STRICT, WITHOUT ROWID;
CREATE TABLE ballotPaper (
  ballotCountId TEXT NOT NULL REFERENCES ballotCount (id), groupCode TEXT NOT NULL, entry INTEGER NOT NULL, number INTEGER NOT NULL, marks TEXT NOT NULL,
  invalid INTEGER NOT NULL, PRIMARY KEY (ballotCountId, groupCode, entry, number)) STRICT, WITHOUT ROWID;

CREATE TABLE gradeDecision (${life},
  ballotId TEXT NOT NULL REFERENCES ballot (id), row INTEGER NOT NULL, personId TEXT REFERENCES person (id),
  organizationId TEXT REFERENCES organization (id), year INTEGER NOT NULL, grade TEXT NOT NULL, decidedOn TEXT NOT NULL, reason TEXT, advice TEXT,
  selfNote TEXT, mutualNote TEXT, toldOn TEXT, superiorOpinion TEXT) STRICT;
CREATE UNIQUE INDEX gradeDecision_row ON gradeDecision (ballotId, row) WHERE voidedAt IS NULL;
CREATE INDEX gradeDecision_person ON gradeDecision (personId, year) WHERE personId IS NOT NULL;

CREATE TABLE scoreAdjustment (${life},
  personId TEXT REFERENCES person (id), organizationId TEXT REFERENCES organization (id), schemeId TEXT REFERENCES scheme (id), happenedOn TEXT NOT NULL,
  kind TEXT NOT NULL, points REAL, reason TEXT NOT NULL, basis TEXT, evidence TEXT, remark TEXT) STRICT;
CREATE INDEX scoreAdjustment_person ON scoreAdjustment (personId, happenedOn);
CREATE INDEX scoreAdjustment_organization ON scoreAdjustment (organizationId, happenedOn);

CREATE TABLE appraisalFollowUp (${life},
  personId TEXT NOT NULL REFERENCES person (id), ballotId TEXT REFERENCES ballot (id), grade TEXT NOT NULL, kind TEXT NOT NULL, startsOn TEXT NOT NULL,
  dueOn TEXT, helperId TEXT REFERENCES person (id), content TEXT, progress TEXT, recheckOn TEXT, result TEXT, doneOn TEXT, remark TEXT) STRICT;
CREATE INDEX appraisalFollowUp_person ON appraisalFollowUp (personId, startsOn);
`
