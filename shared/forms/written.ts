import type { Paper } from './form.ts'

/**
 * 成文表格: a form that is written rather than tabulated, described as data. One template prints it, one writer makes it a Word document,
 * so that the two cannot drift apart. Measures are millimetres; type sizes are those of the trade (小四, 三号).
 */
export interface WrittenDocument {
  readonly blocks: readonly Block[]
  /** What stands at the foot of its pages: 第 1 页 共 2 页 unless said, — 1 — as on official documents, or nothing, as on 任免审批表. */
  readonly numbers?: 'pages' | 'dashes' | 'none'
  /** Where it is not the form's: a summary behind the papers. */
  readonly paper?: Paper
  /** Set as official documents are: 22 lines of 28 signs. `written-notice` has the blocks of it. */
  readonly official?: boolean
  /** Labels and what is filled in are set in 宋体, as on 任免审批表; otherwise in 黑体 and 仿宋. */
  readonly song?: boolean
}

export type Block = Title | Paragraph | Spread | Cover | Grid | Gap | Rule | Imprint | PageBreak

/** Sizes by their Chinese names; `pointsOf` has them in points. */
export type TypeSize = 'title' | 'heading' | 'body' | 'cell' | 'note' | 'small'

/** 二号, 三号, 四号, 小四, 五号, 小五: in points. */
export const pointsOf: Readonly<Record<TypeSize, number>> = { title: 22, heading: 16, body: 14, cell: 12, note: 10.5, small: 9 }

/** 标宋 of a form's or a notice's title; `\n` where it breaks. */
export interface Title {
  readonly kind: 'title'
  readonly text: string
  /** 二号 unless said; 小二 on half a sheet. */
  readonly points?: number
  /** What stands under it: （2026年第3号）. */
  readonly under?: string
  /** 发文机关标志. */
  readonly red?: boolean
}

/** Running text. A letter's salutation is not indented, its sentences are, by two characters. */
export interface Paragraph {
  readonly kind: 'paragraph'
  readonly text: string
  readonly align?: 'left' | 'center' | 'right'
  readonly indent?: boolean
  /** By how many characters its further lines stand in: a numbered note. */
  readonly hang?: number
  /** From the right by so many characters: a day below a signature. */
  readonly inset?: number
  /** 黑体 of a heading inside the text. */
  readonly bold?: boolean
  readonly size?: TypeSize
  /** Not parted from the block that follows: a heading. What stands right is never parted from what precedes it. */
  readonly keep?: boolean
}

/** One line shared by what stands left, in the middle and right of it: 填表单位 … 年　月　日. */
export interface Spread {
  readonly kind: 'spread'
  readonly parts: readonly string[]
  readonly size?: TypeSize
  /** Not parted from the block that follows. */
  readonly keep?: boolean
}

/** The lines of a cover: a label set to one width, and what is filled in on a rule. */
export interface Cover {
  readonly kind: 'cover'
  readonly lines: readonly { readonly label: string; readonly value: string }[]
}

export interface Gap {
  readonly kind: 'gap'
  readonly mm: number
}

/** 红色分隔线: across the type area, below the number of a document that is issued. */
export interface Rule {
  readonly kind: 'rule'
}

/** 版记: what stands between rules at the foot of the last page, left and right. */
export interface Imprint {
  readonly kind: 'imprint'
  readonly lines: readonly (readonly [left: string, right?: string])[]
}

export interface PageBreak {
  readonly kind: 'pageBreak'
}

/** A ruled table. Its columns are the finest division; a box spans as many as it needs. */
export interface Grid {
  readonly kind: 'grid'
  readonly columns: readonly number[]
  readonly rows: readonly GridRow[]
  /** How many of the first rows are repeated on every page. */
  readonly head?: number
  /** A double outer rule, as on 任免审批表. */
  readonly framed?: boolean
}

export interface GridRow {
  readonly cells: readonly Cell[]
  /** At least so high; what is written in it makes it higher. */
  readonly height?: number
  /** What is written may run on to the next page; otherwise a row stays whole. */
  readonly flows?: boolean
  /** Not parted from the row that follows: a heading inside the grid. */
  readonly keep?: boolean
  /** Not parted from the end of the row before it: who signs. */
  readonly held?: boolean
}

/** A box of a grid. */
export interface Cell {
  /** Paragraphs at `\n`. */
  readonly text: string
  /** A printed label, not something filled in. */
  readonly label?: boolean
  readonly span?: number
  /** How many rows it reaches down. */
  readonly down?: number
  readonly align?: 'left' | 'center' | 'right'
  /** Set from top to bottom, a character a line; the columns of a text with `\n` from left to right. */
  readonly vertical?: boolean
  readonly top?: boolean
  /** By how many characters the further lines of a paragraph stand in: 简历, behind its dates. */
  readonly hang?: number
  /** Set smaller, step by step down to 8 points, until it goes into the height of its row: the form is one leaf. */
  readonly shrinks?: boolean
  readonly size?: TypeSize
  /** Set close, without room above and below: the rows of 任免审批表 are as high as its template says, two lines of 四号 in 12 mm. */
  readonly close?: boolean
  /** What stands at its foot, from the right: 签名, 盖章, 年 月 日. */
  readonly sign?: readonly string[]
  /** A picture that fills the box, as base64 with its kind and the size it is shown in. */
  readonly image?: { readonly type: 'jpg' | 'png'; readonly data: string; readonly width: number; readonly height: number }
}

/** A printed label. */
export const label = (text: string, more: Omit<Cell, 'text' | 'label'> = {}): Cell => ({ ...more, text, label: true })

/** Something filled in; an empty one is left to be filled in by hand. */
export const filled = (text: string | null | undefined, more: Omit<Cell, 'text'> = {}): Cell => ({ ...more, text: text ?? '' })
