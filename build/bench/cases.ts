import assert from 'node:assert/strict'
import { membership } from '../../shared/procedures/membership.ts'
import { addDays } from '../../shared/rules/days.ts'
import { checkCharacter } from '../../shared/rules/id-number.ts'
import { below, type Figure } from './figure.ts'
import { compare, timed } from './measure.ts'
import { officeOf, type OpenOffice, openOffice } from './offices.ts'

const cases = 1500

/**
 * The board of 1,500 open cases and 今日待办 over them, each right after one case has changed, as on a working day. Beside them, what
 * reading the steps of those cases by hand-written SQL takes.
 */
export const caseBoards: Figure = {
  name: 'cases',
  async measure({ rounds, say }) {
    const office = await openOffice(await officeOf({ scale: 'college', years: 1 }, say))
    const { call, bare, close } = office
    const opened = await fill(office)
    const sqlite = bare()
    const steps = sqlite.prepare(
      'SELECT s.caseId, s.step, s.turn, s.startedOn, s.doneOn, s.result FROM caseStep s JOIN procedureCase c ON c.id = s.caseId WHERE s.voidedAt IS NULL AND c.voidedAt IS NULL AND c.closedOn IS NULL',
    )
    const { total } = await call('case.list', { procedure: 'membership' })
    assert.ok(total >= cases)
    let turn = 0
    const after = async (work: () => Promise<unknown>): Promise<number> => {
      turn += 1
      const draft = { doneOn: '2026-11-20', opinion: `第 ${turn} 次` }
      await call('case.record', { caseIds: [opened[turn % opened.length] ?? ''], step: 'inspection', draft })
      return timed(work)
    }
    const floor = () => timed(() => steps.all())
    const board = await compare(rounds * 2, () => after(() => call('case.list', { procedure: 'membership' })), floor)
    const due = await compare(rounds * 2, () => after(() => call('due.list', {})), floor)
    sqlite.close()
    await close()
    return [below('case.list', board, 30), below('case.due', due, 30)]
  },
}

/** Applicants, each with a case that has come some way; in batches, as offices record them. */
async function fill({ call }: OpenOffice): Promise<readonly string[]> {
  const tree = await call('organization.tree', {})
  const branches = tree.filter(({ kind }) => kind === 'branch')
  const steps = membership.rules.at(-1)?.steps.filter(({ repeats, detour }) => !repeats && !detour) ?? []
  const opened: string[] = []
  for (let batch = 0; batch < cases / 100; batch++) {
    const personIds: string[] = []
    for (let i = 0; i < 100; i++) {
      const n = batch * 100 + i
      const first17 = `110105${19900101 + Math.floor(n / 900) * 10000}${String(n % 900).padStart(3, '0')}`
      const draft = {
        name: `申请人${n}`,
        idNumber: first17 + checkCharacter(first17),
        category: 'applicant',
        leader: false,
        organizationId: branches[n % branches.length]?.id ?? null,
      }
      personIds.push(String((await call('records.create', { type: 'person', draft }))['id']))
    }
    const { caseIds } = await call('case.open', { procedure: 'membership', openedOn: '2026-05-12', owner: null, personIds })
    opened.push(...caseIds)
    for (const [s, step] of steps.slice(0, 4 + batch).entries()) {
      const draft = { doneOn: addDays('2026-05-12', s * 6), result: step.results?.[0]?.key ?? null, people: '周敏、唐立' }
      await call('case.record', { caseIds, step: step.key, draft })
    }
  }
  return opened
}
