import type { FormParams } from '../../../shared/api/forms.ts'
import type { DeclaredForm, Form, Paper, Sheet, Written } from '../../../shared/forms/form.ts'
import type { PrintJob } from '../../app/ports.ts'
import type { ReadScope } from '../../app/scopes.ts'

/** Which documents of a form are wanted now: all of them, a preview's worth, or one batch. */
export interface Slice {
  readonly from: number
  readonly size: number
}

/** What a form is filled with, besides the records. */
export interface GatherScope extends ReadScope {
  /** The text behind the print, or null for none. */
  readonly watermark: string | null
  /** For the preview, which leaves no audit line: masked values are masked. Paper and files have them whole. */
  readonly onScreen: boolean
}

export interface Gathered<P> {
  readonly props: P
  /** Documents (rows, where it is one document) in this slice, and in all. */
  readonly shown: number
  readonly total: number
  /** What it is about, for titles and the register: 2025年 县直机关工委. */
  readonly about: string
}

/** One form, ready to be made: its declaration and its query under one roof. */
export interface Engine {
  readonly form: Pick<Form, 'name' | 'label' | 'description' | 'paper' | 'needs' | 'watermark' | 'unit' | 'preview' | 'batch' | 'secret' | 'of'> & {
    readonly xlsx: boolean
    readonly docx: boolean
  }
  make(scope: GatherScope, params: FormParams, slice: Slice): Promise<Made>
}

export interface Made {
  readonly job: PrintJob
  readonly shown: number
  readonly total: number
  readonly about: string
  readonly paper: Paper
  /** The same content for a worksheet; null where the form has none. */
  sheet(): Sheet | null
  /** What a Word document of it is made from; null where it is not a written form. */
  written(): Written | null
}

type Gather<P> = (scope: GatherScope, params: FormParams, slice: Slice) => Promise<Gathered<P>>

export const engine = <P>(form: DeclaredForm<P>, gather: Gather<P>): Engine => ({
  form: { ...form, xlsx: form.sheet !== undefined, docx: form.written !== undefined },
  async make(scope, params, slice) {
    const { props, ...facts } = await gather(scope, params, slice)
    const title = `${form.label}（${facts.about}）`
    return {
      ...facts,
      paper: form.paperFor?.(props) ?? form.paper,
      job: { template: form.name, props, title },
      sheet: () => form.sheet?.(props) ?? null,
      written: () => form.writtenOf(props),
    }
  },
})
