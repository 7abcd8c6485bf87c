/** The day on which whoever a case is about is going to leave the unit. Frozen once landed. */
export const leaving = `
ALTER TABLE procedureCase ADD COLUMN leavesOn TEXT;
`
