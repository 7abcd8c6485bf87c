import { recordNames, records } from '../../shared/domain/index.ts'
import { type ProcedureName, procedureNames } from '../../shared/domain/procedure-case.ts'
import { type Role, roleNames } from '../../shared/domain/roles.ts'
import { boards } from '../../shared/procedures/boards.ts'
import type { RecordType } from '../../shared/records/record.ts'
import { type Topic, topicNames, topics } from '../../shared/records/topics.ts'
import type { Session } from '../../shared/api/lobby.ts'
import { type SecretClass, secretClassNames } from '../../shared/records/secrecy.ts'
import type { IconName } from '../ui/icons.ts'

const readers: readonly Role[] = ['clerk', 'head', 'reader']
const writers: readonly Role[] = ['clerk', 'head']
const everyone = roleNames

export type PlaceName =
  | 'quotas'
  | 'today'
  | 'study'
  | 'activities'
  | 'meetings'
  | 'ballots'
  | 'schemes'
  | 'people'
  | `cases ${ProcedureName}`
  | 'cadres'
  | 'posts'
  | 'cadreFiles'
  | 'teamStructure'
  | 'organizations'
  | 'development'
  | 'supervision'
  | 'effects'
  | 'integrity'
  | 'policies'
  | 'import'
  | 'forms'
  | 'workdays'
  | 'settings'
  | `register ${string}`

export interface Place {
  readonly name: PlaceName
  readonly label: string
  readonly path: string
  readonly icon: IconName
  readonly by: readonly Role[]
  /** 监督资料: for who was granted any of these. */
  readonly secret?: readonly SecretClass[]
}

export interface PlaceGroup {
  readonly label: string
  readonly topic: Topic
  readonly icon: IconName
  readonly places: readonly Place[]
}

/** Screens made for their topic; the generic registers of the topic's record types follow them. */
const made: Readonly<Record<Topic, { readonly icon: IconName; readonly places: readonly Place[] }>> = {
  study: {
    icon: 'book',
    places: [
      { name: 'study', label: '学时', path: '/study', icon: 'gauge', by: readers },
      { name: 'activities', label: '活动与签到', path: '/activities', icon: 'form', by: readers },
    ],
  },
  membership: {
    icon: 'users',
    places: [
      { name: 'people', label: '组织与人员', path: '/people', icon: 'users', by: readers },
      { name: 'organizations', label: '党组织', path: '/organizations', icon: 'tree', by: readers },
      { name: 'development', label: '发展计划', path: '/development', icon: 'gauge', by: readers },
    ],
  },
  cadres: {
    icon: 'briefcase',
    places: [
      { name: 'cadres', label: '干部信息', path: '/cadres', icon: 'briefcase', by: readers },
      { name: 'posts', label: '职位和职数', path: '/cadres/posts', icon: 'tree', by: readers },
      { name: 'teamStructure', label: '班子结构', path: '/team-structure', icon: 'users', by: readers },
      { name: 'cadreFiles', label: '任免表文件', path: '/cadres/files', icon: 'folder', by: writers },
    ],
  },
  life: { icon: 'flag', places: [{ name: 'meetings', label: '会议', path: '/meetings', icon: 'flag', by: readers }] },
  appraisal: {
    icon: 'vote',
    places: [
      { name: 'ballots', label: '评议、测评和票决', path: '/ballots', icon: 'vote', by: readers },
      { name: 'schemes', label: '考核方案', path: '/schemes', icon: 'form', by: readers },
    ],
  },
  care: { icon: 'star', places: [] },
  voice: { icon: 'chat', places: [] },
  supervision: {
    icon: 'shield',
    places: [
      { name: 'supervision', label: '监督看板', path: '/supervision', icon: 'gauge', by: readers, secret: secretClassNames },
      { name: 'effects', label: '影响期', path: '/supervision/effects', icon: 'clock', by: readers, secret: ['sanction', 'admonition'] },
      { name: 'integrity', label: '廉政档案', path: '/supervision/integrity', icon: 'folder', by: readers, secret: ['integrity'] },
    ],
  },
  service: { icon: 'link', places: [] },
  floating: { icon: 'go', places: [] },
  excellence: { icon: 'check', places: [] },
  duty: { icon: 'pillar', places: [] },
}

export const procedureOrder = Object.keys(procedureNames).filter(isProcedure)

function isProcedure(name: string): name is ProcedureName {
  return Object.hasOwn(procedureNames, name)
}

/** Every procedure has a board in its topic. */
const boardsOf = (topic: Topic): readonly Place[] =>
  procedureOrder
    .filter(name => boards[name].topic === topic)
    .map(name => ({ name: casesPlace(name), label: procedureNames[name], path: boards[name].path, icon: 'folder', by: readers }))

export const casesPlace = (name: ProcedureName): PlaceName => `cases ${name}`

/** A record type that declares a topic has a register there, without a line of its own here. */
function registersOf(topic: Topic): readonly Place[] {
  return recordNames.flatMap(name => {
    const type: RecordType = records[name]
    return type.topic === topic
      ? [
          {
            name: registerPlace(name),
            label: type.label,
            path: `/registers/${name}`,
            icon: 'table' as const,
            by: readers,
            ...(type.secret && { secret: [type.secret] }),
          },
        ]
      : []
  })
}

export const registerPlace = (name: string): PlaceName => `register ${name}`

/** The mechanisms by topic: screens made for it, boards of its procedures, then its registers. */
export const groups: readonly PlaceGroup[] = topicNames.map(topic => ({
  label: topics[topic],
  topic,
  icon: made[topic].icon,
  places: [...made[topic].places, ...boardsOf(topic), ...registersOf(topic)],
}))

/** Where the day begins: what is due, and how everything stands. */
export const front: readonly Place[] = [
  { name: 'today', label: '今日待办', path: '/today', icon: 'today', by: readers },
  { name: 'quotas', label: '指标总览', path: '/quotas', icon: 'gauge', by: readers },
]

/** What serves all of them. */
export const tools: readonly Place[] = [
  { name: 'policies', label: '制度台账', path: '/policies', icon: 'law', by: readers },
  { name: 'import', label: '数据导入', path: '/import', icon: 'upload', by: writers },
  { name: 'forms', label: '打印与导出', path: '/forms', icon: 'print', by: readers },
  { name: 'workdays', label: '工作日历', path: '/workdays', icon: 'calendar', by: readers },
  { name: 'settings', label: '参数与设置', path: '/settings', icon: 'gear', by: everyone },
]

export const mayRead = (role: Role) => readers.includes(role)
export const mayWrite = (role: Role) => writers.includes(role)

type Granted = Pick<Session, 'role' | 'modules' | 'grants'>

/** The places that somebody has a right to; groups left empty are absent. */
export function placesFor({ role, modules, grants }: Granted): {
  readonly front: readonly Place[]
  readonly groups: readonly PlaceGroup[]
  readonly tools: readonly Place[]
} {
  const allowed = (places: readonly Place[]) => places.filter(({ by, secret }) => by.includes(role) && (!secret || secret.some(one => grants.includes(one))))
  return {
    front: allowed(front),
    groups: groups
      .filter(({ topic }) => modules === null || modules.includes(topic))
      .map(group => ({ ...group, places: allowed(group.places) }))
      .filter(group => group.places.length > 0),
    tools: allowed(tools),
  }
}
