/** The first schema. Frozen once landed: it never imports the record registry. */
const life = 'id TEXT PRIMARY KEY, version INTEGER NOT NULL, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, voidedAt TEXT, voidReason TEXT'

export const base = `
CREATE TABLE office (id INTEGER PRIMARY KEY CHECK (id = 1), name TEXT NOT NULL, preset TEXT NOT NULL, createdAt TEXT NOT NULL) STRICT;

CREATE TABLE user (${life}, name TEXT NOT NULL, role TEXT NOT NULL, disabled INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX user_name ON user (name) WHERE voidedAt IS NULL;

CREATE TABLE parameter (${life}, key TEXT NOT NULL, value REAL NOT NULL, startsOn TEXT NOT NULL, clause TEXT, basis TEXT NOT NULL, remark TEXT) STRICT;
CREATE UNIQUE INDEX parameter_key ON parameter (key, startsOn) WHERE voidedAt IS NULL;

CREATE TABLE organization (${life},
  name TEXT NOT NULL, kind TEXT NOT NULL, parentId TEXT REFERENCES organization (id), parentName TEXT, code TEXT, unitKind TEXT,
  foundedOn TEXT, electedOn TEXT, termYears INTEGER, contact TEXT, phone TEXT, closedOn TEXT, remark TEXT,
  pinyin TEXT NOT NULL, initials TEXT NOT NULL, nameOrder TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX organization_name ON organization (name, ifnull(parentId, ''), ifnull(parentName, '')) WHERE voidedAt IS NULL;
CREATE INDEX organization_parent ON organization (parentId);

CREATE TABLE person (${life},
  name TEXT NOT NULL, idNumber TEXT NOT NULL, sex TEXT, bornOn TEXT, nation TEXT, nativePlace TEXT, education TEXT, degree TEXT,
  organizationId TEXT REFERENCES organization (id), category TEXT NOT NULL, membershipState TEXT, joinedOn TEXT, fullMemberOn TEXT, partyPost TEXT,
  workPost TEXT, leader INTEGER NOT NULL, leaderLevel TEXT, phone TEXT, address TEXT, mobility TEXT, mobilityOn TEXT, mobilityPlace TEXT,
  exemptReason TEXT, remark TEXT, pinyin TEXT NOT NULL, initials TEXT NOT NULL, nameOrder TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX person_idNumber ON person (idNumber) WHERE voidedAt IS NULL;
CREATE INDEX person_organization ON person (organizationId);
CREATE INDEX person_name ON person (name);

CREATE TABLE transfer (${life},
  personId TEXT NOT NULL REFERENCES person (id), fromId TEXT REFERENCES organization (id), toId TEXT NOT NULL REFERENCES organization (id),
  movedOn TEXT NOT NULL, reason TEXT) STRICT;
CREATE INDEX transfer_person ON transfer (personId, movedOn);

CREATE TABLE appointment (${life},
  personId TEXT NOT NULL REFERENCES person (id), organizationId TEXT REFERENCES organization (id), post TEXT NOT NULL,
  startsOn TEXT NOT NULL, endsOn TEXT, document TEXT) STRICT;
CREATE INDEX appointment_person ON appointment (personId, startsOn);

CREATE TABLE exemption (${life},
  personId TEXT NOT NULL REFERENCES person (id), quota TEXT NOT NULL, reason TEXT NOT NULL, startsOn TEXT NOT NULL, endsOn TEXT, basis TEXT) STRICT;
CREATE INDEX exemption_person ON exemption (personId, startsOn);

CREATE TABLE activity (${life},
  name TEXT NOT NULL, kind TEXT NOT NULL, organizationId TEXT REFERENCES organization (id), organizer TEXT, place TEXT,
  startsOn TEXT NOT NULL, endsOn TEXT NOT NULL, hours REAL NOT NULL, counts INTEGER NOT NULL, lecturer TEXT, remark TEXT) STRICT;
CREATE INDEX activity_starts ON activity (startsOn, endsOn);
CREATE INDEX activity_organization ON activity (organizationId);

CREATE TABLE attendance (
  activityId TEXT NOT NULL REFERENCES activity (id), personId TEXT NOT NULL REFERENCES person (id), state TEXT NOT NULL, hours REAL NOT NULL,
  PRIMARY KEY (activityId, personId)) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_person ON attendance (personId);

CREATE TABLE tally (
  tally TEXT NOT NULL, year INTEGER NOT NULL, personId TEXT NOT NULL, hours REAL NOT NULL DEFAULT 0,
  m01 REAL NOT NULL DEFAULT 0, m02 REAL NOT NULL DEFAULT 0, m03 REAL NOT NULL DEFAULT 0, m04 REAL NOT NULL DEFAULT 0,
  m05 REAL NOT NULL DEFAULT 0, m06 REAL NOT NULL DEFAULT 0, m07 REAL NOT NULL DEFAULT 0, m08 REAL NOT NULL DEFAULT 0,
  m09 REAL NOT NULL DEFAULT 0, m10 REAL NOT NULL DEFAULT 0, m11 REAL NOT NULL DEFAULT 0, m12 REAL NOT NULL DEFAULT 0,
  PRIMARY KEY (tally, year, personId)) STRICT, WITHOUT ROWID;

CREATE TABLE attachmentFile (id TEXT PRIMARY KEY, name TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL, bytes BLOB NOT NULL, createdAt TEXT NOT NULL) STRICT;

CREATE TABLE memory (actor TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (actor, key)) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, recordType TEXT NOT NULL, recordId TEXT NOT NULL,
  "before" TEXT, "after" TEXT, machine TEXT NOT NULL, chain TEXT NOT NULL) STRICT;
CREATE INDEX audit_record ON audit (recordType, recordId);
CREATE TRIGGER audit_is_append_only BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
`
