import { z } from 'zod'
import { defineForm, type FormColumn } from './form.ts'

const props = z.object({
  watermark: z.string().nullable(),
  title: z.string(),
  span: z.string(),
  place: z.string(),
  organizer: z.string(),
  hours: z.string(),
  names: z.array(z.string()),
  /** Numbered rows without a name, for guests. */
  blanks: z.int(),
})
export type SignInProps = z.infer<typeof props>

export const signInColumns = [
  { key: 'number', label: '序号', mm: 10 },
  { key: 'name', label: '姓　名', mm: 23 },
  { key: 'signature', label: '签　　名', mm: 33.5 },
  { key: 'remark', label: '备注', mm: 18 },
  { key: 'number2', label: '序号', mm: 10 },
  { key: 'name2', label: '姓　名', mm: 23 },
  { key: 'signature2', label: '签　　名', mm: 34 },
  { key: 'remark2', label: '备注', mm: 18 },
] as const satisfies readonly FormColumn[]

const rowsOfFirstPage = 20
const rowsOfLaterPage = 24

/** One line of the sheet: the places to its left and right; null where a side has none. */
export interface SignInLine {
  readonly left: number
  readonly right: number | null
}

/** Places numbered down, then right, page by page: 20 lines on the first page, 24 on the others, the last one balanced. */
export function signInPages(places: number): readonly (readonly SignInLine[])[] {
  const pages: SignInLine[][] = []
  for (let from = 1; from <= places || pages.length === 0;) {
    const room = pages.length === 0 ? rowsOfFirstPage : rowsOfLaterPage
    const lines = Math.min(room, Math.ceil((places - from + 1) / 2))
    pages.push(Array.from({ length: lines }, (_, i) => ({ left: from + i, right: from + lines + i <= places ? from + lines + i : null })))
    from += lines * 2
  }
  return pages
}

/** How many blank rows a sheet gets when nobody says: the first page filled, or a few on the last. */
export function defaultBlanks(names: number): number {
  if (names <= rowsOfFirstPage * 2) return rowsOfFirstPage * 2 - names
  return 4 + (names % 2)
}

/** 签到表: who is expected, with room to sign. */
export const signIn = defineForm({
  name: 'signIn',
  label: '会议（培训）签到表',
  description: '按活动的应到人员打印，编号先下后右，末尾留空行。',
  serves: ['M001', 'M003', 'M158'],
  paper: { size: 'A4', landscape: false, margins: { top: 20, right: 20, bottom: 17, left: 20 } },
  needs: ['activity'],
  watermark: true,
  unit: '人',
  preview: 50_000,
  batch: 50_000,
  props,
})
