const life = 'id TEXT PRIMARY KEY, version INTEGER NOT NULL, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, voidedAt TEXT, voidReason TEXT'

export const policies = `
CREATE TABLE policy (${life},
  title TEXT NOT NULL, number TEXT, issuer TEXT, issuedOn TEXT, effectiveOn TEXT, level TEXT NOT NULL, status TEXT NOT NULL,
  source TEXT, file TEXT, remark TEXT) STRICT;
CREATE UNIQUE INDEX policy_title ON policy (title) WHERE voidedAt IS NULL;

CREATE TABLE clause (${life},
  policyId TEXT NOT NULL REFERENCES policy (id), code TEXT NOT NULL, section TEXT, phrase TEXT NOT NULL, number TEXT, text TEXT NOT NULL,
  verified TEXT NOT NULL, mechanism TEXT, links TEXT) STRICT;
CREATE UNIQUE INDEX clause_code ON clause (code, policyId) WHERE voidedAt IS NULL;
CREATE INDEX clause_policy ON clause (policyId);
`
