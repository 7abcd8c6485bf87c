import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { portsAt } from '../../../build/demo/office.ts'
import { root } from '../../../build/root.ts'
import { runConsole } from '../../../main/console/console.ts'

/** The college of test/fixtures: its own workbooks, and what anyone can count out of them for 2025. */
export const workbook = (name: string): string => join(root, 'test/fixtures/college', name)

export const office = '江南职业技术学院党委'
export const admin = { name: '管理员', password: 'Jiangnan-2026-guan' }
export const clerk = { name: '周敏', password: 'Jiangnan-2026-min' }

const hours = z.object({ id: z.string(), name: z.string(), branch: z.string(), hours: z.number(), target: z.number(), met: z.boolean() })
const figures = z.object({ year: z.number(), people: z.array(hours), byBranch: z.record(z.string(), z.object({ required: z.number(), met: z.number() })) })
export const expected = figures.parse(JSON.parse(readFileSync(workbook('expected-2025.json'), 'utf8')))
export type Hours = z.infer<typeof hours>

/** Those who owe hours and have not made them. */
export const behind: readonly Hours[] = expected.people.filter(p => p.target > 0 && !p.met)

/** The college's office with everything imported, made by the console: the journeys that start later start here. */
export async function makeCollegeOffice(folder: string): Promise<void> {
  const at = ['--office', folder]
  await run(['create', ...at, '--preset', 'college', '--name', office, '--admin', admin.name, '--clerk', clerk.name])
  for (const [kind, file] of [
    ['organizations', 'organizations.xlsx'],
    ['people', 'roster.xlsx'],
    ['study', 'study.xlsx'],
  ] as const) {
    await run(['import', kind, workbook(file), ...at, '--user', clerk.name])
  }
}

async function run(argv: readonly string[]): Promise<void> {
  const said: string[] = []
  const clock = { now: () => new Date().toISOString(), today: () => new Date().toISOString().slice(0, 10) }
  const code = await runConsole(argv, {
    ports: portsAt(clock),
    password: async () => clerk.password,
    out: text => said.push(text),
    error: text => said.push(text),
    // What is tested here is not how long a key takes to make.
    cost: 2 ** 10,
  })
  if (code !== 0) throw new Error(`${argv.join(' ')}\n${said.join('\n')}`)
}
