/** The registers of care, participation, service, floating members, excellence and study plans. Frozen once landed. */
const life = 'id TEXT PRIMARY KEY, version INTEGER NOT NULL, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, voidedAt TEXT, voidReason TEXT'

export const registersOfCare = `
CREATE TABLE comfortVisit (${life},
  personId TEXT NOT NULL REFERENCES person (id), category TEXT, visitedOn TEXT NOT NULL, occasion TEXT NOT NULL, "by" TEXT, place TEXT,
  circumstances TEXT, amount INTEGER, goods TEXT, fund TEXT, signedBy TEXT, remark TEXT) STRICT;
CREATE INDEX comfortVisit_person ON comfortVisit (personId, visitedOn);
CREATE INDEX comfortVisit_day ON comfortVisit (visitedOn);

CREATE TABLE hardship (${life},
  personId TEXT NOT NULL REFERENCES person (id), since TEXT NOT NULL, cause TEXT NOT NULL, level TEXT, family INTEGER, income INTEGER,
  situation TEXT, needs TEXT, helperId TEXT REFERENCES person (id), guarantees TEXT, measures TEXT, allowance INTEGER, result TEXT, endedOn TEXT,
  endReason TEXT, remark TEXT) STRICT;
CREATE INDEX hardship_person ON hardship (personId, since);
CREATE INDEX hardship_day ON hardship (since);

CREATE TABLE award (${life},
  personId TEXT REFERENCES person (id), organizationId TEXT REFERENCES organization (id), name TEXT NOT NULL, kind TEXT NOT NULL, level TEXT,
  awardedOn TEXT NOT NULL, awardedBy TEXT, document TEXT, reward TEXT, amount INTEGER, recommendedBy TEXT, publicFrom TEXT, publicUntil TEXT,
  objections TEXT, deeds TEXT, revokedOn TEXT, scan TEXT, remark TEXT) STRICT;
CREATE INDEX award_person ON award (personId, awardedOn);
CREATE INDEX award_organization ON award (organizationId, awardedOn);
CREATE INDEX award_day ON award (awardedOn);

CREATE TABLE memberPost (${life},
  personId TEXT NOT NULL REFERENCES person (id), kind TEXT NOT NULL, post TEXT NOT NULL, area TEXT, volunteered INTEGER, duty TEXT, goal TEXT,
  startsOn TEXT NOT NULL, publicOn TEXT, endsOn TEXT, appraisedOn TEXT, appraisal TEXT, score REAL, performance TEXT, remark TEXT) STRICT;
CREATE INDEX memberPost_person ON memberPost (personId, startsOn);
CREATE INDEX memberPost_day ON memberPost (startsOn);

CREATE TABLE volunteer (${life},
  personId TEXT NOT NULL REFERENCES person (id), servedOn TEXT NOT NULL, project TEXT NOT NULL, kind TEXT, hours REAL NOT NULL, place TEXT,
  organizer TEXT, content TEXT, confirmedBy TEXT, remark TEXT) STRICT;
CREATE INDEX volunteer_person ON volunteer (personId, servedOn);
CREATE INDEX volunteer_day ON volunteer (servedOn);

CREATE TABLE opinion (${life},
  receivedOn TEXT NOT NULL, channel TEXT NOT NULL, organizationId TEXT REFERENCES organization (id), source TEXT, phone TEXT, content TEXT NOT NULL,
  hot INTEGER NOT NULL, promise TEXT, assignedTo TEXT, dueOn TEXT, repliedOn TEXT, reply TEXT, satisfied TEXT, publishedOn TEXT, proof TEXT,
  remark TEXT) STRICT;
CREATE INDEX opinion_organization ON opinion (organizationId, receivedOn);
CREATE INDEX opinion_day ON opinion (receivedOn);

CREATE TABLE publicity (${life},
  organizationId TEXT NOT NULL REFERENCES organization (id), publishedOn TEXT NOT NULL, category TEXT NOT NULL, title TEXT NOT NULL, scope TEXT,
  "where" TEXT, untilOn TEXT, content TEXT, feedback TEXT, file TEXT, remark TEXT) STRICT;
CREATE INDEX publicity_organization ON publicity (organizationId, publishedOn);
CREATE INDEX publicity_day ON publicity (publishedOn);

CREATE TABLE consultation (${life},
  organizationId TEXT NOT NULL REFERENCES organization (id), heldOn TEXT NOT NULL, subject TEXT NOT NULL, way TEXT, scope TEXT,
  participants INTEGER, until TEXT, received INTEGER, opinions TEXT, adopted TEXT, result TEXT, resultPublishedOn TEXT, file TEXT, remark TEXT) STRICT;
CREATE INDEX consultation_organization ON consultation (organizationId, heldOn);
CREATE INDEX consultation_day ON consultation (heldOn);

CREATE TABLE pledge (${life},
  personId TEXT REFERENCES person (id), organizationId TEXT REFERENCES organization (id), pledgedOn TEXT NOT NULL, kind TEXT, content TEXT NOT NULL,
  dueOn TEXT, publishedOn TEXT, "where" TEXT, progress TEXT, reviewedOn TEXT, result TEXT, rating TEXT, remark TEXT) STRICT;
CREATE INDEX pledge_person ON pledge (personId, pledgedOn);
CREATE INDEX pledge_organization ON pledge (organizationId, pledgedOn);
CREATE INDEX pledge_day ON pledge (pledgedOn);

CREATE TABLE floatingOut (${life},
  personId TEXT NOT NULL REFERENCES person (id), leftOn TEXT NOT NULL, appliedOn TEXT, reason TEXT, formerJob TEXT, place TEXT NOT NULL,
  distance TEXT, fixedPlace INTEGER, employer TEXT, residence TEXT, phone TEXT, helperId TEXT REFERENCES person (id), briefedOn TEXT, briefing TEXT,
  cardNumber TEXT, cardIssuedOn TEXT, reportedOn TEXT, hostBranch TEXT, hostPhone TEXT, agreement TEXT, returnedOn TEXT, outcome TEXT, remark TEXT) STRICT;
CREATE INDEX floatingOut_person ON floatingOut (personId, leftOn);
CREATE INDEX floatingOut_day ON floatingOut (leftOn);

CREATE TABLE floatingIn (${life},
  name TEXT NOT NULL, sex TEXT, idNumber TEXT, joinedOn TEXT, probationary INTEGER, formerJob TEXT, homePlace TEXT, homeBranch TEXT NOT NULL,
  homePhone TEXT, cardNumber TEXT, arrivedOn TEXT NOT NULL, reason TEXT, employer TEXT, residence TEXT, phone TEXT, finding TEXT, verifiedOn TEXT,
  proof TEXT, organizationId TEXT REFERENCES organization (id), assignedOn TEXT, buddy TEXT, help TEXT, feedbackOn TEXT, feedback TEXT, leftOn TEXT,
  remark TEXT) STRICT;
CREATE INDEX floatingIn_organization ON floatingIn (organizationId, arrivedOn);
CREATE INDEX floatingIn_day ON floatingIn (arrivedOn);

CREATE TABLE floatingContact (${life},
  personId TEXT NOT NULL REFERENCES person (id), contactedOn TEXT NOT NULL, way TEXT NOT NULL, "by" TEXT, content TEXT, notice TEXT,
  difficulties TEXT, handling TEXT, remark TEXT) STRICT;
CREATE INDEX floatingContact_person ON floatingContact (personId, contactedOn);
CREATE INDEX floatingContact_day ON floatingContact (contactedOn);

CREATE TABLE floatingReport (${life},
  personId TEXT NOT NULL REFERENCES person (id), reportedOn TEXT NOT NULL, kind TEXT, way TEXT, content TEXT, activities TEXT, feePaidUntil TEXT,
  addressChanged INTEGER NOT NULL, address TEXT, receivedBy TEXT, remark TEXT) STRICT;
CREATE INDEX floatingReport_person ON floatingReport (personId, reportedOn);
CREATE INDEX floatingReport_day ON floatingReport (reportedOn);

CREATE TABLE cardCheck (${life},
  personId TEXT NOT NULL REFERENCES person (id), checkedOn TEXT NOT NULL, kind TEXT, cardNumber TEXT, result TEXT NOT NULL, lifeNoted INTEGER,
  feeNoted INTEGER, conduct TEXT, problems TEXT, checker TEXT, remark TEXT) STRICT;
CREATE INDEX cardCheck_person ON cardCheck (personId, checkedOn);
CREATE INDEX cardCheck_day ON cardCheck (checkedOn);

CREATE TABLE campaign (${life},
  organizationId TEXT NOT NULL REFERENCES organization (id), name TEXT NOT NULL, kind TEXT NOT NULL, level TEXT, startsOn TEXT NOT NULL,
  endsOn TEXT, leader TEXT, participants INTEGER, goal TEXT, measures TEXT, progress TEXT, result TEXT, plan TEXT, remark TEXT) STRICT;
CREATE INDEX campaign_organization ON campaign (organizationId, startsOn);
CREATE INDEX campaign_day ON campaign (startsOn);

CREATE TABLE excellenceReview (${life},
  personId TEXT REFERENCES person (id), organizationId TEXT REFERENCES organization (id), reviewedOn TEXT NOT NULL, standard TEXT NOT NULL,
  score REAL, class TEXT NOT NULL, satisfaction REAL, reviewer TEXT, findings TEXT, problems TEXT, measures TEXT,
  helperId TEXT REFERENCES person (id), rectifyBy TEXT, rectifiedOn TEXT, rectification TEXT, remark TEXT) STRICT;
CREATE INDEX excellenceReview_person ON excellenceReview (personId, reviewedOn);
CREATE INDEX excellenceReview_organization ON excellenceReview (organizationId, reviewedOn);
CREATE INDEX excellenceReview_day ON excellenceReview (reviewedOn);

CREATE TABLE modelPoint (${life},
  organizationId TEXT NOT NULL REFERENCES organization (id), name TEXT NOT NULL, kind TEXT, level TEXT, namedOn TEXT NOT NULL, leader TEXT,
  features TEXT, visits INTEGER, publicised TEXT, reviewedOn TEXT, removedOn TEXT, material TEXT, remark TEXT) STRICT;
CREATE INDEX modelPoint_organization ON modelPoint (organizationId, namedOn);
CREATE INDEX modelPoint_day ON modelPoint (namedOn);

CREATE TABLE studyPlan (${life},
  organizationId TEXT NOT NULL REFERENCES organization (id), year INTEGER NOT NULL, untilYear INTEGER, kind TEXT NOT NULL, title TEXT NOT NULL,
  target INTEGER, budget INTEGER, content TEXT, approvedOn TEXT, document TEXT, progress TEXT, file TEXT, remark TEXT) STRICT;
CREATE INDEX studyPlan_organization ON studyPlan (organizationId);

CREATE TABLE quiz (${life},
  organizationId TEXT NOT NULL REFERENCES organization (id), heldOn TEXT NOT NULL, name TEXT NOT NULL, kind TEXT, scope TEXT, expected INTEGER,
  participants INTEGER, average REAL, passed INTEGER, result TEXT, file TEXT, remark TEXT) STRICT;
CREATE INDEX quiz_organization ON quiz (organizationId, heldOn);
CREATE INDEX quiz_day ON quiz (heldOn);
`
