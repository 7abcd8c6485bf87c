import type { schemesApi } from '../../../shared/api/schemes.ts'
import { scheme } from '../../../shared/domain/scheme.ts'
import { AppError } from '../../../shared/errors.ts'
import { rounded } from '../../../shared/rules/fractions.ts'
import { fullScore, inGroupOrder, schemeFindings } from '../../../shared/rules/schemes.ts'
import type { Handlers } from '../../app/handlers.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { earlierOf, readAssessment } from '../../ballots/assessment.ts'
import { headOf, outcomeShown, reportOf } from '../../ballots/assessment-report.ts'
import { fromRow } from '../../records/rows.ts'
import { ballotsBy } from '../../records/scheme-use.ts'
import { copyScheme, saveScheme } from './save.ts'

type Db = ReadScope['db']

export const schemesHandlers: Handlers<keyof typeof schemesApi> = {
  async 'scheme.list'({ db }, { year, target }) {
    let found = db.selectFrom('scheme').selectAll().where('year', '=', year).where('voidedAt', 'is', null)
    if (target) found = found.where('target', '=', target)
    const rows = await found.orderBy('name').orderBy('id').execute()
    return Promise.all(
      rows.map(async row => {
        const kept = fromRow(scheme, row)
        const [lines, ballots] = [await linesOf(db, kept.id), await ballotsBy(db, kept.id)]
        const { id, version, name, approvedOn, source } = kept
        return {
          id,
          version,
          name,
          year,
          target: kept.target,
          items: lines.items.length,
          full: rounded(fullScore(lines.items), 2),
          groups: lines.groups.map(({ label, weight }) => ({ label, weight })),
          vetoes: lines.vetoes.length,
          short: schemeFindings({ ...kept, ...lines }).filter(({ tone }) => tone === 'short').length,
          ballots: ballots.length,
          counted: ballots.some(({ counted }) => counted),
          approvedOn,
          source,
        }
      }),
    )
  },

  async 'scheme.get'({ db }, { schemeId }) {
    const row = await db.selectFrom('scheme').selectAll().where('id', '=', schemeId).limit(1).executeTakeFirst()
    if (!row) throw new AppError('record.notFound', { label: scheme.label })
    return { scheme: fromRow(scheme, row), ...(await linesOf(db, schemeId)), ballots: await ballotsBy(db, schemeId) }
  },

  async 'scheme.results'({ db }, { ballotId }) {
    const assessment = await readAssessment(db, ballotId)
    const earlier = await earlierOf(db, assessment)
    return { head: headOf(assessment), rows: assessment.rows.map(row => outcomeShown(assessment, row, earlier.get(row.line.number))) }
  },

  async 'scheme.report'({ db }, { ballotId, row }) {
    const assessment = await readAssessment(db, ballotId)
    const found = assessment.rows.find(({ line }) => line.number === row)
    if (!found) throw new AppError('record.notFound', { label: assessment.whole.kind.rowLabel })
    const earlier = await earlierOf(db, { ...assessment, rows: [found] })
    return reportOf(assessment, found, earlier.get(row))
  },

  async 'scheme.save'(scope, input) {
    return saveScheme(scope, input)
  },

  async 'scheme.copy'(scope, input) {
    return copyScheme(scope, input)
  },
}

async function linesOf(db: Db, schemeId: string) {
  const items = await db
    .selectFrom('schemeItem')
    .select(['number', 'area', 'name', 'points', 'rule', 'evidence'])
    .where('schemeId', '=', schemeId)
    .orderBy('number')
    .execute()
  const groups = await db.selectFrom('schemeGroup').select(['code', 'label', 'weight', 'minimum']).where('schemeId', '=', schemeId).execute()
  const vetoes = await db.selectFrom('schemeVeto').select(['number', 'matter']).where('schemeId', '=', schemeId).orderBy('number').execute()
  return { items, groups: inGroupOrder(groups), vetoes }
}
