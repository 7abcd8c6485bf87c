import type { RecordName } from '../../shared/domain/index.ts'
import { records } from '../../shared/domain/index.ts'
import type { ProcedureName } from '../../shared/domain/procedure-case.ts'
import { checkCharacter } from '../../shared/rules/id-number.ts'
import { createTestApp } from './app.ts'
import { draftOf } from './sample.ts'

/** The n-th of a row of valid ID numbers of people born on 31 December 1979. */
export function idNumberOf(n: number): string {
  const first17 = `11010519791231${String(n).padStart(3, '0')}`
  return first17 + checkCharacter(first17)
}

export interface CaseGiven {
  readonly procedure?: ProcedureName
  readonly openedOn?: string
  readonly owner?: string | null
  readonly person?: Readonly<Record<string, unknown>>
}

/** An office with two branches under one committee, and short words for filling it through the door. */
export async function smallOffice(options: Parameters<typeof createTestApp>[0] = {}) {
  const t = await createTestApp(options)
  let people = 0
  const add = async (type: RecordName, given: Record<string, unknown>): Promise<string> =>
    String((await t.call('records.create', { type, draft: draftOf(records[type], given) })).id)
  const body = (name: string, kind = 'branch', parentId: string | null = null, more: object = {}) => add('organization', { name, kind, parentId, ...more })
  const top = await body('中共临江委员会', 'committee')
  const [first, second] = [await body('第一党支部', 'branch', top), await body('第二党支部', 'branch', top)]
  const member = (given: Record<string, unknown> = {}) =>
    add('person', { name: `党员${people}`, idNumber: idNumberOf(people++), category: 'full', organizationId: first, ...given })
  const activity = async (given: Record<string, unknown>, hours: Readonly<Record<string, number>>) => {
    const id = await add('activity', { name: '集中培训', kind: 'training', startsOn: '2025-04-08', endsOn: '2025-04-10', hours: 24, counts: true, ...given })
    await t.call('attendance.save', {
      activityId: id,
      version: 1,
      lines: Object.entries(hours).map(([personId, h]) => ({ personId, state: 'present', hours: h })),
    })
    return id
  }
  const read = async (type: RecordName, id: string) => (await t.call('records.get', { type, id })).record
  /** Somebody new with an open case: an applicant's of 发展党员, where nothing else is given. */
  const openCase = async (name: string, { procedure = 'membership', openedOn = '2026-06-01', owner = null, person = {} }: CaseGiven = {}) => {
    const personId = await member({ name, category: 'applicant', joinedOn: null, fullMemberOn: null, ...person })
    const { caseIds } = await t.call('case.open', { procedure, openedOn, owner, personIds: [personId] })
    return { personId, caseIds, caseId: caseIds[0] ?? '' }
  }
  return { ...t, openCase, add, body, top, first, second, member, activity, read }
}
