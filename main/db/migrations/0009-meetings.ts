/** What a meeting has that a class has not: chair, recorder, agenda, minutes, why someone was away, resolutions with votes. */
export const meetings = `
ALTER TABLE activity ADD COLUMN lecturerId TEXT REFERENCES person (id);
ALTER TABLE activity ADD COLUMN chair TEXT;
ALTER TABLE activity ADD COLUMN recorder TEXT;
ALTER TABLE activity ADD COLUMN guests TEXT;
ALTER TABLE activity ADD COLUMN agenda TEXT;
ALTER TABLE activity ADD COLUMN content TEXT;
ALTER TABLE activity ADD COLUMN minutes TEXT;
ALTER TABLE activity ADD COLUMN photo TEXT;
CREATE INDEX activity_kind ON activity (kind, organizationId, startsOn) WHERE voidedAt IS NULL;
CREATE INDEX activity_lecturer ON activity (lecturerId, startsOn) WHERE lecturerId IS NOT NULL;

ALTER TABLE attendance ADD COLUMN reason TEXT;

CREATE TABLE resolution (
  activityId TEXT NOT NULL REFERENCES activity (id), number INTEGER NOT NULL, item TEXT NOT NULL, decision TEXT, method TEXT,
  voters INTEGER, present INTEGER, agree INTEGER, against INTEGER, abstain INTEGER, conclusion TEXT,
  PRIMARY KEY (activityId, number)) STRICT, WITHOUT ROWID;
`
