import { parseArgs } from 'node:util'
import type { Figure, Result } from './figure.ts'
import { figures } from './figures.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const names = figures.map(f => f.name)

if (values.help) stop(`npm run bench -- [--json] [--quick] [--only ${names.join(',')}]`, 0)
const wanted = values.only?.split(',').map(name => name.trim())
const unknown = wanted?.filter(name => !names.includes(name)) ?? []
if (unknown.length > 0) stop(`No such figure: ${unknown.join(', ')}. There are ${names.join(', ')}.`, 2)

const say = (line: string) => process.stderr.write(`${line}\n`)
const results: Result[] = []
for (const figure of figures.filter(f => wanted === undefined || wanted.includes(f.name))) results.push(...(await measure(figure)))

if (values.json) console.log(JSON.stringify({ results }))
else print(results)
process.exit(results.every(r => r.met) ? 0 : 1)

/** A figure that cannot be measured is a figure that misses its goal, and says why. */
async function measure(figure: Figure): Promise<Result[]> {
  say(`measuring ${figure.name}`)
  return figure.measure({ rounds: values.quick ? 3 : 9, quick: values.quick, say })
}

function print(all: readonly Result[]): void {
  const rows = [
    ['figure', 'value', 'floor', 'ratio', 'goal', ''],
    ...all.map(r => [r.name, `${r.value} ${r.unit}`, `${r.floor} ${r.unit}`, r.ratio.toFixed(2), r.goal, r.met ? 'met' : 'MISSED']),
  ]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0))) ?? []
  for (const row of rows)
    console.log(
      row
        .map((cell, i) => (i === 0 || i > 3 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
}

function stop(message: string, code: number): never {
  console.error(message)
  process.exit(code)
}
