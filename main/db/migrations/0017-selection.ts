/** Selection dossiers: what they are about, who is considered, the checks before an appointment, talks, what was said against it. Frozen once landed. */
const life = 'id TEXT PRIMARY KEY, version INTEGER NOT NULL, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, voidedAt TEXT, voidReason TEXT'

export const selections = `
CREATE TABLE selection (${life},
  caseId TEXT NOT NULL REFERENCES procedureCase (id), kind TEXT NOT NULL, places INTEGER NOT NULL, rank TEXT, dual INTEGER, probation INTEGER,
  vacancy TEXT, remark TEXT) STRICT;
CREATE UNIQUE INDEX selection_caseId ON selection (caseId) WHERE voidedAt IS NULL;
CREATE TABLE candidate (${life},
  caseId TEXT NOT NULL REFERENCES procedureCase (id), personId TEXT NOT NULL REFERENCES person (id), ordinal INTEGER NOT NULL, stage TEXT NOT NULL,
  currentPost TEXT, proposedPost TEXT NOT NULL, removedPost TEXT, postId TEXT REFERENCES post (id), reason TEXT, exception TEXT, assessment TEXT,
  assessors TEXT, assessedOn TEXT, outcome TEXT, probationFrom TEXT, appointedOn TEXT) STRICT;
CREATE INDEX candidate_case ON candidate (caseId) WHERE voidedAt IS NULL;
CREATE INDEX candidate_person ON candidate (personId) WHERE voidedAt IS NULL;
CREATE TABLE candidateCheck (${life},
  candidateId TEXT NOT NULL REFERENCES candidate (id), matter TEXT NOT NULL, askedOn TEXT, answeredOn TEXT, answeredBy TEXT, number TEXT, conclusion TEXT,
  opinion TEXT, signedBy TEXT, file TEXT) STRICT;
CREATE INDEX candidateCheck_candidate ON candidateCheck (candidateId) WHERE voidedAt IS NULL;
CREATE TABLE selectionTalk (${life},
  caseId TEXT NOT NULL REFERENCES procedureCase (id), candidateId TEXT REFERENCES candidate (id), purpose TEXT NOT NULL, talkedOn TEXT NOT NULL, place TEXT,
  interviewee TEXT NOT NULL, intervieweePost TEXT, interviewers TEXT NOT NULL, recorder TEXT, content TEXT, file TEXT) STRICT;
CREATE INDEX selectionTalk_case ON selectionTalk (caseId) WHERE voidedAt IS NULL;
CREATE TABLE noticeObjection (${life},
  caseId TEXT NOT NULL REFERENCES procedureCase (id), candidateId TEXT NOT NULL REFERENCES candidate (id), receivedOn TEXT NOT NULL, signed INTEGER,
  content TEXT NOT NULL, checkedBy TEXT, settledOn TEXT, conclusion TEXT, finding TEXT) STRICT;
CREATE INDEX noticeObjection_case ON noticeObjection (caseId) WHERE voidedAt IS NULL;
ALTER TABLE caseStep ADD COLUMN attended TEXT;
ALTER TABLE caseMaterial ADD COLUMN candidateId TEXT REFERENCES candidate (id);
`
