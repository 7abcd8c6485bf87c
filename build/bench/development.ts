import assert from 'node:assert/strict'
import { below, type Figure } from './figure.ts'
import { compare, timed } from './measure.ts'
import { county, officeOf, openOffice, year } from './offices.ts'

/**
 * 发展计划 of the whole county, its open cases among everybody on the way, right after one case has changed. Beside it, what reading
 * those people and the steps of their cases by hand-written SQL takes.
 */
export const development: Figure = {
  name: 'development',
  async measure({ rounds, say }) {
    const { call, bare, close } = await openOffice(await officeOf(county, say))
    const { rows: cases, total } = await call('case.list', { procedure: 'membership', limit: 500 })
    assert.ok(total >= 1400, `${total} open cases`)
    const sqlite = bare()
    const people = sqlite.prepare(
      "SELECT id, name, organizationId, category, joinedOn, fullMemberOn, sex, bornOn, education, frontline FROM person WHERE voidedAt IS NULL AND category <> 'full'",
    )
    const steps = sqlite.prepare(
      'SELECT s.caseId, s.step, s.turn, s.doneOn, s.result FROM caseStep s JOIN procedureCase c ON c.id = s.caseId WHERE s.voidedAt IS NULL AND c.voidedAt IS NULL AND c.closedOn IS NULL',
    )
    let turn = 0
    const board = async (): Promise<number> => {
      turn += 1
      const caseId = cases[turn % cases.length]?.id ?? ''
      await call('case.record', { caseIds: [caseId], step: 'inspection', draft: { doneOn: '2026-11-20', opinion: `第 ${turn} 次` } })
      return timed(() => call('development.board', { year, view: 'branches' }))
    }
    const measured = await compare(rounds * 2, board, () => timed(() => [people.all(), steps.all()]))
    sqlite.close()
    await close()
    return [below('development.board', measured, 30)]
  },
}
