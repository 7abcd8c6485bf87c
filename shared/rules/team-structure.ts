import { ageOn, fullMonthsBetween } from './days.ts'

/** A member of a leading body as its structure sees him. */
export interface TeamMember {
  readonly personId: string
  readonly name: string
  readonly sex: string | null
  readonly bornOn: string | null
  readonly nation: string | null
  /** 最高学历学位, as written. */
  readonly education: string
  readonly major: string | null
  /** In this post since. */
  readonly since: string | null
  readonly joinedOn: string | null
}

/** One band of a structure: 36 至 45 岁, and who is in it. Who has nothing on file for it is in a band of his own. */
export interface Band {
  readonly label: string
  readonly personIds: readonly string[]
}

export interface Structure {
  readonly count: number
  /** In years, to one decimal; null where no date of birth is known. */
  readonly averageAge: number | null
  readonly sides: readonly { readonly key: string; readonly label: string; readonly bands: readonly Band[] }[]
}

const unknown = '没有登记'

/** 班子结构 on a day: by age, sex, nation, education, speciality, years in the post and Party standing. Every member is in one band of each side. */
export function structureOf(members: readonly TeamMember[], today: string): Structure {
  const ages = members.flatMap(({ bornOn }) => (bornOn === null ? [] : [ageOn(bornOn, today)]))
  const side = (key: string, label: string, order: readonly string[], bandOf: (member: TeamMember) => string) => ({
    key,
    label,
    bands: banded(members, order, bandOf),
  })
  return {
    count: members.length,
    averageAge: ages.length === 0 ? null : Math.round((ages.reduce((sum, age) => sum + age, 0) / ages.length) * 10) / 10,
    sides: [
      side(
        'age',
        '年龄',
        ageBands.map(([label]) => label),
        ({ bornOn }) => (bornOn === null ? unknown : bandIn(ageBands, ageOn(bornOn, today))),
      ),
      side('sex', '性别', ['男', '女'], ({ sex }) => (sex === 'male' ? '男' : sex === 'female' ? '女' : unknown)),
      side('nation', '民族', ['汉族', '少数民族'], ({ nation }) => (nation === null ? unknown : nation.startsWith('汉') ? '汉族' : '少数民族')),
      side(
        'education',
        '学历',
        educations.map(([label]) => label),
        ({ education }) => educationOf(education),
      ),
      side('major', '专业', [], ({ major }) => major ?? unknown),
      side(
        'tenure',
        '任现职',
        yearBands.map(([label]) => label),
        ({ since }) => (since === null ? unknown : bandIn(yearBands, fullMonthsBetween(since, today) / 12)),
      ),
      side(
        'party',
        '党龄',
        partyBands.map(([label]) => label),
        ({ joinedOn }) => (joinedOn === null ? '非中共党员' : bandIn(partyBands, fullMonthsBetween(joinedOn, today) / 12)),
      ),
    ],
  }
}

type Bands = readonly (readonly [label: string, below: number])[]

const ageBands: Bands = [
  ['35 岁以下', 36],
  ['36 至 40 岁', 41],
  ['41 至 45 岁', 46],
  ['46 至 50 岁', 51],
  ['51 至 55 岁', 56],
  ['56 岁以上', Infinity],
]
const yearBands: Bands = [
  ['不满 3 年', 3],
  ['3 至 5 年', 5],
  ['5 至 10 年', 10],
  ['10 年以上', Infinity],
]
const partyBands: Bands = [
  ['不满 10 年', 10],
  ['10 至 20 年', 20],
  ['20 至 30 年', 30],
  ['30 年以上', Infinity],
]
const educations = [
  ['研究生', ['研究生', '硕士', '博士']],
  ['大学', ['大学', '本科', '学士']],
  ['大专', ['大专', '专科']],
] as const

const bandIn = (bands: Bands, value: number): string => bands.find(([, below]) => value < below)?.[0] ?? unknown

function educationOf(text: string): string {
  if (text === '') return unknown
  return educations.find(([, words]) => words.some(word => text.includes(word)))?.[0] ?? '中专及以下'
}

/** In the order given; what is not in it follows by size, and what is not on file comes last. */
function banded(members: readonly TeamMember[], order: readonly string[], bandOf: (member: TeamMember) => string): readonly Band[] {
  const groups = Map.groupBy(members, bandOf)
  const others = [...groups.keys()]
    .filter(label => !order.includes(label) && label !== unknown)
    .toSorted((a, b) => (groups.get(b)?.length ?? 0) - (groups.get(a)?.length ?? 0))
  return [...order, ...others, ...(groups.has(unknown) ? [unknown] : [])].map(label => ({
    label,
    personIds: (groups.get(label) ?? []).map(({ personId }) => personId),
  }))
}
