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
  sheets: [{ name: '任免表文件或压缩包', extensions: ['lrmx', 'lrm', 'docx', 'zip'] }],
  lrmx: [{ name: '任免表文件', extensions: ['lrmx'] }],
  zip: [{ name: '压缩包', extensions: ['zip'] }],
}
const saveExtension: Readonly<Record<Kind, string>> = {
  workbook: '.xlsx',
  pdf: '.pdf',
  document: '.docx',
  attachment: '',
  backup: '.zgb',
  update: '.zgu',
  sheets: '.lrmx',
  lrmx: '.lrmx',
  zip: '.zip',
}

/** The folder of the last choice, so that the next dialog opens there. Forgotten with the session. */
let lastFolder: string | undefined

const over = (sender: WebContents): BrowserWindow => {
  const window = BrowserWindow.fromWebContents(sender)
  if (!window) throw new Error('dialog without a window')
  return window
}

interface Chosen {
  readonly path: string
  readonly name: string
  readonly size: number
}

/** The file to read, or undefined when the user closed the dialog. */
export async function chooseFile(sender: WebContents, kind: Kind): Promise<Chosen | undefined> {
  const [path] = await chosen(() => asked(sender, kind, false))
  return path === undefined ? undefined : factsOf(path)
}

/** The files to read; none when the user closed the dialog. */
export async function chooseFiles(sender: WebContents, kind: Kind): Promise<readonly Chosen[]> {
  const paths = await chosen(() => asked(sender, kind, true))
  return Promise.all(paths.map(factsOf))
}

async function asked(sender: WebContents, kind: Kind, several: boolean): Promise<readonly string[]> {
  const answer = await dialog.showOpenDialog(over(sender), {
    title: '选择文件',
    properties: several ? ['openFile', 'multiSelections'] : ['openFile'],
    filters: [...filters[kind]],
    defaultPath: lastFolder,
  })
  return answer.canceled ? [] : answer.filePaths
}

async function factsOf(path: string): Promise<Chosen> {
  const name = basename(path)
  const facts = await stat(path).catch(() => undefined)
  if (!facts?.isFile()) throw new AppError('file.unreadable', { name, why: '没有这个文件，或没有权限读它' })
  return { path, name, size: facts.size }
}

/** Where to write; the system has asked before an existing file is replaced. */
export async function chooseSave(sender: WebContents, kind: Kind, name: string): Promise<{ path: string; name: string } | undefined> {
  const [path] = await chosen(async () => {
    const defaultPath = join(lastFolder ?? app.getPath('documents'), fileName(name))
    const answer = await dialog.showSaveDialog(over(sender), {
      title: '保存为',
      filters: [...filters[kind]].map(saving),
      defaultPath,
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    })
    return answer.canceled ? [] : [answer.filePath]
  })
  if (path === undefined) return undefined
  const full = extname(path) === '' ? path + saveExtension[kind] : path
  return { path: full, name: basename(full) }
}

export async function chooseFolder(sender: WebContents, title: string): Promise<string | undefined> {
  const [path] = await chosen(async () => {
    const answer = await dialog.showOpenDialog(over(sender), {
      title,
      properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
      defaultPath: lastFolder,
    })
    return answer.canceled ? [] : answer.filePaths
  })
  return path
}

async function chosen(ask: () => Promise<readonly string[]>): Promise<readonly string[]> {
  const prepared = await preparedAnswer()
  const paths = (prepared ? [prepared.path ?? ''] : await ask()).filter(path => path !== '')
  if (paths[0] !== undefined) lastFolder = join(paths[0], '..')
  return paths
}

/** Only the newest format is written. */
const saving = (filter: FileFilter): FileFilter => ({ ...filter, extensions: filter.extensions.slice(0, 1) })

/** A name that every file system takes. */
const fileName = (name: string) => name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')
