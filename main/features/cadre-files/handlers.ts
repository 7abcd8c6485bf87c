import { basename } from 'node:path'
import type { cadreFilesApi, FileState } from '../../../shared/api/cadre-files.ts'
import type { Handlers } from '../../app/handlers.ts'
import { withoutTrace } from '../../jobs/without-trace.ts'
import { exportFiles, fileWarnings } from './export.ts'
import { type Planned, planFiles } from './plan.ts'
import { forgetFiles, readFiles } from './reading.ts'

export const cadreFilesHandlers: Handlers<keyof typeof cadreFilesApi> = {
  async 'cadre.previewFiles'(scope, { sources, decisions, job, show, offset, limit }) {
    return withoutTrace(() =>
      scope.jobs.run(job, '核对任免表文件', async ({ step }) => {
        const files = await readFiles(scope.tokens, sources, step)
        const planned = await scope.read(read => planFiles(read, files, decisions, step))
        const shown = planned.filter(({ state }) => show === 'all' || state === show || (show === 'notable' && state !== 'unchanged' && state !== 'skipped'))
        return { counts: countsOf(planned), total: shown.length, files: shown.slice(offset, offset + limit).map(file => file.shown()) }
      }),
    )
  },

  async 'cadre.importFiles'(scope, { sources, decisions, job, goodFiles }) {
    return withoutTrace(() =>
      scope.jobs.run(job, '导入任免表文件', async ({ step }) => {
        const files = await readFiles(scope.tokens, sources, step)
        const outcome = await scope.write(async write => {
          const planned = await planFiles(write, files, decisions, step)
          const counts = countsOf(planned)
          const bad = planned.filter(({ state }) => state === 'faulty' || state === 'asked')
          const faults = bad.flatMap(({ file, shown }) => shown().faults.map(message => ({ file, message })))
          if (bad.length > 0 && !goodFiles) return { counts, written: false, faults }
          for (const [i, file] of planned.entries()) {
            if (i % 50 === 0) await step(i, planned.length, '正在写入')
            if (file.state === 'created' || file.state === 'updated') file.write(write)
          }
          const from = basename(scope.tokens.pathOf(sources[0] ?? ''))
          const file = sources.length > 1 ? `${from}等 ${sources.length} 处` : from
          write.store.note({ recordType: 'import', recordId: '任免表文件', detail: { file, ...counts } })
          return { counts, written: true, faults }
        })
        if (outcome.written) forgetFiles(scope.tokens)
        return outcome
      }),
    )
  },

  'cadre.fileWarnings': fileWarnings,
  'cadre.exportFiles': exportFiles,
}

function countsOf(planned: readonly Planned[]): { read: number } & Record<FileState, number> {
  const counts = { read: planned.length, created: 0, updated: 0, unchanged: 0, asked: 0, faulty: 0, skipped: 0 }
  for (const { state } of planned) counts[state] += 1
  return counts
}
