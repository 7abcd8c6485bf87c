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

// Standard output holds the result and nothing else; what a build says on the way goes with the progress.
const write = console.log
console.log = console.error
const say = (line: string) => process.stderr.write(`${line}\n`)
const results: Result[] = []
const failed: string[] = []
for (const figure of figures.filter(f => wanted === undefined || wanted.includes(f.name))) results.push(...(await measure(figure)))

if (values.json) write(JSON.stringify({ results }))
else print(results)
if (failed.length > 0) say(`Not measured: ${failed.join(', ')}`)
process.exit(failed.length > 0 ? 1 : 0)

/** A figure that fails does not take the others with it. */
async function measure(figure: Figure): Promise<Result[]> {
  say(`measuring ${figure.name}`)
  try {
    return await figure.measure({ rounds: values.quick ? 7 : 15, quick: values.quick, say })
  } catch (cause) {
    say(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause))
    failed.push(figure.name)
    return []
  }
}

function print(all: readonly Result[]): void {
  const rows = [
    ['figure', 'value', 'floor', 'ratio', 'goal', ''],
    ...all.map(r => [r.name, `${r.value} ${r.unit}`, `${r.floor} ${r.unit}`, r.ratio.toFixed(2), r.goal, r.met ? 'met' : 'MISSED']),
  ]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0))) ?? []
  for (const row of rows)
    write(
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
