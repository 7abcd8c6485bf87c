import { join } from 'node:path'
import { Workbook } from '@cj-tech-master/excelts'
import { expect, test } from 'vitest'
import { importer } from '../support/importing.ts'
import { idOf, type Row, writeWorkbook } from '../support/workbook.ts'

const members = 20_135
const branches = 825

/** The county of 825 organizations and 20,135 members. */
function county(): readonly Row[] {
  const styles = [(d: string) => d, (d: string) => d.replaceAll('-', '/'), (d: string) => d.replaceAll('-', ''), (d: string) => d.replaceAll('-', '.')]
  return Array.from({ length: members }, (_, i) => {
    const year = 1950 + (i % 50)
    const rest = `-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`
    const id = idOf(`${year}${rest}`, Math.floor(i / 50) % 1000)
    const write = styles[i % styles.length] ?? String
    return [
      i + 1,
      `${'张王李赵钱'[i % 5]}${'伟芳娜敏静秀丽强磊洋'[i % 10]}${'勇艳杰军娟涛超明刚'[i % 9]}`,
      id,
      Number(id[16]) % 2 ? '男' : '女',
      '汉族',
      write(`${year}${rest}`),
      '大学本科',
      `第${i % branches}党支部`,
      '正式党员',
      write(`${year + 25}${rest}`),
      write(`${year + 26}${rest}`),
      '',
      '教师',
      '',
      `1391234${String(i % 10_000).padStart(4, '0')}`,
      '',
    ]
  })
}

test('a county’s roster is in within two and a half times the time of reading its workbook', async () => {
  const t = await importer({ preset: 'county' })
  await t.write('organizations', await t.file([{ name: '党组织', rows: [['党组织名称'], ...Array.from({ length: branches }, (_, i) => [`第${i}党支部`])] }]))
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
  const path = await writeWorkbook(t.folder, [{ name: '花名册', rows: [headings, ...county()] }], { name: '全县.xlsx' })
  const reading = await timed(() => new Workbook().xlsx.readFile(path))
  const importing = await timed(() => t.write('people', t.tokens.offer(path)))
  expect(importing.value).toMatchObject({ read: members, created: members, written: true, faults: [] })
  expect(importing.ms).toBeLessThan(reading.ms * 2.5)
  const again = await t.preview('people', t.tokens.offer(join(t.folder, '全县.xlsx')))
  expect(again.counts).toMatchObject({ unchanged: members })
}, 120_000)

/** Work of this process alone, so that a busy machine does not decide. */
async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const before = process.cpuUsage()
  const value = await work()
  const { user, system } = process.cpuUsage(before)
  return { value, ms: (user + system) / 1000 }
}
