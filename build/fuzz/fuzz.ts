import { parseArgs } from 'node:util'
import { fuzz } from './all.ts'

const { values } = parseArgs({ options: { inputs: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } } })
const [inputs, seed] = [Number(values.inputs), Number(values.seed)]
if (!Number.isInteger(inputs) || inputs < 10 || !Number.isInteger(seed)) {
  console.error('npm run fuzz -- --inputs N [--seed S]')
  process.exit(2)
}
const verdicts = await fuzz({ inputs, seed }, verdict => process.stderr.write(`${verdict.name}: ${verdict.inputs} inputs, ${verdict.fault ?? 'clean'}\n`))
console.log(JSON.stringify(verdicts, null, 1))
process.exitCode = verdicts.every(verdict => verdict.fault === null) ? 0 : 1
