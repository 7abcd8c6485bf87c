import type { Call } from '../../../main/app/caller.ts'
import { createTestApp } from '../../support/app.ts'
import { appraise } from '../../support/appraise.ts'
import { idOf } from '../../support/workbook.ts'
import { type Answers, showWindow } from '../../support/window.tsx'
import { addOrganization, addPerson } from '../people/office.ts'

/** Two branches that hold 民主评议: one of four full members and a probationary one, one of two; a round has been started. */
export async function appraised() {
  const app = await createTestApp()
  const { call } = app
  const committee = await addOrganization(call, '临江学院党委', { kind: 'committee' })
  const building = await addOrganization(call, '建筑工程系教工党支部', { parentId: committee })
  const staff = await addOrganization(call, '机关第一党支部', { parentId: committee })
  await addPerson(call, '高志远', { idNumber: idOf('1976-09-21', 53), organizationId: building, partyPost: '党支部书记' })
  await addPerson(call, '程雅琴', { idNumber: idOf('1985-03-07', 2), organizationId: building })
  await addPerson(call, '邓文涛', { idNumber: idOf('1981-06-28', 1), organizationId: building })
  await addPerson(call, '叶国栋', { idNumber: idOf('1980-05-12', 3), organizationId: building })
  await addPerson(call, '江预备', {
    idNumber: idOf('1998-05-12', 3),
    organizationId: building,
    category: 'probationary',
    joinedOn: '2026-03-01',
    fullMemberOn: null,
  })
  await addPerson(call, '曹军怡', { idNumber: idOf('1979-02-11', 2), organizationId: staff })
  await addPerson(call, '何雨晴', { idNumber: idOf('1990-08-03', 2), organizationId: staff })
  const { roundId, of } = await appraise(call, [building, staff], '2026 年度民主评议党员测评')
  const ballotId = of(building)
  const whole = () => call('ballot.get', { ballotId })
  return {
    ...app,
    roundId,
    building,
    staff,
    ballotId,
    otherId: of(staff),
    whole,
    /** What the count has, as a sheet: name, then 优秀 合格 基本合格 不合格. */
    async figures() {
      const { rows: listed, tallies } = await whole()
      return listed
        .filter(({ line }) => line.part === 'graded')
        .map(({ line }) => [
          line.name,
          ...['excellent', 'qualified', 'basic', 'unqualified'].map(option => tallies.find(t => t.row === line.number && t.option === option)?.votes ?? null),
        ])
    },
    show: (at: string, answers?: Answers) => showWindow(app, at, answers),
  }
}

/** A closed count: five papers, one invalid, where nothing else is said; each row as given by name, in the order of the options. */
export async function closeWith(
  call: Call,
  ballotId: string,
  votes: Readonly<Record<string, readonly [number, number, number, number]>>,
  { returned, valid } = { returned: 5, valid: 4 },
): Promise<void> {
  const { rows } = await call('ballot.get', { ballotId })
  const options = ['excellent', 'qualified', 'basic', 'unqualified']
  const { countId, version } = await call('ballot.count', {
    ballotId,
    firstTeller: '唐立',
    secondTeller: '何晴',
    scrutineer: '许文博',
    returns: [{ groupCode: 'members', issued: returned, returned, valid, invalid: returned - valid }],
    tallies: rows
      .filter(({ line }) => line.part === 'graded')
      .flatMap(({ line }) =>
        options.map((option, i) => ({
          groupCode: 'members',
          row: line.number,
          item: 'overall',
          option,
          votes: votes[line.name]?.[i] ?? (i === 1 ? valid : 0),
          points: null,
        })),
      ),
  })
  await call('ballot.close', { countId, version, closedOn: '2026-11-21' })
}
