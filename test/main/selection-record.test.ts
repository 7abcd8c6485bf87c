import { expect, test } from 'vitest'
import { documentsOf, textOf, transferred, written } from '../support/development.ts'
import { smallOffice } from '../support/office.ts'
import { selected } from '../support/selection.ts'

const sheets = async (given: Parameters<typeof selected>[1] = {}, params: object = {}) => {
  const office = await smallOffice({ today: '2026-11-23' })
  const dossier = await selected(office, given)
  return { ...office, ...dossier, documents: await documentsOf(office.call, 'selectionRecord', { caseIds: [dossier.caseId], ...params }) }
}

/** Every box of 纪实表 by its label, as rules and specimen name them. */
const boxes = ['姓名', '现任职务', '拟任职务', '确定考察对象的时间和方式', '征求分管领导意见的时间和对象', '任职谈话的时间和谈话人'] as const
const asks = [
  '酝酿形成的工作方案',
  '会议推荐和个别谈话推荐汇总表',
  '拟提任人选征求纪检监察机关意见情况',
  '考察预告',
  '民主测评汇总表、征求意见汇总表',
  '个人有关事项报告抽查核实情况',
  '群众反映的主要问题及调查核实情况',
  '干部任免审批表、干部考察情况',
  '党委（党组）对本单位拟提任人选的意见建议及廉政鉴定情况',
  '双重管理干部提拔任用协管方回复意见',
  '任职前公示公告',
  '公示期间群众反映的问题及意见调查核实情况',
] as const

type Sheet = Awaited<ReturnType<typeof sheets>>['documents'][number]
/** What stands behind 有无材料 beside a label. */
const asked = ({ blocks }: Sheet, name: string): string => {
  for (const block of blocks)
    if (block.kind === 'grid')
      for (const { cells } of block.rows) {
        const at = cells.findIndex(({ text }) => text.replaceAll(/[\s　]/g, '') === name)
        if (at >= 0) return cells[at + 2]?.text ?? ''
      }
  throw new Error(`there is no box ${name}`)
}
/** 会议时间 … 弃权 of a meeting. */
const meeting = ({ blocks }: Sheet, name: string): readonly string[] => {
  for (const block of blocks)
    if (block.kind === 'grid')
      for (const { cells } of block.rows) {
        const at = cells.findIndex(({ text }) => text.replaceAll(/[\s　]/g, '') === name)
        if (at >= 0) return cells.slice(at + 1).map(({ text }) => text)
      }
  return []
}

test('纪实表 of a finished selection: every box of the layout says what the dossier has, the 附件 numbered through the sheet', async () => {
  const { documents } = await sheets()
  const [sheet, ...more] = documents
  if (!sheet) throw new Error('no sheet')
  expect(more).toEqual([])
  expect(textOf(sheet)).toContain('☑ 日常选拔\n□ 换届选拔\n□ 竞争性选拔')
  expect(boxes.map(name => written(sheet, name))).toEqual([
    '温启明',
    '测绘教研室主任',
    '教务处副处长',
    '2026年9月8日，党委会会议研究确定。',
    '2026年9月25日，征求副院长叶听澜意见，同意。',
    '2026年10月21日，党委副书记顾望舒。',
  ])
  expect(asks.map(name => asked(sheet, name))).toEqual([
    '☑有　□无　附件1',
    '☑有　□无　附件2',
    '☑有　□无　附件3：院纪委回复（2026.09.16）',
    '☑有　□无　附件4（2026.09.10）',
    '☑有　□无　附件5、6',
    '☑有　□无　附件7：如实报告',
    '□有　☑无　不影响任用',
    '☑有　□无　附件8、9',
    '☑有　□无　附件10、11',
    '□有　☑无',
    '☑有　□无　附件12（2026.09.29—10.12）',
    '□有　☑无',
  ])
  expect(meeting(sheet, '部务会议')).toEqual(['2026.09.26', '顾望舒', '5', '5', '5', '0', '0'])
  expect(meeting(sheet, '党委（党组）会议')).toEqual(['2026.09.28', '何书记', '11', '10', '9', '0', '1'])
})

test('what has not been done is blank: no tick, no day, no figure; one sheet for each who is still in question', async () => {
  const { documents } = await sheets({ until: 'proposal' })
  expect(documents.map(sheet => written(sheet, '姓名'))).toEqual(['温启明', '邓文涛'])
  const [sheet] = documents
  if (!sheet) throw new Error('no sheet')
  expect(asks.map(name => asked(sheet, name))).toEqual(asks.map((name, i) => (i === 0 ? '☑有　□无　附件1' : name.startsWith('双重') ? '□有　☑无' : '□有　□无')))
  expect(boxes.slice(3).map(name => written(sheet, name))).toEqual(['', '', ''])
  expect(meeting(sheet, '部务会议')).toEqual(['', '', '', '', '', '', ''])
})

test('two who are proposed have a sheet each with their own papers; one may be printed alone', async () => {
  const { call, documents, caseId, second } = await sheets({ both: true })
  expect(documents.map(sheet => written(sheet, '姓名'))).toEqual(['温启明', '邓文涛'])
  // His talk was recorded, of hers only the step says something.
  expect(documents.map(sheet => written(sheet, '任职谈话的时间和谈话人'))).toEqual(['2026年10月21日，党委副书记顾望舒。', '2026年10月22日，何书记。'])
  const alone = await documentsOf(call, 'selectionRecord', { caseIds: [caseId], candidateIds: [second] })
  expect(alone.map(sheet => written(sheet, '姓名'))).toEqual(['邓文涛'])
})

test('an objection, the reply of the other side and a paper of another candidate each stand where they belong', async () => {
  const { documents, call, caseId, file, second } = await sheets({ lengthy: true })
  const [sheet] = documents
  if (!sheet) throw new Error('no sheet')
  expect(asked(sheet, '双重管理干部提拔任用协管方回复意见')).toBe('□有　☑无　同意，市水函〔2026〕31号')
  expect(asked(sheet, '公示期间群众反映的问题及意见调查核实情况')).toBe('☑有　□无　附件13：1件，不影响任用')
  await file('checks', null, '邓文涛信访举报核查报告', second)
  const [again] = await documentsOf(call, 'selectionRecord', { caseIds: [caseId] })
  expect(again && asked(again, '群众反映的主要问题及调查核实情况')).toBe('□有　☑无　不影响任用')
})

test('a case that is no selection is refused, and told what it is', async () => {
  const office = await smallOffice()
  await expect(documentsOf(office.call, 'selectionRecord', { caseIds: [await transferred(office)] })).rejects.toMatchObject({
    facts: { what: '这张表是干部选拔任用的，沈听澜的卷宗是组织关系转接' },
  })
})
