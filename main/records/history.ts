import { lines as ownedLines } from '../../shared/domain/index.ts'
import type { LinesType, RecordType } from '../../shared/records/record.ts'
import type { ReadScope } from '../app/scopes.ts'
import { titlesFor } from './find.ts'
import { wordsOf } from './words.ts'

interface HistoryLine {
  seq: number
  at: string
  actor: string
  action: string
  /** The line that began the record. */
  created: boolean
  changes: { field: string; label: string; before: string; after: string }[]
}

type Values = Record<string, unknown>

/** What happened to one record, newest first, in the words of its form. */
export async function historyOf({ db }: Pick<ReadScope, 'db'>, type: RecordType, id: string): Promise<HistoryLine[]> {
  const lines = await db
    .selectFrom('audit')
    .selectAll()
    .where('recordType', '=', type.name)
    .where('recordId', '=', id)
    .orderBy('seq', 'desc')
    .limit(200)
    .execute()
  const titles = await titlesFor(
    { db },
    type,
    lines.flatMap(l => [read(l.before), read(l.after)]),
  )
  return lines.map(({ seq, at, actor, action, before, after }) => ({
    seq,
    at,
    actor,
    action,
    created: before === null && read(after)['version'] === 1,
    changes: difference(type, read(before), read(after), titles),
  }))
}

const read = (json: string | null): Values => (json ? (JSON.parse(json) as Values) : {})

function difference(type: RecordType, before: Values, after: Values, titles: Readonly<Record<string, string>>): HistoryLine['changes'] {
  const changes: HistoryLine['changes'] = []
  const say = (field: string, label: string, shown: (value: unknown) => string) => {
    if (JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null))
      changes.push({ field, label, before: shown(before[field]), after: shown(after[field]) })
  }
  for (const [key, field] of Object.entries(type.fields)) {
    const words = (value: unknown) => wordsOf(field, value, wanted => titles[wanted])
    // A change behind the mask looks like none.
    const hidden = field.masked && words(before[key]) === words(after[key])
    if (key in before || key in after) say(key, field.label, value => (hidden && value === after[key] ? `${words(value)}（遮住的几位有改动）` : words(value)))
  }
  if (!type.fields['reason']) say('reason', '事由', value => String(value ?? ''))
  if (after['voidedAt']) say('voidReason', '作废', value => String(value ?? ''))
  else if (before['voidedAt']) changes.push({ field: 'voidReason', label: '恢复', before: '', after: String(after['voidReason'] ?? '') })
  for (const own of Object.values<LinesType>(ownedLines)) {
    if (own.parent !== type.name) continue
    const [was, is] = [before[own.name], after[own.name]]
    const same = isCount(was) && isCount(is) && was.count === is.count
    const [unit, changed] = own.fields['personId'] ? ['人', '名单或出勤有改动'] : ['条', '内容有改动']
    say(own.name, own.label, value => (!isCount(value) ? '' : same && value === is ? `${value.count} ${unit}，${changed}` : `${value.count} ${unit}`))
  }
  say('revealed', '查看完整内容', value => (typeof value === 'string' ? (type.fields[value]?.label ?? value) : ''))
  return changes
}

const isCount = (value: unknown): value is { count: number } => typeof value === 'object' && value !== null && 'count' in value
