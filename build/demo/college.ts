import { type Body, type Plan, type Sort, upperBody } from './body.ts'

interface BranchSpec {
  readonly name: string
  readonly upper: number
  readonly sort: Sort
  readonly members: number
  readonly exempt: number
  readonly officers: number
  readonly quality: number
  readonly upperPosts?: readonly string[]
}

const above = ['机关党总支', '机电工程系党总支', '信息工程系党总支', '经济管理系党总支', '建筑工程系党总支']

const branches: readonly BranchSpec[] = [
  { name: '机关第一党支部', upper: 1, sort: 'staff', members: 33, exempt: 2, officers: 5, quality: 0.97, upperPosts: ['党委书记', '党委副书记'] },
  { name: '机关第二党支部', upper: 1, sort: 'staff', members: 29, exempt: 2, officers: 5, quality: 0.9 },
  { name: '机电工程系教工党支部', upper: 2, sort: 'staff', members: 37, exempt: 3, officers: 5, quality: 0.88 },
  { name: '机电工程系学生党支部', upper: 2, sort: 'students', members: 27, exempt: 0, officers: 4, quality: 0.93 },
  { name: '信息工程系教工党支部', upper: 3, sort: 'staff', members: 33, exempt: 2, officers: 5, quality: 0.85 },
  { name: '信息工程系学生党支部', upper: 3, sort: 'students', members: 24, exempt: 0, officers: 4, quality: 0.95 },
  { name: '经济管理系教工党支部', upper: 4, sort: 'staff', members: 33, exempt: 2, officers: 5, quality: 0.87 },
  { name: '经济管理系学生党支部', upper: 4, sort: 'students', members: 22, exempt: 0, officers: 3, quality: 0.94 },
  { name: '建筑工程系教工党支部', upper: 5, sort: 'staff', members: 30, exempt: 2, officers: 5, quality: 0.77 },
  { name: '基础部党支部', upper: 0, sort: 'staff', members: 25, exempt: 1, officers: 4, quality: 0.9 },
  { name: '后勤服务中心党支部', upper: 0, sort: 'enterprise', members: 21, exempt: 1, officers: 4, quality: 0.7 },
  { name: '离退休党支部', upper: 0, sort: 'retired', members: 23, exempt: 34, officers: 3, quality: 0.74 },
]

/** A college of 386 members in 12 branches, 49 of them exempt. */
export function collegePlan(): Plan {
  const bodies: readonly Body[] = [
    upperBody('中共临江工业职业学院委员会', 'committee', null, 'school', 'staff'),
    ...above.map(name => upperBody(name, 'generalBranch', 0, null, 'staff')),
    ...branches.map(({ upperPosts = [], ...branch }): Body => ({ ...branch, kind: 'branch', unitKind: null, upperPosts })),
  ]
  return {
    name: '临江工业职业学院党委',
    preset: 'college',
    bodies,
    school: '中共临江市委党校',
    others: 28,
    departed: 4,
    women: 0.42,
    young: 0.3,
    committeeMeetings: true,
  }
}
