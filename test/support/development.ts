import type { FormName, FormParams } from '../../shared/api/forms.ts'
import { forms } from '../../shared/forms/index.ts'
import type { Block, Cell, WrittenDocument } from '../../shared/forms/written.ts'
import { idNumberOf, type smallOffice } from './office.ts'

type Office = Awaited<ReturnType<typeof smallOffice>>

/** What a written form says of these cases, as it is printed and as Word has it. */
export async function documentsOf(call: Office['call'], form: FormName, params: FormParams): Promise<readonly WrittenDocument[]> {
  const { props } = await call('forms.preview', { form, params })
  const written = forms[form].writtenOf(props)
  if (!written) throw new Error(`${form} is no written form`)
  return written.documents
}

/** Everything that stands on a document, line by line. */
export const textOf = ({ blocks }: WrittenDocument): string => blocks.flatMap(linesOf).join('\n')

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'title':
    case 'paragraph':
      return [block.text]
    case 'spread':
      return block.parts
    case 'cover':
      return block.lines.map(({ label, value }) => `${label}：${value}`)
    case 'grid':
      return block.rows.flatMap(({ cells }) => cells.flatMap(({ text, sign = [] }) => [text, ...sign]))
    case 'imprint':
      return block.lines.flatMap(([left, right]) => (right === undefined ? [left] : [left, right]))
    case 'gap':
    case 'rule':
    case 'pageBreak':
      return []
  }
}

const plain = (text: string): string => text.replaceAll(/[\s　]/g, '')

/** The box beside a label, whatever spaces the label is set with; the n-th where there are several of the name. */
export function boxOf({ blocks }: WrittenDocument, name: string, n = 0): Cell {
  const found = blocks.flatMap(block =>
    block.kind === 'grid'
      ? block.rows.flatMap(({ cells }) => cells.flatMap((cell, i) => (cell.label && plain(cell.text) === name && cells[i + 1] ? [cells[i + 1]] : [])))
      : [],
  )[n]
  if (!found) throw new Error(`there is no box ${name}`)
  return found
}

/** What is written in the box beside a label, without its spaces. */
export const written = (document: WrittenDocument, name: string, n = 0): string => plain(boxOf(document, name, n).text)

const long =
  '该同志坚持用党的创新理论武装头脑，按时参加支部组织的集中学习和志愿服务，在实训中心设备更新项目中担任技术负责人，提前二十天完成节点任务；能够正确对待批评，主动整改工作协调不够细致的问题。群众座谈中，八名教职工均给予肯定评价。存在不足：对基层党建知识学习不够深入，工作中有时急躁。'

/** A case of 发展党员 with everything on file that its forms ask for, as far as a step; `words` is what opinions say. */
export async function developed(office: Office, { until, words = '同意。' }: { readonly until?: string; readonly words?: string } = {}) {
  const { call, member, add } = office
  const contact = (name: string, joinedOn: string) => member({ name, workPost: `实训中心${name === '柏星河' ? '主任' : '副主任'}`, joinedOn })
  await contact('柏星河', '2010-07-01')
  await contact('秦慕白', '2015-12-01')
  const person = {
    name: '霍景和',
    idNumber: idNumberOf(901),
    category: 'applicant',
    joinedOn: null,
    fullMemberOn: null,
    nation: '汉族',
    nativePlace: '云江青岚',
    education: '研究生',
    degree: '硕士',
    workPost: '实训中心教师',
    phone: '13812346027',
    address: '青岚县城关镇清风路18号',
  }
  const personId = await member(person)
  const { caseIds } = await call('case.open', { procedure: 'membership', openedOn: '2026-05-20', owner: '周敏', personIds: [personId] })
  const [caseId = ''] = caseIds
  const { record: kept } = await call('records.get', { type: 'procedureCase', id: caseId })
  await call('records.update', {
    type: 'procedureCase',
    id: caseId,
    version: Number(kept['version']),
    draft: {
      workingSince: '2014-07-01',
      leagueOn: '2007-05-01',
      resume: '2010.09—2014.07 云江理工大学水利水电工程学院学习 邵怀瑾\n2014.07— 临江学院实训中心教师 柏星河',
      rewards: '2025年度考核优秀，受嘉奖。',
    },
  })
  const relative = (given: object) => add('caseRelative', { caseId, circle: 'family', ...given })
  await relative({
    relation: '妻子',
    name: '尹采薇',
    bornOn: '1993-06-01',
    politics: '中共党员',
    workPost: '青岚县人民医院护士长',
    finding: '政治清楚，表现良好。',
  })
  await relative({
    relation: '父亲',
    name: '霍同尘',
    politics: '群众',
    workPost: '青岚县南屏乡农民',
    askedOf: '中共南屏乡委员会',
    letter: '临院函〔2027〕6号',
    sentOn: '2027-08-02',
    answeredOn: '2027-08-20',
    finding: '政治历史清楚，遵纪守法。',
  })
  await relative({
    circle: 'social',
    relation: '舅舅',
    name: '纪明远',
    politics: '中共党员',
    workPost: '云州市青禾农业科技有限公司职员',
    askedOf: '青禾公司党支部',
  })
  const taken: readonly (readonly [step: string, draft: Readonly<Record<string, unknown>>])[] = [
    ['application', { doneOn: '2026-05-20' }],
    ['talk', { doneOn: '2026-06-10', people: '陆知行', place: '支部活动室', opinion: words === '同意。' ? '谈入党动机。' : `${long}\n${long}\n${long}` }],
    ['recommendation', { doneOn: '2026-07-01', opinion: '党员大会推荐，应到 24 人，推荐 21 票。', groupOpinion: words }],
    ['activistFiling', { doneOn: '2026-07-10', number: '院委组备〔2026〕7号' }],
    ['contacts', { doneOn: '2026-07-12', people: '柏星河、秦慕白' }],
    ['inspection', { doneOn: '2026-12-28', sponsorOpinion: words, opinion: `第一次：${words}` }],
    ['inspection', { doneOn: '2027-06-28', sponsorOpinion: words, opinion: `第二次：${words}` }],
    ['training', { doneOn: '2027-07-02' }],
    ['consultation', { doneOn: '2027-07-05', opinion: words, branchOpinion: `支委会：${words}` }],
    ['consent', { doneOn: '2027-07-09', result: 'agreed', number: '院委〔2027〕21号' }],
    ['candidateNotice', { startedOn: '2027-07-12', doneOn: '2027-07-19', result: 'clear', place: '学院公告栏', phone: '0999-5550112' }],
    ['candidate', { doneOn: '2027-07-20' }],
    ['sponsors', { doneOn: '2027-07-21', people: '柏星河、秦慕白' }],
    ['review', { doneOn: '2027-08-25', result: 'passed', ownOpinion: words, opinion: '政治历史清楚。' }],
    ['course', { startedOn: '2027-09-06', doneOn: '2027-09-08', hours: 24, place: '院党校培训班', opinion: '92 分' }],
    ['committeeReview', { doneOn: '2027-09-10', opinion: '手续完备，同意报党委预审。' }],
    ['preview', { doneOn: '2027-09-20', result: 'passed', number: '院委〔2027〕30号', opinion: '材料齐全。' }],
    ['form', { doneOn: '2027-09-22', number: '2027001' }],
    ['meeting', { doneOn: '2027-10-12', result: 'passed', eligible: 24, present: 22, agree: 21, against: 1, abstain: 0 }],
    ['superiorTalk', { doneOn: '2027-10-20', people: '周敏' }],
    ['approval', { doneOn: '2027-11-02', result: 'approved', number: '院委〔2027〕41号' }],
    ['filing', { doneOn: '2027-11-05' }],
    ['oath', { doneOn: '2027-11-20', place: '党员活动室' }],
    ['probationInspection', { doneOn: '2028-04-10', ownOpinion: `上半年：${words}`, sponsorOpinion: words, opinion: words }],
    ['probationInspection', { doneOn: '2028-10-08', ownOpinion: `下半年：${words}`, sponsorOpinion: words, opinion: words }],
    ['conversionApplication', { doneOn: '2028-10-12' }],
    ['conversionOpinions', { doneOn: '2028-10-20', sponsorOpinion: words, groupOpinion: words, opinion: '同意提交支部大会。' }],
    ['conversionMeeting', { doneOn: '2028-10-30', result: 'passed', eligible: 24, present: 23, agree: 23, against: 0, abstain: 0 }],
    ['conversionApproval', { doneOn: '2028-12-01', number: '院委〔2028〕52号' }],
  ]
  const last = until === undefined ? taken.length - 1 : taken.findLastIndex(([step]) => step === until)
  for (const [step, draft] of taken.slice(0, last + 1)) await call('case.record', { caseIds: [caseId], step, draft })
  return { caseId, personId }
}

export const longWords = long
/** Someone on the way to membership, with an open case. */
export async function applicant({ call, member }: Office, name: string, more: object = {}): Promise<string> {
  const personId = await member({ name, category: 'applicant', joinedOn: null, fullMemberOn: null, workPost: '教务处科员', ...more })
  const { caseIds } = await call('case.open', { procedure: 'membership', openedOn: '2026-05-20', owner: '周敏', personIds: [personId] })
  return caseIds[0] ?? ''
}

/** A case that is no 发展党员 and no selection: 沈听澜's 组织关系转接. */
export async function transferred({ call, member }: Pick<Office, 'call' | 'member'>): Promise<string> {
  const { caseIds } = await call('case.open', {
    procedure: 'relationTransfer',
    openedOn: '2026-11-02',
    owner: null,
    personIds: [await member({ name: '沈听澜' })],
  })
  return caseIds[0] ?? ''
}
