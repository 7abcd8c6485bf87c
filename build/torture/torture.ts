import { parseArgs } from 'node:util'
import { torture } from './rounds.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } } })
const rounds = Number(values.rounds)
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error('npm run torture -- --rounds N [--seed S]')
  process.exit(2)
}
const outcome = await torture({ rounds, seed: values.seed, say: line => process.stderr.write(`${line}\n`) })
console.log(JSON.stringify(outcome, null, 1))
process.exitCode = outcome.faults.length === 0 ? 0 : 1
