import type { App } from '../../main/app/app.ts'
import { contract, type EndpointName } from '../../shared/api/contract.ts'
import type { Endpoint } from '../../shared/api/endpoint.ts'
import { recordNames } from '../../shared/domain/index.ts'
import { secretNames } from '../../shared/domain/ownership.ts'
import { forms } from '../../shared/forms/index.ts'
import { quotas } from '../../shared/quotas/index.ts'

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

interface Asked {
  readonly branch: string
  readonly person: string
}

/** Everything of an office that may be asked about: these people and organizations, and these records. */
export const poolsOf = ({ branch, person }: Asked, ids: readonly string[], search: string): Pools => ({
  type: recordNames,
  kind: ['sanction', 'study'],
  id: [person, branch, ...ids],
  ids: [[person, ...ids]],
  personId: [person],
  personIds: [[person]],
  subjectId: [person, branch],
  organizationId: [branch],
  quota: quotas.map(({ name }) => name),
  form: Object.keys(forms),
  procedure: ['membership', 'disposal', 'relationTransfer', 'selection'],
  year: [2025],
  from: ['2025-01-01'],
  until: ['2026-12-31'],
  day: ['2026-11-23'],
  on: ['2026-11-23'],
  month: [11],
  text: ['沈听澜'],
  texts: [['沈听澜']],
  search: [search],
  offset: [0],
  limit: [50],
  version: [1],
  reason: ['核对'],
  draft: [{}],
  field: ['reason'],
  params: [{ year: 2025, personIds: [person] }, { year: 2025, organizationId: branch }, {}],
})

/** What is asked that changes nothing where it is answered as it should be. */
const harmless: readonly EndpointName[] = [
  'records.update',
  'records.void',
  'records.restore',
  'records.reveal',
  'attachment.open',
  'import.inspect',
  'forms.preview',
]
const asked = (Object.keys(contract) as EndpointName[]).filter(name => contract[name].kind === 'query' || harmless.includes(name))

/** Numbers of audit lines count all there are, whoever looks: how many there are of what he does not see they do not say. */
const unnumbered = (said: string) => said.replaceAll(/"(seq|next|total|opened|lines)":\d+/g, '"$1":0')

/** What the application answers to every question from these pools, by the question. */
export async function answers({ app }: { readonly app: App }, pools: Pools): Promise<ReadonlyMap<string, string>> {
  const said = new Map<string, string>()
  for (const name of asked) {
    const secretsOnly = harmless.includes(name) && 'type' in pools ? { ...pools, type: secretNames } : pools
    for (const question of questionsOf(name, secretsOnly)) {
      const answer = JSON.stringify(await app.call(name, structuredClone(question)))
      said.set(`${name} ${JSON.stringify(question)}`, name.startsWith('audit.') ? unnumbered(answer) : answer)
    }
  }
  return said
}
