/**
 * Totals of any quota, by person or organization; quotas an office declares itself; organizations that a quota does not bind
 * for a time; and the day on which someone's 党籍 ended or was suspended.
 */
export const quotas = `
ALTER TABLE person ADD COLUMN membershipOn TEXT;
ALTER TABLE tally RENAME COLUMN personId TO subjectId;
ALTER TABLE tally RENAME COLUMN hours TO amount;
CREATE TABLE ownQuota (id TEXT PRIMARY KEY, version INTEGER NOT NULL, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, voidedAt TEXT, voidReason TEXT,
  label TEXT NOT NULL, unit TEXT NOT NULL, subjects TEXT NOT NULL, period TEXT NOT NULL, source TEXT NOT NULL, subjectField TEXT NOT NULL, dateField TEXT NOT NULL,
  amountField TEXT, conditionField TEXT, conditionValues TEXT, target REAL NOT NULL, startsOn TEXT NOT NULL, clause TEXT NOT NULL, warnDays INTEGER, remark TEXT) STRICT;
CREATE UNIQUE INDEX ownQuota_label ON ownQuota (label) WHERE voidedAt IS NULL;
CREATE TABLE bodyExemption (id TEXT PRIMARY KEY, version INTEGER NOT NULL, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, voidedAt TEXT, voidReason TEXT,
  organizationId TEXT NOT NULL REFERENCES organization (id), quota TEXT NOT NULL, reason TEXT NOT NULL, startsOn TEXT NOT NULL, endsOn TEXT, basis TEXT) STRICT;
CREATE INDEX bodyExemption_organization ON bodyExemption (organizationId, quota);
`
