import type Electron from 'electron'
import type { BrowserWindow } from './window.ts'

interface Options {
  readonly title?: string
  readonly defaultPath?: string
  readonly filters?: readonly { readonly name: string; readonly extensions: readonly string[] }[]
}

/** A page can't learn paths from the system's dialog, so the person types one; an attached test answers the question as it answers any prompt. */
export const dialog = {
  async showOpenDialog(window: BrowserWindow, options: Options): Promise<{ canceled: boolean; filePaths: string[] }> {
    const path = await ask(window, options)
    return { canceled: path === '', filePaths: path === '' ? [] : [path] }
  },
  /** Over a page that hangs nothing can be asked: the first answer is the one that changes nothing. */
  async showMessageBox(_window: BrowserWindow, { message, defaultId = 0 }: { readonly message: string; readonly defaultId?: number }) {
    console.log(message)
    return { response: defaultId, checkboxChecked: false }
  },
  async showSaveDialog(window: BrowserWindow, options: Options): Promise<{ canceled: boolean; filePath: string }> {
    const path = await ask(window, options)
    return { canceled: path === '', filePath: path }
  },
}

async function ask(window: BrowserWindow, { title = '', defaultPath = '', filters = [] }: Options): Promise<string> {
  const kinds = filters.map(f => `${f.name} ${f.extensions.map(e => `.${e}`).join(' ')}`).join('，')
  const answer = await window.webContents.ask(`${title}${kinds ? `（${kinds}）` : ''}：输入完整路径`, defaultPath)
  return answer?.trim() ?? ''
}

type Answer<N extends 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'> = Awaited<ReturnType<(typeof dialog)[N]>>
void ((open: Answer<'showOpenDialog'>, save: Answer<'showSaveDialog'>, box: Answer<'showMessageBox'>) => [
  box satisfies Electron.MessageBoxReturnValue,
  open satisfies Electron.OpenDialogReturnValue,
  save satisfies Electron.SaveDialogReturnValue,
])
