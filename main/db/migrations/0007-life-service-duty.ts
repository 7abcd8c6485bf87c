/** The registers of 组织生活, 联系群众 and 党建责任制. Frozen once landed. */
const life = 'id TEXT PRIMARY KEY, version INTEGER NOT NULL, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, voidedAt TEXT, voidReason TEXT'

export const lifeServiceDuty = `
CREATE TABLE talk (${life},
  personId TEXT NOT NULL REFERENCES person (id), talkerId TEXT REFERENCES person (id), talker TEXT, talkedOn TEXT NOT NULL, occasion TEXT, relation TEXT,
  place TEXT, matter TEXT, content TEXT, measures TEXT, file TEXT, remark TEXT) STRICT;
CREATE INDEX talk_person ON talk (personId, talkedOn);
CREATE INDEX talk_talker ON talk (talkerId, talkedOn);

CREATE TABLE criticism (${life},
  personId TEXT NOT NULL REFERENCES person (id), kind TEXT NOT NULL, byId TEXT REFERENCES person (id), occurredOn TEXT NOT NULL,
  activityId TEXT REFERENCES activity (id), content TEXT NOT NULL, response TEXT, remark TEXT) STRICT;
CREATE INDEX criticism_person ON criticism (personId, occurredOn);

CREATE TABLE rectification (${life},
  organizationId TEXT NOT NULL REFERENCES organization (id), personId TEXT REFERENCES person (id), source TEXT NOT NULL, raisedOn TEXT NOT NULL,
  problem TEXT NOT NULL, measure TEXT, responsible TEXT, term TEXT, dueOn TEXT, doneOn TEXT, result TEXT, recheckOn TEXT, recheck TEXT, remark TEXT) STRICT;
CREATE INDEX rectification_organization ON rectification (organizationId, raisedOn);

CREATE TABLE fieldwork (${life},
  personId TEXT NOT NULL REFERENCES person (id), startsOn TEXT NOT NULL, endsOn TEXT, days REAL, place TEXT NOT NULL, way TEXT, topic TEXT, findings TEXT,
  solved TEXT, reportTitle TEXT, report TEXT, remark TEXT) STRICT;
CREATE INDEX fieldwork_person ON fieldwork (personId, startsOn);

CREATE TABLE reception (${life},
  personId TEXT NOT NULL REFERENCES person (id), receivedOn TEXT NOT NULL, place TEXT, batches INTEGER, visitors INTEGER, matters TEXT, handled TEXT,
  recorder TEXT, remark TEXT) STRICT;
CREATE INDEX reception_person ON reception (personId, receivedOn);

CREATE TABLE visitMatter (${life},
  receivedOn TEXT NOT NULL, number TEXT, visitor TEXT NOT NULL, phone TEXT, address TEXT, way TEXT NOT NULL, matter TEXT NOT NULL,
  organizationId TEXT REFERENCES organization (id), firstReceiver TEXT NOT NULL, handling TEXT, forwardedTo TEXT, acceptedOn TEXT, dueOn TEXT,
  extendedTo TEXT, repliedOn TEXT, reply TEXT, closedOn TEXT, satisfied TEXT, remark TEXT) STRICT;
CREATE INDEX visitMatter_received ON visitMatter (receivedOn);

CREATE TABLE liaison (${life},
  personId TEXT NOT NULL REFERENCES person (id), kind TEXT NOT NULL, counterpart TEXT NOT NULL, phone TEXT, address TEXT, startsOn TEXT NOT NULL,
  endsOn TEXT, difficulty TEXT, goal TEXT, measures TEXT, result TEXT, card TEXT, remark TEXT) STRICT;
CREATE INDEX liaison_person ON liaison (personId, kind);

CREATE TABLE liaisonVisit (${life},
  personId TEXT NOT NULL REFERENCES person (id), visitedOn TEXT NOT NULL, kind TEXT NOT NULL, counterpart TEXT NOT NULL, way TEXT, content TEXT,
  helped TEXT, remark TEXT) STRICT;
CREATE INDEX liaisonVisit_person ON liaisonVisit (personId, visitedOn);

CREATE TABLE contactPoint (${life},
  personId TEXT NOT NULL REFERENCES person (id), kind TEXT NOT NULL, name TEXT NOT NULL, organizationId TEXT REFERENCES organization (id),
  startsOn TEXT NOT NULL, endsOn TEXT, duty TEXT, remark TEXT) STRICT;
CREATE INDEX contactPoint_person ON contactPoint (personId, kind);

CREATE TABLE pointVisit (${life},
  personId TEXT NOT NULL REFERENCES person (id), visitedOn TEXT NOT NULL, point TEXT NOT NULL, kind TEXT NOT NULL, content TEXT, problems TEXT,
  solved TEXT, file TEXT, remark TEXT) STRICT;
CREATE INDEX pointVisit_person ON pointVisit (personId, visitedOn);

CREATE TABLE writtenReport (${life},
  organizationId TEXT NOT NULL REFERENCES organization (id), year INTEGER NOT NULL, kind TEXT NOT NULL, reportedOn TEXT NOT NULL,
  personId TEXT REFERENCES person (id), reportedTo TEXT, title TEXT, points TEXT, rating TEXT, comment TEXT, file TEXT, remark TEXT) STRICT;
CREATE INDEX writtenReport_organization ON writtenReport (organizationId, year);

CREATE TABLE monthlyReport (${life},
  organizationId TEXT NOT NULL REFERENCES organization (id), month TEXT NOT NULL, kind TEXT NOT NULL, reportedOn TEXT NOT NULL, reporter TEXT,
  figures TEXT, problems TEXT, next TEXT, file TEXT, remark TEXT) STRICT;
CREATE INDEX monthlyReport_organization ON monthlyReport (organizationId, month);

CREATE TABLE inspection (${life},
  organizationId TEXT NOT NULL REFERENCES organization (id), inspectedOn TEXT NOT NULL, kind TEXT NOT NULL, subjects TEXT, inspectors TEXT, findings TEXT,
  demand TEXT, rectifyBy TEXT, rectifiedOn TEXT, result TEXT, score REAL, file TEXT, remark TEXT) STRICT;
CREATE INDEX inspection_organization ON inspection (organizationId, inspectedOn);

CREATE TABLE dutyLetter (${life},
  organizationId TEXT REFERENCES organization (id), personId TEXT REFERENCES person (id), year INTEGER NOT NULL, signedOn TEXT NOT NULL, signedWith TEXT,
  goals TEXT, result TEXT, score REAL, grade TEXT, file TEXT, remark TEXT) STRICT;
CREATE INDEX dutyLetter_organization ON dutyLetter (organizationId, year);
CREATE INDEX dutyLetter_person ON dutyLetter (personId, year);

CREATE TABLE expense (${life},
  organizationId TEXT NOT NULL REFERENCES organization (id), spentOn TEXT NOT NULL, source TEXT NOT NULL, item TEXT NOT NULL, amount INTEGER NOT NULL,
  voucher TEXT, handler TEXT, approver TEXT, scan TEXT, remark TEXT) STRICT;
CREATE INDEX expense_organization ON expense (organizationId, spentOn);

CREATE TABLE placeAsset (${life},
  organizationId TEXT NOT NULL REFERENCES organization (id), name TEXT NOT NULL, kind TEXT NOT NULL, address TEXT, builtOn TEXT, area REAL,
  investment INTEGER, keeper TEXT, use TEXT, photo TEXT, remark TEXT) STRICT;
CREATE INDEX placeAsset_organization ON placeAsset (organizationId);
`
