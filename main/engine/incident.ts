import { randomBytes } from 'node:crypto'

/** The number under which a failure stands in the log; a user can read it out over the telephone. */
export const newIncident = () => randomBytes(4).toString('hex').toUpperCase()
