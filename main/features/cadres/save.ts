import type { cadresApi } from '../../../shared/api/cadres.ts'
import type { InputOf, OutputOf } from '../../../shared/api/endpoint.ts'
import { cadre, familyMember, resumePeriod, reward, yearGrade } from '../../../shared/domain/cadre.ts'
import { refuse } from '../../../shared/errors.ts'
import type { WriteScope } from '../../app/scopes.ts'

type Save = (typeof cadresApi)['cadre.save']

/** Writes what has changed of the lines of a cadre's sheet, and only that. */
export async function saveCadre({ store }: WriteScope, input: InputOf<Save>): Promise<OutputOf<Save>> {
  const { resume, family, grades, rewards } = input.lines
  if (resume) checkNumbers('resume', resume)
  if (family) checkNumbers('family', family)
  if (rewards) checkNumbers('rewards', rewards)
  if (grades && new Set(grades.map(({ year }) => year)).size < grades.length) throw refuse('lines.grades', 'duplicate', '同一年度的考核只能登记一次')
  resume?.forEach(({ since, until }, i) => {
    if (since !== null && until !== null && until < since) throw refuse(`lines.resume.${i}.until`, 'dateOrder', `第 ${i + 1} 段止于开始之前`)
  })
  let kept = store.getUnchanged(cadre, input.cadreId, input.version)
  if (resume && differs(store.linesOf(resumePeriod, kept.id), resume)) kept = store.writeLines(resumePeriod, cadre, kept, resume)
  if (family && differs(store.linesOf(familyMember, kept.id), family)) kept = store.writeLines(familyMember, cadre, kept, family)
  if (grades && differs(store.linesOf(yearGrade, kept.id), grades)) kept = store.writeLines(yearGrade, cadre, kept, grades)
  if (rewards && differs(store.linesOf(reward, kept.id), rewards)) kept = store.writeLines(reward, cadre, kept, rewards)
  return { version: kept.version }
}

function checkNumbers(part: string, lines: readonly { readonly number: number }[]): void {
  if (new Set(lines.map(({ number }) => number)).size < lines.length) throw refuse(`lines.${part}`, 'duplicate', '序号重复')
}

const differs = (a: readonly object[], b: readonly object[]): boolean => textOf(a) !== textOf(b)

const textOf = (lines: readonly object[]): string =>
  JSON.stringify(
    lines.map(line => Object.entries(line).toSorted(([x], [y]) => (x < y ? -1 : 1))).toSorted((x, y) => (JSON.stringify(x) < JSON.stringify(y) ? -1 : 1)),
  )
