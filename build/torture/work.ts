import { mkdirSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { users } from '../demo/office.ts'
import { Random } from '../demo/random.ts'
import { type Act, acts, type Desk } from './acts.ts'
import { type WorkerLine, workOrder } from './messages.ts'
import { fileOf, programAt, tipOf } from './office.ts'

/** A process that works in an office until it is killed or has done its acts; every answer is told before the next is asked for. */
const tell = (line: WorkerLine): void => void writeSync(1, `${JSON.stringify(line)}\n`)

const order = workOrder.parse(JSON.parse(process.argv[2] ?? ''))
const random = new Random(order.seed)
let beside = fileOf(order.folder, order.key)
const papers = join(order.folder, '..', 'papers')
mkdirSync(papers, { recursive: true })
const program = await programAt(order.folder)
tell({ say: 'ready' })

const done = (act: string, touched: Extract<WorkerLine, { say: 'done' }>['touched'], password?: string): void => {
  const tip = tipOf(beside.reader)
  if (tip) tell({ say: 'done', act, tip, touched, ...(password !== undefined && { password }) })
}

tell({ say: 'begin', act: 'unlock' })
const { today } = await program.call('lobby.unlock', { user: users.clerk, password: order.password })
done('unlock', [])

const desk: Desk = {
  ...program,
  random,
  papers,
  today,
  password: order.password,
  async rekeyed(key) {
    await beside.close()
    beside = fileOf(order.folder, key)
  },
}
for (let n = 0; n < order.acts; n++) {
  const name = order.kinds[random.int(0, order.kinds.length - 1)] ?? ''
  await once(name, await acts[name]?.(desk))
}
await program.app.close()
await beside.close()

async function once(name: string, act: Act | undefined): Promise<void> {
  if (!act) return
  const password = act.password === undefined ? {} : { password: act.password }
  tell({ say: 'begin', act: name, ...password })
  try {
    done(name, [...(await act.run())], act.password)
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause
    tell({ say: 'refused', act: name, code: cause.code })
  }
}
