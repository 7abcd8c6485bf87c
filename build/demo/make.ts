import { FillClock } from './clock.ts'
import { collegePlan } from './college.ts'
import { countyPlan } from './county.ts'
import { type Filled, fill } from './fill.ts'
import { createOffice } from './office.ts'
import { inventWorld } from './world.ts'

export const scales = { college: collegePlan, county: countyPlan }

export interface DemoRequest {
  readonly scale: keyof typeof scales
  /** Calendar years of history, the one that ends today among them. */
  readonly years: number
  readonly seed: string
  readonly folder: string
  readonly password: string
  readonly today: string
  readonly cost?: number
  progress?(line: string): void
}

/** Makes a new encrypted office and fills it with invented data. The same seed gives the same data, ids aside. */
export async function makeDemo({
  scale,
  years,
  seed,
  folder,
  password,
  today,
  cost,
  progress,
}: DemoRequest): Promise<Filled & { name: string; recoveryCode: string }> {
  const plan = scales[scale](seed)
  const world = inventWorld(plan, { years, today, seed })
  const clock = new FillClock(world.start, today)
  const office = await createOffice({ folder, name: plan.name, preset: plan.preset, password, clock, ...(cost && { cost }) })
  try {
    const filled = await fill(office, world, clock, seed, (done, total, lines) =>
      progress?.(`${Math.floor((100 * done) / total)} %, ${lines} attendance lines`),
    )
    return { ...filled, name: plan.name, recoveryCode: office.recoveryCode }
  } finally {
    await office.close()
  }
}
