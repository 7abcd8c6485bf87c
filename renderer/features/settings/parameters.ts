import type { Parameter } from '../../../shared/domain/parameter.ts'
import { type PresetName, presets } from '../../../shared/domain/presets.ts'
import { quotas } from '../../../shared/quotas/index.ts'
import { type Topic, topicNames, topics } from '../../../shared/records/topics.ts'
import { addDays, lastDayOf, yearOf } from '../../../shared/rules/days.ts'
import { parameterCatalogue, parameterOn, type ParameterValue } from '../../../shared/rules/parameters.ts'

export type Meaning = (typeof parameterCatalogue)[string]

const topicOf: ReadonlyMap<string, Topic> = new Map(quotas.flatMap(({ targets, topic }) => targets.map(target => [target.parameter, topic] as const)))

/** Where the page lists a parameter: under the topic of the quota it sets, as the navigation has them; else under its own group. */
export const groupOf = (key: string): string => {
  const topic = topicOf.get(key)
  return topic ? topics[topic] : meaningOf(key).group
}

const topicLabels: readonly string[] = topicNames.map(topic => topics[topic])
const orderOf = (group: string): number => (topicLabels.includes(group) ? topicLabels.indexOf(group) : topicLabels.length)

/** The catalogue by topic, in the order of the navigation; what sets no quota comes last. */
export const groups: readonly { readonly group: string; readonly keys: readonly string[] }[] = [...Map.groupBy(Object.keys(parameterCatalogue), groupOf)]
  .map(([group, keys]) => ({ group, keys }))
  .toSorted((a, b) => orderOf(a.group) - orderOf(b.group))

/** What the office's preset has for a parameter, where that is another number than the one in force. */
export function presetOf(preset: string, key: string, inForce: ParameterValue | undefined, today: string): ParameterValue | undefined {
  const own = isPreset(preset) ? parameterOn(presets[preset], key, today) : undefined
  return own && own.value !== inForce?.value ? own : undefined
}

const isPreset = (name: string): name is PresetName => Object.hasOwn(presets, name)

/** What a group of parameters bears on, and from when. */
export const groupNotes: Readonly<Record<Meaning['group'], string>> = {
  学时指标: '年度指标看当年 12 月 31 日的数：年中改的，管这一整年。一人适用几项的，取高的一项。',
  组织生活: '看每个周期最后一天的数；设为 0 表示本单位不考核这一项。',
  联系群众: '看每个周期最后一天的数；设为 0 表示本单位不考核这一项。',
  流动党员: '看每个周期最后一天的数；设为 0 表示本单位不考核这一项。',
  影响期: '按处分批准（决定）之日的数；以后改的不影响以前的决定，除非下面另定。设为 0 表示没有影响期。',
  党建责任制: '看每个周期最后一天的数；设为 0 表示本单位不考核这一项。',
  民主评议与考核: '权重在新建测评时取当天的数，记在那次测评上；比例和基数看投票当天的数。',
  程序: '改动后，未结束的卷宗下次打开按新的数显示。',
  领导干部监督: '期限看起算那天的数：以后改的不影响已经起算的；设为 0 表示不要求。',
  退休: '用于推算到龄年月，只预告；干部信息里填了到龄年月的，按所填的。',
  学时折算: '只用于导入时没有写学时的行。已登记的学时不重算。',
  提醒: '只管看板怎样提醒，不改达标与否。',
  日历: '只用于推算工作日时的默认；已推算出的期限不重算。',
  安全: '锁定的两项下次解锁起生效；备份的几项下次备份起生效。',
}

export function meaningOf(key: string): Meaning {
  return parameterCatalogue[key] ?? { label: key, unit: '', group: '提醒', min: 0, max: 1_000_000 }
}

/** What the catalogue writes behind the name of a parameter that is a choice of two. */
const yesNo = '（0 否 1 是）'
export const isYesNo = (key: string): boolean => meaningOf(key).label.endsWith(yesNo)
export const labelOf = (key: string): string => meaningOf(key).label.replace(yesNo, '')

/** 32 学时; 是; 未设 where nothing is in force. */
export function valueText(key: string, value: number | undefined): string {
  if (value === undefined) return '未设'
  if (isYesNo(key)) return value === 1 ? '是' : '否'
  return `${value} ${meaningOf(key).unit}`.trim()
}

/** Years whose figure differs, with what it was and would be; `until` is null where it goes on. */
export interface YearChange {
  readonly from: number
  readonly until: number | null
  readonly before: number | undefined
  readonly after: number | undefined
}

/** What a change of the records of one parameter does to each year's figure, which is that of its last day. */
export function yearChanges(before: readonly ParameterValue[], after: readonly ParameterValue[], key: string): readonly YearChange[] {
  const years = [...before, ...after].filter(p => p.key === key).map(p => yearOf(p.startsOn))
  if (years.length === 0) return []
  const last = Math.max(...years) + 1
  const changes: YearChange[] = []
  for (let year = Math.min(...years); year <= last; year++) {
    const [was, will] = [before, after].map(all => parameterOn(all, key, lastDayOf(year))?.value)
    const open = changes.at(-1)
    const goesOn = open?.until === null && open.before === was && open.after === will
    if (open?.until === null && !goesOn) changes[changes.length - 1] = { ...open, until: year - 1 }
    if (!goesOn && was !== will) changes.push({ from: year, until: null, before: was, after: will })
  }
  return changes
}

const spanText = ({ from, until }: YearChange) => (until === null ? `${from} 年起` : until === from ? `${from} 年` : `${from} 至 ${until} 年`)

/** 2027 年起：32 学时 → 40 学时 */
export const changeText = (key: string, change: YearChange): string => `${spanText(change)}：${valueText(key, change.before)} → ${valueText(key, change.after)}`

/** Which years stay as they were. */
export function unchangedText(changes: readonly YearChange[]): string {
  const first = changes[0]
  if (!first) return '没有一个年度的数会变。'
  const open = changes.at(-1)?.until
  return `${first.from - 1} 年及以前不变${typeof open === 'number' ? `，${open + 1} 年及以后不变` : ''}。`
}

export type Standing = 'voided' | 'past' | 'current' | 'coming'

export interface Period {
  readonly record: Parameter
  readonly standing: Standing
  /** The last day it holds; null where it goes on. */
  readonly until: string | null
}

/** One parameter's values, newest first, with the days each holds. */
export function periodsOf(records: readonly Parameter[], key: string, today: string): readonly Period[] {
  const own = records.filter(p => p.key === key).toSorted((a, b) => b.startsOn.localeCompare(a.startsOn))
  const living = own.filter(p => p.voidedAt === null)
  const current = parameterOn(living, key, today)
  return own.map(record => {
    if (record.voidedAt !== null) return { record, standing: 'voided', until: null }
    const next = living[living.indexOf(record) - 1]
    const standing = record === current ? 'current' : record.startsOn > today ? 'coming' : 'past'
    return { record, standing, until: next ? addDays(next.startsOn, -1) : null }
  })
}
