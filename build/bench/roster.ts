import { existsSync, mkdtempSync, renameSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Workbook } from '@cj-tech-master/excelts'
import type SQLite from 'better-sqlite3-multiple-ciphers'
import { tableWorkbook } from '../../main/files/table-workbook.ts'
import { readWorkbook } from '../../main/files/workbook.ts'
import { personCategories } from '../../shared/domain/person.ts'
import { FillClock } from '../demo/clock.ts'
import { countyPlan } from '../demo/county.ts'
import { fill } from '../demo/fill.ts'
import { createOffice } from '../demo/office.ts'
import { inventWorld, type World } from '../demo/world.ts'
import { type Figure, rounded, times } from './figure.ts'
import { compare, timed } from './measure.ts'
import { copyOf, folderOf, makeRoom, type OpenOffice, openOffice, password, today } from './offices.ts'

const seed = 'bench'

/**
 * The roster of the county, 20,135 rows of one workbook, imported into an office that has its organizations: read,
 * recognised, checked row by row, written with an audit line each. Two floors: what a common library takes to read the
 * workbook alone; and the program's own reader with the finished rows and audit lines inserted by bare statements.
 */
export const rosterImport: Figure = {
  name: 'import.people',
  async measure({ quick, say }) {
    const { office, workbook } = await fixture(say)
    let finished: Finished | undefined
    const imported = async () => {
      const copy = copyOf(office)
      const opened = await openOffice(copy.folder)
      const ms = await timed(() => importInto(opened, workbook))
      finished ??= finishedRows(opened)
      await opened.close()
      copy.remove()
      return ms
    }
    const readByLibrary = async () => {
      const bytes = await readFile(workbook)
      return timed(() => new Workbook().xlsx.load(bytes))
    }
    const readAndInserted = async () => {
      const copy = copyOf(office)
      const opened = await openOffice(copy.folder)
      const sqlite = opened.bare()
      const rows = finished ?? { people: [], audit: [] }
      const ms = (await timed(() => readWorkbook(workbook))) + (await timed(() => insertBare(sqlite, rows)))
      sqlite.close()
      await opened.close()
      copy.remove()
      return ms
    }
    const rounds = quick ? 1 : 3
    const results = [
      times('import.people', await compare(rounds, imported, readByLibrary), 2.5),
      times('import.people.written', await compare(rounds, imported, readAndInserted), 2.5),
    ]
    const own = await compare(rounds, () => timed(() => readWorkbook(workbook)), readByLibrary)
    say(`  the program's own reader takes ${rounded(own.value)} ms`)
    return results
  },
}

async function importInto({ call, tokens }: OpenOffice, workbook: string): Promise<void> {
  const { created } = await call('import.write', { kind: 'people', file: tokens.offer(workbook), job: 'bench' })
  if (created !== 20_135) throw new Error(`${created} people were imported`)
}

interface Finished {
  readonly people: readonly unknown[][]
  readonly audit: readonly unknown[][]
}

function finishedRows({ bare }: OpenOffice): Finished {
  const sqlite = bare()
  const people = sqlite.prepare<unknown[], unknown[]>('SELECT * FROM person').raw().all()
  const audit = sqlite.prepare<unknown[], unknown[]>("SELECT * FROM audit WHERE recordType = 'person'").raw().all()
  sqlite.close()
  return { people, audit }
}

/** One transaction, as durable as the program's. */
function insertBare(sqlite: SQLite.Database, { people, audit }: Finished): void {
  const statement = (table: string, width: number) => sqlite.prepare(`INSERT INTO ${table} VALUES (${Array.from({ length: width }, () => '?').join(', ')})`)
  sqlite.exec('BEGIN IMMEDIATE')
  const person = statement('person', people[0]?.length ?? 0)
  for (const row of people) person.run(row)
  const line = statement('audit', audit[0]?.length ?? 0)
  let seq = Number(sqlite.prepare('SELECT max(seq) FROM audit').pluck().get())
  for (const [, ...row] of audit) line.run(++seq, ...row)
  sqlite.exec('COMMIT')
}

/** An office with organizations and nobody in it, and the roster as a workbook; made once. */
async function fixture(say: (line: string) => void): Promise<{ office: string; workbook: string }> {
  const folder = folderOf('roster')
  const files = { office: join(folder, 'office'), workbook: join(folder, 'roster.xlsx') }
  if (existsSync(folder)) return files
  say(`making a roster, kept in ${folder}`)
  makeRoom('roster-')
  const making = mkdtempSync(`${folder}-making-`)
  const world = inventWorld(countyPlan(seed), { years: 1, today, seed })
  const clock = new FillClock(world.start, today)
  const office = await createOffice({ folder: join(making, 'office'), name: world.plan.name, preset: world.plan.preset, password, clock })
  await fill(office, { ...world, people: [], changes: [], meetings: [] }, clock, seed)
  await office.close()
  await writeFile(join(making, 'roster.xlsx'), await workbookOf(world))
  renameSync(making, folder)
  return files
}

const headings = [
  '序号',
  '姓名',
  '公民身份号码',
  '性别',
  '民族',
  '出生日期',
  '学历',
  '所在党支部',
  '人员类别',
  '加入党组织日期',
  '转为正式党员日期',
  '党内职务',
  '工作岗位',
  '是否党员领导干部',
  '手机号码',
  '免学时原因',
]

/** As offices keep it: a title, headings, dates as text. */
const workbookOf = (world: World): Promise<Uint8Array> =>
  tableWorkbook({
    name: '花名册',
    title: '党员花名册',
    columns: headings.map(heading => ({ heading, width: 16 })),
    rows: world.people.map(({ draft: d, body, post }, i) => [
      i + 1,
      d.name,
      d.idNumber,
      d.sex === 'male' ? '男' : '女',
      d.nation,
      d.bornOn,
      d.education,
      world.plan.bodies[body]?.name ?? '',
      personCategories[d.category],
      d.joinedOn,
      d.fullMemberOn,
      post,
      d.workPost,
      d.leader ? '是' : '否',
      d.phone,
      d.exemptReason,
    ]),
  })
