import { measures } from '../../shared/quotas/index.ts'
import type { Shipment } from './shipment.ts'

/** Kept totals of what a newer program counts, made from the records an office has already. */
export const tallyShipments: readonly Shipment[] = measures
  .filter(measure => !measure.lasting)
  .map(measure => ({
    name: `tally ${measure.tally}`,
    version: 1,
    async ship({ store }) {
      store.countAnew(measure)
    },
  }))
