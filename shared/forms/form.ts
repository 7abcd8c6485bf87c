import type { z } from 'zod'
import type { FormName } from '../api/forms.ts'
import type { RecordName } from '../domain/index.ts'
import type { SecretClass } from '../records/secrecy.ts'
import type { WrittenDocument } from './written.ts'

/** What a form must be told before it can be made. */
export const formNeeds = {
  year: '年度',
  month: '月份',
  organization: '党组织',
  people: '人员',
  activity: '学习活动',
  meeting: '会议',
  quota: '指标',
  round: '测评轮次',
  ballot: '测评',
  case: '卷宗',
  posted: '公示开始日期',
  record: '登记',
} as const
export type FormNeed = keyof typeof formNeeds

/** A sheet of paper; margins in millimetres, as CSS orders them. */
export interface Paper {
  readonly size: 'A4' | 'A3'
  readonly landscape: boolean
  /** Pages are A5, two to a sheet with a line to cut along; the margins are those of a page. */
  readonly twoUp?: boolean
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
}

/** A column of the form's main table: the printed table and the worksheet are both made from it. */
export interface FormColumn<K extends string = string> {
  readonly key: K
  /** The heading; `\n` where the print breaks it. */
  readonly label: string
  readonly mm: number
  /** The heading above this one and its neighbours of the same group. */
  readonly group?: string
  /** Text that is read, not compared: set from the left. */
  readonly left?: boolean
  /** Rows below each other that say the same, here and in the column of this key, share a cell in print. */
  readonly merged?: string
  /** How a worksheet shows the number. */
  readonly number?: string
  /** A worksheet adds this column up with a formula. */
  readonly summed?: boolean
}

export type SheetCell = string | number | null

/** What a worksheet of a form holds, before anyone thinks of Excel. */
export interface Sheet {
  readonly name: string
  readonly title: string
  readonly subtitle: readonly string[]
  readonly columns: readonly FormColumn[]
  readonly rows: readonly (readonly SheetCell[])[]
  /** 合计; the first cell spans as many columns as are null after it. */
  readonly total: readonly SheetCell[] | null
  readonly notes: readonly string[]
}

/** 印表: everything about a form but its template and its query. */
export interface Form<P = unknown> {
  readonly name: FormName
  readonly label: string
  readonly description: string
  /** The mechanisms of the office's documents that it prints for. */
  readonly serves?: readonly string[]
  /** 监督资料: for who was granted this class only. */
  readonly secret?: SecretClass
  /** The records that it is printed of, one document each; of some of them only, by what their fields say. */
  readonly of?: { readonly type: RecordName; readonly only?: Readonly<Record<string, readonly (string | null)[]>> }
  readonly paper: Paper
  /** Where what it is filled with decides the paper. */
  readonly paperFor?: (props: P) => Paper
  readonly needs: readonly FormNeed[]
  /** Whether the text of user, office and time lies behind the print unless the user says otherwise. */
  readonly watermark: boolean
  /** What a document of it is counted in: 人, 份. */
  readonly unit: string
  /** Documents (or rows, where it is one document) that a preview shows. */
  readonly preview: number
  /** Documents to one print job. */
  readonly batch: number
  readonly props: z.ZodType<P>
  readonly sheet?: (props: P) => Sheet
  /** What is written, document by document: what a Word document of it is made from. */
  readonly written?: (props: P) => readonly WrittenDocument[]
}

/** The documents of a written form with the paper they stand on. */
export interface Written {
  readonly paper: Paper
  readonly watermark: string | null
  readonly documents: readonly WrittenDocument[]
}

export interface DeclaredForm<P> extends Form<P> {
  /** What is written on it, of props that come from another process: they are checked first. Null where it is not a written form. */
  readonly writtenOf: (props: unknown) => Written | null
}

/**
 * Declares a form. Its query is in `main/features/forms`, its template in `renderer/print`, all under the same name; a written form that has no template
 * is printed as it is written.
 */
export const defineForm = <P extends { readonly watermark: string | null }>(form: Form<P>): DeclaredForm<P> => ({
  ...form,
  writtenOf(given) {
    if (!form.written) return null
    const props = form.props.parse(given)
    return { paper: form.paperFor?.(props) ?? form.paper, watermark: props.watermark, documents: form.written(props) }
  },
})

/** 'A4 横向'; 'A5，A4 横向双联' */
export const paperLabel = ({ size, landscape, twoUp }: Paper): string => (twoUp ? `A5，${size} 横向双联` : `${size} ${landscape ? '横向' : '纵向'}`)
