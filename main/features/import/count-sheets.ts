import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { InputOf, OutputOf } from '../../../shared/api/endpoint.ts'
import type { importApi } from '../../../shared/api/import.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ActionScope, ReadScope } from '../../app/scopes.ts'
import { readBallot, type WholeBallot } from '../../ballots/read.ts'
import { among } from '../../db/among.ts'
import { putNoted } from '../../files/noted-file.ts'
import { type StagedFile, stageFile } from '../../files/whole-file.ts'
import { countWorkbook } from '../../imports/count/workbook.ts'

type CountSheets = (typeof importApi)['import.countSheets']

/** Writes 计票表, one workbook for each ballot into a folder or all of them in one: all with their audit line, or none. */
export async function countSheets(scope: ActionScope, input: InputOf<CountSheets>): Promise<OutputOf<CountSheets>> {
  return scope.jobs.run(input.job, '发计票表', async ({ step }) => {
    const staged: StagedFile[] = []
    try {
      await step(0, 0, '正在取数')
      const ballots = await scope.read(read => toBeCounted(read, input.ballotIds))
      const back = { backBy: input.backBy, backTo: input.backTo, office: scope.office.name }
      const files = filesOf(scope, input, ballots)
      for (const [i, { path, of }] of files.entries()) {
        await step(i, files.length, of[0]?.organization)
        staged.push(await stageFile(path, await countWorkbook(of, back)))
      }
      await step(files.length, files.length)
      await putNoted(staged, () =>
        scope.write(async ({ store }) =>
          store.note({
            recordType: 'import',
            recordId: 'count',
            detail: { handedOut: ballots.length, backBy: input.backBy, files: files.map(({ path }) => basename(path)) },
          }),
        ),
      )
      return { files: files.length, ballots: ballots.length }
    } catch (cause) {
      for (const file of staged) await file.drop()
      throw cause
    }
  })
}

/** Those of the ballots that are still to be counted and have somebody on the paper. */
async function toBeCounted({ db }: ReadScope, ids: readonly string[]): Promise<WholeBallot[]> {
  const ordered = await db
    .selectFrom('ballot as b')
    .innerJoin('organization as o', 'o.id', 'b.organizationId')
    .select('b.id')
    .where(among('b.id', ids))
    .where('b.voidedAt', 'is', null)
    .orderBy('o.nameOrder')
    .orderBy('b.id')
    .execute()
  const found: WholeBallot[] = []
  for (const { id } of ordered) {
    const whole = await readBallot(db, id)
    const waiting = (whole.count?.closedOn ?? null) === null && whole.plan.items.length > 0
    if (waiting && whole.rows.some(({ part }) => part === 'graded')) found.push(whole)
  }
  if (found.length === 0) throw new AppError('form.empty', { what: '所选的测评都已封票，或名单上没有人' })
  return found
}

function filesOf(
  { tokens }: ActionScope,
  { folder, save }: InputOf<CountSheets>,
  ballots: readonly WholeBallot[],
): { path: string; of: readonly WholeBallot[] }[] {
  if (save !== undefined) return [{ path: tokens.pathOf(save), of: ballots }]
  const place = tokens.pathOf(folder ?? '')
  const taken = new Map<string, number>()
  return ballots.map(whole => {
    const base = `${whole.ballot.name}计票表`.replaceAll(/[\\/:*?"<>|]/g, '_')
    const times = (taken.get(base) ?? 0) + 1
    taken.set(base, times)
    const name = `${base}${times > 1 ? `（${times}）` : ''}.xlsx`
    if (existsSync(join(place, name))) throw new AppError('file.unwritable', { name, why: '文件夹里已有这个文件，请换一个文件夹' })
    return { path: join(place, name), of: [whole] }
  })
}
