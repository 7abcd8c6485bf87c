import { compact } from '../../shared/records/cell.ts'

export interface KnownOrganization {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly parentId: string | null
  readonly closedOn: string | null
}

export type Found<O> =
  | { readonly ok: true; readonly organization: O; /** False where the name was completed: worth a note. */ readonly exact: boolean }
  | { readonly ok: false; readonly message: string; /** The only one that can be meant, where there is one. */ readonly near?: string }

interface Entry<O> {
  readonly organization: O
  readonly form: string
  readonly stem: string
  readonly rank: string
  readonly parentStem: string
}

const ranks: readonly (readonly [ending: RegExp, rank: string])[] = [
  [/(?:党?总支部?委员会|党?总支部?)$/, 'generalBranch'],
  [/(?:联合|临时)?(?:党?支部委员会|党支部|支部|党支|支委会)$/, 'branch'],
  [/党?小组$/, 'group'],
  [/(?:党工委|工作委员会|工委)$/, 'workCommittee'],
  [/(?:党委|委员会|党组)$/, 'committee'],
]

/** A name without 中共 in front and without what kind of body it is at the end. */
function stemOf(form: string): { stem: string; rank: string } {
  const bare = form.replace(/^(?:中国共产党|中共)/, '')
  for (const [ending, rank] of ranks) {
    if (ending.test(bare)) return { stem: bare.replace(ending, ''), rank }
  }
  return { stem: bare, rank: '' }
}

/**
 * Finds an organization by what people write for it: the name itself; without 中共 or with 支部 for 党支部; with its
 * superior in front; or an ending that only one has. Never by mere likeness.
 */
export class OrganizationNames<O extends KnownOrganization> {
  readonly #entries: readonly Entry<O>[]
  readonly #byForm = new Map<string, Entry<O>[]>()
  readonly #byStem = new Map<string, Entry<O>[]>()
  readonly #parents: ReadonlyMap<string, string | null>
  readonly #known = new Map<string, Found<O>>()

  readonly #endings: boolean

  /** With `endings` off only whole names count: a superior is not guessed from a part of its name. */
  constructor(organizations: readonly O[], endings = true) {
    this.#endings = endings
    const byId = new Map(organizations.map(o => [o.id, o]))
    this.#parents = new Map(organizations.map(o => [o.id, o.parentId]))
    this.#entries = organizations.map(organization => {
      const form = compact(organization.name)
      const parent = organization.parentId === null ? undefined : byId.get(organization.parentId)
      return { organization, form, ...stemOf(form), parentStem: parent ? stemOf(compact(parent.name)).stem : '' }
    })
    for (const entry of this.#entries) {
      this.#byForm.set(entry.form, [...(this.#byForm.get(entry.form) ?? []), entry])
      this.#byStem.set(entry.stem, [...(this.#byStem.get(entry.stem) ?? []), entry])
    }
  }

  find(text: string): Found<O> {
    const known = this.#known.get(text)
    if (known) return known
    const found = this.#look(text)
    this.#known.set(text, found)
    return found
  }

  #look(text: string): Found<O> {
    const form = compact(text)
    const exact = this.#one(this.#byForm.get(form) ?? [], form)
    if (exact) return { ok: true, organization: exact.organization, exact: true }
    const last = text.split(/[/\\>|→]+|\s[-–—]\s/).at(-1) ?? ''
    const completed = this.#completed(form) ?? (compact(last) === form ? undefined : this.#one(this.#byForm.get(compact(last)) ?? [], form))
    if (completed) return { ok: true, organization: completed.organization, exact: false }
    const same = this.#byForm.get(form)?.length ?? 0
    if (same > 1) return { ok: false, message: `有 ${same} 个“${text}”，请写上它的上级，如“上级/${text}”` }
    const near = this.#near(form)
    return { ok: false, message: this.#missing(text, form), ...(near === undefined ? {} : { near }) }
  }

  /** The only one; of several of one name, the one whose superior is named too, or the one not closed. */
  #one(entries: readonly Entry<O>[], form: string): Entry<O> | undefined {
    if (entries.length < 2) return entries[0]
    const underParent = entries.filter(e => e.parentStem && form.includes(e.parentStem))
    if (underParent.length === 1) return underParent[0]
    const open = entries.filter(e => e.organization.closedOn === null)
    return open.length === 1 ? open[0] : undefined
  }

  #completed(form: string): Entry<O> | undefined {
    const { stem, rank } = stemOf(form)
    if (stem.length < 2) return
    const fits = (e: Entry<O>) => rank === '' || e.rank === '' || e.rank === rank
    const sameStem = this.#one(
      (this.#byStem.get(stem) ?? []).filter(e => (rank === '' ? e.rank === 'branch' || e.rank === 'group' : fits(e))),
      form,
    )
    if (sameStem || !this.#endings) return sameStem
    const longer = this.#entries.filter(e => fits(e) && (rank !== '' || e.rank === 'branch') && e.stem.length > stem.length && e.stem.endsWith(stem))
    if (longer.length) return this.#one(longer, form)
    const within = this.#entries.filter(e => fits(e) && e.stem.length >= 3 && stem.length > e.stem.length && stem.endsWith(e.stem))
    const longest = Math.max(0, ...within.map(e => e.stem.length))
    const found = this.#one(
      within.filter(e => e.stem.length === longest),
      form,
    )
    return found && this.#isBelow(found, stem.slice(0, -found.stem.length)) ? found : undefined
  }

  /** False where the words in front name another body that is not above this one: 信息系离退休支部 is not 离退休支部. */
  #isBelow(entry: Entry<O>, front: string): boolean {
    const above = new Set<string>()
    for (let at = entry.organization.parentId; at !== null && !above.has(at); at = this.#parents.get(at) ?? null) above.add(at)
    return !this.#entries.some(e => e.stem.length >= 2 && front.includes(e.stem) && !above.has(e.organization.id))
  }

  /** A slip of the pen in the only name it can be: one letter off (two in a long name), and the same numerals. */
  #near(form: string): string | undefined {
    const { stem, rank } = stemOf(form)
    if (stem.length < 3) return
    const slips = stem.length < 8 ? 1 : 2
    const [only, ...others] = this.#entries.filter(
      e => e.organization.closedOn === null && (rank === '' || e.rank === rank) && numeralsOf(e.stem) === numeralsOf(stem) && withinEdits(stem, e.stem, slips),
    )
    return only && others.length === 0 ? only.organization.name : undefined
  }

  #missing(text: string, form: string): string {
    const near = this.#entries
      .map(e => ({ name: e.organization.name, likeness: likeness(form, e.form) }))
      .filter(e => e.likeness > 0.25)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, 3)
    return `没有“${text}”${near.length ? `。最近的：${near.map(n => n.name).join('、')}` : '，请先登记这个党组织'}`
  }
}

const numeralsOf = (text: string): string => text.replaceAll(/[^0-9一二三四五六七八九十]/g, '')

/** True where so many letters written, left out or put for another make one text of the other. */
function withinEdits(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (let j = 1; j <= b.length; j++) next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (b[j - 1] === letter ? 0 : 1)))
    row = next
  }
  return (row[b.length] ?? most + 1) <= most
}

/** Share of letter pairs in common, 0 to 1. */
function likeness(a: string, b: string): number {
  const [x, y] = [pairs(a), pairs(b)]
  let common = 0
  for (const pair of x) if (y.has(pair)) common += 1
  return x.size + y.size === 0 ? 0 : (2 * common) / (x.size + y.size)
}

const pairs = (text: string): Set<string> => new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)))

const labelled = /(?:党支部|支部|党组织)(?:名称)?\s*[:：]\s*([^\s:：,，;；]+)/
const reporter = /单位(?:名称)?\s*[:：]\s*([^\s:：,，;；]+)/
const document =
  /(?:全体|在册|在职|在岗)?(?:党员|人员|同志)?(?:基本)?(?:信息|情况|学习|培训|教育|学时|考勤|签到|组织)*(?:花名册|名册|名单|登记表|统计表|信息表|一览表|台账|汇总表|采集表|签到表|明细表|考勤表|登记簿|记录表|情况表|学时表|表)$/
const whole = /(?:支部|总支|小组|支委会|支部委员会)$/

/** What a title line may say about the branch: `党支部：××`, `填报单位：××党支部`, `××党支部2025年党员花名册`. */
export function branchInTitle(line: string): string | undefined {
  const named = labelled.exec(line)?.[1]
  if (named) return named
  const bare = reporter.exec(line)?.[1] ?? withoutDocument(line)
  return whole.test(bare) && bare.length <= 40 ? bare : undefined
}

function withoutDocument(line: string): string {
  return line
    .trim()
    .replace(/^(?:附件|表)\s*\d*[-.、:：]?/, '')
    .replace(/[（(][^）)]*[）)]$/, '')
    .replaceAll(/20\d\d年?度?|(?:1[0-2]|[1-9])月份?|第[一二三四1-4]季度/g, '')
    .replace(/^(?:[一二三四五六七八九十]+[、.]|[\d\s.、-]+)/, '')
    .replace(document, '')
    .trim()
}

export interface SheetBranch<O> {
  readonly text: string
  readonly organization: O | null
}

/**
 * The branch that the sheet itself names, where it has no column for it: in a title line, or by the name of the sheet.
 * A committee in a title stands over every sheet and is never taken for the branch of the people listed under it.
 */
export function sheetBranch<O extends KnownOrganization>(names: OrganizationNames<O>, titles: readonly string[], sheetName: string): SheetBranch<O> | null {
  const inTitles = titles.map(branchInTitle).filter(text => text !== undefined)
  const onTab = withoutDocument(sheetName)
  const texts = [...inTitles, ...(onTab.length < 2 || /^(?:sheet|工作表)\d*$/i.test(onTab) ? [] : [onTab])]
  for (const text of texts) {
    const found = names.find(text)
    if (found.ok && found.organization.kind !== 'committee' && found.organization.kind !== 'workCommittee') return { text, organization: found.organization }
  }
  const claimed = texts.find(text => whole.test(text))
  return claimed === undefined ? null : { text: claimed, organization: null }
}
