import { measures } from '../../shared/quotas/index.ts'
import type { Shipment } from './shipment.ts'

/** Raised when a measure comes to count something else than before: every office then counts anew. */
const version = 2

/** Kept totals of what a newer program counts, made from the records an office has already. */
export const tallyShipments: readonly Shipment[] = measures
  .filter(measure => !measure.lasting)
  .map(measure => ({
    name: `tally ${measure.tally}`,
    version,
    async ship({ store }) {
      store.countAnew(measure)
    },
  }))
