import { blankDay, written } from '../parts.ts'
import { filled, type Grid, type GridRow, label, type WrittenDocument } from '../written.ts'
import { notice, noticePaper, noticeTitle, numbered, salutation, sentences, signedBy } from '../written-notice.ts'
import { dossierForm } from './dossier-form.ts'
import { assessedOf, type Dossier, type FormCandidate } from './facts.ts'
import { comrades, ruleOf } from './parts.ts'

const line = '＿'.repeat(6)
const areaWidth = 156

const listOf = (people: readonly FormCandidate[]): Grid => ({
  kind: 'grid',
  columns: [12, 24, 14, 24, 41, 41],
  head: 1,
  rows: [
    { height: 10, cells: ['序号', '姓　名', '性别', '出生年月', '现任职务', '拟任职务'].map(text => label(text)) },
    ...people.map((of, i): GridRow => ({
      height: 12,
      cells: [
        filled(String(i + 1)),
        filled(of.name),
        filled(of.sex),
        filled(of.bornOn),
        filled(of.currentPost, { align: 'left', size: 'note' }),
        filled(of.proposedPost, { align: 'left', size: 'note' }),
      ],
    })),
  ],
})

/** To whoever answers for these candidates, with one 回执 each: their answers go into different files. */
function letterTo(about: Dossier, office: string, people: readonly FormCandidate[]): readonly WrittenDocument[] {
  const [first] = people
  const asked = first?.checks.discipline
  const to = asked?.answeredBy || line
  const letter = notice(
    noticeTitle(`关于征求${comrades(people)}\n党风廉政情况意见的函`),
    numbered(''),
    salutation(to),
    sentences(
      `因干部选拔任用工作需要，根据${ruleOf(about, 'checks')}，现就下列同志的党风廉政情况征求你单位意见。请说明是否收到反映其问题的线索及处置情况，有无正在核查或者立案审查调查的情形，是否受过党纪政务处分、组织处理、诫勉以及影响期是否届满，廉洁自律情况，并对是否影响任用提出结论性意见。`,
    ),
    listOf(people),
    { kind: 'gap', mm: 4 },
    sentences(`请于${blankDay}前将回执加盖公章函复我单位（联系电话：${about.phone || line}），并注意保密。`),
    signedBy(office, asked?.askedOn ?? ''),
  )
  return [{ ...letter, numbers: 'none' }, ...people.map(of => receiptOf(office, of))]
}

/** What is asked of one; the answer is left to whoever gives it. */
const questions = ['反映问题线索\n及处置情况', '正在核查、立案\n审查调查情况', '受处分、组织处\n理、诫勉和影响\n期情况', '廉洁自律情况'] as const

function receiptOf(office: string, of: FormCandidate): WrittenDocument {
  const asked = of.checks.discipline
  const receipt = notice(
    noticeTitle('征求意见函回执'),
    salutation(office),
    sentences(`${written(asked?.askedOn ?? '') || blankDay}来函收悉。现将${of.name}同志的有关情况函复如下。`),
    {
      kind: 'grid',
      columns: [36, 40, 30, areaWidth - 106],
      rows: [
        { height: 11, cells: [label('姓　名'), filled(of.name), label('出生年月'), filled(of.bornOn)] },
        { height: 12, cells: [label('现任职务'), filled(of.currentPost, { span: 3, align: 'left' })] },
        { height: 12, cells: [label('拟任职务'), filled(of.proposedPost, { span: 3, align: 'left' })] },
        ...questions.map((question): GridRow => ({ height: 20, cells: [label(question), filled('', { span: 3 })] })),
        {
          height: 36,
          cells: [
            label('结论性意见'),
            filled('□ 不影响任用　　□ 尚未查清　　□ 影响任用', {
              span: 3,
              align: 'left',
              top: true,
              sign: ['负责人（签字）：　　　　　　', '（盖章）　　　　年　　月　　日'],
            }),
          ],
        },
      ],
    },
    { kind: 'spread', parts: ['经办人：　　　　　　', '联系电话：　　　　　　　　'], size: 'cell' },
  )
  return { ...receipt, numbers: 'none' }
}

/** 征求意见函 to 纪检监察机关, with 回执. */
export const opinionLetter = dossierForm({
  name: 'opinionLetter',
  label: '征求纪检监察机关意见函（附回执）',
  description: '就考察对象的党风廉政情况征求意见：函一封，名单取自卷宗，每人附一份回执；出具单位登记得不同的分别成函，没有登记的抬头留白。',
  paper: noticePaper,
  documentsOf: (about, office) =>
    [...Map.groupBy(assessedOf(about), of => of.checks.discipline?.answeredBy ?? '').values()].flatMap(people => letterTo(about, office, people)),
})
