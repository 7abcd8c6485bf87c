import { basename, dirname } from 'node:path'
import type { AuditEntry, auditApi } from '../../../shared/api/audit.ts'
import { refuse } from '../../../shared/errors.ts'
import { momentOf } from '../../app/clock.ts'
import type { Handlers } from '../../app/handlers.ts'
import { writeNotedFile } from '../../files/noted-file.ts'
import { tableWorkbook } from '../../files/table-workbook.ts'
import { type Verification, verifyAudit } from '../../records/audit.ts'
import { findStray, withStray } from '../../records/proof.ts'
import { findLines, lastLine } from './find.ts'

const exportAtMost = 100_000
/** Lines of the audit that are held at a time while it is walked: so few that V8 makes no room for them. */
const stretch = 200
/** So many lines on, how far it is is said again. */
const told = 2000

export const auditHandlers: Handlers<keyof typeof auditApi> = {
  async 'audit.list'(scope, { before, limit, ...question }) {
    const total = await lastLine(scope)
    const found = await findLines(scope, question, before ?? total + 1, limit)
    return { lines: [...found.lines], next: found.next, total }
  },

  async 'audit.export'(scope, { file, job: id, ...question }) {
    const path = scope.tokens.pathOf(file)
    return scope.jobs.run(id, '导出审计记录', async job => {
      const total = await scope.read(lastLine)
      const lines: AuditEntry[] = []
      for (let before: number | null = total + 1; before !== null;) {
        await job.step(total + 1 - before, total, `已查到第 ${before - 1} 行`)
        const below: number = before
        const found = await scope.read(reading => findLines(reading, question, below, exportAtMost + 1 - lines.length))
        lines.push(...found.lines)
        if (lines.length > exportAtMost) throw tooMany()
        before = found.next
      }
      const bytes = await tableWorkbook({
        name: '审计记录',
        title: `${scope.office.name}审计记录（${scope.today}）`,
        columns: [
          { heading: '序号', width: 10, align: 'center', format: 'number' },
          { heading: '时间', width: 20 },
          { heading: '使用人', width: 12 },
          { heading: '做了什么', width: 16 },
          { heading: '对什么', width: 16 },
          { heading: '详情', width: 60 },
          { heading: '电脑', width: 16 },
        ],
        rows: lines.map(line => [line.seq, momentOf(line.at), line.actor, line.did, line.what, line.detail, line.machine]),
      })
      await job.step(total, total, '正在写文件')
      const detail = { label: '审计记录', way: 'xlsx', rows: lines.length, files: [basename(path)], folder: dirname(path) }
      await writeNotedFile(path, bytes, () => scope.write(async ({ store }) => store.note({ recordType: 'export', recordId: 'audit', detail })))
      return { rows: lines.length }
    })
  },

  async 'audit.verify'(scope, { job: id }) {
    const linesAfter = (seq: number) =>
      scope.read(({ db }) => db.selectFrom('audit').selectAll().where('seq', '>', seq).orderBy('seq').limit(stretch).execute())
    const proved = async (chain: Verification) => (chain.ok ? withStray(chain, await findStray(scope.read)) : chain)
    return scope.walking(async () => {
      if (id === undefined) return proved(await verifyAudit(linesAfter))
      return scope.jobs.run(id, '核对审计链', async job => {
        const total = await scope.read(lastLine)
        const chain = await verifyAudit(async seq => {
          if (seq % told === 0) await job.step(Math.min(seq, total), total)
          return linesAfter(seq)
        })
        await job.step(total, total, '正在逐条与留痕核对')
        return proved(chain)
      })
    })
  },
}

const tooMany = () => refuse('from', 'tooMany', `超过 ${exportAtMost} 行，没有写文件。缩短时间或加筛选后再导出`)
