import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Attendance, attendanceStates, type AttendanceState } from '../../shared/domain/activity.ts'
import { type RecordName, records } from '../../shared/domain/index.ts'
import { AppError } from '../../shared/errors.ts'
import { measures } from '../../shared/quotas/index.ts'
import { addDays } from '../../shared/rules/days.ts'
import { quotaLabels } from '../../shared/rules/quota-names.ts'
import { monthColumns } from '../../main/db/schema.ts'
import { password } from '../support/app.ts'
import { behind } from '../support/behind.ts'
import { smallOffice } from '../support/office.ts'
import { addUp, type Line, type Part, plain } from '../support/plain-count.ts'
import { draftOf } from '../support/sample.ts'
import { type Row, writeWorkbook } from '../support/workbook.ts'

/** What a draft is made of. The days lie around the new year, so that much is shared between two. */
const given = fc.record({
  from: fc.integer({ min: 0, max: 60 }).map(n => addDays('2025-12-01', n)),
  length: fc.oneof({ arbitrary: fc.integer({ min: 0, max: 6 }), weight: 4 }, { arbitrary: fc.integer({ min: 7, max: 200 }), weight: 1 }),
  who: fc.nat(2),
  body: fc.nat(2),
  pick: fc.nat(29),
  amount: fc.integer({ min: 1, max: 96 }).map(n => n / 2),
  yes: fc.boolean(),
})
type Given = typeof given extends fc.Arbitrary<infer T> ? T : never
type Office = Awaited<ReturnType<typeof officeOfThree>>

async function officeOfThree() {
  const t = await smallOffice()
  const people = [await t.member(), await t.member(), await t.member()]
  return { ...t, people, bodies: [t.top, t.first, t.second] }
}

const kinds = 'training online rotation lecture partyLecture memberMeeting committeeMeeting themeDay centerGroup workMeeting partyBuilding practice'.split(' ')
const any = <T>(among: readonly T[], { pick }: Given): T | undefined => among[pick % among.length]

/** A draft of each record type that is counted, and of a quota of the office's own over three of them. */
const drafts: Readonly<Partial<Record<RecordName, (g: Given, people: readonly string[], bodies: readonly string[]) => Record<string, unknown>>>> = {
  activity: (g, people, bodies) => ({
    name: `活动${g.pick}`,
    kind: any(kinds, g),
    startsOn: g.from,
    endsOn: addDays(g.from, g.length),
    hours: g.amount,
    counts: g.yes,
    organizationId: bodies[g.body],
    lecturerId: g.yes ? people[g.who] : null,
  }),
  talk: (g, people) => ({ personId: people[g.who], talkedOn: g.from, talker: '单雄信', occasion: any(['setback', 'yearly', null], g) }),
  studyNote: (g, people) => ({ personId: people[g.who], checkedOn: g.from, characters: g.amount * 1000 }),
  fieldwork: (g, people) => ({
    personId: people[g.who],
    startsOn: g.from,
    endsOn: addDays(g.from, g.length),
    place: `村${g.pick}`,
    days: g.yes ? Math.min(g.amount, g.length + 1) : null,
  }),
  reception: (g, people) => ({ personId: people[g.who], receivedOn: g.from }),
  floatingContact: (g, people) => ({ personId: people[g.who], contactedOn: g.from, way: 'call' }),
  floatingReport: (g, people) => ({
    personId: people[g.who],
    reportedOn: g.from,
    kind: any(['yearly', 'thought', 'address', 'home', null], g),
    addressChanged: false,
  }),
  cardCheck: (g, people) => ({ personId: people[g.who], checkedOn: g.from, result: 'right' }),
  comfortVisit: (g, people) => ({ personId: people[g.who], visitedOn: g.from, occasion: 'spring' }),
  award: (g, people) => ({ personId: people[g.who], name: `称号${g.pick}`, kind: 'member', awardedOn: g.from }),
  inspection: (g, _, bodies) => ({ organizationId: bodies[g.body], inspectedOn: g.from, kind: any(['supervision', 'spot', 'quarterly', 'yearEnd'], g) }),
  monthlyReport: (g, _, bodies) => ({
    organizationId: bodies[g.body],
    month: g.from.slice(0, 7),
    reportedOn: addDays(g.from, 40),
    kind: any(['development', 'models', 'all'], g),
  }),
  writtenReport: (g, _, bodies) => ({
    organizationId: bodies[g.body],
    year: 2024 + (g.pick % 3),
    reportedOn: addDays(g.from, 400),
    kind: any(['yearly', 'plenary', 'duty'], g),
  }),
  dutyLetter: (g, people, bodies) => ({ personId: g.yes ? people[g.who] : null, organizationId: bodies[g.body], year: 2025 + (g.pick % 2), signedOn: g.from }),
  studyPlan: (g, _, bodies) => ({
    organizationId: bodies[g.body],
    year: 2025 + (g.pick % 2),
    title: `计划${g.pick}`,
    kind: any(['yearly', 'longTerm', 'school', 'admission'], g),
  }),
  expense: (g, _, bodies) => ({ organizationId: bodies[g.body], spentOn: g.from, source: 'budget', item: `第 ${g.pick} 笔`, amount: g.amount * 100 }),
  ownQuota: g => ({
    label: `自定${g.pick % 3}`,
    unit: '次',
    period: 'year',
    target: 1,
    startsOn: '2020-01-01',
    clause: '本院党发〔2020〕1 号',
    ...any<object>(
      [
        {
          subjects: 'members',
          source: 'attendance',
          subjectField: 'personId',
          dateField: 'startsOn',
          amountField: 'hours',
          conditionField: 'kind',
          conditionValues: 'practice、training',
        },
        { subjects: 'members', source: 'talk', subjectField: 'personId', dateField: 'talkedOn', conditionField: 'occasion', conditionValues: 'yearly' },
        { subjects: 'bodies', source: 'expense', subjectField: 'organizationId', dateField: 'spentOn', amountField: 'amount' },
      ],
      g,
    ),
  }),
}
const types = Object.keys(drafts) as RecordName[]
const draft = (office: Office, type: RecordName, g: Given) => draftOf(records[type], drafts[type]?.(g, office.people, office.bodies) ?? {})

const line = fc.record({
  who: fc.nat(2),
  state: fc.constantFrom<AttendanceState>(...(Object.keys(attendanceStates) as AttendanceState[])),
  hours: fc.integer({ min: 0, max: 48 }).map(n => n / 2),
})
const which = fc.nat(40)
const step = fc.oneof(
  { arbitrary: fc.record({ do: fc.constant('create' as const), type: fc.constantFrom(...types), given }), weight: 6 },
  { arbitrary: fc.record({ do: fc.constant('create' as const), type: fc.constant('activity' as const), given }), weight: 2 },
  { arbitrary: fc.record({ do: fc.constant('update' as const), which, given }), weight: 3 },
  { arbitrary: fc.record({ do: fc.constant('save' as const), which, lines: fc.uniqueArray(line, { selector: l => l.who, maxLength: 3 }) }), weight: 4 },
  fc.record({ do: fc.constant('void' as const), which }),
  fc.record({ do: fc.constant('restore' as const), which }),
  fc.record({ do: fc.constant('import' as const), rows: fc.array(given, { minLength: 1, maxLength: 3 }) }),
  { arbitrary: fc.record({ do: fc.constant('undo' as const) }), weight: 2 },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

interface Known {
  readonly type: RecordName
  readonly id: string
}

async function take(office: Office, known: Known[], taken: Step): Promise<void> {
  const { call, tokens, folder } = office
  if (taken.do === 'undo') return void (await call('undo.last', {}))
  if (taken.do === 'create') {
    const made = await call('records.create', { type: taken.type, draft: draft(office, taken.type, taken.given) })
    return void known.push({ type: taken.type, id: String(made['id']) })
  }
  if (taken.do === 'import') {
    const rows: Row[] = [
      ['领导姓名', '开始日期', '结束日期', '天数', '地点'],
      ...taken.rows.map((g): Row => [`党员${g.who}`, g.from, addDays(g.from, g.length), g.yes ? 1 : null, `乡${g.pick}`]),
    ]
    const file = tokens.offer(await writeWorkbook(folder, [{ name: '下基层', rows }]))
    const { read } = await call('import.write', { kind: 'fieldwork', file, job: 'job', goodRows: true })
    return void expect(read).toBe(taken.rows.length)
  }
  const activities = known.filter(k => k.type === 'activity')
  const among = taken.do === 'save' ? activities : known
  const one = among[taken.which % among.length]
  if (!one) return
  const version = Number((await call('records.get', one)).record['version'])
  if (taken.do === 'save') {
    const lines = taken.lines.map(({ who, state, hours }): Attendance => ({ personId: office.people[who] ?? '', state, hours, reason: null }))
    await call('attendance.save', { activityId: one.id, version, lines })
  }
  if (taken.do === 'update') await call('records.update', { ...one, version, draft: draft(office, one.type, taken.given) })
  if (taken.do === 'void') await call('records.void', { ...one, version, reason: '登记重复' })
  if (taken.do === 'restore') await call('records.restore', { ...one, version, reason: '并未重复' })
}

type Rows = readonly Record<string, unknown>[]

/** Every total there should be, by tally, from the records that stand. */
async function addedByHand({ call }: Office): Promise<Map<string, ReadonlyMap<string, number>>> {
  const standing = new Map<string, Rows>()
  for (const type of types) standing.set(type, (await call('records.list', { type, limit: 500 })).rows)
  const lines = new Map<unknown, readonly Line[]>()
  for (const { id } of standing.get('activity') ?? []) lines.set(id, (await call('attendance.get', { activityId: String(id) })).lines)
  const sums = new Map<string, ReadonlyMap<string, number>>()
  for (const [tally, { of, parts }] of Object.entries(plain))
    sums.set(tally, addUp((standing.get(of) ?? []).flatMap(record => parts(record, lines.get(record['id']) ?? []))))
  for (const own of standing.get('ownQuota') ?? []) {
    const parts = (standing.get(own['source'] === 'attendance' ? 'activity' : String(own['source'])) ?? []).flatMap(record => ownParts(own, record, lines))
    sums.set(`own:${String(own['id'])}`, addUp(parts))
  }
  return sums
}

/** What the three quotas of the office's own above count. */
function ownParts(own: Rows[number], record: Rows[number], lines: ReadonlyMap<unknown, readonly Line[]>): Part[] {
  const at = (day: unknown) => [String(day)]
  if (own['source'] === 'expense') return [{ subject: String(record['organizationId']), amount: Number(record['amount']), days: at(record['spentOn']) }]
  if (own['source'] === 'talk') return record['occasion'] === 'yearly' ? [{ subject: String(record['personId']), amount: 1, days: at(record['talkedOn']) }] : []
  if (record['kind'] !== 'practice' && record['kind'] !== 'training') return []
  return (lines.get(record['id']) ?? [])
    .filter(l => l.state === 'present' || l.state === 'makeup')
    .map(l => ({ subject: l.personId, amount: l.hours, days: at(record['startsOn']) }))
}

function expectKept(rows: Rows, sums: ReadonlyMap<string, ReadonlyMap<string, number>>): void {
  const kept = new Map<string, number>()
  for (const row of rows)
    for (const [month, column] of ['amount', ...monthColumns].entries()) {
      const amount = Number(row[column])
      if (Math.abs(amount) > 1e-4) kept.set(`${String(row['tally'])} ${String(row['year'])} ${String(row['subjectId'])} ${month}`, amount)
    }
  const wanted = new Map<string, number>(
    [...sums].flatMap(([tally, by]) => [...by].filter(([, n]) => n > 1e-4).map(([key, n]) => [`${tally} ${key}`, n] as const)),
  )
  expect([...kept.keys()].toSorted()).toEqual([...wanted.keys()].toSorted())
  for (const [key, amount] of kept) expect(amount, key).toBeCloseTo(wanted.get(key) ?? 0, 3)
}

test('everything of which totals are kept is counted by hand here', () => {
  const kept = measures.filter(measure => !measure.lasting).map(measure => measure.tally)
  expect(Object.keys(plain).toSorted()).toEqual(kept.toSorted())
  expect(Object.keys(quotaLabels).length).toBeGreaterThanOrEqual(kept.length)
})

test('whatever is registered, changed, imported, voided, restored and undone, every kept total is what the records add up to, and counted anew comes to the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }), async steps => {
      const office = await officeOfThree()
      const known: Known[] = []
      for (const taken of steps) {
        try {
          await take(office, known, taken)
        } catch (cause) {
          if (!(cause instanceof AppError) || cause.code === 'internal') throw cause
        }
      }
      expect(office.failures).toEqual([])
      const sums = await addedByHand(office)
      expectKept(await behind(office, 'SELECT * FROM tally'), sums)
      await behind(office, "DELETE FROM shipment WHERE name LIKE 'tally %'")
      await office.call('lobby.unlock', { user: '经办人', password })
      expectKept(await behind(office, 'SELECT * FROM tally'), sums)
    }),
    { numRuns: 40 },
  )
}, 180_000)
