/** 暂缓提醒: what is due and is not shown until a day. */
export const snooze = `
CREATE TABLE snooze (id TEXT PRIMARY KEY, version INTEGER NOT NULL, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, voidedAt TEXT, voidReason TEXT,
  item TEXT NOT NULL, title TEXT NOT NULL, organizationId TEXT REFERENCES organization (id), until TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
CREATE INDEX snooze_until ON snooze (until) WHERE voidedAt IS NULL;
CREATE INDEX snooze_organization ON snooze (organizationId);
`
