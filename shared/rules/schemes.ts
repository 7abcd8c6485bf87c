import { add, compare, type Fraction, fraction, hundredths, rounded, sum } from './fractions.ts'

/** What the checks look at: an unfinished scheme has them too. */
export interface SchemeShape {
  readonly target: 'member' | 'leader' | 'organization'
  readonly excellentFrom: number | null
  readonly qualifiedFrom: number | null
  readonly basicFrom: number | null
  readonly items: readonly { readonly number: number; readonly area: string; readonly name: string; readonly points: number }[]
  readonly groups: readonly { readonly code: string; readonly label: string; readonly weight: number; readonly minimum: number | null }[]
  readonly vetoes: readonly { readonly number: number; readonly matter: string }[]
}

/** Something that cannot be kept as it is: which line of which part, and what to do about it. */
export interface SchemeFault {
  readonly part: 'items' | 'groups' | 'vetoes'
  readonly line: number
  readonly field: string
  readonly message: string
}

/** Something to be looked at before the scheme is used: `short` has to be mended for the sums to be right. */
export interface SchemeFinding {
  readonly code: 'items' | 'total' | 'weights' | 'majority' | 'masses' | 'cutOffs'
  readonly tone: 'good' | 'short' | 'plain'
  readonly message: string
  /** The clause that asks for it. */
  readonly clause: string | null
}

/** 党员互评, 同学考评 and the two others of the four groups. */
export const memberGroups = { leaders: '领导考评', cadres: '干部考评', members: '党员互评', students: '同学考评' } as const
const placed: readonly string[] = [...Object.keys(memberGroups), 'reviewers', 'masses']

/** As documents name them: 领导, 干部, 党员, 同学, then others. Lines are kept by their code and have no order of their own. */
export function inGroupOrder<G extends { readonly code: string }>(groups: readonly G[]): G[] {
  const place = ({ code }: G) => (placed.includes(code) ? placed.indexOf(code) : placed.length)
  return groups.toSorted((a, b) => place(a) - place(b) || (a.code < b.code ? -1 : 1))
}
const ground: readonly string[] = ['members', 'students']
const masses = 'masses'

export const clauses = {
  majority: '《关于保持共产党员先进性长效机制的实施方案》：以一般党员互评和同学考评为基本依据',
  masses: '《五个好党员实施意见》三（四）：以基层和群众满意程度为最终标准',
} as const

const twoDecimals = (value: number): boolean => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6
const show = (value: Fraction): string => String(rounded(value, 2))

/** What a scheme cannot be kept with. Points and weights have at most two decimals, so that every sum is exact. */
export function schemeFaults({ items, groups, vetoes }: Pick<SchemeShape, 'items' | 'groups' | 'vetoes'>): readonly SchemeFault[] {
  const faults: SchemeFault[] = []
  const say = (part: SchemeFault['part'], line: number, field: string, message: string) => faults.push({ part, line, field, message })
  for (const [i, { number, area, name, points }] of items.entries()) {
    if (area.trim() === '') say('items', i, 'area', `第 ${i + 1} 项指标没有填一级指标`)
    if (name.trim() === '') say('items', i, 'name', `第 ${i + 1} 项指标没有填名称`)
    if (!(points > 0 && points <= 1000)) say('items', i, 'points', `“${name || `第 ${i + 1} 项`}”的分值应大于 0，不超过 1000`)
    else if (!twoDecimals(points)) say('items', i, 'points', `“${name || `第 ${i + 1} 项`}”的分值最多两位小数`)
    if (items.findIndex(other => other.number === number) < i) say('items', i, 'number', `指标序号 ${number} 出现两次`)
  }
  for (const [i, { code, label, weight, minimum }] of groups.entries()) {
    if (label.trim() === '') say('groups', i, 'label', `第 ${i + 1} 组考评人没有填名称`)
    if (!(weight >= 0 && weight <= 100)) say('groups', i, 'weight', `“${label || `第 ${i + 1} 组`}”的权重应在 0 到 100 之间`)
    else if (!twoDecimals(weight)) say('groups', i, 'weight', `“${label || `第 ${i + 1} 组`}”的权重最多两位小数`)
    if (minimum !== null && !(minimum >= 0 && minimum <= 100)) say('groups', i, 'minimum', `“${label}”的最低参评率应在 0 到 100 之间`)
    if (groups.findIndex(other => other.code === code || (label.trim() !== '' && other.label === label)) < i)
      say('groups', i, 'label', `考评人“${label}”出现两次`)
  }
  for (const [i, { matter }] of vetoes.entries()) if (matter.trim() === '') say('vetoes', i, 'matter', `第 ${i + 1} 条一票否决事项没有填内容`)
  return faults
}

/** 满分: all points together. */
export const fullScore = (items: SchemeShape['items']): Fraction => sum(items.map(({ points }) => hundredths(points)))

/** Everything a scheme is held against, good and bad, in the order it is shown. */
export function schemeFindings(scheme: SchemeShape): readonly SchemeFinding[] {
  return [...itemFindings(scheme), ...weightFindings(scheme), ...cutOffFindings(scheme)]
}

/** Whether it may be scored with: nothing short. */
export const isReady = (scheme: SchemeShape): boolean => schemeFindings(scheme).every(({ tone }) => tone !== 'short')

function itemFindings({ items }: SchemeShape): readonly SchemeFinding[] {
  if (items.length === 0) return [{ code: 'items', tone: 'short', message: '还没有指标', clause: null }]
  const full = fullScore(items)
  const hundred = compare(full, fraction(100)) === 0
  return [{ code: 'total', tone: hundred ? 'good' : 'plain', message: hundred ? '满分 100' : `满分 ${show(full)}，不是 100 分制`, clause: null }]
}

function weightFindings({ groups }: SchemeShape): readonly SchemeFinding[] {
  if (groups.length === 0) return [{ code: 'weights', tone: 'plain', message: '没有分考评人组，全体打分一并计算', clause: null }]
  const whole = sum(groups.map(({ weight }) => hundredths(weight)))
  const short = compare(whole, fraction(100)) !== 0
  const off = compare(whole, fraction(100)) > 0 ? `多 ${show(add(whole, fraction(-100)))}` : `差 ${show(add(fraction(100), { n: -whole.n, d: whole.d }))}`
  return [
    { code: 'weights', tone: short ? 'short' : 'good', message: short ? `权重合计 ${show(whole)}%，${off}%` : '权重合计 100%', clause: null },
    ...majorityFinding(groups, whole),
    ...massesFinding(groups, whole),
  ]
}

/** Policy 000: 互评 and 同学 are the ground, so together they weigh more than half; only where members are scored by such groups. */
function majorityFinding(groups: SchemeShape['groups'], whole: Fraction): readonly SchemeFinding[] {
  if (!groups.some(({ code }) => Object.hasOwn(memberGroups, code))) return []
  const own = sum(groups.flatMap(({ code, weight }) => (ground.includes(code) ? [hundredths(weight)] : [])))
  const over = compare(add(own, own), whole) > 0
  const figures = `党员互评和同学考评合计 ${show(own)}%`
  return [{ code: 'majority', tone: over ? 'good' : 'short', message: over ? `${figures}，过半` : `${figures}，没有过半`, clause: clauses.majority }]
}

/** Policy 002: satisfaction is the last measure, so less than half is said. */
function massesFinding(groups: SchemeShape['groups'], whole: Fraction): readonly SchemeFinding[] {
  const own = groups.find(({ code }) => code === masses)
  if (!own) return []
  const weight = hundredths(own.weight)
  const half = compare(add(weight, weight), whole) >= 0
  return [{ code: 'masses', tone: half ? 'good' : 'plain', message: `${own.label}占 ${show(weight)}%${half ? '' : '，不到一半'}`, clause: clauses.masses }]
}

const cutOffNames = { excellentFrom: '优秀', qualifiedFrom: '合格', basicFrom: '基本合格' } as const

function cutOffFindings(scheme: SchemeShape): readonly SchemeFinding[] {
  const set = (['excellentFrom', 'qualifiedFrom', 'basicFrom'] as const).flatMap(key => {
    const from = scheme[key]
    return from === null ? [] : [{ name: cutOffNames[key], from: hundredths(from) }]
  })
  if (set.length === 0) return [{ code: 'cutOffs', tone: 'plain', message: '没有分数线，不建议等次', clause: null }]
  const full = fullScore(scheme.items)
  const above = set.find(({ from }) => scheme.items.length > 0 && compare(from, full) > 0)
  if (above) return [{ code: 'cutOffs', tone: 'short', message: `${above.name}线 ${show(above.from)} 高于满分 ${show(full)}`, clause: null }]
  const order = set.find(({ from }, i) => set.slice(0, i).some(higher => compare(from, higher.from) >= 0))
  if (order) return [{ code: 'cutOffs', tone: 'short', message: `${order.name}线 ${show(order.from)} 应低于前一条线`, clause: null }]
  return [{ code: 'cutOffs', tone: 'good', message: `分数线 ${set.map(({ name, from }) => `${name} ${show(from)}`).join('，')}`, clause: null }]
}
