import { expect, test } from 'vitest'
import { isReady, schemeFaults, schemeFindings, type SchemeShape } from '../../shared/rules/schemes.ts'

const group = (code: string, label: string, weight: number, minimum: number | null = null) => ({ code, label, weight, minimum })
const item = (number: number, points: number, name = `指标${number}`) => ({ number, area: '学习教育', name, points })

const whole: SchemeShape = {
  target: 'member',
  excellentFrom: 90,
  qualifiedFrom: 75,
  basicFrom: 60,
  items: [item(1, 40), item(2, 60)],
  groups: [group('leaders', '领导考评', 20), group('cadres', '干部考评', 20), group('members', '党员互评', 30), group('students', '同学考评', 30)],
  vetoes: [{ number: 1, matter: '受到党纪处分' }],
}
const messages = (change: Partial<SchemeShape>) => schemeFindings({ ...whole, ...change }).map(({ tone, message }) => `${tone} ${message}`)
const faults = (change: Partial<SchemeShape>) => schemeFaults({ ...whole, ...change }).map(({ message }) => message)

test('a whole scheme has nothing to mend, and says under which clause its weights stand', () => {
  expect(schemeFaults(whole)).toEqual([])
  expect(isReady(whole)).toBe(true)
  expect(messages({})).toEqual(['good 满分 100', 'good 权重合计 100%', 'good 党员互评和同学考评合计 60%，过半', 'good 分数线 优秀 90，合格 75，基本合格 60'])
  expect(schemeFindings(whole).find(({ code }) => code === 'majority')?.clause).toContain('以一般党员互评和同学考评为基本依据')
})

test.each([
  [[25, 25, 25, 25], '党员互评和同学考评合计 50%，没有过半'],
  [[30, 30, 20, 20], '党员互评和同学考评合计 40%，没有过半'],
])('互评 and 同学考评 that weigh half or less of %j fall short of the document', (weights, message) => {
  const groups = whole.groups.map((g, i) => ({ ...g, weight: weights[i] ?? 0 }))
  expect(messages({ groups })).toContain(`short ${message}`)
  expect(isReady({ ...whole, groups })).toBe(false)
})

test('half a hundredth over the half is over it', () => {
  const groups = [group('leaders', '领导考评', 49.99), group('members', '党员互评', 50.01)]
  expect(messages({ groups })).toContain('good 党员互评和同学考评合计 50.01%，过半')
})

test('weights that are a hundredth off 100 are named with what is missing or too much', () => {
  const three = [group('a', '甲', 33.33), group('b', '乙', 33.33), group('c', '丙', 33.33)]
  expect(messages({ groups: three })).toContain('short 权重合计 99.99%，差 0.01%')
  expect(messages({ groups: [...three, group('d', '丁', 0.02)] })).toContain('short 权重合计 100.01%，多 0.01%')
  expect(messages({ groups: [...three, group('d', '丁', 0.01)] })).toContain('good 权重合计 100%')
})

test('a scheme of organizations is not asked for 互评; of 基层和群众 less than half is said, not refused', () => {
  const groups = [group('reviewers', '考评组', 70), group('masses', '基层和群众', 30)]
  const found = schemeFindings({ ...whole, target: 'organization', groups })
  expect(found.map(({ code }) => code)).not.toContain('majority')
  expect(found.find(({ code }) => code === 'masses')).toMatchObject({ tone: 'plain', message: '基层和群众占 30%，不到一半' })
  expect(isReady({ ...whole, target: 'organization', groups })).toBe(true)
})

test('cut-offs must fall, and none may lie above the full score', () => {
  expect(messages({ excellentFrom: 90, qualifiedFrom: 90 })).toContain('short 合格线 90 应低于前一条线')
  expect(messages({ qualifiedFrom: null, basicFrom: 95 })).toContain('short 基本合格线 95 应低于前一条线')
  expect(messages({ excellentFrom: 100.5 })).toContain('short 优秀线 100.5 高于满分 100')
  expect(messages({ excellentFrom: null, qualifiedFrom: null, basicFrom: null })).toContain('plain 没有分数线，不建议等次')
})

test('a line without points, a weight outside 0 to 100 and a number twice cannot be kept', () => {
  expect(faults({ items: [item(1, 0, '学习'), item(1, 60.005, '纪律')] })).toEqual([
    '“学习”的分值应大于 0，不超过 1000',
    '“纪律”的分值最多两位小数',
    '指标序号 1 出现两次',
  ])
  expect(faults({ groups: [group('members', '党员互评', 101), group('members', '同学考评', 10, 120)] })).toEqual([
    '“党员互评”的权重应在 0 到 100 之间',
    '“同学考评”的最低参评率应在 0 到 100 之间',
    '考评人“同学考评”出现两次',
  ])
  expect(faults({ vetoes: [{ number: 1, matter: ' ' }] })).toEqual(['第 1 条一票否决事项没有填内容'])
})
