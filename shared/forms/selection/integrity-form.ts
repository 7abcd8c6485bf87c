import { dotted, opinion, opinions } from '../parts.ts'
import { filled, type GridRow, label, type WrittenDocument } from '../written.ts'
import { dossierForm } from './dossier-form.ts'
import { assessedOf, type Check, type Dossier, type FormCandidate } from './facts.ts'
import { basisNote, candidateColumns, candidateRows, checkText } from './parts.ts'

const day = '年　　月　　日'

/** When it was asked and answered, by whom. */
const answered = (check: Check | undefined): string =>
  check === undefined
    ? ''
    : [check.askedOn === '' ? '' : `${dotted(check.askedOn)}征求`, check.answeredOn === '' ? '' : `${dotted(check.answeredOn)}${check.answeredBy}答复`]
        .filter(Boolean)
        .join('\n')

const checkRow = (name: string, check: Check | undefined): GridRow => ({
  height: 20,
  cells: [label(name), filled(answered(check), { span: 2, align: 'left' }), filled(checkText(check), { span: 3, align: 'left' })],
})

const documentOf = (about: Dossier, of: FormCandidate): WrittenDocument => ({
  blocks: [
    { kind: 'title', text: '考察对象廉洁自律情况结论性意见' },
    { kind: 'spread', parts: [`所在单位党组织：${about.organization}`, `选拔事项：${about.name}`], size: 'cell' },
    {
      kind: 'grid',
      columns: candidateColumns,
      rows: [
        ...candidateRows(of, '拟任职务'),
        { height: 9, keep: true, cells: [label('核查事项'), label('时间和出具单位', { span: 2 }), label('结　论', { span: 3 })] },
        checkRow('纪检监察\n机关意见', of.checks.discipline),
        checkRow('个人有关\n事项查核', of.checks.personalMatters),
        checkRow('信访举报\n核　查', of.checks.petitions),
      ],
    },
    opinions([opinion('廉洁自律\n情况的结\n论性意见', of.checks.integrity?.opinion ?? '', [], { height: 52 })]),
    {
      kind: 'grid',
      columns: [28, 57, 28, 57],
      rows: [
        {
          height: 30,
          cells: [label('党委（党组）\n书记签字'), filled('', { sign: [day] }), label('纪委书记（纪\n检监察组组\n长）签字'), filled('', { sign: [day] })],
        },
      ],
    },
    ...basisNote(about, 'checks', '对考察对象的廉洁自律情况提出结论性意见，由党委（党组）书记、纪委书记（纪检监察组组长）签字。'),
  ],
})

/** 廉洁自律结论性意见, signed by two. */
export const integrityForm = dossierForm({
  name: 'integrityForm',
  label: '廉洁自律情况结论性意见',
  description: '每名考察对象一份：纪检监察、个人有关事项、信访举报的核查结论取自卷宗，结论性意见由党委（党组）书记、纪委书记（纪检监察组组长）签字。',
  documentsOf: about => assessedOf(about).map(of => documentOf(about, of)),
})
