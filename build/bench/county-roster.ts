import { existsSync, mkdtempSync, renameSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tableWorkbook } from '../../main/files/table-workbook.ts'
import { personCategories } from '../../shared/domain/person.ts'
import { FillClock } from '../demo/clock.ts'
import { countyPlan } from '../demo/county.ts'
import { fill } from '../demo/fill.ts'
import { createOffice } from '../demo/office.ts'
import { inventWorld, type World } from '../demo/world.ts'
import { folderOf, makeRoom, password, today } from './offices.ts'

const seed = 'bench'

/** An office with organizations and nobody in it, and the roster as a workbook; made once. */
export async function countyRoster(say: (line: string) => void): Promise<{ office: string; workbook: string }> {
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

/** Those on the way to membership are on lists of their own. */
const isMember = ({ draft }: World['people'][number]): boolean => draft.category === 'full' || draft.category === 'probationary'

/** As offices keep it: a title, headings, dates as text. */
const workbookOf = (world: World): Promise<Uint8Array> =>
  tableWorkbook({
    name: '花名册',
    title: '党员花名册',
    columns: headings.map(heading => ({ heading, width: 16 })),
    rows: world.people
      .filter(isMember)
      .map(({ draft: d, body, post }, i) => [
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
