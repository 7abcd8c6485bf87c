import { stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { app, BrowserWindow, dialog, type FileFilter, type WebContents } from 'electron'
import type { fileKinds } from '../../shared/api/shell.ts'
import { AppError } from '../../shared/errors.ts'
import { preparedAnswer } from './dialog-answers.ts'

type Kind = keyof typeof fileKinds

const filters: Readonly<Record<Kind, readonly FileFilter[]>> = {
  workbook: [{ name: 'Excel 工作簿', extensions: ['xlsx', 'xlsm', 'xls', 'csv'] }],
  pdf: [{ name: 'PDF 文件', extensions: ['pdf'] }],
  document: [{ name: 'Word 文档', extensions: ['docx'] }],
  attachment: [],
  backup: [{ name: '组工台账备份', extensions: ['zgb'] }],
  update: [{ name: '组工台账更新包', extensions: ['zgu'] }],
}
const saveExtension: Readonly<Record<Kind, string>> = { workbook: '.xlsx', pdf: '.pdf', document: '.docx', attachment: '', backup: '.zgb', update: '.zgu' }

/** The folder of the last choice, so that the next dialog opens there. Forgotten with the session. */
let lastFolder: string | undefined

const over = (sender: WebContents): BrowserWindow => {
  const window = BrowserWindow.fromWebContents(sender)
  if (!window) throw new Error('dialog without a window')
  return window
}

/** The file to read, or undefined when the user closed the dialog. */
export async function chooseFile(sender: WebContents, kind: Kind): Promise<{ path: string; name: string; size: number } | undefined> {
  const path = await chosen(async () => {
    const answer = await dialog.showOpenDialog(over(sender), {
      title: '选择文件',
      properties: ['openFile'],
      filters: [...filters[kind]],
      defaultPath: lastFolder,
    })
    return answer.canceled ? undefined : answer.filePaths[0]
  })
  if (path === undefined) return undefined
  const name = basename(path)
  const facts = await stat(path).catch(() => undefined)
  if (!facts?.isFile()) throw new AppError('file.unreadable', { name, why: '没有这个文件，或没有权限读它' })
  return { path, name, size: facts.size }
}

/** Where to write; the system has asked before an existing file is replaced. */
export async function chooseSave(sender: WebContents, kind: Kind, name: string): Promise<{ path: string; name: string } | undefined> {
  const path = await chosen(async () => {
    const defaultPath = join(lastFolder ?? app.getPath('documents'), fileName(name))
    const answer = await dialog.showSaveDialog(over(sender), {
      title: '保存为',
      filters: [...filters[kind]].map(saving),
      defaultPath,
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    })
    return answer.canceled ? undefined : answer.filePath
  })
  if (path === undefined) return undefined
  const full = extname(path) === '' ? path + saveExtension[kind] : path
  return { path: full, name: basename(full) }
}

export async function chooseFolder(sender: WebContents, title: string): Promise<string | undefined> {
  return chosen(async () => {
    const answer = await dialog.showOpenDialog(over(sender), {
      title,
      properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
      defaultPath: lastFolder,
    })
    return answer.canceled ? undefined : answer.filePaths[0]
  })
}

async function chosen(ask: () => Promise<string | undefined>): Promise<string | undefined> {
  const prepared = await preparedAnswer()
  const path = prepared ? (prepared.path ?? undefined) : await ask()
  if (path) lastFolder = join(path, '..')
  return path || undefined
}

/** Only the newest format is written. */
const saving = (filter: FileFilter): FileFilter => ({ ...filter, extensions: filter.extensions.slice(0, 1) })

/** A name that every file system takes. */
const fileName = (name: string) => name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')
