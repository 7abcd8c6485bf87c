import type { OutputOf } from '../../../shared/api/endpoint.ts'
import type { meetingApi } from '../../../shared/api/meeting.ts'
import { activityKinds } from '../../../shared/domain/activity.ts'
import type { MeetingKind } from '../../../shared/domain/meeting.ts'
import { maskIdNumber } from '../../../shared/rules/id-number.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { among } from '../../db/among.ts'
import { groundFor, membersOn } from '../../quotas/attending.ts'
import { isVoter, memberFields } from '../../quotas/members.ts'
import { officers } from '../../quotas/officers.ts'
import { subtreeIds } from '../../records/subtree.ts'

type Db = ReadScope['db']
type Expected = OutputOf<(typeof meetingApi)['meeting.expected']>
type Audience = 'members' | 'officers' | 'nobody'

export interface Planned {
  readonly kind: MeetingKind
  readonly organizationId: string
  readonly day: string
}

/** Whom each kind of meeting asks. 例会 and 联席会议 are of other units' people: no roster says who. */
const audiences: Readonly<Record<MeetingKind, Audience>> = {
  memberMeeting: 'members',
  themeDay: 'members',
  partyLecture: 'members',
  lifeMeeting: 'members',
  appraisalMeeting: 'members',
  groupMeeting: 'members',
  committeeMeeting: 'officers',
  democraticLife: 'officers',
  centerGroup: 'officers',
  partyBuilding: 'officers',
  workMeeting: 'nobody',
  jointMeeting: 'nobody',
}

const columns = ['id', 'name', 'nameOrder', 'idNumber', 'organizationId', ...memberFields, 'mobility', 'mobilityOn', 'exemptReason', 'partyPost'] as const

/** Who is expected at a meeting, from the roster on its day, with the grounds for not counting someone that the records show. */
export async function expectedAt(db: Db, planned: Planned): Promise<Expected> {
  const { kind, organizationId, day } = planned
  const places = new Map((await db.selectFrom('organization').select(['id', 'name', 'nameOrder']).execute()).map(o => [o.id, o]))
  const body = places.get(organizationId)?.name ?? ''
  const held = (await officers(db, day)).get(organizationId) ?? []
  const secretary = held.find(o => o.post.includes('书记') && !o.post.includes('副书记'))?.name ?? null
  const posts = new Map(held.map(o => [o.id, o.post]))
  const where =
    audiences[kind] === 'officers'
      ? new Map(held.map(o => [o.id, null]))
      : audiences[kind] === 'members'
        ? await membersOn(db, new Set(await subtreeIds(db, organizationId)), day)
        : new Map()
  const rows = await db.selectFrom('person').select(columns).where(among('id', where.keys())).execute()
  const people = rows
    .map(p => ({ ...p, at: where.get(p.id) ?? p.organizationId }))
    .sort((a, b) => compare(places.get(a.at ?? '')?.nameOrder, places.get(b.at ?? '')?.nameOrder) || compare(a.nameOrder, b.nameOrder))
    .map(p => ({
      personId: p.id,
      name: p.name,
      idNumber: maskIdNumber(p.idNumber),
      organizationId: p.at,
      organization: places.get(p.at ?? '')?.name ?? '',
      post: posts.get(p.id) ?? p.partyPost,
      voter: isVoter(p, day),
      proposal: groundFor(p, day),
    }))
  return {
    basis: basisOf(planned, body, people.length),
    people,
    voters: people.filter(p => p.voter).length,
    proposed: people.filter(p => p.proposal !== null).length,
    secretary,
  }
}

function basisOf({ kind, day }: Planned, body: string, count: number): string {
  const what = activityKinds[kind]
  switch (audiences[kind]) {
    case 'members':
      return count > 0 ? `${day} 在${body}的正式党员和预备党员` : `${day} 的花名册上，${body}没有党员`
    case 'officers':
      return count > 0 ? `${day} ${body}的书记和班子成员` : `台账里没有${body}在 ${day} 的班子成员：在人员的“党内职务”或“党内任职”里登记`
    case 'nobody':
      return `${what}没有固定的应到名单，按通知逐个加人`
  }
}

const compare = (a = '', b = '') => (a < b ? -1 : a > b ? 1 : 0)
