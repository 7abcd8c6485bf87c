import { z } from 'zod'
import { keysOf } from '../records/keys.ts'
import { lobby } from './endpoint.ts'

/** Where a file may come from or go to: never a path, but a token for a path that the user chose in a dialog. */
export const fileToken = z.string().min(1)
export const chosenFile = z.object({ token: fileToken, name: z.string(), size: z.int() })

export const fileKinds = {
  workbook: 'Excel 工作簿',
  pdf: 'PDF 文件',
  document: 'Word 文档',
  attachment: '附件',
  backup: '备份',
  update: '更新包',
  sheets: '任免表文件',
  lrmx: '任免表文件（.lrmx）',
  zip: '压缩包',
} as const
const fileKind = z.enum(keysOf(fileKinds))

/** Answered by the window process itself: dialogs and facts about the program. */
export const shellApi = {
  'shell.info': lobby(z.strictObject({}), z.object({ version: z.string(), runtime: z.string(), machine: z.string() })),
  'shell.chooseFile': lobby(z.strictObject({ kind: fileKind }), chosenFile.nullable()),
  /** Several at once; none when the user closed the dialog. */
  'shell.chooseFiles': lobby(z.strictObject({ kind: fileKind }), z.array(chosenFile)),
  'shell.chooseSave': lobby(z.strictObject({ kind: fileKind, name: z.string().max(200) }), z.object({ token: fileToken, name: z.string() }).nullable()),
  'shell.chooseFolder': lobby(z.strictObject({ title: z.string().max(60) }), z.object({ token: fileToken, path: z.string() }).nullable()),
  /** Shows a file that this session wrote, in the system's file manager. */
  'shell.reveal': lobby(z.strictObject({ token: fileToken }), z.null()),
  /** The print window asks for its own job. Any other window gets null. */
  /** What was copied holds an ID number: the clipboard is emptied after a while, unless it holds something else by then. */
  'shell.forgetCopied': lobby(z.strictObject({}), z.object({ seconds: z.int() })),
  'shell.printJob': lobby(z.strictObject({}), z.object({ template: z.string(), props: z.unknown(), title: z.string() }).nullable()),
}
