import { AppError, refuse } from '../../../shared/errors.ts'
import { integrityFile } from '../../../shared/forms/supervision/integrity-file.ts'
import { integrityFileOf } from '../../supervision/integrity.ts'
import { engine } from './engine.ts'

/** 廉政档案 of the people who are asked for; one whose file the user may not open stops all of them. */
export const integrityFileEngine = engine(integrityFile, async (scope, { personIds }, { from, size }) => {
  const { office, actor, today, watermark } = scope
  if (personIds === undefined) throw refuse('params.personIds', 'missing', '先选人员')
  if (personIds.length === 0) throw new AppError('form.empty', { what: '没有要印的廉政档案' })
  const files = []
  for (const id of personIds.slice(from, from + size)) files.push(await integrityFileOf(scope, id))
  const about = files
    .slice(0, 3)
    .map(({ person }) => person.name)
    .join('、')
  return { props: { watermark, office: office.name, author: actor, printedOn: today, files }, shown: files.length, total: personIds.length, about }
})
