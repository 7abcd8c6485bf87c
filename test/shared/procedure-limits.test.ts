import { expect, test } from 'vitest'
import { ballots } from '../../shared/ballots/index.ts'
import type { ProcedureName } from '../../shared/domain/procedure-case.ts'
import { fiveSystems } from '../../shared/procedures/five-systems.ts'
import { withLocal } from '../../shared/procedures/in-force.ts'
import { procedures } from '../../shared/procedures/index.ts'
import type { Step } from '../../shared/procedures/procedure.ts'
import { voteRemarks } from '../../shared/procedures/vote-remarks.ts'
import { lastDate } from '../../shared/rules/days.ts'
import type { CaseFacts, StepRecord } from '../../shared/rules/procedure.ts'
import { type Declared, declaredLimits, limitKey, type LimitKind } from '../support/limits.ts'
import { begun, done, saidIn, standingOn, stepIn } from '../support/standings.ts'

/** The day before and the day after, by the clock and not by the program's own reckoning. */
const shifted = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** From a day to the last (or first) that a limit allows: written by hand. */
type Edge = readonly [from: string, edge: string]

const oneMonth: readonly Edge[] = [
  ['2026-06-01', '2026-07-01'],
  ['2026-01-31', '2026-02-28'],
  ['2024-01-31', '2024-02-29'],
  ['2026-03-31', '2026-04-30'],
  ['2026-12-31', '2027-01-31'],
]
const threeMonths: readonly Edge[] = [
  ['2026-06-18', '2026-09-18'],
  ['2026-11-30', '2027-02-28'],
  ['2027-11-30', '2028-02-29'],
  ['2024-02-29', '2024-05-29'],
]
const sixMonths: readonly Edge[] = [
  ['2026-06-18', '2026-12-18'],
  ['2026-08-31', '2027-02-28'],
  ['2027-08-31', '2028-02-29'],
  ['2024-02-29', '2024-08-29'],
  ['2025-03-31', '2025-09-30'],
]
const oneYear: readonly Edge[] = [
  ['2026-06-18', '2027-06-18'],
  ['2024-02-29', '2025-02-28'],
  ['2027-02-28', '2028-02-28'],
  ['2025-12-31', '2026-12-31'],
]
const eighteenYears: readonly Edge[] = [
  ['2008-06-01', '2026-06-01'],
  ['2008-02-29', '2026-02-28'],
  ['2007-12-31', '2025-12-31'],
]
const fiveYears: readonly Edge[] = [
  ['2021-11-22', '2026-11-22'],
  ['2024-02-29', '2029-02-28'],
  ['2020-12-31', '2025-12-31'],
]
const threeDays: readonly Edge[] = [
  ['2026-05-06', '2026-05-08'],
  ['2024-02-28', '2024-03-01'],
  ['2026-02-27', '2026-03-01'],
  ['2026-12-30', '2027-01-01'],
]
const ninetyDays: readonly Edge[] = [
  ['2026-03-01', '2026-05-30'],
  ['2024-01-15', '2024-04-14'],
  ['2026-12-31', '2027-03-31'],
]
/** What the letter itself says, nearer or further than 90 days. */
const statedDays: readonly Edge[] = [
  ['2026-03-01', '2026-03-31'],
  ['2024-01-15', '2024-02-29'],
  ['2026-12-31', '2027-06-30'],
]
/** Five working days over an ordinary week, 国庆, 中秋, 春节 and 劳动节 with their 调休, and into years whose notice is not on file. */
const fiveWorkingDays: readonly Edge[] = [
  ['2026-11-02', '2026-11-09'],
  ['2026-09-29', '2026-10-12'],
  ['2026-09-18', '2026-09-24'],
  ['2026-02-12', '2026-02-26'],
  ['2026-04-30', '2026-05-11'],
  ['2025-01-24', '2025-02-07'],
  ['2026-12-29', '2027-01-05'],
  ['2027-09-29', '2027-10-06'],
  ['2024-02-28', '2024-03-06'],
]
const fiveWithTheFirst: readonly Edge[] = [
  ['2026-11-02', '2026-11-06'],
  ['2026-09-29', '2026-10-10'],
  ['2026-09-18', '2026-09-23'],
  ['2026-02-12', '2026-02-25'],
  ['2026-04-30', '2026-05-09'],
]

const threeMonthsBefore: readonly Edge[] = [
  ['2026-12-18', '2026-09-18'],
  ['2026-05-31', '2026-02-28'],
  ['2024-05-31', '2024-02-29'],
  ['2027-01-31', '2026-10-31'],
]
const both = ['2014-05-28', '2026-05-11'] as const

interface Limit {
  readonly procedure: ProcedureName
  readonly rules: readonly string[]
  readonly step: string
  readonly kind: LimitKind
  /** The step or fact it is counted from. */
  readonly from?: string
  /** The article as the newest rules have it; 2014's were not seen and are shown so. */
  readonly article: string
  readonly words: string
  readonly edges?: readonly Edge[]
  /** Counts just under, at and over what is asked for. */
  readonly counts?: readonly (readonly [count: number, fine: boolean])[]
  readonly first?: readonly Edge[]
}

const membership = (step: string, kind: LimitKind, article: string, words: string, more: Partial<Limit>): Limit => ({
  procedure: 'membership',
  rules: both,
  step,
  kind,
  article,
  words,
  ...more,
})
const disposal = (step: string, kind: LimitKind, article: string, words: string, more: Partial<Limit>): Limit => ({
  ...membership(step, kind, article, words, more),
  procedure: 'disposal',
  rules: ['2024-06-16'],
})
const selection = (step: string, kind: LimitKind, article: string, words: string, more: Partial<Limit>): Limit => ({
  ...membership(step, kind, article, words, more),
  procedure: 'selection',
  rules: ['2019-03-03'],
})

const exactly = (n: number) => [[n - 1, false] as const, [n, true] as const, [n + 1, false] as const]
const atLeast = (n: number) => [[n - 1, false] as const, [n, true] as const, [n + 1, true] as const]
/** Of 24 with a vote; and of 23, where half is no whole number. */
const overHalf = [[11, false] as const, [12, false] as const, [13, true] as const, [14, true] as const]
/** Of 24 who should be there; two thirds themselves are enough. */
const twoThirds = [[14, false] as const, [15, false] as const, [16, true] as const, [17, true] as const]

const limits: readonly Limit[] = [
  membership('application', 'notBefore', '细则第五条', '年满十八岁才能申请入党', { from: 'bornOn', edges: eighteenYears }),
  membership('application', 'notBefore', '处置办法', '劝退、除名后 5 年内不得重新入党', { from: 'removedOn', edges: fiveYears }),
  membership('talk', 'notAfter', '细则第七条', '收到入党申请书后一个月内谈话', { from: 'application', edges: oneMonth }),
  membership('talk', 'people', '细则第七条', '派人谈话', { counts: atLeast(1) }),
  membership('contacts', 'people', '细则第九条', '一至两名正式党员作培养联系人', {
    counts: [
      [0, false],
      [1, true],
      [2, true],
      [3, false],
    ],
  }),
  membership('inspection', 'every', '细则第十一条', '每半年考察一次', { from: 'recommendation', edges: sixMonths }),
  membership('consultation', 'notBefore', '细则第十三条', '经过一年以上培养教育和考察', { from: 'recommendation', edges: oneYear }),
  membership('candidateNotice', 'lasts', '细则第十三条', '公示期不少于五个工作日', { rules: ['2026-05-11'], edges: fiveWorkingDays, first: fiveWithTheFirst }),
  membership('sponsors', 'people', '细则第十四条', '两名正式党员作入党介绍人', { counts: exactly(2) }),
  membership('course', 'lasts', '细则第十七条', '集中培训一般不少于三天', { edges: threeDays }),
  membership('course', 'orHours', '细则第十七条', '或者不少于二十四个学时', {
    counts: [
      [23.99, false],
      [24, true],
      [24.01, true],
    ],
  }),
  membership('meeting', 'notAfter', '细则第十九条', '预审合格后一个月内提交党员大会', { from: 'preview', edges: oneMonth }),
  membership('meeting', 'notAfter', '细则（2014）第十九条', '未来三个月内将离开单位的一般不办理', { from: 'leavesOn', edges: threeMonthsBefore }),
  membership('meeting', 'quorum', '细则第十九条', '实到有表决权的超过应到的半数', { counts: overHalf }),
  membership('meeting', 'passing', '细则第二十条', '赞成人数超过应到有表决权的半数', { counts: overHalf }),
  membership('superiorTalk', 'people', '派人谈话（各地做法）', '审批前派人谈话', { counts: atLeast(1) }),
  membership('approval', 'notAfter', '细则第二十五条', '党委三个月内审批', { from: 'meeting', edges: threeMonths }),
  membership('approval', 'notAfterExtended', '细则第二十五条', '特殊情况延长审批不超过六个月', { from: 'meeting', edges: sixMonths }),
  membership('oath', 'notAfter', '细则第二十九条', '一般在批准后一个月内宣誓', { from: 'approval', edges: oneMonth }),
  membership('probationInspection', 'every', '预备期考察（各地做法）', '每半年考察一次', { from: 'meeting', edges: sixMonths }),
  membership('conversionApplication', 'notBefore', '细则第三十一条', '预备期一年，从大会通过之日算起', { from: 'meeting', edges: oneYear }),
  membership('conversionMeeting', 'notBefore', '细则第三十一条', '预备期满才讨论转正', { from: 'meeting', edges: oneYear }),
  membership('conversionMeeting', 'quorum', '细则第三十二条', '实到有表决权的超过应到的半数', { counts: overHalf }),
  membership('conversionMeeting', 'passing', '细则第三十二条', '赞成人数超过应到有表决权的半数', { counts: overHalf }),
  membership('conversionMeeting', 'prolongedAtLeast', '细则第三十一条', '延长预备期不能少于半年', {
    edges: [
      ['2026-06-18', '2027-12-18'],
      ['2026-08-31', '2028-02-29'],
      ['2024-02-29', '2025-08-28'],
    ],
  }),
  membership('conversionMeeting', 'prolongedAtMost', '细则第三十一条', '延长预备期最长不超过一年', {
    edges: [
      ['2026-06-18', '2028-06-18'],
      ['2026-08-31', '2028-08-31'],
      ['2024-02-29', '2026-02-28'],
    ],
  }),
  membership('conversionMeeting', 'prolongedOnce', '细则第三十一条', '预备期只能延长一次', {
    counts: [
      [0, true],
      [1, true],
      [2, false],
    ],
  }),
  membership('conversionApproval', 'notAfter', '细则第三十三条', '转正三个月内审批', { from: 'conversionMeeting', edges: threeMonths }),
  membership('extensionApproval', 'notAfter', '党章第七条（期限待核）', '延长预备期三个月内审批', { from: 'conversionMeeting', edges: threeMonths }),
  membership('cancellationApproval', 'notAfter', '党章第七条（期限待核）', '取消预备党员资格三个月内审批', {
    from: 'conversionMeeting',
    edges: threeMonths,
  }),
  membership('archive', 'people', '细则第三十六条', '归档有经手人', { counts: atLeast(1) }),
  disposal('investigation', 'people', '处置办法', '成立调查组', { counts: atLeast(2) }),
  disposal('talk', 'people', '处置办法', '两名正式党员谈话', { counts: atLeast(2) }),
  disposal('meeting', 'quorum', '支部工作条例第十一条', '实到有表决权的超过应到的半数', { counts: overHalf }),
  disposal('meeting', 'passing', '支部工作条例第十一条', '赞成人数超过应到有表决权的半数', { counts: overHalf }),
  disposal('help', 'every', '帮教（各地做法）', '每月一次帮教', { from: 'announcement', edges: oneMonth }),
  disposal('help', 'people', '处置办法', '帮教有联系人', { counts: atLeast(1) }),
  disposal('recheck', 'notBefore', '处置办法', '限期改正一般为 6 个月', { from: 'approval', edges: sixMonths }),
  disposal('recheck', 'notAfter', '处置办法', '限期改正最长不超过 1 年', { from: 'approval', edges: oneYear }),
  selection('leaders', 'people', '条例第六章', '征求分管领导意见', { counts: atLeast(1) }),
  selection('team', 'people', '条例第三十三条', '考察组由两名以上成员组成', { counts: atLeast(2) }),
  selection('consultation', 'people', '条例第六章', '酝酿征求意见', { counts: atLeast(1) }),
  selection('assessed', 'notAfter', '条例（2019）', '推荐结果一年内有效', { from: 'meetingRecommendation', edges: oneYear }),
  selection('officeMeeting', 'people', '条例第六章', '一人主持', { counts: exactly(1) }),
  selection('committeeMeeting', 'people', '条例第六章', '一人主持', { counts: exactly(1) }),
  selection('committeeMeeting', 'quorum', '条例（2019）', '必须有三分之二以上成员到会', { counts: twoThirds }),
  selection('committeeMeeting', 'passing', '条例（2019）', '以应到会成员超过半数同意形成决定', { counts: overHalf }),
  selection('publicNotice', 'lasts', '条例第四十二条', '公示期不少于五个工作日', { edges: fiveWorkingDays, first: fiveWithTheFirst }),
  selection('appointmentTalk', 'people', '条例第七章', '任职谈话', { counts: atLeast(1) }),
  selection('probation', 'notBefore', '试用期暂行规定第三条', '试用期为一年，从发出试用任职通知时计算', { from: 'notice', edges: oneYear }),
  {
    procedure: 'relationTransfer',
    rules: ['2019-05-06'],
    step: 'receipt',
    kind: 'notAfter',
    from: 'letter',
    article: '组织关系介绍信（各地做法）',
    words: '有效期一般不超过 90 天',
    edges: ninetyDays,
  },
  {
    procedure: 'relationTransfer',
    rules: ['2019-05-06'],
    step: 'receipt',
    kind: 'notAfterStated',
    from: 'letter',
    article: '组织关系介绍信（各地做法）',
    words: '信上写了有效期的以信为准',
    edges: statedDays,
  },
]

const stepsOf = (procedure: ProcedureName, startsOn: string): readonly Step[] =>
  procedures[procedure].rules.find(found => found.startsOn === startsOn)?.steps ?? []

/** Everything that comes before a step, done on a day, so that nothing but the limit holds it back. */
function before(steps: readonly Step[], key: string, day: string): readonly StepRecord[] {
  const wanted = new Set<string>()
  const decided = new Map<string, string>()
  const take = (of: string): void => {
    const step = steps.find(found => found.key === of)
    if (!step || wanted.has(of)) return
    wanted.add(of)
    if (step.when?.results[0] !== undefined) {
      decided.set(step.when.step, step.when.results[0])
      take(step.when.step)
    }
    step.needs.forEach(take)
  }
  take(key)
  return [...wanted]
    .filter(of => of !== key)
    .map(of => done(of, day, { result: decided.get(of) ?? steps.find(found => found.key === of)?.results?.[0]?.key ?? null }))
}

/** What is remarked on at a day around an edge, and how the step stands there; each kind of limit is held in its own way. */
function around({ procedure, step: key, kind, from = '' }: Limit, startsOn: string, [start, edge]: Edge, day: string, more: Partial<CaseFacts> = {}) {
  const steps = stepsOf(procedure, startsOn)
  const fact = ['bornOn', 'removedOn', 'leavesOn'].includes(from)
  const facts = fact ? { [from]: start } : {}
  const stated = kind === 'notAfterStated' ? edge : null
  const known = before(steps, key, fact ? shifted(day, -5) : start).map(record => (record.step === from ? { ...record, extendedTo: stated } : record))
  const path = fact || known.some(record => record.step === from) ? known : [...known, done(from, start, { extendedTo: stated })]
  const extension = kind === 'notAfterExtended' ? '情况特殊' : null
  const given = { steps, facts, ...more }
  const taken = kind === 'lasts' ? done(key, day, { startedOn: start }) : done(key, day, { extension })
  const own = kind === 'notAfterExtended' ? [begun(key, start, { extension })] : []
  return {
    remarks: stepIn(standingOn('2100-01-01', [...path, taken], given), key).remarks,
    untaken: stepIn(standingOn(day, [...path, ...own], given), key),
  }
}
/** 2014's articles were not seen: no number is made up for them. */
const articleOf = ({ article }: Limit, rules: string) => (rules === '2014-05-28' && article.startsWith('细则第') ? '细则（2014，条号待核）' : article)

const dated: readonly LimitKind[] = ['notBefore', 'notAfter', 'notAfterExtended', 'notAfterStated', 'lasts', 'every']
const codeOf: Partial<Record<LimitKind, string>> = {
  notBefore: 'early',
  notAfter: 'late',
  notAfterExtended: 'late',
  notAfterStated: 'late',
  lasts: 'short',
  every: 'gap',
}

const daysAround = limits
  .filter(({ kind }) => dated.includes(kind))
  .flatMap(limit =>
    limit.rules.flatMap(rules =>
      [...(limit.edges ?? []).map(edge => [edge, false] as const), ...(limit.first ?? []).map(edge => [edge, true] as const)].flatMap(
        ([[start, edge], countFirstDay]) =>
          ([-1, 0, 1] as const).map(offset => {
            const least = limit.kind === 'notBefore' || limit.kind === 'lasts'
            const fine = least ? offset >= 0 : offset <= 0
            const where = offset < 0 ? '前一天' : offset > 0 ? '次日' : '当天'
            const title = `${articleOf(limit, rules)}：${limit.words}${countFirstDay ? '，当天算一天' : ''}，自 ${start} 算，${edge} ${where}${fine ? '不提示' : '提示'}`
            return { title, limit, rules, start, edge, offset, fine, countFirstDay }
          }),
      ),
    ),
  )

test.each(daysAround.map(found => [found.title, found] as const))('%s', (_title, { limit, rules, start, edge, offset, fine, countFirstDay }) => {
  const day = shifted(edge, offset)
  const { remarks, untaken } = around(limit, rules, [start, edge], day, { countFirstDay })
  const own = remarks.filter(({ code }) => code === codeOf[limit.kind])
  expect(own).toHaveLength(fine ? 0 : 1)
  for (const { clause } of own) if (rules === '2014-05-28' && limit.article.startsWith('细则第')) expect(clause).toContain('条号待核')
  for (const { clause } of own)
    if (rules === '2026-05-11' && limit.article.startsWith('细则第')) expect(clause).toBe(`《中国共产党发展党员工作细则》（2026）${limit.article.slice(2)}`)
  if (limit.kind === 'notBefore') expect(untaken).toMatchObject({ from: edge, state: offset < 0 ? 'waiting' : 'open' })
  if (['notAfter', 'notAfterExtended', 'notAfterStated', 'every'].includes(limit.kind)) {
    expect(untaken.until).toBe(edge)
    expect([untaken.state === 'overdue', untaken.overdueBy]).toEqual([!fine, fine ? 0 : 1])
  }
})

test.each([...fiveWorkingDays, ...fiveWithTheFirst].map(([start]) => start))(
  '细则第十三条：自 %s 公示的五个工作日，没有放假通知的年份标明暂算，有通知的不标',
  start => {
    const posted = stepIn(standingOn(start, [begun('candidateNotice', start)]), 'candidateNotice')
    const unknown = [...new Set([start, posted.lastsUntil ?? ''].map(day => Number(day.slice(0, 4))))].filter(year => year > 2026)
    expect(posted.provisional).toEqual(unknown)
  },
)

const counted = limits
  .filter(({ counts }) => counts !== undefined)
  .flatMap(limit => limit.rules.flatMap(rules => (limit.counts ?? []).map(([count, fine]) => ({ limit, rules, count, fine }))))
  .map(found => ({
    ...found,
    title: `${articleOf(found.limit, found.rules)}：${found.limit.words}，${found.count}${found.fine ? ' 不提示' : ' 提示'}`,
  }))

test.each(counted.map(found => [found.title, found] as const))('%s', (_title, { limit, rules, count, fine }) => {
  const { procedure, step: key, kind } = limit
  const steps = stepsOf(procedure, rules)
  const step = steps.find(found => found.key === key)
  if (!step) throw new Error(key)
  if (kind === 'people') {
    const people = Array.from({ length: count }, (_, i) => `党员${i}`).join('、')
    const decided = step.when ? before(steps, key, '2026-05-01') : []
    const said = stepIn(standingOn('2026-11-23', [...decided, done(key, '2026-06-01', { people })], { steps }), key).remarks
    expect(said.filter(({ code }) => code === 'people')).toHaveLength(fine ? 0 : 1)
  } else if (kind === 'orHours') {
    const held = done(key, '2026-06-01', { startedOn: '2026-06-01', hours: count })
    expect(stepIn(standingOn('2026-11-23', [held], { steps }), key).remarks.filter(({ code }) => code === 'short')).toHaveLength(fine ? 0 : 1)
  } else if (kind === 'quorum' || kind === 'passing') {
    const result = step.results?.[0]?.key ?? null
    const cast = (eligible: number, n: number) => ({
      eligible,
      present: kind === 'quorum' ? n : eligible,
      agree: n,
      against: 0,
      abstain: 0,
    })
    const words = step.vote && ballots[step.vote].thresholds.find(({ code }) => code === kind)?.words
    const told = (eligible: number, n: number) =>
      voteRemarks(step, { ...cast(eligible, n), doneOn: '2026-06-18', result }).filter(({ message }) => message.includes(words ?? '?'))
    expect(told(24, count)).toHaveLength(fine ? 0 : 1)
    // Of 23 over half is 12.
    if (limit.counts === overHalf) expect(told(23, count - 1)).toHaveLength(fine ? 0 : 1)
  } else {
    const prolonged = Array.from({ length: count }, (_, i) =>
      done(key, `2027-0${i + 6}-20`, { turn: i + 1, result: 'extended', extendedTo: i === 0 ? '2027-12-18' : '2028-06-18' }),
    )
    const said = stepIn(standingOn('2028-11-23', [done('meeting', '2026-06-18', { result: 'passed' }), ...prolonged], { steps }), key).remarks
    expect(said.filter(({ code }) => code === 'again')).toHaveLength(fine ? 0 : 1)
  }
})

const prolongations = limits
  .filter(({ kind }) => kind === 'prolongedAtLeast' || kind === 'prolongedAtMost')
  .flatMap(limit =>
    limit.rules.flatMap(rules =>
      (limit.edges ?? []).flatMap(([start, edge]) =>
        ([-1, 0, 1] as const).map(offset => {
          const fine = limit.kind === 'prolongedAtLeast' ? offset >= 0 : offset <= 0
          const title = `${articleOf(limit, rules)}：${limit.words}，${start} 通过的延长至 ${shifted(edge, offset)}${fine ? '不提示' : '提示'}`
          return { title, rules, start, until: shifted(edge, offset), fine }
        }),
      ),
    ),
  )

test.each(prolongations.map(found => [found.title, found] as const))('%s', (_title, { rules, start, until, fine }) => {
  const steps = stepsOf('membership', rules)
  const records = [done('meeting', start, { result: 'passed' }), done('conversionMeeting', shifted(start, 366), { result: 'extended', extendedTo: until })]
  const result = standingOn('2100-01-01', records, { steps })
  expect(saidIn(result, 'conversionMeeting').filter(message => message.includes('延长至'))).toHaveLength(fine ? 0 : 1)
  // The four steps come again and wait for the new end, the day before, on and after.
  for (const [offset, state] of [
    [-1, 'waiting'],
    [0, 'open'],
    [1, 'open'],
  ] as const) {
    const again = standingOn(shifted(until, offset), [...records, ...before(steps, 'conversionApplication', start).filter(({ step }) => step !== 'meeting')], {
      steps,
    })
    expect(stepIn(again, 'conversionApplication')).toMatchObject({ from: until, state })
  }
})

test.each(fiveSystems.items.filter(({ workingDays }) => workingDays !== null))(
  '五项制度（本单位）：$label不少于五个工作日，2026-09-29 张贴的到 2026-10-12 够，前一天不够',
  ({ kind, label, afterStep, workingDays }) => {
    const local = [{ id: '1', kind, label, afterStep, workingDays, withinDays: 10, clause: fiveSystems.clause, startsOn: '2026-01-01' }]
    const steps = withLocal(stepsOf('membership', '2026-05-11'), local, '2026-09-29')
    const said = (day: string) =>
      saidIn(standingOn('2100-01-01', [done(afterStep, '2026-09-29'), done('local:1', day, { startedOn: '2026-09-29' })], { steps }), 'local:1')
    expect(said('2026-10-11').filter(message => message.includes('时间不够'))).toHaveLength(1)
    expect(said('2026-10-12').filter(message => message.includes('时间不够'))).toEqual([])
    // Within ten days of the step before it: 10-09 is the last.
    expect([said('2026-10-08'), said('2026-10-09'), said('2026-10-10')].map(all => all.filter(message => message.includes('晚了')).length)).toEqual([0, 0, 1])
  },
)

test.each(oneMonth.flatMap(([preview, edge]) => [-1, 0, 1].map(offset => [preview, shifted(edge, offset), offset <= 0] as const)))(
  '细则第十九条：预审 %s，大会 %s 讨论后暂缓，一个月算不算守住：%s；再次讨论不再算这一个月',
  (preview, first, inTime) => {
    const put = [done('preview', preview, { result: 'passed' }), done('form', preview), done('meeting', first, { result: 'again' })]
    const waiting = stepIn(standingOn(shifted(first, 200), put), 'meeting')
    expect([waiting.state, waiting.until === null]).toEqual(inTime ? ['open', true] : ['overdue', false])
    const second = done('meeting', shifted(first, 200), { turn: 2, result: 'passed' })
    const said = stepIn(standingOn('2100-01-01', [...put, second]), 'meeting').remarks.filter(({ code }) => code === 'late')
    expect(said.map(({ clause }) => clause)).toEqual(inTime ? [] : ['《中国共产党发展党员工作细则》（2026）第十九条'])
  },
)

test('细则第十九条: a preview that was taken anew after the first meeting begins a month of its own, for the second', () => {
  const put = [
    done('preview', '2026-06-01', { result: 'passed' }),
    done('meeting', '2026-06-20', { result: 'again' }),
    done('preview', '2026-09-10', { turn: 2, result: 'passed' }),
  ]
  expect(stepIn(standingOn('2026-09-20', put), 'meeting').until).toBe('2026-10-10')
})

test('组织关系介绍信（各地做法）: a letter that came back in time says nothing of the next: its 90 days are its own', () => {
  const steps = stepsOf('relationTransfer', '2019-05-06')
  const put = [
    done('request', '2026-02-20', { result: 'out' }),
    done('letter', '2026-03-01'),
    done('receipt', '2026-04-01', { result: 'returned' }),
    done('letter', '2026-04-01', { turn: 2 }),
  ]
  expect(stepIn(standingOn('2026-07-01', put, { steps }), 'receipt')).toMatchObject({ state: 'overdue', until: '2026-06-30' })
})

test('细则（2014）第十九条: what rests on the day of leaving holds for every meeting, also after one that was put off in time', () => {
  const put = [done('preview', '2026-06-01', { result: 'passed' }), done('meeting', '2026-06-20', { result: 'again' })]
  expect(stepIn(standingOn('2026-07-01', put, { facts: { leavesOn: '2026-12-18' } }), 'meeting').until).toBe('2026-09-18')
})

test.each([
  ['2026-07-01', []],
  ['2026-07-02', ['第十九条']],
  ['2026-09-18', ['第十九条']],
  ['2026-09-19', ['第十九条', '（2014）第十九条；2026 年条文待核']],
])('several bounds of one step are each told with their own article: 预审 2026-06-01, leaving on 2026-12-18, the meeting on %s: %j', (met, articles) => {
  const put = [done('preview', '2026-06-01', { result: 'passed' }), done('meeting', met, { result: 'passed' })]
  const facts = { leavesOn: '2026-12-18' }
  const said = stepIn(standingOn('2100-01-01', put, { facts }), 'meeting').remarks.filter(({ code }) => code === 'late')
  expect(said.map(({ clause }) => clause?.replace(/^《[^》]+》(?:（2026）)?/, ''))).toEqual(articles)
  // Untaken, the day after, it says them too.
  const untaken = stepIn(standingOn(met, [...put.slice(0, 1), done('form', '2026-06-01')], { facts }), 'meeting')
  expect([untaken.state === 'overdue', untaken.besides.length]).toEqual([articles.length > 0, Math.max(0, articles.length - 1)])
})

test('细则第五条、处置办法: who was seventeen and had been 除名 two years before is told both, each with its own article', () => {
  const facts = { bornOn: '2009-01-01', removedOn: '2024-11-22' }
  const said = stepIn(standingOn('2100-01-01', [done('application', '2026-11-22')], { facts }), 'application').remarks
  expect(said.map(({ code, clause }) => [code, clause])).toEqual([
    ['early', '《中国共产党不合格党员组织处置办法》（2024）'],
    ['early', '《中国共产党发展党员工作细则》（2026）第五条'],
  ])
})

test('细则第三十一条: a term that was prolonged ends on its new day, and the old one is not told beside it', () => {
  const put = [
    done('meeting', '2026-06-18', { result: 'passed' }),
    done('conversionMeeting', '2027-06-10', { result: 'extended', extendedTo: '2027-12-18' }),
    done('conversionApplication', '2027-06-12', { turn: 2 }),
  ]
  expect(saidIn(standingOn('2100-01-01', put), 'conversionApplication').filter(message => message.includes('早了'))).toEqual([
    '提交转正申请早了：2027-06-12，不早于 2027-12-18（预备期延长至 2027-12-18）',
  ])
})

const keyOf = ({ procedure, step, kind, from }: Limit, startsOn: string) => [procedure, startsOn, step, kind, from].filter(Boolean).join(' ')

test('every limit that any procedure declares has its cases here, and every case a limit', () => {
  const tested = limits.flatMap(limit => limit.rules.map(rules => keyOf(limit, rules)))
  const declared = declaredLimits.map(limit => (limit.kind === 'every' ? `${limitKey(limit)} ${sinceOf(limit)}` : limitKey(limit)))
  expect(tested.toSorted()).toEqual(declared.toSorted())
})

const sinceOf = ({ step: { repeats } }: Declared) => (repeats && 'step' in repeats.since ? repeats.since.step : '')

test.each(limits.filter(({ edges }) => edges !== undefined))('$article：$words counts over a month or year end and over a leap day', ({ edges = [] }) => {
  const days = edges.flat()
  expect(days.some(day => day.endsWith('-02-29') || edges.some(([from, to]) => from < '2024-02-29' && to > '2024-02-29'))).toBe(true)
  const monthEnd = (day: string) => Number(day.slice(8)) === lastDate(Number(day.slice(0, 4)), Number(day.slice(5, 7)))
  expect(days.some(monthEnd) || edges.some(([from, to]) => from.slice(0, 4) !== to.slice(0, 4))).toBe(true)
})

test.each(limits.filter(({ counts }) => counts !== undefined))(
  '$article：$words has a count that is not enough, one at the edge and one beyond',
  ({ counts = [] }) => {
    expect(counts.length).toBeGreaterThanOrEqual(3)
    expect(new Set(counts.map(([, fine]) => fine)).size).toBe(2)
  },
)
