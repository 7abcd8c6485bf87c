import type { WriteScope } from '../app/scopes.ts'
import { calendarShipment } from './calendar.ts'
import { parameterShipment } from './parameters.ts'
import { policyShipment } from './policies.ts'
import type { Shipment } from './shipment.ts'
import { tallyShipments } from './tallies.ts'

/** Everything that comes with the program as records. */
export const shipments: readonly Shipment[] = [parameterShipment, calendarShipment, policyShipment, ...tallyShipments]

/** Brings an office up to what this program ships; true where something was new to it. */
export async function takeShipments(scope: WriteScope): Promise<boolean> {
  const taken = new Map((await scope.db.selectFrom('shipment').selectAll().execute()).map(row => [row.name, row.version]))
  const due = shipments.filter(({ name, version }) => (taken.get(name) ?? 0) < version)
  for (const shipment of due) {
    await shipment.ship(scope)
    scope.store.tookShipment(shipment.name, shipment.version)
  }
  return due.length > 0
}
