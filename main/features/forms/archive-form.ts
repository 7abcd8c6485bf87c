import type { FormParams } from '../../../shared/api/forms.ts'
import { archiveCheck, archiveItem } from '../../../shared/domain/archive-check.ts'
import { archiveItemNames, archiveItems, archiveOccasions } from '../../../shared/domain/cadre-words.ts'
import { archiveForm, type ArchiveFormCheck, type ArchiveFormProps } from '../../../shared/forms/archive-form.ts'
import { dottedMonth, longDay, spacedName } from '../../../shared/forms/text.ts'
import type { WholeCadre } from '../../cadres/read.ts'
import { among } from '../../db/among.ts'
import { linesByParent } from '../../records/lines.ts'
import { fromRow } from '../../records/rows.ts'
import { cadresOfForm } from './cadres.ts'
import { engine, type Gathered, type GatherScope, type Slice } from './engine.ts'

async function gather(scope: GatherScope, params: FormParams, slice: Slice): Promise<Gathered<ArchiveFormProps>> {
  const { db } = scope
  const { list, total, about, proposals } = await cadresOfForm(scope, params, slice)
  const rows = await db
    .selectFrom('archiveCheck')
    .selectAll()
    .where(
      among(
        'personId',
        list.map(({ person }) => person.id),
      ),
    )
    .where('voidedAt', 'is', null)
    .orderBy('checkedOn')
    .execute()
  const latest = new Map(rows.map(row => [row.personId, fromRow(archiveCheck, row)]))
  const items = await linesByParent(
    db,
    archiveItem,
    [...latest.values()].map(({ id }) => id),
  )
  const checks = list.map((whole): ArchiveFormCheck => {
    const check = latest.get(whole.person.id)
    const own = (check && items.get(check.id)) ?? []
    return {
      ...subjectOf(whole),
      proposed: proposals.get(whole.person.id)?.proposedPost ?? '',
      occasion: check
        ? archiveOccasions[check.occasion]
        : Object.values(archiveOccasions)
            .map(word => `□ ${word}`)
            .join('　'),
      items: archiveItemNames.map(name => {
        const found = own.find(({ item }) => item === name)
        return {
          item: archiveItems[name],
          archive: found?.archive ?? '',
          sheet: found?.sheet ?? '',
          agrees: found?.agrees === true ? '一致' : found?.agrees === false ? '不一致' : '',
          basis: found?.basis ?? '',
        }
      }),
      missing: check?.missing ?? '',
      conclusion: check?.conclusion ?? '',
      checkedBy: check?.checkedBy ?? '',
      secondBy: check?.secondBy ?? '',
      checkedOn: check ? longDay(check.checkedOn) : '',
    }
  })
  return { props: { watermark: scope.watermark, checks }, shown: list.length, total, about }
}

const subjectOf = ({ person, record }: WholeCadre) => ({
  name: spacedName(person.name),
  sex: person.sex === 'male' ? '男' : person.sex === 'female' ? '女' : '',
  born: dottedMonth(person.bornOn),
  post: record.currentPost ?? '',
})

export const archiveFormEngine = engine(archiveForm, gather)
