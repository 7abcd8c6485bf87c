import { afterAll, beforeAll, expect, test } from 'vitest'
import { fuzzCalls, fuzzDoor, fuzzDrafts } from '../../build/fuzz/calls.ts'
import { fuzzCases } from '../../build/fuzz/cases.ts'
import { fuzzKeyFiles, fuzzWorkbooks } from '../../build/fuzz/files.ts'
import { fuzzSheets } from '../../build/fuzz/sheets.ts'
import { fuzzBackups } from '../../build/fuzz/backups.ts'
import { fuzzUpdates } from '../../build/fuzz/updates.ts'
import { type Bench, makeBench } from '../../build/fuzz/office.ts'

const seed = Math.floor(Math.random() * 1e9)
let bench: Bench

beforeAll(async () => {
  bench = await makeBench()
})
afterAll(() => bench.remove())

test.each([
  ['a broken workbook is read or refused with a reason, and nothing of it is written by halves', fuzzWorkbooks, 250],
  ['a workbook of cases with anything in its cells is told by row or kept, and every case can be shown afterwards', fuzzCases, 30],
  ['a broken 任免表文件 is refused with the reason, or what was read of it is written and read again', fuzzSheets, 600],
  ['a broken key file is mended from its copy, or the lock screen says that both are damaged', fuzzKeyFiles, 150],
  ['a changed backup is told and nothing is restored from it', fuzzBackups, 60],
  ['a changed update package is never taken, and one that is refused leaves no file', fuzzUpdates, 300],
  ['any endpoint answers any input: never an unforeseen error, and a refusal writes nothing', fuzzCalls, 600],
  ['a draft of any record type is kept or refused with a reason, whatever its fields hold', fuzzDrafts, 250],
  ['the calls before an office is open refuse what they do not know, and the right password opens afterwards', fuzzDoor, 40],
] as const)('%s', { timeout: 60_000 }, async (_, attempt, inputs) => {
  const verdict = await attempt(bench, { inputs, seed })
  expect(verdict.fault, `seed ${seed}`).toBeNull()
  expect(verdict.inputs).toBeGreaterThanOrEqual(inputs)
})
