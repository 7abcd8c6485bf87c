import fc from 'fast-check'
import { expect, test } from 'vitest'
import { membership } from '../../shared/procedures/membership.ts'
import { stageNames } from '../../shared/rules/development.ts'
import { password } from '../support/app.ts'
import { smallOffice } from '../support/office.ts'

const way = ['application', 'talk', 'recommendation', 'activistFiling', 'contacts', 'training', 'inspection', 'consultation', 'consent', 'candidateNotice']
const admitted = ['candidate', 'sponsors', 'review', 'course', 'committeeReview', 'preview', 'form', 'meeting', 'superiorTalk', 'approval']
const steps = new Map(membership.rules.at(-1)?.steps.map(step => [step.key, step]))

/** An office with two branches, and words for cases that have come so far by such days. */
async function office() {
  const t = await smallOffice()
  const { call, member } = t
  const applicant = (given: Record<string, unknown> = {}) => member({ category: 'applicant', joinedOn: null, fullMemberOn: null, ...given })
  const open = async (personId: string, openedOn = '2026-05-12') => {
    const { caseIds } = await call('case.open', { procedure: 'membership', openedOn, owner: null, personIds: [personId] })
    return caseIds[0] ?? ''
  }
  const record = (caseId: string, step: string, doneOn: string) =>
    call('case.record', { caseIds: [caseId], step, draft: { doneOn, result: steps.get(step)?.results?.[0]?.key ?? null, people: '周敏、唐立' } })
  const through = async (caseId: string, keys: readonly string[], doneOn: string) => {
    for (const key of keys) await record(caseId, key, doneOn)
  }
  const board = (more: { year?: number; organizationId?: string; view?: 'units' | 'branches' } = {}) => call('development.board', { year: 2026, ...more })
  const set = (planned: Readonly<Record<string, number | null>>, year = 2026, span: 'year' | 'threeYears' = 'year') =>
    call('development.set', { year, span, lines: Object.entries(planned).map(([organizationId, n]) => ({ organizationId, planned: n })) })
  return { ...t, applicant, open, record, through, board, set }
}

test('the board shows plan, stages, happenings and share by unit; units add up to their head', async () => {
  const { applicant, open, record, through, board, set, first, second, top } = await office()
  await set({ [first]: 2, [second]: 3 })
  const received = await open(await applicant({ sex: 'female', education: '大学本科', frontline: 'yes' }))
  await through(received, [...way, ...admitted], '2026-10-08')
  const activist = await open(await applicant({ organizationId: second }))
  await through(activist, ['application', 'talk', 'recommendation'], '2026-03-02')
  await record(await open(await applicant({ organizationId: second })), 'application', '2026-11-20')
  const { total, rows, structure } = await board()
  expect(rows.map(({ name, planned, stages, happened }) => [name, planned, stages, happened.received, happened.confirmed])).toEqual([
    ['第一党支部', 2, { applicant: 0, activist: 0, candidate: 0, probationary: 1 }, 1, 1],
    ['第二党支部', 3, { applicant: 1, activist: 1, candidate: 0, probationary: 0 }, 0, 1],
  ])
  expect(total).toMatchObject({
    id: top,
    planned: 5,
    own: null,
    stages: { applicant: 1, activist: 1, candidate: 0, probationary: 1 },
    happened: { applied: 3, received: 1 },
  })
  expect(structure.map(({ kind, count }) => [kind, count])).toEqual([
    ['young', 0],
    ['women', 1],
    ['college', 1],
    ['frontline', 1],
  ])
})

test('received counts from the day of the meeting, once the superior committee has approved', async () => {
  const { applicant, open, record, through, board, call } = await office()
  const id = await open(await applicant())
  await through(id, [...way, ...admitted.slice(0, 7)], '2026-05-20')
  await record(id, 'meeting', '2026-06-30')
  expect((await board()).total.happened.received).toBe(0)
  await record(id, 'superiorTalk', '2026-09-10')
  await record(id, 'approval', '2026-09-28')
  expect((await board()).total.happened.received).toBe(1)
  const { months } = await call('development.months', { year: 2026 })
  expect(months.map(month => month?.happened.received ?? null)).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, null])
})

test('who has a case and stands on the roster is counted once, who only stands on the roster too; a person in no branch is not lost', async () => {
  const { applicant, open, board, call, member } = await office()
  await open(await applicant())
  await applicant({ category: 'activist' })
  await member({ category: 'candidate', joinedOn: null, fullMemberOn: null, organizationId: null })
  await member({ joinedOn: '2026-04-02', fullMemberOn: null, category: 'probationary' })
  await member({ joinedOn: '1999-04-02', fullMemberOn: '2000-04-02' })
  const { total, rows } = await board()
  expect(total.stages).toEqual({ applicant: 1, activist: 1, candidate: 1, probationary: 1 })
  expect(rows.reduce((sum, row) => sum + stageNames.reduce((n, stage) => n + row.stages[stage], 0), 0)).toBe(4)
  expect(rows.at(-1)).toMatchObject({ name: '没有所在党组织', self: true, stages: { candidate: 1 } })
  expect((await call('development.people', { year: 2026, figure: 'candidate', self: true })).total).toBe(1)
  expect(total.happened.received).toBe(1)
  expect((await call('development.people', { year: 2026, figure: 'received' })).total).toBe(1)
})

test('a case that ends without membership leaves its stage and is counted as left; 撤销 puts it back', async () => {
  const { applicant, open, record, call, board } = await office()
  const id = await open(await applicant())
  await record(id, 'application', '2026-02-02')
  await call('case.record', { caseIds: [id], step: 'review', draft: { doneOn: '2026-11-02', result: 'failed' } })
  expect((await board()).total).toMatchObject({ stages: { applicant: 0 }, happened: { applied: 1, left: 1 } })
  await call('undo.last', {})
  expect((await board()).total).toMatchObject({ stages: { applicant: 1 }, happened: { left: 0 } })
})

test('a past year stands as it stood at its end', async () => {
  const { applicant, open, record, board } = await office()
  const id = await open(await applicant(), '2025-03-03')
  await record(id, 'application', '2025-03-03')
  await record(id, 'recommendation', '2026-02-02')
  expect((await board({ year: 2025 })).total).toMatchObject({ stages: { applicant: 1, activist: 0 }, happened: { applied: 1, confirmed: 0 }, overdue: 0 })
  expect((await board()).total).toMatchObject({ stages: { applicant: 0, activist: 1 }, happened: { applied: 0, confirmed: 1 } })
})

test('numbers are written together, changed, and taken away; what stays the same leaves no trace; an unknown body refuses them all', async () => {
  const { set, board, first, second, call } = await office()
  expect(await set({ [first]: 2, [second]: 3 })).toEqual({ written: 2 })
  expect(await set({ [first]: 2, [second]: 4 })).toEqual({ written: 1 })
  await expect(set({ [first]: 9, nobody: 1 })).rejects.toMatchObject({ code: 'record.notFound' })
  expect((await board()).rows.map(({ planned }) => planned)).toEqual([2, 4])
  expect(await set({ [first]: null })).toEqual({ written: 1 })
  expect((await board()).rows.map(({ planned }) => planned)).toEqual([null, 4])
  await call('undo.last', {})
  expect((await board()).total.planned).toBe(6)
})

test('an own number stands over the sum of those below it, and both are shown', async () => {
  const { set, board, first, second, top } = await office()
  await set({ [first]: 2, [second]: 3, [top]: 4 })
  expect((await board()).total).toMatchObject({ planned: 4, sum: 5 })
})

test('an office without a head of its own has a number of its own all the same, beside the sum of its committees', async () => {
  const t = await smallOffice()
  const other = await t.body('中共永溪镇委员会', 'committee')
  const given = (organizationId: string | null, planned: number) => ({ organizationId, planned })
  await t.call('development.set', { year: 2026, lines: [given(null, 30), given(t.top, 12), given(other, 15)] })
  await t.call('development.set', { year: 2026, span: 'threeYears', lines: [given(null, 90)] })
  const { total, rows, threeYears } = await t.call('development.board', { year: 2026 })
  expect(total).toMatchObject({ id: '', name: '临江工业职业学院党委', planned: 30, sum: 27 })
  expect(rows.map(({ name, planned }) => [name, planned])).toEqual([
    ['中共临江委员会', 12],
    ['中共永溪镇委员会', 15],
  ])
  expect(threeYears).toMatchObject({ planned: 90, years: [{ planned: 30 }, { planned: null }, { planned: null }] })
  expect((await t.call('development.board', { year: 2026, organizationId: other })).total).toMatchObject({ planned: 15, sum: null })
})

test('a unit lags by the parameters of the office, and says why', async () => {
  const { set, board, first, second } = await office()
  await set({ [first]: 10, [second]: 0 })
  const { rows, elapsed } = await board()
  expect(Math.round(elapsed * 1000)).toBe(896)
  expect(rows.map(({ lag }) => lag)).toEqual([['计划 10 人，已接收 0 人，完成 0%，时间进度 89.6%，落后 89.6 个百分点'], []])
})

test('the three-year plan shows what each of its years planned and received', async () => {
  const { set, board, top, member } = await office()
  await set({ [top]: 30 }, 2025, 'threeYears')
  await set({ [top]: 9 }, 2025)
  await set({ [top]: 11 })
  await member({ joinedOn: '2025-06-30', fullMemberOn: '2026-06-30' })
  await member({ joinedOn: '2026-06-30', fullMemberOn: null, category: 'probationary' })
  expect((await board()).threeYears).toEqual({
    from: 2025,
    until: 2027,
    planned: 30,
    document: null,
    years: [
      { year: 2025, planned: 9, received: 1 },
      { year: 2026, planned: 11, received: 1 },
      { year: 2027, planned: null, received: 0 },
    ],
  })
  expect((await board({ year: 2028 })).threeYears).toBeNull()
})

test('the pool is measured by the parameter for the whole office, by its own number where it has one', async () => {
  const t = await smallOffice({ preset: 'county' })
  const ask = () => t.call('development.board', { year: 2026 })
  expect((await ask()).pool).toMatchObject({ target: 1100, basis: 'policy' })
  await t.call('development.set', { year: 2026, lines: [{ organizationId: t.top, planned: 4, pool: 60 }] })
  expect((await ask()).pool).toMatchObject({ target: 60 })
})

test('by what a total is shared out: members, people in progress, the year before', async () => {
  const { member, applicant, set, first, second, call } = await office()
  await member()
  await member()
  await member({ organizationId: second })
  await applicant({ category: 'activist' })
  await set({ [first]: 5 }, 2025)
  expect(await call('development.weights', { year: 2026 })).toEqual([
    { organizationId: first, name: '第一党支部', planned: null, members: 2, activists: 1, candidates: 0, before: 5, beforePool: null },
    { organizationId: second, name: '第二党支部', planned: null, members: 1, activists: 0, candidates: 0, before: null, beforePool: null },
  ])
})

const stepKeys = [...way, ...admitted, 'oath', 'conversionApplication', 'conversionOpinions', 'conversionMeeting', 'conversionApproval']
const verbs = fc.array(
  fc.record({
    verb: fc.constantFrom('open', 'record', 'withdraw', 'end', 'reopen', 'undo', 'category'),
    who: fc.nat({ max: 3 }),
    step: fc.constantFrom(...stepKeys),
    day: fc.integer({ min: 1, max: 27 }).map(n => `2026-0${1 + (n % 9)}-${String(n).padStart(2, '0')}`),
  }),
  { minLength: 4, maxLength: 14 },
)

test('whatever is recorded, ended, opened again and taken back: every open case and everyone on the way stands in exactly one place, kept figures and fresh ones alike', async () => {
  const t = await office()
  const ids = [await t.applicant(), await t.applicant(), await t.applicant({ category: 'activist', organizationId: t.second }), await t.member()]
  await fc.assert(
    fc.asyncProperty(verbs, async all => {
      for (const { verb, who, step, day } of all) {
        const personId = ids[who] ?? ''
        const [latest] = await t.call('case.ofPerson', { personId })
        const row = latest && (await t.call('case.get', { caseId: latest.id }))
        await (async () => {
          if (verb === 'open') return t.open(personId, day)
          if (verb === 'undo') return t.call('undo.last', {})
          if (verb === 'category') {
            const before = await t.read('person', personId)
            return t.call('records.update', {
              type: 'person',
              id: personId,
              version: Number(before['version']),
              draft: { category: who % 2 ? 'candidate' : 'full', joinedOn: day },
            })
          }
          if (!row) return
          if (verb === 'record') return t.record(String(row.record['id']), step, day)
          const taken = row.records.find(found => found['voidedAt'] === null)
          if (verb === 'withdraw' && taken)
            return t.call('records.void', { type: 'caseStep', id: String(taken['id']), version: Number(taken['version']), reason: '登错' })
          if (verb === 'end' || verb === 'reopen')
            return t.call('case.end', {
              caseId: String(row.record['id']),
              version: Number(row.record['version']),
              closedOn: verb === 'end' ? '2026-11-20' : null,
              outcome: verb === 'end' ? '本人撤回' : null,
            })
        })().catch((cause: unknown) => expect(cause).toMatchObject({ name: 'AppError' }))
        const [whole, parts] = [await t.board(), await t.board({ view: 'branches' })]
        const { rows: open } = await t.call('case.list', { procedure: 'membership', limit: 500 })
        const people: string[] = []
        for (const stage of stageNames) {
          const { rows, total } = await t.call('development.people', { year: 2026, figure: stage, limit: 500 })
          expect(total).toBe(whole.total.stages[stage])
          expect(total).toBe(parts.rows.reduce((sum, part) => sum + part.stages[stage], 0))
          people.push(...rows.map(found => found.key))
        }
        // What is kept between calls says the same as what is read anew.
        await t.call('lobby.lock', {})
        await t.call('lobby.unlock', { user: '经办人', password })
        expect(await t.board()).toEqual(whole)
        expect(new Set(people).size).toBe(people.length)
        for (const one of open) {
          const converted = (await t.call('development.people', { year: 2026, figure: 'converted', limit: 500 })).rows.some(({ key }) => key === one.personId)
          const member = (await t.read('person', one.personId ?? ''))['category'] === 'full'
          expect(people.includes(one.personId ?? '') || converted || member).toBe(true)
        }
      }
    }),
    { numRuns: 6 },
  )
}, 60_000)
