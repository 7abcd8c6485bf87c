import { call } from '../api/client.ts'

/** Asked before React is there, so that the first picture of the window is the lobby. Undefined where it failed: the program then asks again and says why. */
export const firstStatus = call('lobby.status', {}).catch(() => undefined)
