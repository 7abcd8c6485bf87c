import { introduced, inMonth } from '../introduced.ts'
import { note } from '../parts.ts'
import { spacedName } from '../text.ts'
import { type Block, filled, type GridRow, label } from '../written.ts'
import type { Check, Dossier, FormCandidate } from './facts.ts'

/** The columns that `candidateRows` stand in. */
export const candidateColumns = [24, 30, 20, 24, 24, 48] as const

const wide = (name: string, said: string): GridRow => ({ height: 12, cells: [label(name), filled(said, { span: 5, align: 'left' })] })

/** 姓名, 性别 … 现任职务: the same head on every form of one candidate; `proposed`: under which name the post stands. */
export const candidateRows = (of: FormCandidate, proposed?: string): readonly GridRow[] => [
  { height: 11, cells: [label('姓　名'), filled(spacedName(of.name)), label('性　别'), filled(of.sex), label('出生年月'), filled(of.bornOn)] },
  { height: 11, cells: [label('民　族'), filled(of.nation), label('籍　贯'), filled(of.nativePlace), label('学　历\n学　位'), filled(of.education)] },
  {
    height: 11,
    cells: [
      label('入党时间'),
      filled(of.joinedOn),
      label('参加工\n作时间'),
      filled(of.startedWork),
      label('年度考核'),
      filled(of.grades, { align: 'left', size: 'note' }),
    ],
  },
  wide('现任职务', of.currentPost),
  ...(proposed === undefined ? [] : [wide(proposed, of.proposedPost)]),
]

/** 方知行，男，汉族，1985年3月生，…，现任…，拟任…: who is made known. */
export const candidateSentence = (of: FormCandidate, ...more: readonly string[]): string =>
  `${[
    introduced({ ...of, workPost: of.currentPost }, [
      of.joinedOn === '' ? '' : `${inMonth(of.joinedOn)}加入中国共产党`,
      of.startedWork === '' ? '' : `${inMonth(of.startedWork)}参加工作`,
    ]),
    ...more,
  ]
    .filter(Boolean)
    .join('，')}。`

/** 温启明、邓文涛同志; many as 方知行等9名同志. */
export function comrades(of: readonly Pick<FormCandidate, 'name'>[]): string {
  const names = [...new Set(of.map(({ name }) => name))]
  return names.length <= 3 ? `${names.join('、')}同志` : `${names[0] ?? ''}等${names.length}名同志`
}

/** The article where it is certain, otherwise the rules alone. */
export const ruleOf = ({ clauses, rules }: Dossier, step: string): string => clauses[step] ?? rules

/** 说明 under a form, the rules named as far as they are certain. */
export const basisNote = (about: Dossier, step: string, words: string): readonly Block[] => note(`依据${ruleOf(about, step)}：${words}`)

/** 不影响任用，没有发现问题: what came of a check; nothing where it has not been answered. */
export const checkText = (check: Check | undefined): string => [check?.conclusion ?? '', check?.opinion ?? ''].filter(Boolean).join('，')
