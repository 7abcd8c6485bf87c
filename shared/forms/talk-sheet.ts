import { indented, width } from './parts.ts'
import { spacedName } from './text.ts'
import { type Block, filled, type GridRow, label } from './written.ts'

/** Someone at a talk: what he or she is there, the name, and one more thing that is asked. */
export interface AtTalk {
  readonly label: string
  readonly name: string | undefined
  readonly asked: string
  readonly said: string
}

interface Talk {
  readonly people: readonly AtTalk[]
  readonly when: string
  readonly place: string | undefined
  /** Further rows of a label and what is on file. */
  readonly more?: readonly (readonly [label: string, said: string])[]
  readonly content: string
  readonly height?: number
  /** Who signs, and the words above the line. */
  readonly signs: readonly { readonly who: string; readonly words?: string }[]
}

/** 谈话记录: who, when and where, what was said (it runs on to further pages), and who signs. */
export const talkSheet = ({ people, when, place, more = [], content, height = 118, signs }: Talk): readonly Block[] => [
  {
    kind: 'grid',
    columns: [28, 24, 40, 28, 50],
    rows: [
      ...people.map((one): GridRow => ({
        height: 12,
        cells: [label(one.label), label('姓　名'), filled(spacedName(one.name ?? '')), label(one.asked), filled(one.said)],
      })),
      { height: 12, cells: [label('谈话时间'), filled(when, { span: 2 }), label('谈话地点'), filled(place)] },
      ...more.map(([name, said]): GridRow => ({ height: 12, cells: [label(name), filled(said, { span: 4, align: 'left' })] })),
    ],
  },
  {
    kind: 'grid',
    columns: [14, width - 14],
    rows: [{ height, flows: true, cells: [label('谈话内容', { vertical: true }), filled(indented(content), { top: true, align: 'left' })] }],
  },
  {
    kind: 'grid',
    columns: signs.map(() => width / signs.length),
    rows: [
      {
        height: 30,
        held: true,
        cells: signs.map(({ who, words = '' }) => filled(words, { top: true, align: 'left', sign: [`${who}（签名）：　　　　`, '年　　月　　日'] })),
      },
    ],
  },
]
