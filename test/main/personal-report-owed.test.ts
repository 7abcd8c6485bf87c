import { expect, test } from 'vitest'
import type { SecretClass } from '../../shared/records/secrecy.ts'
import { secretClassNames } from '../../shared/records/secrecy.ts'
import { smallOffice } from '../support/office.ts'

/** Two cadres who report and one who does not, in two branches. */
async function office(today: string, granted: readonly SecretClass[] = secretClassNames) {
  const t = await smallOffice({ today, granted })
  const cadre = async (name: string, level: string, more: object = {}, organizationId = t.first) => {
    const personId = await t.member({ name, organizationId })
    await t.add('cadre', { personId, level, ...more })
    return personId
  }
  const qiao = await cadre('乔修远', 'divisionDeputy', { currentPost: '副局长' })
  await cadre('顾望舒', 'bureauDeputy', {}, t.second)
  await cadre('邓文涛', 'sectionChief')
  const due = async (more: object = {}) => {
    const { items } = await t.call('due.list', more)
    return items.filter(({ key }) => key.startsWith('personalReport/annual/'))
  }
  const told = async (more: object = {}) => (await due(more)).map(({ dueOn, state, title }) => [dueOn, state, title])
  const owed = async (more: object = {}) => (await t.call('supervision.board', { year: 2027, ...more })).reports
  const report = (given: object = {}) => t.add('personalReport', { personId: qiao, kind: 'annual', year: 2026, ...given })
  return { ...t, cadre, qiao, due, told, owed, report }
}

test('from 1 January who is 县处级副职 or above and has no 年度报告 on file is told, a line an organization with its clause; a section chief is not', async () => {
  const { due, told, qiao, first } = await office('2027-01-01')
  expect(await told()).toEqual([
    ['2027-01-31', 'later', '2026 年度个人有关事项报告：顾望舒'],
    ['2027-01-31', 'later', '2026 年度个人有关事项报告：乔修远'],
  ])
  const [item] = await due({ organizationId: first })
  expect(item).toMatchObject({ organization: '第一党支部', secret: true, clause: expect.stringMatching(/第二条.*第五条/) })
  expect(item?.path).toBe(`/registers/personalReport?new=1&personId=${qiao}&kind=annual&year=2026`)
  expect(await due({ organizationId: first })).toHaveLength(1)
})

test('in December nothing is asked for yet; in February it is overdue', async () => {
  expect((await (await office('2026-12-31')).told()).filter(([day]) => day === '2027-01-31')).toEqual([])
  expect((await (await office('2027-02-01')).told()).map(([, state]) => state)).toEqual(['overdue', 'overdue'])
})

test('whoever handed in is out of it; on the board stands who did not, with what there is of it', async () => {
  const { told, owed, report, read, call, second } = await office('2027-02-01')
  const id = await report({ formTakenOn: '2027-01-06' })
  expect((await told()).map(([, , title]) => title)).toEqual(['2026 年度个人有关事项报告：顾望舒'])
  expect(await owed()).toMatchObject({
    year: 2026,
    dueOn: '2027-01-31',
    people: 2,
    without: [
      { name: '顾望舒', organization: '第二党支部', recordId: null },
      { name: '乔修远', post: '副局长', recordId: id },
    ],
  })
  const { version } = await read('personalReport', id)
  await call('records.update', { type: 'personalReport', id, version: Number(version), draft: { submittedOn: '2027-01-20' } })
  expect((await owed())?.without.map(({ name }) => name)).toEqual(['顾望舒'])
  expect(await owed({ organizationId: second })).toMatchObject({ people: 1 })
  expect(await owed({ year: 2028 })).toBeNull()
})

test('who retired before the day, or came to the level after the year, owes none; who was promoted above it still does', async () => {
  const { cadre, owed } = await office('2027-02-01')
  await cadre('高志远', 'divisionChief', { leftOn: '2027-01-05', leftReason: '退休' })
  await cadre('程雅琴', 'divisionDeputy', { levelSince: '2027-01-08' })
  await cadre('秦岚', 'divisionChief', { levelSince: '2027-01-08' })
  expect((await owed())?.without.map(({ name }) => name).toSorted()).toEqual(['乔修远', '秦岚', '顾望舒'].toSorted())
})

test('from which level is a parameter: the office lowers it, or turns it off', async () => {
  const { add, owed, told } = await office('2027-02-01')
  const set = (value: number, startsOn: string) => add('parameter', { key: 'supervision.reportLevel', value, startsOn, basis: 'policy' })
  await set(5, '2027-01-01')
  expect((await owed())?.people).toBe(3)
  await set(0, '2027-01-02')
  expect([await owed(), await told()]).toEqual([null, []])
})

test('who was not granted the class is told nothing: neither who owes nor how many', async () => {
  const { owed, told, regrant } = await office('2027-02-01')
  await regrant(secretClassNames.filter(name => name !== 'personalReport'))
  expect([await owed(), await told()]).toEqual([null, []])
})
