import { hostname } from 'node:os'
import { app, shell, type WebContents } from 'electron'
import { type Endpoint, failure, type Reply } from '../../shared/api/endpoint.ts'
import type { ShellName } from '../../shared/api/contract.ts'
import { shellApi } from '../../shared/api/shell.ts'
import { AppError } from '../../shared/errors.ts'
import { newIncident } from '../engine/incident.ts'
import { parse } from '../app/parse.ts'
import { forgetCopied } from './clipboard.ts'
import { chooseFile, chooseFiles, chooseFolder, chooseSave } from './dialogs.ts'
import type { Log } from './log.ts'
import type { Printing } from './printing.ts'

type Answer = (input: unknown, sender: WebContents) => Promise<unknown>

interface Paths {
  offerPath(path: string): Promise<string>
  pathOf(token: string): Promise<string | undefined>
}

const runtime = () => (process.versions.electron ? `Electron ${process.versions.electron}` : 'Chromium（开发用）')

const on =
  <I, O>(endpoint: Endpoint<'lobby', I, O>, work: (input: I, sender: WebContents) => Promise<O>): Answer =>
  (input, sender) =>
    work(parse(endpoint.input, input), sender)

/** Undefined for what is the engine's to answer. */
export type ShellCalls = (name: string, input: unknown, sender: WebContents) => Promise<Reply<unknown> | undefined>

/** The few endpoints that the window process answers itself. */
export function shellCalls(paths: Paths, printing: Printing, log: Log): ShellCalls {
  const answers: Readonly<Record<ShellName, Answer>> = {
    'shell.info': on(shellApi['shell.info'], async () => ({ version: app.getVersion(), runtime: runtime(), machine: hostname() })),
    'shell.chooseFile': on(shellApi['shell.chooseFile'], async ({ kind }, sender) => {
      const file = await chooseFile(sender, kind)
      return file ? { token: await paths.offerPath(file.path), name: file.name, size: file.size } : null
    }),
    'shell.chooseFiles': on(shellApi['shell.chooseFiles'], async ({ kind }, sender) => {
      const files = await chooseFiles(sender, kind)
      return Promise.all(files.map(async ({ path, name, size }) => ({ token: await paths.offerPath(path), name, size })))
    }),
    'shell.chooseSave': on(shellApi['shell.chooseSave'], async ({ kind, name }, sender) => {
      const file = await chooseSave(sender, kind, name)
      return file ? { token: await paths.offerPath(file.path), name: file.name } : null
    }),
    'shell.chooseFolder': on(shellApi['shell.chooseFolder'], async ({ title }, sender) => {
      const path = await chooseFolder(sender, title)
      return path === undefined ? null : { token: await paths.offerPath(path), path }
    }),
    'shell.reveal': on(shellApi['shell.reveal'], async ({ token }) => {
      const path = await paths.pathOf(token)
      if (path === undefined) throw new AppError('file.token', {})
      shell.showItemInFolder(path)
      return null
    }),
    'shell.forgetCopied': on(shellApi['shell.forgetCopied'], async () => forgetCopied()),
    'shell.printJob': on(shellApi['shell.printJob'], async (_input, sender) => printing.jobOf(sender)),
  }

  const isShell = (name: string): name is ShellName => Object.hasOwn(answers, name)

  async function reply(answer: Answer, input: unknown, sender: WebContents): Promise<Reply<unknown>> {
    try {
      return { ok: true, value: await answer(input, sender) }
    } catch (error) {
      if (error instanceof AppError) return failure(error)
      const incident = newIncident()
      log.error(`shell call failed, incident ${incident}`, error)
      return failure(new AppError('internal', { incident }))
    }
  }

  return async (name, input, sender) => (isShell(name) ? reply(answers[name], input, sender) : undefined)
}
