import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caseColumns } from '../../main/imports/cases/columns.ts'
import { importer } from '../support/importing.ts'
import { idOf, type Row } from '../support/workbook.ts'

const branch = '机关第一党支部'
/** Steps that come one after the other, each with a column of its own. */
const chain = [
  'application',
  'talk',
  'recommendation',
  'consultation',
  'consent',
  'candidateNotice',
  'candidate',
  'preview',
  'form',
  'meeting',
  'approval',
  'conversionApplication',
  'conversionMeeting',
  'conversionApproval',
]
const texts = ['talk.people', 'contacts.people', 'form.number', 'course.opinion', 'stage', 'remark'] as const
const labelOf = (column: string) => caseColumns.find(({ name }) => name === column)?.field.label ?? column

const day = fc.integer({ min: 0, max: 900 }).map(n => new Date(Date.UTC(2024, 5, 1) + n * 86_400_000).toISOString().slice(0, 10))
/** As offices write them; what is no day at all is told as such. */
const written = day.chain(iso => fc.constantFrom(iso, iso.replaceAll('-', '.'), iso.replace('-', '年').replace('-', '月') + '日').map(text => ({ iso, text })))
const broken = fc.constantFrom('去年春天', '2026-13-45', '2026年2月30日', '待定')
const cell = fc.oneof({ weight: 5, arbitrary: written }, { weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: broken })
const rowOf = fc.record({
  days: fc.array(cell, { minLength: chain.length, maxLength: chain.length }),
  noticed: fc.option(written, { nil: null }),
  planned: fc.option(written, { nil: null }),
  words: fc.array(fc.option(fc.constantFrom('周敏', '唐立、何雨晴', '2026001', '良好，92 分', '入党积极分子', '拟发展'), { nil: null }), {
    minLength: texts.length,
    maxLength: texts.length,
  }),
})
type Given = typeof rowOf extends fc.Arbitrary<infer T> ? T : never

const headings = [
  '姓名',
  '身份证号',
  ...chain.map(key => labelOf(`${key}.doneOn`)),
  labelOf('candidateNotice.startedOn'),
  labelOf('plannedOn'),
  ...texts.map(labelOf),
]
const text = (value: Given['days'][number]) => (value === null ? '' : typeof value === 'string' ? value : value.text)
const iso = (value: Given['days'][number]) => (value === null || typeof value === 'string' ? null : value.iso)
const names = ['沈听澜', '霍景和', '钱思远', '杨若溪']
const sheetRow = (given: Given, i: number): Row => [
  names[i] ?? '',
  idOf(`200${i}-03-10`, 11),
  ...given.days.map(text),
  text(given.noticed),
  text(given.planned),
  ...given.words.map(word => word ?? ''),
]

/** What is plainly wrong with a row, found without the program: cells that are no days, and days before the one that comes before them. */
function wrongIn({ days, noticed }: Given) {
  const unreadable = chain.flatMap((key, i) => (typeof days[i] === 'string' ? [`${key}.doneOn`] : []))
  const dated = chain.flatMap((key, i) => (iso(days[i] ?? null) === null ? [] : [{ key, done: iso(days[i] ?? null) ?? '' }]))
  const first = (key: string, done: string) => (key === 'candidateNotice' && noticed ? noticed.iso : done)
  const reversed = dated.flatMap(({ key, done }, i) => {
    const before = dated[i - 1]
    return before && first(key, done) < before.done ? [{ day: first(key, done), before: before.done }] : []
  })
  const down = iso(days[chain.indexOf('candidateNotice')] ?? null)
  return { unreadable, reversed, upsideDown: noticed !== null && down !== null && down < noticed.iso }
}

test(
  'a workbook of cases with days in any state: each broken one is named in its row, and of the good rows nothing is lost, whatever is read in afterwards',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(rowOf, { minLength: 1, maxLength: 4 }), fc.array(rowOf, { minLength: 1, maxLength: 4 }), async (first, second) => {
        const t = await importer({ today: '2026-11-23' })
        await t.branches(branch)
        const people = names.map((name, i) => [name, idOf(`200${i}-03-10`, 11), branch, '入党申请人'])
        await t.write('people', await t.file([{ name: '花名册', rows: [['姓名', '身份证号', '支部', '人员类别'], ...people] }]))
        const book = (rows: readonly Given[]) => t.file([{ name: '进度', rows: [headings, ...rows.map(sheetRow)] }])
        const casesNow = async () => {
          const { rows } = await t.call('case.list', { procedure: 'membership', limit: 100 })
          return Promise.all(rows.map(({ id }) => t.call('case.get', { caseId: id })))
        }
        const ever = new Set<string>()
        for (const given of [first, second]) {
          const file = await book(given)
          const { rows } = await t.preview('cases', file)
          const refused = new Set<Given>()
          for (const [i, row] of given.entries()) {
            const { unreadable, reversed, upsideDown } = wrongIn(row)
            const shown = rows.find(found => found.row === i + 2)
            const faulty = shown?.faults.map(({ field }) => field) ?? []
            for (const column of unreadable) expect(faulty).toContain(column)
            if (upsideDown) expect(faulty).toContain('candidateNotice.doneOn')
            // A posting may also begin, in this file, after it came down by an earlier one.
            const across = given === second && faulty.length === 1 && faulty[0] === 'candidateNotice.doneOn'
            expect(shown?.status === 'faulty').toBe(unreadable.length > 0 || upsideDown || across)
            if (shown?.status === 'faulty') refused.add(row)
            if (shown?.status !== 'faulty')
              for (const { day: early, before } of reversed)
                expect(
                  // On file from the first workbook may be a step between the two: then that is the one told.
                  shown?.notes.some(note => note.includes(given === first ? ` ${early} 早于` : ' 早于') && note.includes(` ${before} `)),
                  `${early} before ${before}`,
                ).toBe(true)
          }
          await t.write('cases', file, { goodRows: true })
          const cases = await casesNow()
          for (const [i, row] of given.entries()) {
            if (refused.has(row)) continue
            const whole = cases.find(({ record }) => record['name'] === names[i])
            const kept = (step: string, field: string) => whole?.records.filter(record => record['step'] === step).map(record => record[field])
            for (const [c, key] of chain.entries()) {
              const told = iso(row.days[c] ?? null)
              if (told !== null) expect(kept(key, 'doneOn'), key).toContain(told)
            }
            if (row.noticed) expect(kept('candidateNotice', 'startedOn')).toContain(row.noticed.iso)
            const diary = whole?.notes.map(({ notedOn, content }) => `${String(notedOn)} ${String(content)}`) ?? []
            if (row.planned) expect(diary).toContain(`${row.planned.iso} 列入发展计划`)
            for (const [w, column] of texts.entries()) {
              const word = row.words[w] ?? null
              const [step = '', field] = column.split('.')
              if (word === null || (column === 'stage' && word === '入党积极分子')) continue
              const found = field === undefined ? [...diary.map(line => line.slice(11)), `备注：${String(whole?.record['remark'])}`] : kept(step, field)
              expect(found, column).toContain(column === 'stage' ? `当前发展阶段：${word}` : column === 'remark' ? `备注：${word}` : word)
            }
          }
          for (const { records, notes } of cases) for (const { id } of [...records, ...notes]) ever.add(String(id))
          expect(cases.flatMap(({ records, notes }) => [...records, ...notes])).toHaveLength(ever.size)
          // The same file once more changes nothing.
          expect(await t.write('cases', await book(given), { goodRows: true })).toMatchObject({ created: 0, updated: 0 })
        }
      }),
      { numRuns: 8 },
    )
  },
)

test('a 公示 of a case that goes by the rules of 2014, which ask for none, is kept all the same', async () => {
  const t = await importer({ today: '2026-11-23' })
  await t.branches(branch)
  await t.write(
    'people',
    await t.file([
      {
        name: '花名册',
        rows: [
          ['姓名', '身份证号', '支部', '人员类别'],
          ['沈听澜', idOf('2000-03-10', 11), branch, '入党积极分子'],
        ],
      },
    ]),
  )
  const rows = [
    ['姓名', '申请时间', '公示开始时间', '公示结束时间'],
    ['沈听澜', '2024-03-01', '2026-04-01', '2026-04-09'],
  ]
  expect(await t.write('cases', await t.file([{ name: '进度', rows }]))).toMatchObject({ created: 1 })
  const { rows: listed } = await t.call('case.list', { procedure: 'membership' })
  const whole = await t.call('case.get', { caseId: listed[0]?.id ?? '' })
  expect(whole.rules.startsOn).toBe('2014-05-28')
  expect(whole.steps.find(({ key }) => key === 'candidateNotice')).toMatchObject({ state: 'done', on: '2026-04-09', begun: '2026-04-01' })
})

test('细则第五条: who applied before the eighteenth birthday is told when the workbook is read', async () => {
  const t = await importer({ today: '2026-11-23' })
  await t.branches(branch)
  const born = idOf('2008-06-01', 11)
  await t.write(
    'people',
    await t.file([
      {
        name: '花名册',
        rows: [
          ['姓名', '身份证号', '支部', '人员类别'],
          ['沈听澜', born, branch, '入党申请人'],
        ],
      },
    ]),
  )
  const preview = async (applied: string) =>
    (
      await t.preview(
        'cases',
        await t.file([
          {
            name: '进度',
            rows: [
              ['姓名', '申请时间'],
              ['沈听澜', applied],
            ],
          },
        ]),
      )
    ).rows[0]?.notes ?? []
  expect((await preview('2026-05-31')).some(note => note.includes('年满十八岁'))).toBe(true)
  expect(await preview('2026-06-01')).toEqual([])
})
