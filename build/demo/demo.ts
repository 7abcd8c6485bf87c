import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isOffice } from '../../main/lobby/key-file.ts'
import { makeDemo, scales } from './make.ts'
import { users } from './office.ts'

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: 'college' },
    years: { type: 'string', default: '3' },
    office: { type: 'string' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', default: false },
  },
})
const { scale, seed } = values
const years = Number(values.years)
const folder = resolve(values.office ?? `demo-office-${scale}`)

if (values.help)
  stop('npm run demo -- --scale college|county --years N [--office DIR] [--seed S]\nThe password of both users is ZUGONG_PASSWORD, or a printed one.', 0)
if (!(scale in scales)) stop(`--scale is one of ${Object.keys(scales).join(', ')}.`)
if (!Number.isInteger(years) || years < 1 || years > 10) stop('--years is a number from 1 to 10.')
if (isOffice(folder) || existsSync(join(folder, 'office.db')))
  stop(`${folder} already holds an office. Choose another folder with --office, or remove it first.`)

const password = process.env['ZUGONG_PASSWORD'] ?? 'Zugong-Demo-2026'
const began = performance.now()
const made = await makeDemo({
  scale: scale === 'county' ? 'county' : 'college',
  years,
  seed,
  folder,
  password,
  today: localDay(new Date()),
  progress: line => process.stderr.write(`\r${line.padEnd(70)}`),
})
const seconds = (performance.now() - began) / 1000
process.stderr.write('\n')

console.log(`${made.name}: ${made.organizations} organizations, ${made.people} people, ${made.activities} activities, ${made.lines} attendance lines in ${seconds.toFixed(1)} s (${Math.round(made.lines / seconds)} lines a second). All invented.
Folder    ${folder}
Users     ${users.clerk}, ${users.admin}
Password  ${process.env['ZUGONG_PASSWORD'] ? 'from ZUGONG_PASSWORD' : password}
Recovery  ${made.recoveryCode}

In the window:       npm start, 打开已有台账, choose the folder.
On the command line: ZUGONG_PASSWORD=… npm run --silent console -- call quota.board '{"quota":"study-hours","year":${new Date().getFullYear()}}' --office ${folder} --user ${users.clerk}`)

function stop(message: string, code = 2): never {
  console.error(message)
  process.exit(code)
}

function localDay(at: Date): string {
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`
}
