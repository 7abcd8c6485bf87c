/** Registers of supervision: 提醒函询诫勉, 个人有关事项, 信访举报, 监督发现问题, 重大事项请示报告; 述责述廉 and 民主生活会 beside what was kept already. Frozen once landed. */
const life = 'id TEXT PRIMARY KEY, version INTEGER NOT NULL, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, voidedAt TEXT, voidReason TEXT'

export const supervision = `
CREATE TABLE admonition (${life},
  personId TEXT NOT NULL REFERENCES person (id), kind TEXT NOT NULL, way TEXT, postThen TEXT, level TEXT, category TEXT NOT NULL, problem TEXT NOT NULL,
  channel TEXT, reviewedBy TEXT, approvedBy TEXT, approvedOn TEXT, reportedOn TEXT, number TEXT, executedOn TEXT NOT NULL, time TEXT, place TEXT,
  talkers TEXT, talkerPost TEXT, recorder TEXT, recorderPost TEXT, content TEXT, talkId TEXT REFERENCES talk (id), deliveredOn TEXT, replyBy TEXT,
  repliedOn TEXT, reply TEXT, replyState TEXT, earlierId TEXT REFERENCES admonition (id), selfCriticismOn TEXT, reportOn TEXT, barUntil TEXT,
  outcome TEXT, closedOn TEXT, file TEXT, remark TEXT) STRICT;
CREATE INDEX admonition_person ON admonition (personId, executedOn);

CREATE TABLE personalReport (${life},
  personId TEXT NOT NULL REFERENCES person (id), kind TEXT NOT NULL, year INTEGER NOT NULL, eventOn TEXT, formTakenOn TEXT, submittedOn TEXT,
  coverOn TEXT, receivedBy TEXT, returnedOn TEXT, resubmittedOn TEXT, lateReason TEXT, remark TEXT) STRICT;
CREATE INDEX personalReport_person ON personalReport (personId, year);

CREATE TABLE reportCheck (${life},
  personId TEXT NOT NULL REFERENCES person (id), kind TEXT NOT NULL, askedOn TEXT NOT NULL, comparedOn TEXT, statedOn TEXT, finding TEXT,
  omissions TEXT, concealments TEXT, basis TEXT, decidedOn TEXT, handling TEXT, handledOn TEXT, barUntil TEXT, remark TEXT) STRICT;
CREATE INDEX reportCheck_person ON reportCheck (personId, askedOn);

CREATE TABLE petition (${life},
  number TEXT NOT NULL, receivedOn TEXT NOT NULL, source TEXT NOT NULL, nature TEXT NOT NULL, named INTEGER NOT NULL, petitioner TEXT, contact TEXT,
  subjectName TEXT NOT NULL, personId TEXT REFERENCES person (id), subjectPost TEXT, category TEXT NOT NULL, content TEXT NOT NULL,
  repeatOfId TEXT REFERENCES petition (id), secrecy TEXT, instruction TEXT, instructedBy TEXT, instructedOn TEXT, handling TEXT, handler TEXT,
  forwardedTo TEXT, forwardedOn TEXT, acceptedOn TEXT, noticeOn TEXT, dueOn TEXT, extendedTo TEXT, closedOn TEXT, finding TEXT, result TEXT,
  feedbackOn TEXT, objection TEXT, reviewAskedOn TEXT, reviewedOn TEXT, file TEXT, remark TEXT) STRICT;
CREATE UNIQUE INDEX petition_number ON petition (number) WHERE voidedAt IS NULL;
CREATE INDEX petition_person ON petition (personId, receivedOn);

CREATE TABLE oversightMatter (${life},
  organizationId TEXT REFERENCES organization (id), personId TEXT REFERENCES person (id), method TEXT NOT NULL, side TEXT, body TEXT, direction TEXT,
  foundOn TEXT NOT NULL, document TEXT, category TEXT NOT NULL, problem TEXT NOT NULL, measure TEXT, responsible TEXT, dueOn TEXT, doneOn TEXT,
  result TEXT, verifiedOn TEXT, verifiedBy TEXT, verification TEXT, file TEXT, remark TEXT) STRICT;
CREATE INDEX oversightMatter_organization ON oversightMatter (organizationId, foundOn);
CREATE INDEX oversightMatter_person ON oversightMatter (personId, foundOn);

CREATE TABLE matterReport (${life},
  kind TEXT NOT NULL, organizationId TEXT REFERENCES organization (id), personId TEXT REFERENCES person (id), submittedOn TEXT NOT NULL,
  subject TEXT NOT NULL, content TEXT, submittedTo TEXT, timing TEXT, dueOn TEXT, answeredOn TEXT, answer TEXT, file TEXT, remark TEXT) STRICT;
CREATE INDEX matterReport_organization ON matterReport (organizationId, submittedOn);
CREATE INDEX matterReport_person ON matterReport (personId, submittedOn);

ALTER TABLE rectification ADD COLUMN activityId TEXT REFERENCES activity (id);
ALTER TABLE writtenReport ADD COLUMN ballotId TEXT REFERENCES ballot (id);
ALTER TABLE writtenReport ADD COLUMN grade TEXT;
ALTER TABLE writtenReport ADD COLUMN activityId TEXT REFERENCES activity (id);
ALTER TABLE writtenReport ADD COLUMN problems TEXT;
ALTER TABLE writtenReport ADD COLUMN rectifyBy TEXT;
ALTER TABLE writtenReport ADD COLUMN rectifiedOn TEXT;
ALTER TABLE writtenReport ADD COLUMN rectified TEXT;
`
