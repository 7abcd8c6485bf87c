import { ballots } from './ballots/index.ts'
import { ballotKinds } from './domain/ballot-words.ts'
import { recordNames, records } from './domain/index.ts'
import { dueSources } from './due/sources.ts'
import { forms } from './forms/index.ts'
import { procedures } from './procedures/index.ts'
import { quotas } from './quotas/index.ts'

export const serverKinds = { record: '台账', quota: '指标', form: '表', due: '提醒', ballot: '测评', procedure: '程序' } as const
export type ServerKind = keyof typeof serverKinds

/** 承接: something of the program that keeps, counts, prints or reminds of what a clause asks for. */
export interface Server {
  readonly kind: ServerKind
  readonly name: string
  readonly label: string
  /** The mechanisms it declares to serve. */
  readonly serves: readonly string[]
}

const declared = (it: object): readonly string[] =>
  'serves' in it && Array.isArray(it.serves) ? it.serves.filter((id): id is string => typeof id === 'string') : []

/** Everything a clause may be linked to: what keeps records of the office's work, counts or prints. */
export const servers: readonly Server[] = [
  ...recordNames.flatMap((name): Server[] => {
    const { label, topic, serves } = records[name]
    return topic !== undefined || serves.length > 0 ? [{ kind: 'record', name, label, serves }] : []
  }),
  ...quotas.map(({ name, label, serves }): Server => ({ kind: 'quota', name, label, serves })),
  ...dueSources.flatMap(({ name, label, serves }): Server[] => (serves.length > 0 ? [{ kind: 'due', name, label, serves }] : [])),
  ...Object.values(forms).map((form): Server => ({ kind: 'form', name: form.name, label: form.label, serves: declared(form) })),
  ...Object.values(ballots).map(({ name, serves }): Server => ({ kind: 'ballot', name, label: ballotKinds[name], serves })),
  ...Object.values(procedures).map(({ name, label, serves }): Server => ({ kind: 'procedure', name, label, serves })),
]

const byMechanism = new Map<string, Server[]>()
for (const server of servers) for (const id of server.serves) byMechanism.set(id, [...(byMechanism.get(id) ?? []), server])

/** What declares to serve a mechanism. */
export const serversOf = (mechanism: string): readonly Server[] => byMechanism.get(mechanism) ?? []

/** `台账：谈心谈话、意见建议；指标：学时`: links as a clause keeps them, in words that history and exports can show. */
export function linkText(linked: readonly Pick<Server, 'kind' | 'label'>[]): string | null {
  const parts = Object.entries(serverKinds).flatMap(([kind, word]) => {
    const labels = linked.filter(server => server.kind === kind).map(server => server.label)
    return labels.length > 0 ? [`${word}：${labels.join('、')}`] : []
  })
  return parts.length > 0 ? parts.join('；') : null
}

export interface Links {
  readonly linked: readonly Server[]
  /** Words that name nothing of this program: said, never dropped. */
  readonly unknown: readonly string[]
}

/** Reads links back. */
export function linksIn(text: string | null): Links {
  const linked: Server[] = []
  const unknown: string[] = []
  for (const part of (text ?? '').split('；').filter(Boolean)) {
    const [word = '', labels] = part.split('：')
    for (const label of labels === undefined ? [] : labels.split('、').filter(Boolean)) {
      const server = servers.find(s => serverKinds[s.kind] === word.trim() && s.label === label.trim())
      if (server) linked.push(server)
      else unknown.push(`${word}：${label}`)
    }
    if (labels === undefined) unknown.push(word)
  }
  return { linked, unknown }
}
