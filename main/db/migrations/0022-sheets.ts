/** What a 任免审批表 says of the appointment itself, and the file that it was read from. Frozen once landed. */
export const sheets = `
ALTER TABLE cadre ADD COLUMN proposedPost TEXT;
ALTER TABLE cadre ADD COLUMN removedPost TEXT;
ALTER TABLE cadre ADD COLUMN reason TEXT;
ALTER TABLE cadre ADD COLUMN reportedBy TEXT;
ALTER TABLE cadre ADD COLUMN approval TEXT;
ALTER TABLE cadre ADD COLUMN administration TEXT;
ALTER TABLE cadre ADD COLUMN filledBy TEXT;
ALTER TABLE cadre ADD COLUMN agesOn TEXT;
ALTER TABLE cadre ADD COLUMN filledOn TEXT;
ALTER TABLE cadre ADD COLUMN sheetFile TEXT;
`
