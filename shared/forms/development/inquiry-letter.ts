import { introduced } from '../introduced.ts'
import { longDay } from '../text.ts'
import { filled, type WrittenDocument } from '../written.ts'
import { notice, noticePaper, salutation, sentences, noticeTitle, signedBy } from '../written-notice.ts'
import type { Development, Relative } from './facts.ts'
import { blankDay } from '../parts.ts'
import { personForm } from './person-form.ts'

const line = '＿'.repeat(6)

/** Whom it asks about: 该同志之父李四（单位及职务）. */
const askedAbout = ({ relation, name, workPost, politics }: Relative): string => {
  const more = [workPost, politics].filter(Boolean).join('，')
  return `其${relation}${name}${more === '' ? '' : `（${more}）`}`
}

function letterOf(about: Development, relative: Relative | undefined): WrittenDocument {
  const clause = about.clauses['review']
  const letter = notice(
    noticeTitle('政治审查函调信'),
    { kind: 'paragraph', text: `编号：${relative?.letter || '　　　　　　'}`, align: 'center', size: 'heading' },
    salutation(relative?.askedOf || line),
    sentences(
      `${introduced(about)}，系我支部发展对象。根据${clause ?? about.rules}，须对其进行政治审查。现请协助了解${relative ? askedAbout(relative) : `其${line}`}的下列情况：`,
      '一、政治历史和在重大政治斗争中的表现；',
      '二、遵纪守法和遵守社会公德情况，有无受过处分；',
      '三、现实表现和其他需要说明的情况。',
      '请将情况写明，加盖党组织公章，随回执寄回。',
      `联系人：${line}　联系电话：${line}`,
    ),
    signedBy(about.branch, relative?.sentOn ?? ''),
    { kind: 'pageBreak' },
    noticeTitle('函调回执'),
    salutation(about.branch),
    sentences(
      `${relative?.sentOn ? longDay(relative.sentOn) : blankDay}来函${relative?.letter ? `（${relative.letter}）` : ''}收悉。现将${relative?.name ? `${relative.name}同志` : line}的情况函复如下：`,
    ),
    { kind: 'grid', columns: [156], rows: [{ height: 104, cells: [filled('')] }] },
    { kind: 'gap', mm: 4 },
    { kind: 'paragraph', text: `填写人（签名）：${'　'.repeat(8)}`, align: 'right', size: 'heading', keep: true },
    signedBy(`${relative?.askedOf || '复函党组织'}（盖章）`, ''),
  )
  return { ...letter, numbers: 'none' }
}

/** One letter to each Party organization that is asked; one to be addressed by hand where none is on file. */
function lettersOf(about: Development): readonly WrittenDocument[] {
  const asked = about.relatives.filter(({ askedOf }) => askedOf !== '')
  return asked.length === 0 ? [letterOf(about, undefined)] : asked.map(relative => letterOf(about, relative))
}

/** 函调信 with 回执. */
export const inquiryLetter = personForm({
  name: 'inquiryLetter',
  label: '政审函调信（附回执）',
  description: '卷宗里填了“函往党组织”的亲属和社会关系，每人一封，附回执；一个也没有填的打印一封空白的。',
  serves: ['M014'],
  paper: noticePaper,
  documentOf: lettersOf,
})
