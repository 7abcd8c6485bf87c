/** Which version of each set of shipped records an office has taken. */
export const shipment = `
CREATE TABLE shipment (name TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`
