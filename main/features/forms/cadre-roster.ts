import type { FormParams } from '../../../shared/api/forms.ts'
import { cadreIdentities, cadreLevels, poolKinds } from '../../../shared/domain/cadre-words.ts'
import { cadreRoster, type CadreRosterProps, isRosterColumn, type RosterColumn, rosterDefaults } from '../../../shared/forms/cadre-roster.ts'
import { dottedMonth } from '../../../shared/forms/text.ts'
import { retiresOn } from '../../../shared/rules/cadre-findings.ts'
import { ageOn, fullMonthsBetween } from '../../../shared/rules/days.ts'
import { highestEducation, type WholeCadre } from '../../cadres/read.ts'
import { poolsOn } from '../../cadres/pools.ts'
import { parametersIn } from '../../records/parameters.ts'
import { cadresOfForm } from './cadres.ts'
import { engine, type Gathered, type GatherScope, type Slice } from './engine.ts'

async function gather(scope: GatherScope, params: FormParams, slice: Slice): Promise<Gathered<CadreRosterProps>> {
  const { db, today } = scope
  const { list, total, about, unit } = await cadresOfForm(scope, params, slice)
  const columns = params.columns?.filter(isRosterColumn) ?? rosterDefaults
  const pools = await poolsOn(db, today)
  const parameters = await parametersIn(db)
  const cells = (whole: WholeCadre): Readonly<Record<RosterColumn, string>> => {
    const { person, record } = whole
    return {
      personId: person.name,
      sex: person.sex === 'male' ? '男' : person.sex === 'female' ? '女' : '',
      nation: person.nation ?? '',
      born: dottedMonth(person.bornOn),
      age: person.bornOn === null ? '' : String(ageOn(person.bornOn, today)),
      nativePlace: person.nativePlace ?? '',
      unit: record.unit ?? '',
      currentPost: record.currentPost ?? '',
      level: record.level === null ? '' : cadreLevels[record.level],
      postSince: dottedMonth(record.postSince),
      postYears: yearsOf(record.postSince, today),
      levelSince: dottedMonth(record.levelSince),
      rank: record.rank ?? '',
      rankSince: dottedMonth(record.rankSince),
      rankYears: yearsOf(record.rankSince, today),
      joined: [dottedMonth(person.joinedOn), record.parties].filter(Boolean).join('；'),
      startedWork: dottedMonth(record.startedWork),
      education: highestEducation(record),
      major: record.major ?? '',
      professionalTitle: record.professionalTitle ?? '',
      identity: record.identity === null ? '' : cadreIdentities[record.identity],
      managedBy: record.managedBy ?? '',
      pools: (pools.get(person.id) ?? []).map(kind => poolKinds[kind]).join('、'),
      retires: dottedMonth(retiresOn(record, person, parameters, today)),
      branch: person.organization,
      remark: record.remark ?? '',
    }
  }
  return {
    props: {
      watermark: scope.watermark,
      title: params.columns ? '干部一览表' : '干部名册',
      unit,
      on: today,
      author: scope.actor,
      columns: [...columns],
      paper: params.paper ?? 'A4',
      rows: list.map(whole => {
        const own = cells(whole)
        return columns.map(column => own[column])
      }),
      omitted: Math.max(0, total - list.length),
      total,
    },
    shown: list.length,
    total,
    about,
  }
}

const yearsOf = (since: string | null, today: string): string => (since === null ? '' : `${Math.floor(fullMonthsBetween(since, today) / 12)} 年`)

export const cadreRosterEngine = engine(cadreRoster, gather)
