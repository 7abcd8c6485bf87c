/** So that the names activities bear, and the latest of a name, are found without reading every activity. */
export const activityNames = `
CREATE INDEX activity_name ON activity (name, startsOn) WHERE voidedAt IS NULL;
`
