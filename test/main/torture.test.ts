import { expect, test } from 'vitest'
import { torture } from '../../build/torture/rounds.ts'

test('killed at any moment of its work, the program finds every acknowledged write and a sound office', { timeout: 90_000 }, async () => {
  const outcome = await torture({ rounds: 3, lives: 1, seed: String(Math.random()) })
  expect(outcome.faults, `seed ${outcome.seed}`).toEqual([])
  expect(outcome.acknowledged['unlock']).toBeGreaterThan(0)
})
