import type { BodySubjects, PeopleSubjects, PersonFacts } from './quota.ts'

/** The circles of people and organizations that quotas are laid upon. */

const member = {
  of: 'people',
  categories: ['full', 'probationary'],
  since: 'joinedOn',
  newcomers: 'thisPeriod',
  rosterExempts: false,
} as const satisfies Partial<PeopleSubjects>

/** The same in every part of a year: whoever joined within the year owes that year's amount. */
export const members: PeopleSubjects = { ...member, label: '党员' }

/** Members whom 年老体弱 and the like frees from study. */
export const students: PeopleSubjects = { ...member, label: '党员', rosterExempts: true }

export const leaders: PeopleSubjects = { ...member, label: '党员领导干部', only: person => person.leader, narrow: ['leaders'] }

const section: readonly (string | null)[] = ['section', 'middle', null]

/** 乡科级 and below; a leader whose level is not on file counts among them. */
export const lesserLeaders: PeopleSubjects = { ...leaders, label: '乡科级干部', only: p => p.leader && section.includes(p.leaderLevel) }

/** 县处级 and above. */
export const higherLeaders: PeopleSubjects = { ...leaders, label: '县处级以上干部', only: p => p.leader && !section.includes(p.leaderLevel) }

/** 书记、副书记和委员. */
export const officers: PeopleSubjects = { ...member, label: '书记和班子成员', only: person => person.role !== 'none', narrow: ['officers'] }

/** 流动党员: monthly duties begin with the first whole month away. */
export const floating: PeopleSubjects = {
  ...member,
  label: '流动党员',
  only: person => person.floating,
  narrow: ['floating'],
  since: 'mobilityOn',
  newcomers: 'nextPeriod',
}

/** The first day of the republic: who joined before it is a 建国前入党老党员. */
export const republic = '1949-10-01'

/** 困难党员 and members who joined before 新中国成立 (policy 003). */
export const cared: PeopleSubjects = {
  ...member,
  label: '困难党员和建国前入党老党员',
  narrow: ['hardship', 'veterans'],
  only: (person: PersonFacts) => person.hardship || (person.joinedOn !== null && person.joinedOn < republic),
}

const body = { of: 'organizations', newcomers: 'nextPeriod' } as const satisfies Partial<BodySubjects>

export const branches: BodySubjects = { ...body, label: '党支部', kinds: ['branch'] }

/** A branch of seven full members or more has a 支委会 (支部工作条例). */
export const branchesWithCommittee: BodySubjects = { ...branches, label: '设支委会的党支部', only: branch => branch.fullMembers >= 7, byMembers: true }

export const groups: BodySubjects = { ...body, label: '党小组', kinds: ['group'] }

export const committees: BodySubjects = { ...body, label: '党委（党工委）', kinds: ['committee', 'workCommittee'] }

/** 各党组织: bodies with others below them, and branches. */
export const bodies: BodySubjects = { ...body, label: '党组织', kinds: ['committee', 'workCommittee', 'generalBranch', 'branch'] }

/** 本级: the office itself, whether or not its own body stands in the tree. */
export const office: BodySubjects = { ...body, label: '本级组织部门', kinds: [], whole: true }
