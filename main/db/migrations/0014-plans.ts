/** Numbers to admit by organization, people sought out before they apply, organizations that lag; and who works on the front line. Frozen once landed. */
const life = 'id TEXT PRIMARY KEY, version INTEGER NOT NULL, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, voidedAt TEXT, voidReason TEXT'

export const plans = `
CREATE TABLE admissionNumber (${life},
  organizationId TEXT REFERENCES organization (id), span TEXT NOT NULL, year INTEGER NOT NULL, planned INTEGER NOT NULL, pool INTEGER,
  measuredIn TEXT, young REAL, women REAL, college REAL, frontline REAL, planId TEXT REFERENCES studyPlan (id), document TEXT, issuedOn TEXT,
  remark TEXT) STRICT;
CREATE INDEX admissionNumber_year ON admissionNumber (year, organizationId) WHERE voidedAt IS NULL;
CREATE TABLE prospect (${life},
  name TEXT NOT NULL, kind TEXT NOT NULL, sex TEXT, bornOn TEXT, education TEXT, workPost TEXT, organizationId TEXT NOT NULL REFERENCES organization (id),
  foundOn TEXT NOT NULL, contact TEXT, situation TEXT, phone TEXT, appliedOn TEXT, endedOn TEXT, endReason TEXT, remark TEXT) STRICT;
CREATE INDEX prospect_open ON prospect (organizationId) WHERE voidedAt IS NULL AND appliedOn IS NULL AND endedOn IS NULL;
CREATE TABLE keyManagement (${life},
  organizationId TEXT NOT NULL REFERENCES organization (id), month TEXT NOT NULL, reason TEXT NOT NULL, measures TEXT, responsible TEXT, dueOn TEXT,
  liftedOn TEXT, result TEXT, remark TEXT) STRICT;
CREATE INDEX keyManagement_month ON keyManagement (month, organizationId) WHERE voidedAt IS NULL;
ALTER TABLE person ADD COLUMN frontline TEXT;
`
