import { registerNames } from '../../shared/domain/index.ts'
import { registerPlace } from '../app/places.ts'
import { page } from '../app/router.ts'

/** A page for every register. */
export const registerRoutes = registerNames.map(name =>
  page(registerPlace(name), `/registers/${name}`, async () => (await import('./RegisterPage.tsx')).registerPage(name)),
)
