export const calendarDay = `
CREATE TABLE calendarDay (id TEXT PRIMARY KEY, version INTEGER NOT NULL, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, voidedAt TEXT, voidReason TEXT,
  date TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, source TEXT) STRICT;
CREATE UNIQUE INDEX calendarDay_date ON calendarDay (date) WHERE voidedAt IS NULL;
`
