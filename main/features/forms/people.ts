import type { FormParams } from '../../../shared/api/forms.ts'
import { AppError } from '../../../shared/errors.ts'
import { unitAndPost } from '../../../shared/forms/text.ts'
import type { PartyRole } from '../../../shared/rules/roles.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { type CountedPerson, peopleStandings } from '../../quotas/standings.ts'

type Db = ReadScope['db']

/** An organization and its place in the tree, parents before children. */
export interface Place {
  readonly order: number
  readonly name: string
  readonly kind: string
}

export async function placesOf(db: Db): Promise<ReadonlyMap<string, Place>> {
  const rows = await db.selectFrom('organization').select(['id', 'parentId', 'name', 'kind']).orderBy('createdAt').orderBy('id').execute()
  const known = new Set(rows.map(row => row.id))
  const children = Map.groupBy(rows, row => (row.parentId !== null && known.has(row.parentId) ? row.parentId : null))
  const places = new Map<string, Place>()
  const visit = (parent: string | null) => {
    for (const { id, name, kind } of children.get(parent) ?? []) {
      if (places.has(id)) continue
      places.set(id, { order: places.size, name, kind })
      visit(id)
    }
  }
  visit(null)
  return places
}

/** Everyone a yearly form is about, branch by branch: 书记, 班子成员, then members by the sound of their names. */
export async function peopleOfForm(
  { db, today }: ReadScope,
  year: number,
  { organizationId, personIds }: FormParams,
  places: ReadonlyMap<string, Place>,
): Promise<CountedPerson[]> {
  const found = await peopleStandings(db, { quota: 'study-hours', year, organizationId, ids: personIds, today })
  const sounds = new Map((await db.selectFrom('person').select(['id', 'nameOrder']).execute()).map(p => [p.id, p.nameOrder]))
  return found.toSorted(
    (a, b) =>
      orderOf(a, places) - orderOf(b, places) ||
      rankOf(a) - rankOf(b) ||
      compare(sounds.get(a.entry.id) ?? '', sounds.get(b.entry.id) ?? '') ||
      compare(a.entry.id, b.entry.id),
  )
}

const orderOf = ({ entry }: CountedPerson, places: ReadonlyMap<string, Place>) =>
  entry.organizationId === null ? Infinity : (places.get(entry.organizationId)?.order ?? Infinity)
const rankOf = ({ entry }: CountedPerson) => (entry.role === 'secretary' ? 0 : entry.role === 'none' ? 3 : entry.post?.includes('副书记') ? 1 : 2)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** What the form is of: an organization by name, or the whole office. */
export function scopeName({ office }: ReadScope, { organizationId }: FormParams, places: ReadonlyMap<string, Place>): string {
  if (organizationId === undefined) return office.name
  const place = places.get(organizationId)
  if (!place) throw new AppError('record.notFound', { label: '党组织' })
  return place.name
}

export interface Standing {
  readonly role: PartyRole
  readonly post: string | null
  readonly category: string
  readonly place: Place | undefined
}

const secretaryOf: Readonly<Record<string, string>> = { branch: '支部书记', generalBranch: '总支书记', committee: '党委书记', workCommittee: '党工委书记' }
const bodies = ['党工委', '党委', '总支', '支部']

/** 党委书记 is that in whatever branch its holder is a member; a bare 书记 is of the body he or she belongs to. */
function secretaryWord(post: string, kind: string): string {
  const offices = post.split(/[、，,；;/\s兼]+/).filter(title => title.includes('书记') && !title.includes('副书记'))
  const body = bodies.find(b => offices.some(office => office.includes(b)))
  return body ? `${body}书记` : (secretaryOf[kind] ?? '书记')
}

const memberWord = (category: string) => (category === 'probationary' ? '预备党员' : '党员')

/** 对象类别 */
export function categoryOf({ role, post, category, place }: Standing): string {
  if (role === 'secretary') return secretaryWord(post ?? '', place?.kind ?? '')
  return role === 'committee' ? '班子成员' : memberWord(category)
}

/** 类别, as a branch calls its own. */
export function shortCategoryOf({ role, post, category }: Standing): string {
  if (role === 'secretary') return '书记'
  if (role === 'none') return memberWord(category)
  return post?.includes('副书记') ? '副书记' : '委员'
}

/** 时任单位（党支部）及职务 */
export const postOf = ({ post, role, category, place }: Standing): string =>
  unitAndPost(place?.name ?? '', role === 'none' || !post ? memberWord(category) : post)

export const standingFacts = ({ entry }: Pick<CountedPerson, 'entry'>, places: ReadonlyMap<string, Place>): Standing => ({
  role: entry.role,
  post: entry.post,
  category: entry.category,
  place: entry.organizationId === null ? undefined : places.get(entry.organizationId),
})
