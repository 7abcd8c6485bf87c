import { contract, type EndpointName } from '../../shared/api/contract.ts'
import type { Endpoint } from '../../shared/api/endpoint.ts'

/** What a field of an endpoint's input is asked with. */
export type Pools = Readonly<Record<string, readonly unknown[]>>

interface Shaped {
  readonly shape: Readonly<Record<string, { safeParse(value: unknown): { readonly success: boolean } }>>
}
const isShaped = (input: object): input is Shaped => 'shape' in input

/** Every question that can be put to an endpoint from these pools, once with what it must be told and once with all it may be. */
export function questionsOf(name: EndpointName, pools: Pools): object[] {
  const { input }: Endpoint = contract[name]
  const shape = isShaped(input) ? input.shape : {}
  const asks = [false, true].flatMap(whole => {
    let made: Record<string, unknown>[] = [{}]
    for (const [key, field] of Object.entries(shape)) {
      const pool = pools[key]
      if (!pool || (!whole && field.safeParse(undefined).success)) continue
      made = made.flatMap(ask => pool.map(value => ({ ...ask, [key]: value })))
    }
    return made
  })
  const seen = new Set<string>()
  return asks.filter(ask => {
    const said = JSON.stringify(ask)
    if (seen.has(said) || !input.safeParse(ask).success) return false
    seen.add(said)
    return true
  })
}
