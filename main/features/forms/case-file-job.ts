import { basename } from 'node:path'
import type { InputOf, OutputOf } from '../../../shared/api/endpoint.ts'
import type { formsApi } from '../../../shared/api/forms.ts'
import { refuse } from '../../../shared/errors.ts'
import type { ActionScope } from '../../app/scopes.ts'
import { bindCase, insetsOf, type Missing } from './case-file-bind.ts'
import { Shelf } from './case-file-shelf.ts'
import { casesOfForm } from './cases.ts'
import { recordIssue } from './register.ts'

type Endpoint = (typeof formsApi)['case.file']

/** Cover and contents, and the putting together. */
const besides = 2

/** 整卷: each of the cases as one PDF. All of them are there in the end with their audit line, or none. */
export async function caseFiles(scope: ActionScope, { caseIds, file, folder, originals, job: id }: InputOf<Endpoint>): Promise<OutputOf<Endpoint>> {
  if ((file === undefined) === (folder === undefined)) throw refuse('file', 'missing', '选存成哪个文件，或存到哪个文件夹')
  if (file !== undefined && caseIds.length > 1) throw refuse('folder', 'missing', '多份卷宗存到文件夹，每份一个 PDF')
  const shelf = new Shelf(file === undefined ? { folder: scope.tokens.pathOf(folder ?? '') } : { file: scope.tokens.pathOf(file) })
  return scope.jobs.run(id, '整卷', async job => {
    try {
      const { list, about } = await scope.read(reading =>
        casesOfForm({ ...reading, watermark: null, onScreen: false }, { caseIds }, { from: 0, size: Infinity }),
      )
      const total = list.reduce((all, found) => all + found.materials.length + insetsOf(found).length + besides, 0)
      const files: { name: string; pages: number }[] = []
      const missing: Missing[] = []
      let done = 0
      for (const [i, found] of list.entries()) {
        const which = list.length > 1 ? `第 ${i + 1} 份，共 ${list.length} 份，` : ''
        const path = shelf.pathFor(`${found.subject.name} ${found.case.procedure.caseLabel}`)
        const bound = await bindCase(found, {
          scope,
          signal: job.signal,
          step: detail => job.step(done++, total, `${which}${found.subject.name}：${detail}`),
          aside: async (name, bytes) => {
            if (originals) await shelf.addBeside(path, name, bytes)
          },
        })
        await shelf.add(path, bound.bytes)
        files.push({ name: basename(path), pages: bound.pages })
        missing.push(...bound.missing)
      }
      await job.step(total, total, '写入文件')
      const pages = files.reduce((all, found) => all + found.pages, 0)
      const issue = {
        label: '整卷',
        way: 'pdf',
        about,
        count: list.length,
        pages,
        files: shelf.names,
        folder: shelf.folder,
        watermark: false,
        params: { caseIds },
      } as const
      await shelf.put(() => recordIssue(scope, 'caseFile', issue))
      return { files, missing, beside: shelf.beside }
    } catch (cause) {
      await shelf.discard()
      throw cause
    }
  })
}
