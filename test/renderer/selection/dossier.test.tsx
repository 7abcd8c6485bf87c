// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ballot, rowOf } from '../../../shared/domain/ballot.ts'
import { dossierProps } from '../../../shared/forms/selection/facts.ts'
import { dossierOffice } from '../../support/dossier.ts'
import { draftOf } from '../../support/sample.ts'
import { showWindow } from '../../support/window.tsx'

/** The dossier in a window of its own. */
async function office() {
  const known = await dossierOffice()
  return { ...known, show: (at: string) => showWindow(known, at) }
}

test('N opens a dossier: what it is about, and those considered found by initials', async () => {
  const { show, call } = await office()
  const { user } = show('/selections')
  await screen.findByRole('row', { name: /教务处副处长选拔/ })
  await user.keyboard('n')
  const dialog = await screen.findByRole('dialog', { name: '选拔任用立卷' })
  await user.type(within(dialog).getByLabelText(/^卷宗名称/), '图书馆副馆长选拔')
  await user.type(within(dialog).getByLabelText(/^党组织/), '临江')
  await user.click(await screen.findByRole('option', { name: /中共临江委员会/ }))
  await user.type(within(dialog).getByLabelText('拟任职务'), '图书馆副馆长')
  await user.type(within(dialog).getByLabelText('人选'), 'dwt')
  await user.click(await screen.findByRole('option', { name: /邓文涛/ }))
  await user.click(within(dialog).getByRole('button', { name: /^立卷/ }))
  expect(await screen.findByRole('heading', { name: '图书馆副馆长选拔' })).toBeTruthy()
  const { rows } = await call('selection.list', { search: '图书馆' })
  expect(rows).toMatchObject([{ name: '图书馆副馆长选拔', places: 1, candidates: [{ name: '邓文涛', stage: 'recommended' }] }])
})

test('D brings one candidate on; the other stays in the comparison with the reason, which is asked for', async () => {
  const { show, caseId, whole } = await office()
  const { user } = show(`/selections/${caseId}`)
  await screen.findByRole('region', { name: '人选比较' })
  await user.keyboard('d')
  const dialog = await screen.findByRole('dialog', { name: '定人选' })
  await user.click(within(dialog).getByRole('checkbox', { name: /邓文涛/ }))
  const go = within(dialog).getByRole<HTMLButtonElement>('button', { name: /^列为考察对象/ })
  expect(go.disabled).toBe(true)
  await user.type(within(dialog).getByLabelText(/其余 1 人未列入的原因/), '推荐票少')
  await user.click(go)
  expect(await screen.findByText(/^1 人列为考察对象，1 人未列入/)).toBeTruthy()
  expect((await whole()).candidates.map(({ name, record }) => [name, record['stage'], record['outcome']])).toEqual([
    ['温启明', 'out', '推荐票少'],
    ['邓文涛', 'assessed', null],
  ])
  expect(await screen.findByText('推荐票少')).toBeTruthy()
})

test('凡提四必 is put down at its box, and the warning that waited for it goes', async () => {
  const { show, caseId, call, ids } = await office()
  await call('selection.advance', { caseId, stage: 'assessed', candidateIds: await ids(), otherwise: null, on: null })
  const { user } = show(`/selections/${caseId}`)
  await user.click(await screen.findByRole('button', { name: '邓文涛：信访举报必查，还没有办' }))
  const dialog = await screen.findByRole('dialog', { name: '信访举报必查（邓文涛）' })
  await user.type(within(dialog).getByLabelText(/^发函（查核）日期/), '2026-11-10')
  await user.type(within(dialog).getByLabelText(/^回函（办结）日期/), '2026-11-16')
  await user.click(within(dialog).getByRole('combobox', { name: /结论/ }))
  await user.click(await screen.findByRole('option', { name: '不影响任用' }))
  await user.keyboard('{Control>}s{/Control}')
  expect(await screen.findByRole('button', { name: '邓文涛：信访举报必查，2026-11-16 不影响任用' })).toBeTruthy()
  await screen.findByText('邓文涛还没有办：档案必审、个人有关事项必核、纪检监察意见必听、廉洁自律结论性意见')
  expect(screen.getByText('温启明还没有办：档案必审、个人有关事项必核、纪检监察意见必听、信访举报必查、廉洁自律结论性意见')).toBeTruthy()
})

test('a warning opens the record it rests on', async () => {
  const { show, caseId, add, wen } = await office()
  const id = await add('stepDown', {
    personId: wen,
    formerPost: '副主任',
    kind: 'removed',
    cause: 'performance',
    reason: '不胜任',
    decidedOn: '2026-01-10',
    until: '2027-01-10',
  })
  show(`/selections/${caseId}`)
  const warning = await screen.findByRole('link', {
    name: '温启明有影响期记录：能下（免职），至 2027-01-10，不得担任领导职务、提拔职务、晋升职务、职级、衔级和级别，请核实',
  })
  expect(warning.getAttribute('href')).toBe(`#/registers/stepDown?record=${id}`)
})

test('考察材料 is begun from the facts on file and kept as it was written on', async () => {
  const { show, caseId, whole } = await office()
  const { user } = show(`/selections/${caseId}`)
  const [first] = await screen.findAllByRole('button', { name: '写考察材料' })
  if (!first) throw new Error('no candidate')
  await user.click(first)
  const dialog = await screen.findByRole('dialog', { name: '考察材料（温启明）' })
  await user.click(within(dialog).getByRole('button', { name: '用已有资料起草' }))
  const box = within(dialog).getByLabelText<HTMLTextAreaElement>(/^考察材料/, { selector: 'textarea' })
  await waitFor(() => expect(box.value).toContain('温启明同志考察材料'))
  await user.type(box, '补写一句。')
  await user.keyboard('{Control>}s{/Control}')
  await screen.findByText('已存温启明的考察材料')
  expect(String((await whole()).candidates[0]?.record['assessment'])).toContain('补写一句。')
})

test('a step with a ballot of its own prints the papers and the tally of it; before there is one it says where to make it', async () => {
  const { show, caseId, call, top, wen, deng } = await office()
  const step = 'meetingRecommendation'
  await call('case.record', { caseIds: [caseId], step, draft: { doneOn: '2026-11-10' } })
  const { user } = show(`/selections/${caseId}?step=${step}`)
  const own = await screen.findByRole('group', { name: '这一步的表' })
  expect(await within(own).findByText(/推荐票和汇总表在/)).toBeTruthy()
  const line = { section: '教务处副处长', places: 1 }
  const rows = [rowOf({ ...line, number: 1, personId: wen, name: '温启明' }), rowOf({ ...line, number: 2, personId: deng, name: '邓文涛' })]
  const draft = { name: '教务处副处长会议推荐', kind: step, organizationId: top, year: 2026, heldOn: '2026-11-10' }
  const { id } = await call('ballot.create', {
    draft: draftOf(ballot, draft),
    rows,
  })
  const { records } = await call('case.get', { caseId })
  const kept = records.find(found => found['step'] === step)
  await call('case.change', { stepId: String(kept?.['id']), version: Number(kept?.['version']), draft: { doneOn: '2026-11-10', ballotId: id } })
  await user.click(await within(own).findByRole('button', { name: '推荐票' }))
  await user.click(await screen.findByRole('menuitem', { name: '打印' }))
  await screen.findByText('已送打印机：测评和表决票')
  expect(within(own).getByRole('button', { name: '推荐结果汇总表' })).toBeTruthy()
  expect(within(own).getByRole('button', { name: '民主推荐情况汇总表' })).toBeTruthy()
})

test('the chosen dossiers are posted on one sheet from the list', async () => {
  const known = await office()
  const { show, call, caseId, ids, printed } = known
  const [first = ''] = await ids()
  await call('selection.advance', { caseId, stage: 'proposed', candidateIds: [first], otherwise: '综合比选', on: null })
  const { user } = show('/selections')
  await user.click(await screen.findByRole('checkbox', { name: /全选|选中全部/ }))
  expect(await screen.findByText('已选 1 卷')).toBeTruthy()
  await user.click(await screen.findByRole('button', { name: '步骤的表' }))
  const dialog = await screen.findByRole('dialog', { name: '打印 1 卷的表' })
  await user.click(within(dialog).getByRole('combobox', { name: /^表/ }))
  await user.click(await screen.findByRole('option', { name: '干部任前公示' }))
  await user.type(within(dialog).getByLabelText('公示开始日期'), '2026-09-29')
  await user.click(within(dialog).getByRole('button', { name: /^打印/ }))
  await waitFor(() => expect(printed).toHaveLength(1))
  expect(dossierProps.parse(printed[0]?.props).dossiers).toMatchObject([{ posted: { startsOn: '2026-09-29', lastOn: '2026-10-12', workingDays: 5 } }])
})

test('the forms of a step are of all candidates, or of the one chosen', async () => {
  const { show, call, caseId, ids, printed } = await office()
  await call('selection.advance', { caseId, stage: 'assessed', candidateIds: await ids(), otherwise: null, on: null })
  const { user } = show(`/selections/${caseId}?step=report`)
  const own = await screen.findByRole('group', { name: '这一步的表' })
  const print = async () => {
    await user.click(within(own).getByRole('button', { name: '考察材料' }))
    await user.click(await screen.findByRole('menuitem', { name: '打印' }))
  }
  const names = (job: number) => dossierProps.parse(printed[job]?.props).dossiers.flatMap(({ candidates }) => candidates.map(({ name }) => name))
  await print()
  await waitFor(() => expect(printed).toHaveLength(1))
  expect(names(0)).toEqual(['温启明', '邓文涛'])
  await user.click(within(own).getByRole('combobox', { name: '打印哪些人选' }))
  await user.click(await screen.findByRole('option', { name: '邓文涛' }))
  await print()
  await waitFor(() => expect(printed).toHaveLength(2))
  expect(names(1)).toEqual(['邓文涛'])
})
