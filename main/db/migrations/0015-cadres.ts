/** Cadres: what the 任免审批表 asks, posts and who holds them, pools, postings, 能下, personal files checked. Frozen once landed. */
const life = 'id TEXT PRIMARY KEY, version INTEGER NOT NULL, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, voidedAt TEXT, voidReason TEXT'

export const cadres = `
CREATE TABLE cadre (${life},
  personId TEXT NOT NULL REFERENCES person (id), unit TEXT, currentPost TEXT, level TEXT, postSince TEXT, levelSince TEXT, rank TEXT, rankSince TEXT,
  identity TEXT, managedBy TEXT, number INTEGER, birthPlace TEXT, startedWork TEXT, parties TEXT, health TEXT, professionalTitle TEXT,
  expertise TEXT, major TEXT, fullTimeEducation TEXT, fullTimeDegree TEXT, fullTimeSchool TEXT, fullTimeDegreeSchool TEXT, inServiceEducation TEXT,
  inServiceDegree TEXT, inServiceSchool TEXT, inServiceDegreeSchool TEXT, gradesText TEXT, ageLimit INTEGER, retiresOn TEXT, leftOn TEXT,
  leftReason TEXT, photo TEXT, remark TEXT) STRICT;
CREATE TABLE post (${life},
  unit TEXT NOT NULL, title TEXT NOT NULL, organizationId TEXT REFERENCES organization (id), level TEXT, kind TEXT NOT NULL,
  headcount INTEGER NOT NULL, termYears INTEGER, probation INTEGER, number INTEGER, abolishedOn TEXT, remark TEXT) STRICT;
CREATE TABLE postHolding (${life},
  personId TEXT NOT NULL REFERENCES person (id), title TEXT NOT NULL, postId TEXT REFERENCES post (id), unit TEXT, concurrent INTEGER, method TEXT,
  startsOn TEXT NOT NULL, noticeOn TEXT, document TEXT, probationUntil TEXT, confirmedOn TEXT, termUntil TEXT, endsOn TEXT, endDocument TEXT,
  endReason TEXT, remark TEXT) STRICT;
CREATE TABLE talentPool (${life},
  personId TEXT NOT NULL REFERENCES person (id), kind TEXT NOT NULL, direction TEXT, enteredOn TEXT NOT NULL, reason TEXT, recommendedBy TEXT,
  training TEXT, leftOn TEXT, leftReason TEXT, remark TEXT) STRICT;
CREATE TABLE posting (${life},
  personId TEXT NOT NULL REFERENCES person (id), kind TEXT NOT NULL, place TEXT NOT NULL, post TEXT, startsOn TEXT NOT NULL, dueOn TEXT, endsOn TEXT,
  document TEXT, appraisal TEXT, grade TEXT, remark TEXT) STRICT;
CREATE TABLE stepDown (${life},
  personId TEXT NOT NULL REFERENCES person (id), formerPost TEXT NOT NULL, kind TEXT NOT NULL, cause TEXT NOT NULL, reason TEXT NOT NULL,
  decidedOn TEXT NOT NULL, decidedBy TEXT, document TEXT, newPost TEXT, until TEXT, review TEXT, remark TEXT) STRICT;
CREATE TABLE archiveCheck (${life},
  personId TEXT NOT NULL REFERENCES person (id), occasion TEXT NOT NULL, checkedOn TEXT NOT NULL, checkedBy TEXT, secondBy TEXT, missing TEXT,
  conclusion TEXT, settledOn TEXT, scan TEXT, remark TEXT) STRICT;
CREATE TABLE resumePeriod (
  cadreId TEXT NOT NULL REFERENCES cadre (id), number INTEGER NOT NULL, since TEXT, until TEXT, content TEXT NOT NULL,
  PRIMARY KEY (cadreId, number)) STRICT, WITHOUT ROWID;
CREATE TABLE familyMember (
  cadreId TEXT NOT NULL REFERENCES cadre (id), number INTEGER NOT NULL, relation TEXT NOT NULL, name TEXT NOT NULL, born TEXT, politics TEXT,
  work TEXT,
  PRIMARY KEY (cadreId, number)) STRICT, WITHOUT ROWID;
CREATE TABLE yearGrade (
  cadreId TEXT NOT NULL REFERENCES cadre (id), year INTEGER NOT NULL, grade TEXT NOT NULL, remark TEXT,
  PRIMARY KEY (cadreId, year)) STRICT, WITHOUT ROWID;
CREATE TABLE reward (
  cadreId TEXT NOT NULL REFERENCES cadre (id), number INTEGER NOT NULL, kind TEXT NOT NULL, given TEXT, content TEXT NOT NULL,
  PRIMARY KEY (cadreId, number)) STRICT, WITHOUT ROWID;
CREATE TABLE archiveItem (
  archiveCheckId TEXT NOT NULL REFERENCES archiveCheck (id), item TEXT NOT NULL, archive TEXT, sheet TEXT, agrees INTEGER, basis TEXT,
  PRIMARY KEY (archiveCheckId, item)) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX cadre_personId ON cadre (personId) WHERE voidedAt IS NULL;
CREATE UNIQUE INDEX post_title ON post (title) WHERE voidedAt IS NULL;
CREATE INDEX post_organization ON post (organizationId) WHERE organizationId IS NOT NULL;
CREATE INDEX postHolding_person ON postHolding (personId, startsOn);
CREATE INDEX postHolding_post ON postHolding (postId) WHERE postId IS NOT NULL;
CREATE INDEX talentPool_person ON talentPool (personId, enteredOn);
CREATE INDEX posting_person ON posting (personId, startsOn);
CREATE INDEX stepDown_person ON stepDown (personId, decidedOn);
CREATE INDEX archiveCheck_person ON archiveCheck (personId, checkedOn);
`
