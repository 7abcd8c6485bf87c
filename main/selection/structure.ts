import type { OutputOf, InputOf } from '../../shared/api/endpoint.ts'
import type { selectionsApi } from '../../shared/api/selections.ts'
import { structureOf, type TeamMember } from '../../shared/rules/team-structure.ts'
import type { ReadScope } from '../app/scopes.ts'
import { postsHeld } from '../cadres/posts.ts'
import { highestEducation } from '../cadres/read.ts'
import { among } from '../db/among.ts'

type Db = ReadScope['db']
type Reply = OutputOf<(typeof selectionsApi)['team.structure']>

/** Whoever holds a post of the body today, counted once, with the day he or she came into it. */
type Seats = ReadonlyMap<string, { readonly since: string | null; readonly posts: readonly string[] }>

/** 班子结构 of a unit, as it is and as the candidates chosen would make it: those they follow leave, they come. */
export async function teamStructure(
  { db, today }: Pick<ReadScope, 'db' | 'today'>,
  { unit, candidateIds }: InputOf<(typeof selectionsApi)['team.structure']>,
): Promise<Reply> {
  const posts = (await postsHeld(db, today)).filter(({ kind }) => kind === 'team' || kind === 'middle')
  const units = [...new Set(posts.map(post => post.unit))]
  const coming = await candidatesOf(db, candidateIds)
  const chosen = unit ?? coming.find(({ postUnit }) => postUnit !== null)?.postUnit ?? units[0] ?? null
  const seats = seatsIn(posts.filter(post => post.unit === chosen))
  const incoming = coming.filter(({ postUnit }) => postUnit === null || postUnit === chosen)
  const leaving = new Set(
    coming.flatMap(({ personId, removedPost }) => {
      const seat = seats.get(personId)
      return seat && removedPost !== null && seat.posts.some(title => removedPost.includes(title)) ? [personId] : []
    }),
  )
  const members = await membersOf(db, [...new Set([...seats.keys(), ...incoming.map(({ personId }) => personId)])], seats)
  const stays = members.filter(({ personId }) => seats.has(personId))
  const changed = members
    .filter(({ personId }) => !leaving.has(personId) || incoming.some(one => one.personId === personId))
    .map(member => (incoming.some(({ personId }) => personId === member.personId) ? { ...member, since: today } : member))
  return {
    units,
    unit: chosen,
    members: members.map(({ personId, name, education, major, bornOn, since }) => ({
      personId,
      name,
      posts: [...(seats.get(personId)?.posts ?? [])],
      education,
      major,
      bornOn,
      since,
      change: !seats.has(personId) ? 'in' : leaving.has(personId) && !incoming.some(one => one.personId === personId) ? 'out' : null,
    })),
    before: shown(structureOf(stays, today)),
    after: candidateIds.length === 0 ? null : shown(structureOf(changed, today)),
  }
}

const shown = ({ count, averageAge, sides }: ReturnType<typeof structureOf>): Reply['before'] => ({
  count,
  averageAge,
  sides: sides.map(({ key, label, bands }) => ({ key, label, bands: bands.map(band => ({ label: band.label, personIds: [...band.personIds] })) })),
})

function seatsIn(posts: Awaited<ReturnType<typeof postsHeld>>): Seats {
  const seats = new Map<string, { since: string | null; posts: string[] }>()
  for (const { title, held } of posts)
    for (const { personId, startsOn } of held) {
      const seat = seats.get(personId)
      if (seat) seat.posts.push(title)
      else seats.set(personId, { since: startsOn, posts: [title] })
    }
  return seats
}

async function candidatesOf(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('candidate as c')
    .leftJoin('post as p', 'p.id', 'c.postId')
    .select(['c.personId', 'c.removedPost', 'p.unit as postUnit'])
    .where(among('c.id', ids))
    .where('c.voidedAt', 'is', null)
    .execute()
}

async function membersOf(db: Db, ids: readonly string[], seats: Seats): Promise<readonly TeamMember[]> {
  const rows = await db
    .selectFrom('person as p')
    .leftJoin('cadre as c', join => join.onRef('c.personId', '=', 'p.id').on('c.voidedAt', 'is', null))
    .select(['p.id', 'p.name', 'p.sex', 'p.bornOn', 'p.nation', 'p.joinedOn', 'p.education', 'c.major'])
    .select(['c.fullTimeEducation', 'c.fullTimeDegree', 'c.inServiceEducation', 'c.inServiceDegree'])
    .where(among('p.id', ids))
    .execute()
  return rows
    .map(row => ({
      personId: row.id,
      name: row.name,
      sex: row.sex,
      bornOn: row.bornOn,
      nation: row.nation,
      education: highestEducation(row) || (row.education ?? ''),
      major: row.major,
      since: seats.get(row.id)?.since ?? null,
      joinedOn: row.joinedOn,
    }))
    .toSorted((a, b) => ids.indexOf(a.personId) - ids.indexOf(b.personId))
}
