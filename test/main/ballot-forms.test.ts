import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Workbook } from '@cj-tech-master/excelts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chromiumPrinter } from '../../build/chromium-host/printer.ts'
import { type BallotRow, rowOf } from '../../shared/domain/ballot.ts'
import { appraisalRecord, leavesOf } from '../../shared/forms/appraisal-record.ts'
import { ballotPaper } from '../../shared/forms/ballot-paper.ts'
import { summaryColumns } from '../../shared/forms/ballot-columns.ts'
import { ballotSummary, type BallotSummaryProps } from '../../shared/forms/ballot-summary.ts'
import { appraise } from '../support/appraise.ts'
import { counted, held } from '../support/held.ts'
import { smallOffice } from '../support/office.ts'
import { alike, scoredOffice } from '../support/scored.ts'

type Office = Awaited<ReturnType<typeof smallOffice>>

const line = (number: number, name: string, given: Partial<BallotRow> = {}) => rowOf({ number, name, ...given })

const papersOf = async ({ call }: Office, params: object) => ballotPaper.props.parse((await call('forms.preview', { form: 'ballotPaper', params })).props)
const summaryOf = async ({ call }: Office, params: object) => ballotSummary.props.parse((await call('forms.preview', { form: 'ballotSummary', params })).props)

/** The lines of a summary's documents by the keys of its columns. */
function linesOf({ kind, shape, documents }: BallotSummaryProps) {
  const keys = summaryColumns(kind, shape).map(({ key }) => key)
  return documents.map(({ rows }) => rows.map(row => Object.fromEntries(keys.map((key, i) => [key, row[i]]))))
}

async function appraised(members = ['高志远', '程雅琴', '邓文涛', '曹军怡']) {
  const office = await smallOffice()
  for (const name of members) await office.member({ name, fullMemberOn: '2015-01-01', joinedOn: '2014-01-01' })
  await office.member({ name: '江预备', category: 'probationary', joinedOn: '2026-03-01', fullMemberOn: null })
  const { roundId, of } = await appraise(office.call, [office.first, office.second])
  const ballotId = of(office.first)
  return { ...office, roundId, ballotId }
}

describe('papers', () => {
  test('a 民主评议 paper names the full members in order, not the probationary one, and says how many 优秀 the branch may give', async () => {
    const office = await appraised()
    const { kind, papers } = await papersOf(office, { ballotId: office.ballotId })
    expect(kind).toBe('memberAppraisal')
    expect(papers).toHaveLength(1)
    expect(papers[0]).toMatchObject({
      title: '民主评议党员测评票',
      under: '（2026年度）',
      left: '党支部：第一党支部',
      right: '2026年11月20日',
      foot: '（加盖党支部印章有效）',
      copies: 0,
    })
    expect(papers[0]?.rows.map(row => [row.number, row.name])).toEqual(['曹军怡', '程雅琴', '邓文涛', '高志远'].map((name, i) => [i + 1, name]))
    expect(papers[0]?.notes[2]).toBe('“优秀”等次一般不超过党员总数的三分之一（本支部不超过1名）。')
  })

  test('a round prints the papers of its branches in one go; for every voter, each branch has as many as may take part', async () => {
    const office = await appraised()
    const { call, second, roundId, member } = office
    await member({ name: '何晨', organizationId: second, fullMemberOn: '2015-01-01' })
    const { rows } = await call('ballot.list', { year: 2026, roundId })
    const other = rows.find(row => row.organizationId === second)
    // The second branch had nobody when the round began: it has no paper until somebody stands on its list.
    expect((await papersOf(office, { roundId })).papers.map(p => p.left)).toEqual(['党支部：第一党支部'])
    await call('ballot.save', { ballotId: other?.id ?? '', version: other?.version ?? 0, rows: [line(1, '何晨')], draft: { eligible: 7 } })
    const opened = await call('ballot.get', { ballotId: other?.id ?? '' })
    await call('ballot.save', {
      ballotId: other?.id ?? '',
      version: Number(opened.ballot['version']),
      groups: opened.groups.map(group => ({ ...group, eligible: 7 })),
    })
    const reply = await call('forms.preview', { form: 'ballotPaper', params: { roundId, copies: 'voters' } })
    expect([reply.shown, reply.total]).toEqual([12, 12])
    expect(ballotPaper.props.parse(reply.props).papers.map(p => [p.left, p.copies])).toEqual([
      ['党支部：第一党支部', 5],
      ['党支部：第二党支部', 7],
    ])
    expect((await papersOf(office, { roundId, organizationId: second })).papers).toHaveLength(1)
    await expect(call('forms.preview', { form: 'ballotPaper', params: { year: 2026, ballotKind: 'memberAppraisal' } })).resolves.toMatchObject({ total: 2 })
  })

  test('the sheets they are counted on come behind the papers, in the same job', async () => {
    const office = await appraised()
    const { papers, summary } = await papersOf(office, { roundId: office.roundId, summary: true })
    expect([papers.length, summary?.documents.map(document => document.body)]).toEqual([1, ['第一党支部', '第二党支部']])
    expect((await papersOf(office, { roundId: office.roundId })).summary).toBeNull()
  })

  test('who has no number of voters on file is not printed for a guess', async () => {
    const office = await smallOffice()
    const ballotId = await held(office, 'admissionVote', [line(1, '沈听澜')], { eligible: null, present: null })
    await expect(office.call('forms.preview', { form: 'ballotPaper', params: { ballotId, copies: 'voters' } })).rejects.toMatchObject({
      facts: { issues: [{ message: '第一党支部的测评没有填应参加人数，不知道印几份。先填上，或选“每种一份”' }] },
    })
  })

  test('papers of different groups are told apart: by their mark, or by who fills them in', async () => {
    const office = await smallOffice()
    const groups = [
      { code: 'leaders', label: '领导班子成员', weight: 50, eligible: 5 },
      { code: 'others', label: '其他人员', weight: 50, eligible: 40 },
    ]
    const posts = [line(1, '副局长', { places: 2 }), line(2, '总工程师', { places: 1 })]
    const recommending = await held(office, 'meetingRecommendation', posts, { groups })
    const { papers } = await papersOf(office, { ballotId: recommending })
    expect(papers.map(p => [p.title, p.left, p.right])).toEqual([
      ['会议推荐票', '推荐单位：第一党支部', 'A票（领导班子成员）'],
      ['会议推荐票', '推荐单位：第一党支部', 'B票（其他人员）'],
    ])
    expect(papers[0]?.rows.map(row => [row.section, row.places])).toEqual([
      ['副局长', 2],
      ['总工程师', 1],
    ])
    const appraising = await held(office, 'memberAppraisal', [line(1, '高志远')], {
      name: '民主评议',
      groups: [
        { code: 'members', label: '党员', weight: 80, eligible: 20 },
        { code: 'masses', label: '党外群众', weight: 20, eligible: 10 },
      ],
    })
    expect((await papersOf(office, { ballotId: appraising })).papers.map(p => p.under)).toEqual(['（2026年度，党员填写）', '（2026年度，党外群众填写）'])
  })

  test('an assessment has a paper for each cadre and group', async () => {
    const office = await smallOffice()
    const ballotId = await held(office, 'cadreAssessment', [line(1, '方知行', { post: '副馆长' }), line(2, '霍景和')])
    const { papers } = await papersOf(office, { ballotId })
    expect(papers.map(p => [p.left, p.right])).toEqual(
      ['A票', 'B票', 'C票'].flatMap(mark => [
        ['被测评人：方知行', `现任职务：副馆长　${mark}`],
        ['被测评人：霍景和', mark],
      ]),
    )
  })

  test('a scored paper needs its scheme, and lists what the scheme scores', async () => {
    const office = await smallOffice()
    const ballotId = await held(office, 'goodMembers', [line(1, '高志远')])
    await expect(office.call('forms.preview', { form: 'ballotPaper', params: { ballotId } })).rejects.toMatchObject({ code: 'form.empty' })
  })

  test('60 names print on four A5 pages of two sheets, each with title and seal, numbered, none missing or twice', async () => {
    const printer = await chromiumPrinter()
    try {
      const office = await smallOffice({ printer: { pdf: printer.pdf, paper: () => Promise.reject(new Error('no paper here')) } })
      const names = Array.from({ length: 60 }, (_, i) => `同志${i + 1}号`)
      const three = await held(
        office,
        'memberAppraisal',
        names.slice(0, 3).map((name, i) => line(i + 1, name)),
        { name: '三人', fullMembers: 3 },
      )
      const sixty = await held(
        office,
        'memberAppraisal',
        names.map((name, i) => line(i + 1, name)),
        { name: '六十人', fullMembers: 60 },
      )
      const print = async (ballotId: string, params: object = {}) => {
        const path = join(office.folder, `${ballotId}.pdf`)
        const { pages } = await office.call('forms.pdf', { form: 'ballotPaper', params: { ballotId, ...params }, file: office.tokens.offer(path), job: 'j' })
        const texts = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1)
        return {
          pages,
          texts: texts.map(text => text.replaceAll(/\s/g, '')),
          size: readFileSync(path, 'latin1')
            .match(/\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/)
            ?.slice(1),
        }
      }
      const long = await print(sixty)
      expect(long.pages).toBe(2)
      expect(long.size?.map(Number).map(points => Math.round(points / 2.8346))).toEqual([297, 210])
      const all = long.texts.join('\n')
      for (const name of names) expect(all.match(new RegExp(name, 'g')), name).toHaveLength(1)
      expect(all.match(/民主评议党员测评票/g)).toHaveLength(4)
      expect(all.match(/（加盖党支部印章有效）/g)).toHaveLength(4)
      expect(all.match(/第\d页共4页/g)).toEqual(['第1页共4页', '第2页共4页', '第3页共4页', '第4页共4页'])
      expect(all).not.toContain('内部资料')
      const short = await print(three)
      expect(short.pages).toBe(1)
      expect(short.texts[0]?.match(/同志1号/g)).toHaveLength(2)
      expect(short.texts[0]).not.toContain('第1页')
      // 23 of them: a sheet for two, and a half for the last.
      expect((await print(three, { copies: 'voters' })).pages).toBe(12)
    } finally {
      await printer.close()
    }
  }, 120_000)
})

describe('汇总表', () => {
  const votes = (excellent: number, qualified: number, basic = 0, unqualified = 0) => ({ overall: { excellent, qualified, basic, unqualified } })

  test('of a 民主评议: the grades of each row make up the valid papers, shares have one decimal, and 组织评定 stands beside them', async () => {
    const office = await appraised()
    const { call, ballotId } = office
    await counted(office, ballotId, { members: { valid: 9, rows: { 1: votes(7, 2), 2: votes(4, 4, 1), 3: votes(0, 9), 4: votes(9, 0) } } }).catch(
      () => undefined,
    )
    const before = await call('ballot.get', { ballotId })
    // Five may take part: nine papers are more than there are people, and the count stays open.
    expect(before.count?.closedOn).toBeNull()
    const { countId, version } = await call('ballot.count', {
      ballotId,
      countId: before.count?.id ?? '',
      version: before.count?.version ?? 0,
      returns: [{ groupCode: 'members', issued: 5, returned: 5, valid: 4, invalid: 1 }],
      tallies: [
        [3, 1, 0, 0],
        [1, 3, 0, 0],
        [0, 2, 2, 0],
        [1, 3, 0, 0],
      ].flatMap((row, i) =>
        ['excellent', 'qualified', 'basic', 'unqualified'].map((option, j) => ({
          groupCode: 'members',
          row: i + 1,
          item: 'overall',
          option,
          votes: row[j] ?? 0,
          points: null,
        })),
      ),
    })
    await call('ballot.close', { countId, version, closedOn: '2026-11-21' })
    await call('ballot.decide', {
      ballotId,
      decidedOn: '2026-11-22',
      decisions: [
        { row: 1, grade: 'excellent', advice: '通报表扬' },
        { row: 2, grade: 'qualified' },
        { row: 3, grade: 'basic', advice: '谈话提醒' },
      ],
    })
    const props = await summaryOf(office, { ballotId })
    const [rows] = linesOf(props)
    expect(
      rows?.map(row => [
        row['name'],
        row['eligible'],
        row['marked'],
        row['excellent votes'],
        row['excellent share'],
        row['basic votes'],
        row['grade'],
        row['advice'],
      ]),
    ).toEqual([
      ['曹军怡', 5, 4, 3, 75, 0, '优秀', '通报表扬'],
      ['程雅琴', 5, 4, 1, 25, 0, '合格', null],
      ['邓文涛', 5, 4, 0, 0, 2, '基本合格', '谈话提醒'],
      ['高志远', 5, 4, 1, 25, 0, null, null],
    ])
    for (const row of rows ?? []) {
      const sum = ['excellent', 'qualified', 'basic', 'unqualified'].reduce((all, key) => all + Number(row[`${key} votes`]), 0)
      expect(sum).toBe(4)
    }
    expect(props.documents[0]).toMatchObject({
      body: '第一党支部',
      says: [['党支部（盖章）：第一党支部', '应参加测评 5 人　实到 　　 人　发出 5 张　收回 5 张　有效 4 张　无效 1 张', '2026年11月21日']],
      verdicts: [
        { label: '评定情况', value: '应评定 4 人（不含预备党员 1 人）：优秀 1 人（上限 1 人），合格 1 人，基本合格 1 人，不合格 0 人，未评定 1 人。' },
      ],
    })
  })

  test('of a ballot that is not closed: the names and empty boxes, whatever has been entered', async () => {
    const office = await appraised()
    await office.call('ballot.count', {
      ballotId: office.ballotId,
      returns: [{ groupCode: 'members', issued: 5, returned: 5, valid: 5, invalid: 0 }],
      tallies: [{ groupCode: 'members', row: 1, item: 'overall', option: 'excellent', votes: 5, points: null }],
    })
    const props = await summaryOf(office, { roundId: office.roundId })
    const [rows] = linesOf(props)
    expect(rows?.map(row => [row['name'], row['excellent votes'], row['excellent share'], row['grade']])).toEqual(
      ['曹军怡', '程雅琴', '邓文涛', '高志远'].map(name => [name, null, null, null]),
    )
    expect(props.documents[0]?.says.flat().join('')).toContain('发出 　　 张　收回 　　 张')
    // The second branch has nobody on its list, and its sheet says so by being empty.
    expect(props.documents.map(d => [d.body, d.rows.length])).toEqual([
      ['第一党支部', 4],
      ['第二党支部', 0],
    ])
  })

  test('of a vote: shares of 应到, not of the papers; 11 of 23 is not over half, 12 is', async () => {
    const office = await smallOffice()
    const person = await office.member({ name: '沈听澜' })
    const ballotId = await held(office, 'admissionVote', [line(1, '沈听澜', { personId: person }), line(2, '霍景和'), line(3, '尹齐')])
    const row = (agree: number, against: number) => ({ overall: { agree, against, blank: 21 - agree - against } })
    await counted(office, ballotId, { all: { valid: 21, rows: { 1: row(20, 0), 2: row(11, 7), 3: row(12, 9) } } })
    const props = await summaryOf(office, { ballotId })
    const [rows] = linesOf(props)
    expect(rows?.map(r => [r['name'], r['sex'], r['bornOn'], r['agree votes'], r['against votes'], r['blank votes'], r['share'], r['passed']])).toEqual([
      ['沈听澜', '女', '1979.12', 20, 0, 1, 87, '是'],
      ['霍景和', null, '', 11, 7, 3, 47.8, '否'],
      ['尹齐', null, '', 12, 9, 0, 52.2, '是'],
    ])
    const [document] = props.documents
    expect(document?.boxes.map(box => box.value)).toEqual(['第一党支部', '2026年11月20日', '会议室', '唐立'])
    expect(document?.figures.map(box => [box.label.replaceAll('\n', ''), box.value])).toEqual([
      ['应到会有表决权的正式党员', '23'],
      ['实到会有表决权的正式党员', '21'],
      ['实到会是否超过半数', '是'],
      ['发出票数', '21'],
      ['收回票数', '21'],
      ['有效票数', '21'],
      ['无效票数', '0'],
      ['因故缺席人数', '2'],
      ['会前书面意见（同意）', ''],
      ['会前书面意见（其他）', ''],
    ])
    expect((await office.call('forms.preview', { form: 'ballotSummary', params: { ballotId } })).landscape).toBe(false)
  })

  test('of a recommendation: by post, the most votes first, ratios of the valid papers, split by group only where it hides nobody', async () => {
    const office = await smallOffice()
    const rows = [
      line(1, '甲一', { section: '副局长', places: 1 }),
      line(2, '乙二', { section: '副局长', places: 1 }),
      line(3, '丙三', { section: '总工程师', places: 1 }),
    ]
    const groups = (leaders: number, others: number) => [
      { code: 'leaders', label: '领导班子成员', weight: 50, eligible: leaders },
      { code: 'others', label: '其他人员', weight: 50, eligible: others },
    ]
    const chosen = (n: number, valid: number) => ({ overall: { chosen: n, blank: valid - n } })
    const open = await held(office, 'meetingRecommendation', rows, { name: '大单位', groups: groups(5, 40), eligible: 45, present: 45 })
    await counted(office, open, {
      leaders: { valid: 5, rows: { 1: chosen(1, 5), 2: chosen(4, 5), 3: chosen(5, 5) } },
      others: { valid: 40, rows: { 1: chosen(10, 40), 2: chosen(29, 40), 3: chosen(38, 40) } },
    })
    const props = await summaryOf(office, { ballotId: open })
    expect(linesOf(props)[0]?.map(r => [r['section'], r['rank'], r['name'], r['votes'], r['share'], r['leaders votes'], r['others votes']])).toEqual([
      ['副局长（1名）', 1, '乙二', 33, 73.3, 4, 29],
      ['副局长（1名）', 2, '甲一', 11, 24.4, 1, 10],
      ['总工程师（1名）', 1, '丙三', 43, 95.6, 5, 38],
    ])
    expect(props.documents[0]?.says[1]).toEqual(['推荐范围 45 人　参加 45 人　收回推荐票 45 张（作废 0 张）'])
    const small = await held(office, 'meetingRecommendation', rows, { name: '小单位', groups: groups(2, 40), eligible: 42, present: 42 })
    await counted(office, small, {
      leaders: { valid: 2, rows: { 1: chosen(0, 2), 2: chosen(2, 2), 3: chosen(2, 2) } },
      others: { valid: 40, rows: { 1: chosen(10, 40), 2: chosen(29, 40), 3: chosen(38, 40) } },
    })
    const hidden = await summaryOf(office, { ballotId: small })
    expect(linesOf(hidden)[0]?.map(r => [r['name'], r['votes'], r['leaders votes'], r['others votes']])).toEqual([
      ['乙二', 31, null, null],
      ['甲一', 10, null, null],
      ['丙三', 40, null, null],
    ])
    expect(hidden.documents[0]?.notes).toContain('不足 3 张票的填票人类别只计入合计，不单列。')
  })

  test('of an assessment: every item over all papers and by group, what is asked besides in words', async () => {
    const office = await smallOffice()
    const ballotId = await held(office, 'cadreAssessment', [line(1, '方知行', { post: '副馆长' })], {
      groups: [
        { code: 'leaders', label: '领导班子成员', weight: 40, eligible: 4 },
        { code: 'others', label: '其他人员', weight: 60, eligible: 6 },
      ],
    })
    const items = ['politics', 'virtue', 'ability', 'diligence', 'results', 'integrity', 'overall']
    const marks = (valid: number) => ({
      ...Object.fromEntries(items.map(item => [item, { excellent: valid - 1, competent: 1, basicCompetent: 0, incompetent: 0, blank: 0 }])),
      promotion: { agree: valid, against: 0, unknown: 0, blank: 0 },
    })
    await counted(office, ballotId, { leaders: { valid: 4, rows: { 1: marks(4) } }, others: { valid: 6, rows: { 1: marks(6) } } })
    const props = await summaryOf(office, { ballotId })
    const [rows = []] = linesOf(props)
    expect(rows).toHaveLength(7 * 3)
    expect(rows.filter(row => row['item'] === '总体评价').map(row => [row['group'], row['valid'], row['excellent votes'], row['excellent share']])).toEqual([
      ['合计', 10, 8, 80],
      ['领导班子成员', 4, 3, 75],
      ['其他人员', 6, 5, 83.3],
    ])
    expect(props.documents[0]?.verdicts.at(-1)).toEqual({
      label: '是否同意提拔使用',
      value: '方知行　同意 10 票（100.0%），不同意 0 票（0.0%），不了解 0 票（0.0%）。',
    })
  })

  test('of points: each group’s mean, what the scheme makes of them, and nothing of a group with fewer than three papers', async () => {
    const t = await scoredOffice()
    const stacks = (students: number) => [
      { code: 'leaders', label: '领导考评', weight: 20, points: alike(3, 0.9, 0.8, 0.7) },
      { code: 'cadres', label: '干部考评', weight: 20, points: alike(4, 0.95, 0.8, 0.7) },
      { code: 'members', label: '党员互评', weight: 30, points: alike(5, 1, 0.8, 0.5) },
      { code: 'students', label: '同学考评', weight: 30, points: alike(students, 0.9, 0.9, 0.5) },
    ]
    const ballotId = await t.held(2026, stacks(6))
    await t.add('scoreAdjustment', { personId: t.people[1], happenedOn: '2026-06-01', kind: 'plus', points: 7.5, reason: '获省级奖励' })
    const props = await summaryOf(t, { ballotId })
    expect(props.shape.groups.map(({ label }) => label)).toEqual(['领导考评', '干部考评', '党员互评', '同学考评'])
    const keys = ['name', 'leaders votes', 'leaders mean', 'students mean', 'weighted', 'adjusted', 'score', 'rank', 'proposed', 'grade']
    const told = (all: BallotSummaryProps) => linesOf(all)[0]?.map(row => keys.map(key => row[key]))
    expect(told(props)).toEqual([
      ['程雅琴', 3, 90, 90, 94, 0, 94, 1, '优秀', null],
      ['邓文涛', 3, 80, 90, 83, 7.5, 90.5, 2, '优秀', null],
      ['高志远', 3, 70, 50, 58, 0, 58, 3, '不合格', null],
    ])
    const { rows } = await t.call('scheme.results', { ballotId })
    expect(told(props)?.map(row => [row[6], row[7]])).toEqual(rows.map(({ score, rank }) => [score, rank]))
    const [document] = props.documents
    expect(document?.verdicts[0]?.value).toBe(
      '领导考评 发出 3 张，收回 3 张，有效 3 张；干部考评 发出 4 张，收回 4 张，有效 4 张；党员互评 发出 5 张，收回 5 张，有效 5 张；同学考评 发出 6 张，收回 6 张，有效 6 张。',
    )
    const small = await summaryOf(t, { ballotId: await t.held(2025, stacks(2)) })
    expect(linesOf(small)[0]?.map(row => [row['students mean'], row['students votes'], row['score']])).toEqual([
      [null, null, 94],
      [null, null, 83],
      [null, null, 58],
    ])
  })

  test('goes to a workbook with the columns of the print, of one ballot and of a whole round', async () => {
    const office = await appraised()
    const save = async (params: object) => {
      const path = join(office.folder, 'out.xlsx')
      const { rows } = await office.call('forms.xlsx', { form: 'ballotSummary', params, file: office.tokens.offer(path) })
      const workbook = new Workbook()
      await workbook.xlsx.load(readFileSync(path))
      const page = workbook.worksheets[0]
      return { rows, cell: (r: number, c: number) => String(page?.getCell(r, c).value ?? ''), width: page?.columnCount }
    }
    const one = await save({ ballotId: office.ballotId })
    expect([one.rows, one.width, one.cell(1, 1), one.cell(3, 2), one.cell(3, 6), one.cell(4, 6), one.cell(5, 2)]).toEqual([
      4,
      15,
      '民主评议党员测评结果汇总表',
      '姓　名',
      '优　秀',
      '票数',
      '曹军怡',
    ])
    const all = await save({ roundId: office.roundId })
    expect([all.rows, all.width, all.cell(3, 1), all.cell(5, 1), all.cell(5, 3)]).toEqual([4, 16, '党组织', '第一党支部', '曹军怡'])
  })
})

describe('登记表', () => {
  test('one for each who took part, with what is on file of him; a probationary member has no grade', async () => {
    const office = await appraised()
    const { call, ballotId } = office
    const graded = (await call('ballot.get', { ballotId })).rows.filter(({ line: row }) => row.part === 'graded').map(({ line: row }) => row.number)
    await counted(office, ballotId, {
      members: { valid: 5, rows: Object.fromEntries(graded.map(row => [row, { overall: { excellent: 1, qualified: 4, basic: 0, unqualified: 0 } }])) },
    })
    await call('ballot.decide', {
      ballotId,
      decidedOn: '2026-11-22',
      decisions: [
        { row: graded[0] ?? 0, grade: 'excellent', selfNote: '按时参加组织生活。', mutualNote: '学习认真。', toldOn: '2026-11-23', advice: '通报表扬' },
      ],
    })
    const { people } = appraisalRecord.props.parse((await call('forms.preview', { form: 'appraisalRecord', params: { ballotId } })).props)
    expect(people.map(p => [p.name, p.category, p.opinion.text])).toEqual([
      ['曹军怡', '正式党员', '经支委会研究，评定为：　优秀'],
      ['程雅琴', '正式党员', '经支委会研究，评定为：'],
      ['邓文涛', '正式党员', '经支委会研究，评定为：'],
      ['高志远', '正式党员', '经支委会研究，评定为：'],
      ['江预备', '预备党员', '参加评议，不评定等次。'],
    ])
    expect(people[0]).toMatchObject({
      sex: '男',
      bornOn: '1979.12',
      joinedOn: '2014.01',
      fullMemberOn: '2015.01',
      branch: '第一党支部',
      self: '按时参加组织生活。',
      mutual: '学习认真。',
      counted: { eligible: 5, valid: 5 },
      told: '评定意见已反馈本人。',
      remark: '通报表扬',
    })
    expect(people[0]?.votes).toEqual([
      { label: '优秀', votes: 1 },
      { label: '合格', votes: 4 },
      { label: '基本合格', votes: 0 },
      { label: '不合格', votes: 0 },
    ])
    expect(people.at(-1)?.votes).toEqual([])
  })

  test('a round of another kind has none', async () => {
    const office = await smallOffice()
    const ballotId = await held(office, 'admissionVote', [line(1, '沈听澜')])
    await expect(office.call('forms.preview', { form: 'appraisalRecord', params: { ballotId } })).rejects.toMatchObject({ code: 'form.empty' })
  })

  test('a long 自评 runs on to further pages: not a character is lost, and no page is fuller than it may be', () => {
    const sentence = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.constantFrom('。', '；', '')).map(([n, end]) => `${'学'.repeat(n)}${end}`)
    const paragraph = fc.array(sentence, { minLength: 1, maxLength: 6 }).map(parts => parts.join(''))
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 12 }), paragraphs => {
        const text = paragraphs.join('\n')
        const leaves = leavesOf(text)
        expect(leaves.flatMap(leaf => leaf.map(piece => piece.text)).join('')).toBe(paragraphs.join(''))
        const lines = (leaf: (typeof leaves)[number]) => leaf.reduce((sum, piece) => sum + Math.ceil((2 + piece.text.length) / 34), 0)
        for (const [i, leaf] of leaves.entries()) expect(lines(leaf)).toBeLessThanOrEqual(i === 0 ? 21 : 28)
        for (const leaf of leaves.slice(1)) expect(leaf.length).toBeGreaterThan(0)
      }),
    )
  })
})
